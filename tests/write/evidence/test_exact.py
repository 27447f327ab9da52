"""Figures, dates, names and quotations: the source must have them, and of the same thing."""

import datetime as dt
import re

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

PUBLISHED = dt.datetime(2024, 3, 14, 8, tzinfo=dt.UTC)

ENGLISH = """
The winner of the regatta receives 500,000 euros, the runner-up 200,000. Anna Berg won it on
Tuesday in nine days, ahead of Paul Stein, the only amateur in the race.

Fifty of the 90 boats came from abroad, more than half. In the harbour vote, turnout was
64.1 percent, and 51.9 percent chose to leave, 48.1 to remain. The share of sailing licences sold
online will fall from 70 to 50 percent by 2030.

The Ferry Company lost 11 million Swedish crowns, and Lars Holm, its chairman, called that "a very
bad year". His deputy, Eva Lind, left at 8:24 on Wednesday. She called it "the end of an age".
"""
FRENCH = """
L'action Veliane a bondi de 9,7 % lundi, et celle de Suris de 7,7 %. La fédération touchera
38 millions de dollars, et sa rivale 28 millions.

Joséphine Varin est entrée au musée mardi à 23 heures ; elle est la sixième femme à y être
admise. Paul Renard, le président de Veliane, et Luc Morel, celui de Suris, se sont entendus avec
l'aide d'un médiateur, Gérard Blanc.
"""
SPANISH = """
El presidente del banco Norte, Luis Ortega, anunció el martes en Sevilla una ayuda de 1.200 millones
de euros para 45.000 familias. El paro bajó un 3,5 % en 2023, según la ministra Carmen Vidal, que
visitará Portugal el 3 de mayo.
"""
SOURCES = {
    language: re.sub(r"(?<!\n)\n(?!\n)", " ", source)
    for language, source in (("en", ENGLISH), ("fr", FRENCH), ("es", SPANISH))
}
"""A line's end would end a paragraph."""


def kinds(text: str, language: str) -> set[str]:
    return {f.kind for f in by_rules(ground_for(text, SOURCES[language], language, PUBLISHED))}


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("The runner-up receives 500,000 euros.", "en", "money"),
        ("51.9 percent chose to remain.", "en", "percentage"),
        ("The share of licences sold online will fall to 70 percent.", "en", "percentage"),
        ("The Ferry Company lost 11 million euros.", "en", "money"),
        ("L'action Suris a gagné 9,7 % lundi.", "fr", "percentage"),
        ("La rivale touchera 38 millions de dollars.", "fr", "money"),
    ],
)
def test_a_figure_that_the_source_gives_its_neighbour_is_wrong(
    text: str, language: str, kind: str
) -> None:
    assert kind in kinds(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The runner-up gets 200,000 euros, and the winner 500,000.", "en"),
        ("More than half of the ninety boats came from abroad.", "en"),
        ("Those who wanted to remain came to 48.1 percent.", "en"),
        ("Lars Holm's Ferry Company lost eleven million crowns.", "en"),
        ("Lind left shortly before half past eight on Wednesday.", "en"),
        ("L'action Veliane a gagné 9,7 % lundi.", "fr"),
        ("Sa rivale recevra vingt-huit millions de dollars.", "fr"),
        ("Avant elle, cinq femmes seulement avaient été admises.", "fr"),
        ("Joséphine Varin y est entrée mardi, à onze heures du soir.", "fr"),
        ("El paro bajó un tres coma cinco por ciento en 2023.", "es"),
        (
            "Luis Ortega promete mil doscientos millones de euros a cuarenta y cinco mil familias.",
            "es",
        ),
        ("Vidal irá a Portugal el tres de mayo.", "es"),
    ],
)
def test_figures_that_are_said_otherwise_or_follow_from_the_source_pass(
    text: str, language: str
) -> None:
    assert kinds(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Paul Berg came second.", "en", "name"),
        ("Lars Stein is the chairman of the Ferry Company.", "en", "name"),
        ("Le médiateur s'appelait Luc Morel.", "fr", "name"),
        ("Gérard Varin est entré au musée.", "fr", "name"),
        ("Luis Vidal anunció la ayuda en Sevilla.", "es", "name"),
        ("La ministra visitará Francia el 3 de mayo.", "es", "name"),
        ("El presidente anunció la ayuda el jueves.", "es", "date"),
        ("La ayuda es de 1.200 euros.", "es", "money"),
        ("El paro bajó un 5,3 % en 2023.", "es", "percentage"),
        ("La ayuda llegará a 54.000 familias.", "es", "number"),
    ],
)
def test_parts_of_two_names_and_other_figures_are_found(
    text: str, language: str, kind: str
) -> None:
    assert kind in kinds(text, language)


def test_a_quotation_after_a_pronoun_belongs_to_whom_it_most_likely_means() -> None:
    assert "quotation" in kinds('Lars Holm called it "the end of an age".', "en")
    assert kinds('Eva Lind called it "the end of an age".', "en") == set()


def test_a_title_in_quotation_marks_is_said_by_nobody() -> None:
    source = (
        'The film "Northern Lights" opens in Norway in May. "It took nine years," said Ida Moen.'
    )
    found = by_rules(ground_for('"Northern Lights" opens in Norway.', source, "en", PUBLISHED))
    assert found == []
