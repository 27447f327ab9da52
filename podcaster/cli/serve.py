"""`podcaster serve`: what is published, for apps and browsers."""

import copy
import socket
from typing import TYPE_CHECKING, Any

import click

from podcaster.cli.context import Context
from podcaster.cli.progress import console

if TYPE_CHECKING:
    from starlette.applications import Starlette

ACCESS_LINE = '%(asctime)s %(client_addr)s "%(request_line)s" %(status_code)s'


@click.command(name="serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at; 0.0.0.0 lets the home network in.",
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="0 takes one that is free.",
)
@click.pass_obj
def command(context: Context, host: str, port: int) -> None:
    """Serve what is published, so that apps can subscribe."""
    from podcaster.web.address import listen, reachable_at
    from podcaster.web.app import create_app
    from podcaster.web.shelf import show_names

    base_url = context.settings.general.base_url
    app = create_app(context.out, base_url)
    with listen(host, port) as listening:
        origins = reachable_at(listening)
        names = show_names(context.out)
        if not names:
            console.print("Nothing is published yet. Build an episode: podcaster build today")
        for name in names:
            console.print(f"Subscribe to {name} with this address:", highlight=False)
            for origin in [base_url] if base_url else origins:
                console.print(f"  {origin}/{name}/feed.xml", highlight=False, soft_wrap=True)
        console.print(f"Open {origins[0]}/ in a browser. Ctrl-C stops.", highlight=False)
        _run(app, listening)


def _run(app: "Starlette", listening: socket.socket) -> None:
    import uvicorn
    from uvicorn.config import LOGGING_CONFIG

    logging: dict[str, Any] = copy.deepcopy(LOGGING_CONFIG)
    logging["handlers"]["access"]["stream"] = "ext://sys.stderr"
    logging["formatters"]["access"]["fmt"] = ACCESS_LINE
    logging["loggers"]["uvicorn.error"]["level"] = "WARNING"
    config = uvicorn.Config(app, log_config=logging, server_header=False)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        console.print("Stopped serving.")
