"""A second run picks up what the first one made, and only where it answers the same request."""

import datetime as dt
from pathlib import Path

import pytest

from podcaster.models import Edition, Host, NewsItem, Sentence, Source, Story
from podcaster.request import BuildRequest
from podcaster.show import Show
from podcaster.store.drafts import load_edition, save_edition
from podcaster.store.workspace import Workspace

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC)


def make_request(**changes: object) -> BuildRequest:
    show = Show(name="daily", title="Daily", hosts=(Host(name="Ava", voice="fake:a"),))
    return BuildRequest.model_validate({"show": show, "date": TODAY, "now": NOW} | changes)


def make_edition(sample: bool = False) -> Edition:
    item = NewsItem(id="i1", source="S", url="https://x.org", title="T", text="A.", language="en")
    sentence = Sentence(id="s1.1", item_id="i1", text="A.")
    story = Story(id="s1", title="T", items=(item,), sentences=(sentence,))
    return Edition(show="daily", language="en", date=TODAY, stories=(story,), sample=sample)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, "daily", TODAY)


def test_the_same_request_at_another_hour_finds_its_edition(space: Workspace) -> None:
    save_edition(space, make_request(), make_edition())
    later = make_request(now=NOW + dt.timedelta(hours=5))
    assert load_edition(space, later) == make_edition()


def test_another_request_does_not(space: Workspace) -> None:
    save_edition(space, make_request(), make_edition())
    other = make_request(sources=(Source(url="https://other.org", named=True),))
    assert load_edition(space, other) is None


def test_force_gathers_again(space: Workspace) -> None:
    save_edition(space, make_request(), make_edition())
    assert load_edition(space, make_request(force=True)) is None


def test_the_sample_edition_is_not_kept_for_a_day_whose_news_may_be_had(space: Workspace) -> None:
    save_edition(space, make_request(), make_edition(sample=True))
    assert load_edition(space, make_request()) is None
    save_edition(space, make_request(offline=True), make_edition(sample=True))
    assert load_edition(space, make_request(offline=True)) is not None


def test_a_local_file_that_changed_is_read_again(space: Workspace, tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text("One.", encoding="utf-8")
    request = make_request(sources=(Source(path=tmp_path / "news.txt", named=True),))
    save_edition(space, request, make_edition())
    assert load_edition(space, request) is not None
    import os

    os.utime(news, (1, 1))
    assert load_edition(space, request) is None


def test_a_damaged_edition_is_made_again(space: Workspace) -> None:
    save_edition(space, make_request(), make_edition())
    space.edition.write_text("{half", encoding="utf-8")
    assert load_edition(space, make_request()) is None
