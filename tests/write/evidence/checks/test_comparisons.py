"""What is called more than another thing isn't less by the source's figures."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "The ferry crossed the strait in 52 minutes on Sunday. Last year the same crossing had taken "
    "it 64 minutes. The town of Alba paid 4.2 million dollars for its new bridge, though "
    "engineers had estimated 3.1 million. A ticket costs 18 dollars in Alba and 25 dollars in "
    "Bexor. Shares in Alba, which had jumped 13 percent on Friday, fell 8 percent on Monday."
)
FR = (
    "Le tribunal a condamné lundi Paul Marin à quatre ans de prison. Le parquet avait requis six "
    "ans. La ville de Brune a payé 4,2 millions d'euros pour son nouveau pont, que les ingénieurs "
    "estimaient à 3,1 millions. Le titre Alba a gagné 5 % et celui de Bexor 7 %."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The ferry crossed the strait on Sunday more slowly than last year.", EN, "en"),
        (
            "The price that Alba paid for its bridge is below what engineers had estimated.",
            EN,
            "en",
        ),
        ("A ticket costs more in Alba than in Bexor.", EN, "en"),
        ("Alba's shares gave up more on Monday than they had gained on Friday.", EN, "en"),
        ("Le tribunal a condamné Paul Marin à plus que ce que le parquet avait requis.", FR, "fr"),
        ("Brune a payé pour son pont moins que l'estimation des ingénieurs.", FR, "fr"),
        ("Les titres ont gagné, Alba davantage que Bexor.", FR, "fr"),
    ],
)
def test_a_comparison_that_the_figures_refute_is_a_fault(
    text: str, source: str, language: str
) -> None:
    assert "refuted" in {found.sign for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The ferry crossed the strait on Sunday faster than last year.", EN, "en"),
        (
            "The price that Alba paid for its bridge is above what engineers had estimated.",
            EN,
            "en",
        ),
        ("A ticket costs less in Alba than in Bexor.", EN, "en"),
        ("Alba's shares gave up less on Monday than they had gained on Friday.", EN, "en"),
        ("Le tribunal a condamné Paul Marin à moins que ce que le parquet avait requis.", FR, "fr"),
        ("Brune a payé pour son pont plus que l'estimation des ingénieurs.", FR, "fr"),
        ("Les titres ont gagné, Alba moins que Bexor.", FR, "fr"),
    ],
)
def test_one_that_they_bear_out_is_none(text: str, source: str, language: str) -> None:
    assert "refuted" not in {found.sign for found in by_rules(ground_for(text, source, language))}


TOWNS_EN = "The population of Leeds exceeds that of York. Sales grew more slowly than in 2022."
TOWNS_FR = (
    "La population de Metz dépasse celle de Nancy. Le chômage touche davantage les femmes que les "
    "hommes."
)


@pytest.mark.parametrize(
    ("text", "source", "language", "turned"),
    [
        ("York is more populous than Leeds.", TOWNS_EN, "en", True),
        ("Leeds is more populous than York.", TOWNS_EN, "en", False),
        ("Nancy est plus peuplée que Metz.", TOWNS_FR, "fr", True),
        ("Metz est plus peuplée que Nancy.", TOWNS_FR, "fr", False),
        ("Le chômage touche davantage les hommes que les femmes.", TOWNS_FR, "fr", True),
    ],
)
def test_what_is_compared_in_words_keeps_its_side(
    text: str, source: str, language: str, turned: bool
) -> None:
    kinds = {found.kind for found in by_rules(ground_for(text, source, language))}
    assert ("direction" in kinds) is turned


RACE = (
    "On the season, Reed has ten wins, against eight for Marsh. Of the 39 sailors examined, "
    "nineteen were injured and twelve drowned."
)
COURSE = (
    "Cette saison, Roux compte dix victoires, contre huit pour Marin. Sur les trente-neuf marins "
    "examinés, dix-neuf ont été blessés, douze se sont noyés. Des trois bacs, il n'en reste qu'un."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Marsh has had more wins than Reed.", RACE, "en"),
        ("Marin a remporté plus de victoires que Roux cette saison.", COURSE, "fr"),
    ],
)
def test_figures_of_one_sentence_are_told_apart_by_whose_they_are(
    text: str, source: str, language: str
) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("direction", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Reed has had more wins than Marsh.", RACE, "en"),
        ("Roux a remporté plus de victoires que Marin cette saison.", COURSE, "fr"),
        ("Sur les trente-neuf marins, on compte plus de blessés que de noyés.", COURSE, "fr"),
        ("Sur les trois bacs, il n'en reste plus qu'un.", COURSE, "fr"),
    ],
)
def test_what_such_figures_bear_out_passes(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert "direction" not in {one.kind for one in found}


def test_figures_far_apart_may_be_of_two_things() -> None:
    between = " ".join(f"Le quai numéro {number} est fermé au public." for number in range(2, 16))
    source = (
        "La grue était estimée à 95 millions d'euros. Elle est partie pour une somme record. "
        f"{between} Une autre grue est partie à 68 millions d'euros."
    )
    text = "La grue est partie pour bien plus que son estimation."
    found = by_rules(ground_for(text, source, "fr"))
    assert "refuted" not in {one.sign for one in found}
