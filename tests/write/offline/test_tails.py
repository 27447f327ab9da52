"""What a sentence adds at its end makes a sentence that is as true."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.tails import added


def cut(written: str, language: str) -> list[str]:
    return [piece.text for piece in added(written, load(language)) or ()]


@pytest.mark.parametrize(
    ("written", "said", "language"),
    [
        (
            "Fox News agreed to pay 787 million dollars to the firm, averting a trial in Delaware",
            "That averted a trial in Delaware",
            "en",
        ),
        (
            "India landed a spacecraft near the pole of the Moon, becoming the first country to"
            " do so",
            "India became the first country to do so",
            "en",
        ),
        (
            "In return it will buy 40 planes of another kind, a purchase worth 21 billion dollars",
            "That’s a purchase worth 21 billion dollars",
            "en",
        ),
        (
            "She had already paid a price for her stubbornness: in 1995 the university demoted her",
            "In 1995 the university demoted her",
            "en",
        ),
        (
            "The captain lifted the trophy after the game, which he received from the prince",
            "He received it from the prince",
            "en",
        ),
        (
            "Elle a mis plusieurs petits satellites en orbite, redonnant à l’Europe un accès à"
            " l’espace",
            "Cela a redonné à l’Europe un accès à l’espace",
            "fr",
        ),
    ],
)
def test_what_is_added_stands_by_itself(written: str, said: str, language: str) -> None:
    assert cut(written, language)[-1] == said


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("The company will pay the fine in May, averting a trial in Delaware", "en"),
        ("The judge said the firm had settled the case, averting a trial in Delaware", "en"),
        ("The firm may have settled the case, averting a trial in Delaware", "en"),
        ("The pictures show a dying star, a group of five galaxies and a cluster", "en"),
        ("The prize went to the director of the film, a French woman", "fr"),
    ],
)
def test_what_is_said_doubted_to_come_or_listed_stays_whole(written: str, language: str) -> None:
    assert cut(written, language) == []


def test_what_something_is_comes_after_its_news() -> None:
    assert cut(
        "The telescope, the largest ever sent into space, was launched from the coast", "en"
    ) == [
        "The telescope was launched from the coast",
        "The telescope is the largest ever sent into space",
    ]
