"""A fact in two voices says what the fact says, in its own words."""

import pytest

from podcaster.write.offline.asked import asked
from podcaster.write.offline.language import load

MADE = {
    "en": {
        "The fire broke out on the evening of April 15, 2019.": (
            "When did the fire break out?",
            "On the evening of April 15, 2019.",
        ),
        "In May 2021, the probe was launched on a rocket from French Guiana.": (
            "When was the probe launched?",
            "In May 2021, on a rocket from French Guiana.",
        ),
        "Scientists had expected that the effect would depend on the dust.": (
            "And what had scientists expected?",
            "That the effect would depend on the dust.",
        ),
        "The company said it would cut 400 jobs.": (
            "And what did the company say?",
            "That it would cut 400 jobs.",
        ),
        "The panel is a plug that fills an unused door.": (
            "And what exactly is the panel?",
            "A plug that fills an unused door.",
        ),
        "The northern lock was built by a firm from Antwerp.": (
            "And who built the northern lock?",
            "A firm from Antwerp.",
        ),
        "The company employs about 34,500 people, nearly 9,000 of them in France.": (
            "How many people does the company employ?",
            "About 34,500, nearly 9,000 of them in France.",
        ),
        "The ferry is 90 metres long, twice as long as its sister.": (
            "How long is the ferry?",
            "90 metres, twice as long as its sister.",
        ),
        "The bridge will cost 2 million euros.": (
            "How much will the bridge cost?",
            "2 million euros.",
        ),
    },
    "fr": {
        "L’incendie s’est déclaré le 15 avril 2019 en fin de journée.": (
            "Quand est-ce que l’incendie s’est déclaré ?",
            "Le 15 avril 2019, en fin de journée.",
        ),
        "Il avait quitté ses fonctions en juin 2012.": (
            "Quand est-ce qu’il avait quitté ses fonctions ?",
            "En juin 2012.",
        ),
        "Le parti a obtenu 34 voix sur 60.": (
            "Combien de voix a obtenues le parti ?",
            "34 sur 60.",
        ),
        "La mission a coûté 1,3 milliard d’euros.": (
            "Combien a coûté la mission ?",
            "1,3 milliard d’euros.",
        ),
        "Le jury a été présidé par un Suédois.": (
            "Et qui a présidé le jury ?",
            "Un Suédois.",
        ),
    },
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, made in MADE.items() for text in made]
)
def test_a_fact_is_asked_for_and_answered(language: str, text: str) -> None:
    found = asked(text, load(language))
    assert found is not None
    assert (found.question, found.answer) == MADE[language][text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The company hasn’t paid its suppliers since May 2010."),
        ("en", "A bridge was opened by the mayor on Tuesday."),
        ("en", "The team was a favourite in June 2010."),
        ("en", "He resigned in June 2010 and moved to Geneva."),
        ("en", "The stock had closed at 20 euros on Friday."),
        ("en", "The panel was a plug."),
        ("en", "The sales of the evening came to $788 million."),
        ("fr", "Le tableau n’a jamais été vendu depuis mai 1990."),
        ("es", "El puente se abrió en mayo de 1967."),
    ],
)
def test_what_is_denied_double_or_undated_is_not_asked(language: str, text: str) -> None:
    assert asked(text, load(language)) is None


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("The probe wasn’t damaged.", "Was the probe damaged?", "It wasn’t."),
        (
            "Cars don’t need to be taken to a garage.",
            "Do cars need to be taken to a garage?",
            "They don’t.",
        ),
    ],
)
def test_what_is_not_so_is_asked_for(text: str, question: str, answer: str) -> None:
    found = asked(text, load("en"))
    assert found is not None
    assert (found.kind, found.question, found.answer) == ("whether", question, answer)


@pytest.mark.parametrize(
    "text",
    [
        "The minister didn’t resign.",
        "The bank hasn’t said yet which branches will close.",
        "The probe didn’t land, as its engine failed.",
        "No probe had landed there before.",
        "The plant didn’t close until March.",
    ],
)
def test_no_short_no_for_a_person_or_a_half_denied_thing(text: str) -> None:
    found = asked(text, load("en"))
    assert found is None or found.kind != "whether"
