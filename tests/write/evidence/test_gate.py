"""What the sources don't say is found, and what they say in other words is let through."""

import datetime as dt
import textwrap

import pytest

from podcaster.write.evidence import find_unsupported
from podcaster.write.evidence.reading.sentences import read

ENGLISH = """
Harbour Foods, which is based in Leeds, bought its rival Baker Lane on Thursday for $4.7 billion.
The company said profit rose 3 percent to 13 billion dollars in the year to June.
"We will not close a single plant," chief executive Maria Lopez said.
Regulators did not approve the sale of the frozen goods unit.
About 15,000 people work for Baker Lane, according to the union UFW. Its head, Tom Reed, fears that
jobs may be lost.
"""
FRENCH = """
Le groupe Novel, installé à Lyon, a racheté jeudi son concurrent Arpège pour 4,7 milliards d’euros.
Le bénéfice a augmenté de 3 % à 13 milliards d’euros, a indiqué la société.
« Nous ne fermerons aucune usine », a déclaré la directrice générale, Marie Lopez.
Le ministère n’a pas approuvé la vente des surgelés.
Environ 15 000 personnes travaillent chez Arpège, selon le syndicat CGT.
"""
PUBLISHED = dt.datetime(2023, 8, 25, 8, tzinfo=dt.UTC)


def kinds(text: str, language: str) -> set[str]:
    source = {"en": ENGLISH, "fr": FRENCH}[language]
    return {found.kind for found in find_unsupported(text, source, language, PUBLISHED)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Harbour Foods bought Baker Lane for 4.7 billion dollars.", "en"),
        ("Baker Lane was bought by Harbour Foods on Thursday.", "en"),
        ("Profit rose three percent to thirteen billion dollars.", "en"),
        ("Profit rose to 13,000,000,000 dollars, the company said.", "en"),
        ("Lopez said: “We will not close a single plant.”", "en"),
        ("Regulators didn't approve the sale of the frozen goods unit.", "en"),
        ("The union says about 15,000 people work for Baker Lane.", "en"),
        ("Harbour Foods bought Baker Lane on August 24.", "en"),
        ("Novel a racheté Arpège pour 4,7 milliards d’euros.", "fr"),
        ("Le bénéfice a augmenté de trois pour cent, à treize milliards d’euros.", "fr"),
        ("Marie Lopez a déclaré : « Nous ne fermerons aucune usine ».", "fr"),
        ("Le ministère n’a pas approuvé la vente des surgelés.", "fr"),
    ],
)
def test_what_the_source_says_in_other_words_passes(text: str, language: str) -> None:
    assert kinds(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Profit rose 3 percent to 13 million dollars.", "en", "money"),
        ("Profit rose 5 percent to 13 billion dollars.", "en", "percentage"),
        ("About 50,000 people work for Baker Lane, according to the union.", "en", "number"),
        ("Harbour Foods bought Baker Lane on Wednesday.", "en", "date"),
        ("Harbour Foods bought Baker Lane on August 22.", "en", "date"),
        ("Chief executive Anna Lopez said no plant will close.", "en", "name"),
        ("Lopez said: “We will not close any plant at all.”", "en", "quotation"),
        ("“We will not close a single plant,” Tom Reed said.", "en", "quotation"),
        ("Regulators approved the sale of the frozen goods unit.", "en", "negation"),
        (
            "Baker Lane bought its rival Harbour Foods.",
            "en",
            "role",
        ),
        ("Profit fell 3 percent to 13 billion dollars.", "en", "direction"),
        ("Le bénéfice a augmenté de 3 % à 13 millions d’euros.", "fr", "money"),
        ("Le bénéfice a augmenté de 8 % à 13 milliards d’euros.", "fr", "percentage"),
        ("Environ 51 000 personnes travaillent chez Arpège.", "fr", "number"),
        ("Novel a racheté Arpège mercredi.", "fr", "date"),
        ("Anne Lopez, la directrice générale, promet de garder les usines.", "fr", "name"),
        ("Lopez a déclaré : « Nous ne fermerons pas d’usine ».", "fr", "quotation"),
        ("Le ministère a approuvé la vente des surgelés.", "fr", "negation"),
        ("Le bénéfice a diminué de 3 %, à 13 milliards d’euros.", "fr", "direction"),
    ],
)
def test_what_the_source_does_not_say_is_found(text: str, language: str, kind: str) -> None:
    assert kind in kinds(text, language)


def test_a_finding_names_the_words_and_gives_a_reason() -> None:
    text = "Profit rose 3 percent to 13 million dollars."
    [found] = find_unsupported(text, ENGLISH, "en", PUBLISHED)
    assert text[found.span.start : found.span.end] == found.span.words
    assert "13 million" in found.span.words
    assert found.reason.endswith(".")


def test_a_day_is_counted_from_the_day_of_listening() -> None:
    text = "Harbour Foods bought Baker Lane yesterday."
    friday, saturday = dt.date(2023, 8, 25), dt.date(2023, 8, 26)
    assert find_unsupported(text, ENGLISH, "en", PUBLISHED, friday) == []
    assert find_unsupported(text, ENGLISH, "en", PUBLISHED, saturday)


@pytest.mark.parametrize("width", [40, 60, 90])
def test_lines_that_break_for_their_width_end_no_sentence(width: int) -> None:
    """A wire's text or a mail comes with lines of a fixed width."""
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, width) for paragraph in ENGLISH.strip().splitlines()
    )
    for text in (
        "Baker Lane was bought by Harbour Foods on Thursday.",
        "Regulators didn't approve the sale of the frozen goods unit.",
        "Lopez said: “We will not close a single plant.”",
    ):
        assert not find_unsupported(text, wrapped, "en", PUBLISHED)
    assert find_unsupported("Harbour Foods bought Baker Lane for $4.7 million.", wrapped, "en")


@pytest.mark.parametrize("published", [PUBLISHED.date(), "2023-08-25", "2023-08-25T08:00:00Z"])
def test_the_date_may_be_a_day_or_its_text(published: dt.date | str) -> None:
    text = "Baker Lane was bought on {}."
    assert not find_unsupported(text.format("August 24"), ENGLISH, "en", published)
    assert find_unsupported(text.format("August 23"), ENGLISH, "en", published)


def test_what_is_taken_over_word_for_word_passes() -> None:
    """However little the checks make of a sentence, it says what it says; but not days."""
    source = "The mayor was arrested over the missing funds. But he denied the charges yesterday."
    assert not find_unsupported("But he denied the charges yesterday.", source, "en", PUBLISHED)
    assert find_unsupported(
        "But he denied the charges yesterday.",
        source,
        "en",
        PUBLISHED,
        listening=PUBLISHED.date() + dt.timedelta(days=3),
    )


def test_every_sentence_of_the_sources_passes_against_its_source() -> None:
    for source, language in ((ENGLISH, "en"), (FRENCH, "fr")):
        passage = read(source, language)
        for number in range(len(passage.bounds)):
            line = passage.sentence_text(number)
            assert not find_unsupported(line, source, language, PUBLISHED), line
