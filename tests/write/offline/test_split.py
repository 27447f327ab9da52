"""Long sentences are cut only where both halves stand, and never so that a claim changes."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.split import pieces


def cut(text: str, language: str = "en") -> list[str]:
    return [piece.text for piece in pieces(text, load(language))]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "Though the worst of the storm has passed, winds could still pose a problem overnight.",
            [
                "The worst of the storm has passed",
                "But winds could still pose a problem overnight",
            ],
        ),
        (
            "Up to a foot of snow fell in parts of Pennsylvania, and it was falling in New York.",
            ["Up to a foot of snow fell in parts of Pennsylvania", "It was falling in New York"],
        ),
        (
            "The fair drew praise from Latasha Abney, who joined more than a thousand visitors.",
            [
                "The fair drew praise from Latasha Abney",
                "Latasha Abney joined more than a thousand visitors",
            ],
        ),
        (
            "Engineers closed two bridges in the valley because of worries about a bolt of theirs.",
            [
                "Engineers closed two bridges in the valley",
                "Because of worries about a bolt of theirs",
            ],
        ),
    ],
)
def test_english_sentences_are_cut(written: str, said: list[str]) -> None:
    assert cut(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "La société a dévoilé deux modèles : Alto, un système qui parle, et Basso, un modèle"
            " de texte qui écrit des réponses.",
            [
                "La société a dévoilé deux modèles",
                "Alto est un système qui parle",
                "Basso est un modèle de texte qui écrit des réponses",
            ],
        ),
        (
            "Suleyman, qui dirige la division depuis mars, a déclaré que la société veut du temps.",
            [
                "Suleyman a déclaré que la société veut du temps",
                "Suleyman dirige la division depuis mars",
            ],
        ),
        (
            "Les deux modèles visent la rentabilité, Basso ayant été entraîné sur 15 000 puces.",
            ["Les deux modèles visent la rentabilité", "Basso a été entraîné sur 15 000 puces"],
        ),
    ],
)
def test_french_sentences_are_cut(written: str, said: list[str]) -> None:
    assert cut(written, "fr") == said


@pytest.mark.parametrize(
    "written",
    [
        # what is said by somebody must stay said by them
        "Officials said the dam was safe, and the town was warned in time by the police.",
        "According to the agency, the plant was shut, and the town was warned in time by phone.",
        # a condition must stay with what depends on it
        "They are to be grounded if sustained winds reach 23 miles an hour or gusts exceed 34.",
        # nothing denied may be cut from its reason
        "The council did not approve the plan for the harbour because of the cost of the wall.",
    ],
)
def test_what_would_change_a_claim_is_left_whole(written: str) -> None:
    assert cut(written) == [written.rstrip(".")]


def test_a_harmless_ending_goes_and_a_grave_one_stays() -> None:
    light = (
        "The city redrew its map of the harbour and the streets around it after years of talks "
        "with those who live there, blurring the contours of the old quarter."
    )
    grave = "The group crossed the border and attacked two towns, taking more than 200 hostages."
    assert cut(light) == [light.partition(", blurring")[0]]
    assert "taking more than 200 hostages" in cut(grave)[-1]


@pytest.mark.parametrize(
    "written",
    [
        "The pictures show a dying star that throws off shells of gas, a group of five galaxies"
        " and a cluster.",
    ],
)
def test_no_cut_goes_through_a_measure_or_a_list(written: str) -> None:
    assert cut(written) == [written.rstrip(".")]


def test_a_country_keeps_both_its_words() -> None:
    said = cut("New Zealand, who had won the toss and chosen to bat, made 241 from their 50 overs.")
    assert said[-1] == "New Zealand had won the toss and chosen to bat"


def test_what_trails_a_sentence_stays_with_it_where_it_has_no_verb() -> None:
    whole = "The cathedral opened its doors to the public again, five years after the great fire"
    assert cut(f"{whole}.") == [whole]


def test_somebody_called_by_a_country_is_no_it() -> None:
    said = cut(
        "The Belarusian smashed her racket and then left the court for a few minutes before the"
        " ceremony."
    )
    assert len(said) == 2
    assert said[1].startswith("The Belarusian then left")


def test_a_longer_name_is_not_cut_in_two() -> None:
    said = cut(
        "Kevin Magnussen a accroché la Red Bull de Sergio Pérez, qui a percuté les barrières et"
        " entraîné Nico Hülkenberg dans l’accident.",
        "fr",
    )
    assert not any(part.startswith("Bull") for part in said)
