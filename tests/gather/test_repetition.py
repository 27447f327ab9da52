"""What was said already isn't numbered twice; what says something else is."""

import pytest

from podcaster.gather.numbering import number_sentences
from podcaster.gather.repetition import said_in
from podcaster.models import NewsItem

SAID = "The council approved the plan to repair the old bridge for 4 million euros on Monday."


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "On Monday the council approved the plan to repair the old bridge for 4 million euros.",
        "The council approved a plan to repair the old bridge for 4 million euros on Monday.",
    ],
)
def test_the_same_words_say_the_same(text: str) -> None:
    assert said_in(text, ["It rained.", SAID], "en")


@pytest.mark.parametrize(
    "text",
    [
        SAID.replace("approved", "has not approved"),
        SAID.replace("4 million", "6 million"),
        SAID.replace("Monday", "Tuesday"),
        "The council approved the plan.",
        "It rained on Monday.",
    ],
)
def test_another_statement_is_another(text: str) -> None:
    assert not said_in(text, [SAID], "en")


def item(name: str, text: str) -> NewsItem:
    return NewsItem(
        id=name, source=name, url=f"http://x.org/{name}", title=name, text=text, language="en"
    )


def test_two_newsrooms_with_one_agency_s_words_give_each_sentence_once() -> None:
    one = item("one", f"{SAID}\n\nWork starts in May.")
    two = item("two", f"{SAID} A ferry will run until then.")
    found = number_sentences("s3", (one, two))
    assert [(each.id, each.item_id) for each in found] == [
        ("s3.1", "one"),
        ("s3.2", "one"),
        ("s3.3", "two"),
    ]


def test_a_follow_up_s_sentences_are_those_not_told_before() -> None:
    told = item("one", f"{SAID}\n\nWork starts in May.")
    new = item("two", f"Work starts in June.\n\n{SAID}")
    assert [each.text for each in number_sentences("s1", (new,), (told,))] == [
        "Work starts in June."
    ]


def test_an_article_may_repeat_itself() -> None:
    found = number_sentences("s1", (item("one", "He said no.\n\nShe asked again.\n\nHe said no."),))
    assert len(found) == 3
