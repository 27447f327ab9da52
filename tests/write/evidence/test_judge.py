"""A line is held against exactly the sentences that it cites."""

import datetime as dt

import pytest

from podcaster.models import Edition, Line, NewsItem, Role, Sentence, Story
from podcaster.write.evidence import judge

TEXTS = (
    "Maria Lopez has led Harbour Foods since 2019.",
    "She said the company will spend 40 million pounds on a new plant in Leeds.",
    "The plant is to open in March.",
)


@pytest.fixture
def edition() -> Edition:
    item = NewsItem(
        id="i1",
        source="FOX 13",
        url="https://example.org/plant",
        title="A new plant for Leeds",
        text=" ".join(TEXTS),
        language="en",
        published=dt.datetime(2023, 8, 25, tzinfo=dt.UTC),
    )
    sentences = tuple(
        Sentence(id=f"s1.{number}", item_id="i1", text=text)
        for number, text in enumerate(TEXTS, start=1)
    )
    story = Story(id="s1", title=item.title, items=(item,), sentences=sentences)
    return Edition(show="daily", language="en", date=dt.date(2023, 8, 25), stories=(story,))


def line(text: str, *evidence: str, role: Role = "fact") -> Line:
    return Line(id="l1", host="Ava", text=text, role=role, evidence=evidence, story_id="s1")


def test_a_line_that_its_sentence_carries_passes(edition: Edition) -> None:
    assert judge(line("The plant is to open in March.", "s1.3"), edition) == []


def test_a_wrong_id_is_a_fault_even_where_the_article_says_so(edition: Edition) -> None:
    assert judge(line("The company will spend 40 million pounds.", "s1.3"), edition)
    assert judge(line("The company will spend 40 million pounds.", "s1.2"), edition) == []


def test_an_id_that_does_not_exist_is_a_fault(edition: Edition) -> None:
    [found] = judge(line("The plant is to open in March.", "s9.1"), edition)
    assert "s9.1" in found.reason


def test_the_rest_of_the_article_tells_who_she_is(edition: Edition) -> None:
    said = "Maria Lopez said the company will spend 40 million pounds on a new plant."
    assert judge(line(said, "s1.2"), edition) == []


def test_a_publishers_name_may_hold_a_figure_and_nothing_else_may(edition: Edition) -> None:
    assert judge(line("FOX 13 reports: the plant is to open in March.", "s1.3"), edition) == []
    assert judge(line("FOX 13 reports: 13 plants are to open in March.", "s1.3"), edition)


def test_a_line_that_asserts_nothing_is_not_judged(edition: Edition) -> None:
    assert judge(line("And when will it open?", role="question"), edition) == []


def test_the_articles_own_title_is_not_doubted_and_still_held_to_the_rules(
    edition: Edition,
) -> None:
    said = line("Coming up: a new plant for Leeds.", "s1.2", role="headline")
    assert judge(said, edition) == []
    turned = line("Coming up: a new plant for Leeds, and Bradford.", "s1.2", role="headline")
    assert [found.kind for found in judge(turned, edition)] == ["name"]


def test_a_headline_may_say_its_title_and_nothing_besides(edition: Edition) -> None:
    titled = "Coming up: a new plant for Leeds."
    assert not judge(line(titled, "s1.1", role="headline"), edition)
    invented = "Coming up: Maria Lopez pays 90 million pounds. A new plant for Leeds."
    assert judge(line(invented, "s1.1", role="headline"), edition)
