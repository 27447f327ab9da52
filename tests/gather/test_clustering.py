"""One event from several newsrooms is one story; two events with shared words are two."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from podcaster.gather.clustering import Gist, cluster, gist_of, same_event

NOW = dt.datetime(2026, 11, 24, 6, tzinfo=dt.UTC)
PAIRS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("events.toml").read_text(encoding="utf-8")
)


def both(pair: dict[str, Any], hours: float = 2) -> tuple[Gist, Gist]:
    """The pair's gists, the second report written some hours after the first."""
    later = NOW + dt.timedelta(hours=hours)
    language = pair["language"]
    return (
        gist_of(*pair["one"], published=NOW, language=language),
        gist_of(*pair["other"], published=later, language=language),
    )


@pytest.mark.parametrize("pair", PAIRS["same"], ids=lambda pair: pair["one"][0])
def test_one_event_is_seen_in_two_reports(pair: dict[str, Any]) -> None:
    one, other = both(pair)
    assert same_event(one, other)
    assert same_event(other, one)


@pytest.mark.parametrize("pair", PAIRS["different"], ids=lambda pair: pair["one"][0])
def test_two_events_with_shared_words_stay_two(pair: dict[str, Any]) -> None:
    one, other = both(pair)
    assert not same_event(one, other)
    assert not same_event(other, one)


@pytest.mark.xfail(strict=True, reason="told twice rather than mixed with another event")
@pytest.mark.parametrize("pair", PAIRS["missed"], ids=lambda pair: pair["one"][0])
def test_known_misses(pair: dict[str, Any]) -> None:
    assert same_event(*both(pair))


def test_the_same_words_a_week_later_are_another_event() -> None:
    assert not same_event(*both(PAIRS["same"][1], hours=7 * 24))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_day_of_events_is_kept_apart_and_put_together(language: str) -> None:
    same = [pair for pair in PAIRS["same"] if pair["language"] == language]
    different = [pair for pair in PAIRS["different"] if pair["language"] == language]
    groups = cluster([gist for pair in same + different for gist in both(pair)])
    paired = [[2 * number, 2 * number + 1] for number in range(len(same))]
    assert groups[: len(same)] == paired
    assert all(len(group) == 1 for group in groups[len(same) :])


def test_titles_alone_are_enough_where_they_agree_wholly() -> None:
    one = gist_of("Nepal earthquake kills at least 40", "", NOW, "en")
    other = gist_of("Earthquake kills at least 40 in Nepal", "", NOW, "en")
    assert same_event(one, other)
    assert not same_event(one, gist_of("Nepal votes in general election", "", NOW, "en"))


def test_nothing_is_like_nothing() -> None:
    empty = gist_of("", "", None, "en")
    assert not same_event(empty, empty)
    assert cluster([]) == []
