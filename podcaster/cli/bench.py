"""`podcaster bench`: what is measured, one file a benchmark in `podcaster/bench/`."""

import importlib

import click

BENCHMARKS = {
    "speech": "How fast each engine speaks, and how a peer compares.",
    "delivery": "What tones and styles do to pitch, rate, level and clarity.",
    "exactness": "Whether lines are as long as planned, and none is cut or ends in noise.",
    "hearing": "How much of what is said a recogniser hears right.",
    "script": "What a listener would mind in the scripts, and the share of key facts told.",
    "evidence": "How much invention the gate catches, and what it flags wrongly.",
    "teach": "Teach the gate's second reader anew; no measure.",
    "episode": "What a build takes, stage by stage, and how fast a long file is encoded.",
}


class Benchmarks(click.Group):
    """Imports a benchmark's module when it's asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(BENCHMARKS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in BENCHMARKS:
            return None
        module = importlib.import_module(f"podcaster.bench.{cmd_name}")
        benchmark: click.Command = module.command
        return benchmark

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(BENCHMARKS.items()))


@click.command(name="bench", cls=Benchmarks)
def command() -> None:
    """Measure the project; every figure is taken in this one run."""
