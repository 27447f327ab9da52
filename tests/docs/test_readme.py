"""The README's commands and options are those that the program has."""

import re
import shlex
from pathlib import Path

import click
import pytest

from podcaster.cli.bench import BENCHMARKS
from podcaster.cli.main import COMMANDS, podcaster

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^    |`)(podcaster(?: [^`\n#]+)?)", re.MULTILINE)


def shown() -> list[tuple[str, str]]:
    return [
        (page.name, found.strip())
        for page in PAGES
        for found in COMMAND.findall(page.read_text(encoding="utf-8"))
        if found.strip() != "podcaster"
    ]


@pytest.mark.parametrize(("page", "line"), shown())
def test_every_command_shown_exists_with_its_options(page: str, line: str) -> None:
    _, *words = shlex.split(line)
    command: click.Command | None = podcaster
    with click.Context(podcaster) as context:
        while words and isinstance(command, click.Group) and not words[0].startswith("-"):
            command = command.get_command(context, words.pop(0))
        assert command is not None, line
        options = {name for parameter in command.params for name in parameter.opts}
        asked = {word for word in words if word.startswith("--")}
        assert asked <= options | {"--help"}, line


def test_the_make_targets_shown_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make ([a-z-]+)\b", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("name", [*COMMANDS, *(f"bench {name}" for name in BENCHMARKS)])
def test_every_command_explains_itself(name: str) -> None:
    command: click.Command | None = podcaster
    with click.Context(podcaster) as context:
        for word in name.split():
            assert isinstance(command, click.Group)
            command = command.get_command(context, word)
        assert command is not None
        assert command.help, f"podcaster {name} has no help"
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.name != "help":
                assert parameter.help, f"podcaster {name} {parameter.opts} has no help"
