"""A sentence in another form says the same, and only what is sure is recast."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.ordering import Order
from podcaster.write.offline.recast import recast

NAMES = frozenset({"Handre", "Jennifer", "Mary"})


def forms(written: str, language: str) -> list[str]:
    table = load(language)
    return list(recast(written, table, Order(table, frozenset({"the"}), NAMES).inside))


@pytest.mark.parametrize(
    ("written", "said", "language"),
    [
        ("The ship has since left the port.", "Since then, the ship has left the port.", "en"),
        (
            "Mary Earps saved a penalty by Jennifer Hermoso in the second half.",
            "In the second half, Mary Earps saved a penalty by Jennifer Hermoso.",
            "en",
        ),
        (
            "After 29 minutes the captain scored the only goal.",
            "The captain scored the only goal after 29 minutes.",
            "en",
        ),
        ("The law was written by three judges.", "Three judges wrote the law.", "en"),
        (
            "Handre Pollard scored 22 points with six penalties.",
            "22 points were scored by Handre Pollard with six penalties.",
            "en",
        ),
        ("The firms had advised companies.", "The firms advised companies.", "en"),
        (
            "The mission has changed the asteroid’s orbit.",
            "The mission has changed the orbit of the asteroid.",
            "en",
        ),
        ("The coach, 52, has left the club.", "The coach has left the club.", "en"),
        (
            "Les députés ont adopté la loi au cours de la nuit.",
            "Au cours de la nuit, les députés ont adopté la loi.",
            "fr",
        ),
        (
            "La loi a été adoptée par les députés.",
            "Les députés ont adopté la loi.",
            "fr",
        ),
        (
            "Le gouvernement a présenté les mesures.",
            "Les mesures ont été présentées par le gouvernement.",
            "fr",
        ),
    ],
)
def test_another_form_says_the_same(written: str, said: str, language: str) -> None:
    assert said in forms(written, language)


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("The church did not lose its roof in the first hour.", "en"),
        ("He said that the bank would close in two years.", "en"),
        ("The mission shortened the orbit by 32 minutes.", "en"),
        ("She gave up her post.", "en"),
        ("The ship has been at sea since Monday.", "en"),
        ("Le navire a été renfloué par des remorqueurs lundi matin.", "fr"),
        ("The captain has scored 22 goals and cost a million pounds in 2012.", "en"),
    ],
)
def test_what_is_not_sure_stays(written: str, language: str) -> None:
    assert forms(written, language) == []


def test_a_language_without_a_table_has_no_other_forms() -> None:
    assert forms("El barco ha salido del puerto.", "es") == []
