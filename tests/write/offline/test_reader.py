"""What of an article can be told, and how it sounds once it's made for the ear."""

import datetime as dt

import pytest

from podcaster.write.offline.days import Calendar
from podcaster.write.offline.facts import Fact
from podcaster.write.offline.language import load
from podcaster.write.offline.material import material
from tests.write.editions import HEARD, edition, item


def facts(text: str, language: str = "en") -> list[Fact]:
    told = edition([item(text, "A title", "The Paper", language)], language=language)
    table = load(language)
    found = material(told.stories[0], table, Calendar(table, None, HEARD))
    return [fact for unit in found.units for fact in unit.facts]


def texts(text: str, language: str = "en") -> list[str]:
    return [fact.text for fact in facts(text, language)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "Heavy winds at two airports -- Aston and Brill -- resulted in delays of an hour,"
            " according to the Aviation Board.",
            "According to the Aviation Board, heavy winds at two airports led to delays of an"
            " hour.",
        ),
        ("The show will go on, organizers say.", "Organizers say the show will go on."),
        ("The dam (built in 1950) held firm.", "The dam held firm."),
        ("AVIGNON (AP) -- The dam held firm.", "The dam held firm."),
        ("However, the dam held firm.", "The dam held firm."),
    ],
)
def test_a_sentence_is_made_for_the_ear(written: str, said: str) -> None:
    assert texts(written) == [said]


@pytest.mark.parametrize(
    "written",
    [
        "Please share your videos and pictures with the newsroom today.",
        "Jane Roe and Ann Poe contributed to this report from Paris.",
        "The editor told me that the paper would close next month.",
        "It was the largest such find in the region so far.",
        "He walked to the harbour and waited for the boat.",
        "Will winds whip the balloons of the parade?",
        "The plant was shut (not for safety reasons) over the summer.",
    ],
)
def test_what_cannot_stand_alone_is_not_told(written: str) -> None:
    assert texts(written) == []


def test_a_pronoun_becomes_a_name_only_where_it_is_certain() -> None:
    found = facts("Marta Olsen, 44, leads the project. She opened a second branch in Aston.")
    assert found[1].text == "Marta Olsen opened a second branch in Aston."
    assert found[1].pronoun == "She opened a second branch in Aston."
    assert found[1].evidence == ("s1.1", "s1.2")


def test_a_sentence_that_takes_back_the_one_before_is_bound_to_it() -> None:
    found = facts(
        "The mayor was arrested over the missing funds. But he denied the charges in court."
    )
    assert [fact.bound for fact in found] == [False, True]


def test_a_quotation_keeps_its_words_and_names_its_speaker() -> None:
    [found] = facts("“We don't know yet,” said Rosa Whitfield, a baker in the old town.")
    assert found.speaker == "Rosa Whitfield, a baker in the old town"
    assert found.text == "“We don’t know yet.”"


def test_a_dateless_french_article_loses_its_day() -> None:
    assert texts("Microsoft a lancé (jeudi) ses modèles de langue.", "fr") == [
        "Microsoft a lancé ses modèles de langue."
    ]


def test_the_table_of_every_language_loads_and_compiles() -> None:
    for code in ("en", "fr", "es"):
        table = load(code)
        for part in (table.days, table.reading, table.rewriting, table.quoting):
            for value in part.model_dump().values():
                if isinstance(value, str) and value:
                    table.pattern(value.replace("{n}", "1"))
        patterns = [
            *table.rewriting.varied,
            *table.rewriting.tails.values(),
            *table.rewriting.replies.values(),
            *table.ordering.tails,
            table.ordering.head,
            table.ordering.participle,
            *(form for forms in table.asking.openers.values() for form in forms),
        ]
        assert all(table.pattern(written) for written in patterns)
        for written, said in table.rewriting.varied.items():
            groups = table.pattern(written).groups
            assert not [n for n in range(groups + 1, 10) if f"\\{n}" in said], written
        assert table.code == code
        assert Calendar(table, None, dt.date(2024, 2, 29)).date(dt.date(2024, 2, 29))


def test_a_comparison_is_not_made_a_bound() -> None:
    [told] = texts("The council spent 14 million pounds, about 2 million more than planned.")
    assert "2 million more than planned" in told


def test_a_first_person_word_inside_a_name_does_not_silence_a_sentence() -> None:
    assert texts("La cathédrale Notre-Dame de Paris a rouvert ses portes au public.", "fr")


def test_only_harm_that_was_done_must_be_told() -> None:
    [harmed, spared] = facts("Nine people were injured in the flood.\n\nNo one died in the town.")
    assert harmed.must
    assert not spared.must
    assert not spared.deadly


def test_harm_of_an_earlier_year_need_not_be_told() -> None:
    found = facts("In 1997, nine people were injured.\n\nLast year 416 drivers died on that road.")
    assert [fact.must for fact in found] == [False, False]


def test_quoted_words_that_name_a_day_are_not_told_on_another() -> None:
    said = "He added: “The worst is over, and tomorrow will be a quieter day for the whole town.”"
    told = texts(f"Marta Olsen, a forecaster, spoke on the radio. {said}")
    assert told == ["A forecaster, Marta Olsen, spoke on the radio."]


def test_the_words_of_a_stranger_need_the_sentence_that_introduces_them() -> None:
    news = "The road was closed. The mayor came. Snow fell on the pass. It melted by noon. "
    met = "Rosa Whitfield was in the third car. “I thought we would never arrive,” said Whitfield."
    [quote] = [fact for fact in facts(news + met) if fact.speaker]
    assert quote.leans
    baker = "“I thought we would never arrive,” said Rosa Whitfield, a baker in the old town."
    [quote] = [fact for fact in facts(news + baker) if fact.speaker]
    assert not quote.leans


def test_a_denial_is_told_with_what_it_denies() -> None:
    told = edition(
        [
            item(
                "The council met in Halden on Monday.\n\n"
                "Prosecutors accused the builder Ann Poe of taking bribes for the bridge.\n\n"
                "Ms Poe denies it all.",
                "A title",
                "The Paper",
            )
        ]
    )
    table = load("en")
    found = material(told.stories[0], table, Calendar(table, None, HEARD))
    [unit] = [unit for unit in found.units if "bribes" in unit.text]
    assert unit.facts[-1].bound
    assert "denies" in unit.facts[-1].text
