"""The only one isn't one of several, and the second isn't the first."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "A gas leak is among the causes that inspectors are looking into. Dana Reed is the first "
    "engineer to run the port of Alba, the country's largest port."
)
FR = (
    "Une fuite de gaz figure parmi les causes étudiées par les inspecteurs. Dana Roux est la "
    "première ingénieure à diriger le port de Brune, le plus grand port du pays."
)
STRIKE_EN = "The strike was the second-longest in the history of the railway."
TOWER_EN = "The tower is the second-tallest in the country and the tallest in the north."
OLDEST_FR = "Dana Roux dirige le port de Brune, le plus ancien port du pays."
ROUNDS_FR = "La participation a dépassé 55 % au second tour, contre 47 % au premier tour."
STRIKE_FR = "La grève a été la deuxième plus longue de l'histoire du chemin de fer."


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("A gas leak is the only cause that inspectors are looking into.", EN, "en"),
        ("Dana Reed is the second engineer to run the port of Alba.", EN, "en"),
        ("Alba is the country's oldest port.", EN, "en"),
        ("No strike in the history of the railway was longer.", STRIKE_EN, "en"),
        ("Aucune grève de l'histoire du chemin de fer n'a été plus longue.", STRIKE_FR, "fr"),
        ("It is the worst leak that the country has ever known.", EN, "en"),
        ("Seule cause étudiée par les inspecteurs : une fuite de gaz.", FR, "fr"),
        ("Dana Roux est la deuxième ingénieure à diriger le port de Brune.", FR, "fr"),
        ("C'est la fuite la plus grave que le pays ait jamais connue.", FR, "fr"),
        ("Dana Roux a donné son nom au plus grand port du pays.", OLDEST_FR, "fr"),
    ],
)
def test_another_rank_is_a_fault(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("superlative", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("A gas leak is one of the causes that inspectors are looking into.", EN, "en"),
        ("No engineer had run the port of Alba before Dana Reed: she is the first.", EN, "en"),
        ("Only one strike in the history of the railway was longer.", STRIKE_EN, "en"),
        ("In the north, no tower is taller.", TOWER_EN, "en"),
        ("Une fuite de gaz est l'une des causes étudiées par les inspecteurs.", FR, "fr"),
        ("Une seule grève de l'histoire du chemin de fer a été plus longue.", STRIKE_FR, "fr"),
        ("Dana Roux est la première ingénieure à diriger le port de Brune.", FR, "fr"),
        ("Ils ont été plus nombreux au second tour qu'au premier.", ROUNDS_FR, "fr"),
        ("L'amende est de 100 euros au maximum.", "L'amende va jusqu'à 100 euros.", "fr"),
    ],
)
def test_the_same_rank_is_none(text: str, source: str, language: str) -> None:
    assert "refuted" not in {found.sign for found in by_rules(ground_for(text, source, language))}


NEVER_FR = (
    "Jamais la ville de Brune n'avait retiré son soutien au port. C'est la première fois qu'un "
    "navire de cette classe y fait escale. Jamais une grue n'avait été aussi haute à Alba."
)


def test_a_record_told_by_denying_all_other_times_needs_the_source_s_say() -> None:
    text = "Jamais un chantier naval français n'avait perdu un contrat aussi important."
    found = by_rules(ground_for(text, NEVER_FR, "fr"))
    assert "superlative" in {one.kind for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "À Alba, jamais une grue n'avait été aussi haute.",
        "La ville de Brune n'avait jamais retiré son soutien au port.",
    ],
)
def test_a_record_that_the_source_tells_passes(text: str) -> None:
    assert not by_rules(ground_for(text, NEVER_FR, "fr"))


RACE_EN = (
    "Jo Reed is the first woman to win the harbour race since Ada Marsh in 1990. The port of Alba "
    "has four cranes and hired sixty dockers in May. Its smallest crane is out of order."
)
RACE_FR = (
    "Jo Morel est la première femme à gagner la course du port depuis Ada Roux, en 1990. Le port "
    "d'Alba a quatre grues et a embauché soixante dockers en mai. La course compte pour le record "
    "de victoires dans le pays."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("No woman had won the harbour race before Jo Reed.", RACE_EN, "en"),
        ("No port hired more dockers in May than Alba.", RACE_EN, "en"),
        ("Aucune femme n'avait encore gagné la course du port.", RACE_FR, "fr"),
        ("Aucun port n'a embauché plus de dockers qu'Alba.", RACE_FR, "fr"),
        ("Aucune femme n'a gagné aussi peu la course du port.", RACE_FR, "fr"),
    ],
)
def test_to_deny_any_other_needs_a_rank_in_the_source(
    text: str, source: str, language: str
) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("superlative", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("No woman had won the harbour race since 1990.", RACE_EN, "en"),
        ("No crane of the port is smaller than the one out of order.", RACE_EN, "en"),
        ("The port of Alba no longer hires dockers.", RACE_EN, "en"),
        ("Depuis 1990, aucune femme n'avait gagné la course du port.", RACE_FR, "fr"),
    ],
)
def test_a_rank_told_by_denying_any_other_is_none(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("superlative", "refuted") not in {(one.kind, one.sign) for one in found}


def test_the_country_may_be_the_one_named_before() -> None:
    source = "Floods struck Spain in May. They were the deadliest in the country since 1973."
    text = "They were the deadliest floods in Spain since 1973."
    assert not by_rules(ground_for(text, source, "en"))


def test_a_sixth_win_may_be_the_first_since_some_day() -> None:
    source = "C'est sa sixième victoire à Alba et la première depuis le printemps 2022."
    text = "C'est sa première victoire depuis le printemps 2022."
    assert not by_rules(ground_for(text, source, "fr"))
