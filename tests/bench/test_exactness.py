"""Lines of any length last as planned, and a cut one is told from a whole one."""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from podcaster.bench.exactness import (
    LENGTHS,
    LONGEST,
    SHORTEST,
    command,
    faults_of,
    next_line,
    running_text,
)
from podcaster.cli.context import Context
from podcaster.contracts import Clip, Plan
from podcaster.models import Delivery

RATE = 24_000


def _clip(seconds: float, dies_away: bool) -> tuple[Clip, Plan]:
    time = np.arange(round(seconds * RATE)) / RATE
    sound = 0.1 * np.sin(2 * np.pi * 200 * time)
    if dies_away:
        sound *= np.clip((seconds - 0.03 - time) / 0.05, 0, 1)
    plan = Plan("", "", "en", Delivery(), seconds, (), exact=True, fingerprint="")
    return Clip(sound.astype(np.float32), RATE, ()), plan


def test_a_sound_that_goes_on_to_the_end_was_cut() -> None:
    assert list(faults_of(*_clip(1.0, dies_away=True))) == []
    assert list(faults_of(*_clip(1.0, dies_away=False))) == ["ends before its sound does"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_lines_are_as_many_words_as_asked_for(language: str) -> None:
    words = running_text(language)
    lines = [next_line(words, length) for length in LENGTHS]
    assert [len(line.split()) for line in lines] == list(LENGTHS)
    assert (min(LENGTHS), max(LENGTHS)) == (SHORTEST, LONGEST)
    assert all(line.endswith(".") for line in lines)


def test_texts_never_run_out() -> None:
    assert len(list(itertools.islice(running_text("en"), 10_000))) == 10_000


@pytest.mark.slow
def test_lines_of_3_to_60_words_are_exact_and_whole(tmp_path: Path) -> None:
    asked = ["--lines", "20", "--json"]
    result = CliRunner().invoke(command, asked, obj=Context(tmp_path), catch_exceptions=False)
    report = json.loads(result.stdout)
    assert report["words"] == [SHORTEST, LONGEST]
    assert report["exact"]
    assert report["faults"] == []
