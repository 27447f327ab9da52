"""The voices at hand are listed with what a person chooses by, Kokoro's first."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcaster.cli.context import Context
from podcaster.cli.voices import command


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(tmp_path)


def test_the_table_says_what_one_chooses_by_and_how_to_hear_one(context: Context) -> None:
    listed = CliRunner().invoke(command, [], obj=context, env={"COLUMNS": "100"})
    assert listed.exit_code == 0, listed.output
    line = next(line for line in listed.output.splitlines() if "kokoro:bf_emma" in line)
    assert line.split()[1:] == ["en-gb", "female", "B-", "Apache-2.0"]
    assert "podcaster say" in listed.output


def test_only_engines_that_are_in_use_are_listed_unless_all_are_asked_for(context: Context) -> None:
    def engines(*words: str) -> set[str]:
        listed = CliRunner().invoke(command, [*words, "--json"], obj=context)
        last = listed.stdout.splitlines()[-1]
        return {voice["engine"] for voice in json.loads(last)["voices"]}

    assert engines() == {"kokoro"}
    assert engines("--all") > {"kokoro"}
