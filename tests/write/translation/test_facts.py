"""A figure, a date or a name that changes on the way is noticed; a faithful translation isn't."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from podcaster.write.translation.facts import changed_facts

WRITTEN = dt.date(2024, 5, 13)
TABLE = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
FAITHFUL = [
    (*tongues.split("-"), original, translation)
    for tongues, table in TABLE.items()
    for original, translation in table["pairs"]
]
CHANGED = [
    ("es", "Murieron 3 personas el lunes.", "4 people died on Monday.", "3"),
    ("es", "Murieron tres personas el lunes.", "Four people died on Monday.", "tres"),
    ("es", "Murieron 3 personas el lunes.", "3 people died on Tuesday.", "lunes"),
    ("es", "Murieron 3 personas el lunes.", "3 people died.", "lunes"),
    ("es", "Costará 2,5 millones de euros.", "It will cost 25 million euros.", "2,5"),
    ("es", "Costará 2,5 millones de euros.", "It will cost 2.5 billion euros.", "2,5"),
    ("es", "Costará 2,5 millones de euros.", "It will cost 2.5 million dollars.", "2,5"),
    ("es", "La deuda alcanzó 1,6 billones de euros.", "Debt reached 1.6 billion euros.", "1,6"),
    ("es", "La inflación subió al 3,2 %.", "Inflation rose to 2.3%.", "3,2"),
    ("es", "La inflación subió al 3,2 %.", "Inflation rose to 3.2 points.", "3,2"),
    ("es", "El fuego quemó 350 hectáreas.", "The fire burned 350 acres.", "350"),
    ("es", "El puente mide 12 kilómetros.", "The bridge is 12 miles long.", "12"),
    ("es", "Rosa Montero lo anunció en Sevilla.", "Rosa Moreno said so in Seville.", "Montero"),
    ("es", "Rosa Montero lo anunció en Sevilla.", "Rosa Montero said so in Granada.", "Sevilla"),
    ("es", "Pablo Iglesias dimitió ayer.", "Pablo Churches resigned yesterday.", "Iglesias"),
    ("es", "El ministro dimitió ayer.", "Minister Albares resigned yesterday.", "Albares"),
    ("es", "Dimitió el 3 de mayo de 2023.", "He resigned on May 3, 2024.", "2023"),
    ("es", "Hubo 3 muertos y 12 heridos.", "12 people died and 3 were injured.", "order"),
    ("es", "Más de 10.000 personas protestaron.", "More than 12,000 protested.", "10.000"),
    ("es", "Miles de personas protestaron.", "Dozens of people protested.", "Miles"),
    ("es", "China ganó a Japón.", "China beat South Korea.", "Japón"),
    ("es", "El acuerdo vence en diciembre.", "The agreement expires in November.", "diciembre"),
    ("es", "La mitad votó en contra.", "A third voted against.", "mitad"),
    ("fr", "Onze personnes ont été blessées.", "Twelve people were injured.", "Onze"),
    ("de", "Drei Menschen sind gestorben.", "Thirty people died.", "Drei"),
]


@pytest.mark.parametrize(("language", "into", "original", "translation"), FAITHFUL)
def test_a_faithful_translation_keeps_them(
    language: str, into: str, original: str, translation: str
) -> None:
    assert not changed_facts(original, translation, language, into, WRITTEN)


@pytest.mark.parametrize(("language", "original", "translation", "named"), CHANGED)
def test_what_is_changed_is_named(
    language: str, original: str, translation: str, named: str
) -> None:
    assert named in " ".join(changed_facts(original, translation, language, "en", WRITTEN))
