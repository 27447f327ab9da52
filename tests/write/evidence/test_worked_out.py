"""Numbers and days that the source doesn't give, and that follow from those it gives."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

PUBLISHED = "2019-03-08"
EN = (
    "The bridge, opened in 1968, fell on Friday. The mayor, elected on 9 December 2018, had left "
    "town the day before. Work on it began two months after the vote of 5 May 2017. Each of the "
    "three lanes carried 5,000 cars. It was valued at 100 million dollars and sold for 400 "
    "million dollars. The guard worked from 4:45 p.m. to midnight. Donors gave 500,000 dollars, "
    "ten times as much as was asked for. The toll brought in 3 million dollars a year."
)
FR = (
    "Le pont, inauguré en 1968, s'est effondré vendredi. La maire, élue le 9 décembre 2018, avait "
    "quitté la ville la veille. Les travaux ont débuté deux mois après le vote du 5 mai 2017. Il "
    "était estimé à 100 millions d'euros et a été vendu 400 millions d'euros. Elle a pris un an "
    "de congé. L'ouvrage datait de la Ve République. Le Premier ministre s'est tu. Le péage "
    "rapportait 3 millions d'euros par an. Environ 2,1 millions de voitures y passaient. La ville "
    "en veut un nouveau."
)


def test_whom_the_winner_is_ahead_of_is_the_second() -> None:
    source = "Jo Morel a remporté la course devant Paul Roux, à Alba. Ada Duval a été éliminée."
    text = "Paul Roux a fini deuxième de la course remportée par Jo Morel."
    assert not by_rules(ground_for(text, source, "fr"))
    third = "Paul Roux a fini troisième de la course remportée par Jo Morel."
    assert "number" in {found.kind for found in by_rules(ground_for(third, source, "fr"))}


PEOPLE = (
    "The city's population has fallen from 1.8 million in 1950 to about 700,000. The winner gets "
    "3 million dollars and the runner-up half of that."
)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The city has lost more than a million people since 1950.", set()),
        ("The city has lost more than four million people since 1950.", {"instead"}),
        ("The runner-up gets 1.5 million dollars.", set()),
        ("The runner-up gets 1.2 million dollars.", {"instead"}),
    ],
)
def test_a_difference_may_be_told_by_the_round_number_it_is_beyond(
    text: str, signs: set[str]
) -> None:
    assert {found.sign for found in by_rules(ground_for(text, PEOPLE, "en"))} == signs


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The bridge that fell was half a century old.", EN, "en"),
        ("The mayor had been elected three months earlier.", EN, "en"),
        ("The mayor had left town on Thursday 7 March.", EN, "en"),
        ("Work on the bridge began in July 2017.", EN, "en"),
        ("The three lanes carried 15,000 cars.", EN, "en"),
        ("It was sold for four times what it was valued at.", EN, "en"),
        ("The guard worked for more than seven hours.", EN, "en"),
        ("Fifty thousand dollars had been asked for.", EN, "en"),
        ("The toll brought in 3 million dollars each year.", EN, "en"),
        ("Le pont effondré avait un demi-siècle.", FR, "fr"),
        ("Deux millions de voitures y passaient.", FR, "fr"),
        ("La ville veut en bâtir un neuf.", FR, "fr"),
        ("La maire avait quitté la ville le 7 mars.", FR, "fr"),
        ("Les travaux ont débuté en juillet 2017.", FR, "fr"),
        ("Il a été vendu quatre fois ce à quoi il était estimé.", FR, "fr"),
        ("Elle a pris douze mois de congé.", FR, "fr"),
        ("L'ouvrage ne datait pas d'avant 1958.", FR, "fr"),
        ("Matignon s'est tu.", FR, "fr"),
    ],
)
def test_what_follows_is_no_fault(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language, PUBLISHED))
    exact = {"number", "date", "money", "percentage", "name"}
    assert [one for one in found if one.kind in exact] == []


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The bridge that fell was a quarter of a century old.", EN, "en"),
        ("The mayor had left town on 4 March.", EN, "en"),
        ("Work on the bridge began in October 2017.", EN, "en"),
        ("It was sold for seven times what it was valued at.", EN, "en"),
        ("The toll brought in 3 million dollars a month.", EN, "en"),
        ("La maire avait quitté la ville le 4 mars.", FR, "fr"),
        ("Le péage rapportait 3 millions d'euros par mois.", FR, "fr"),
        ("Les travaux ont débuté en octobre 2017.", FR, "fr"),
        ("Elle a pris dix-huit mois de congé.", FR, "fr"),
        ("Bercy s'est tu.", FR, "fr"),
    ],
)
def test_what_does_not_follow_is_one(text: str, source: str, language: str) -> None:
    exact = {"number", "date", "money", "name"}
    found = by_rules(ground_for(text, source, language, PUBLISHED))
    assert exact & {one.kind for one in found}


VOTE = "Boric a recueilli 55,87 % des voix, contre 44,13 % à Kast."
PRICES = "Core inflation slowed to 2.0% in January from 2.3% in December."


@pytest.mark.parametrize(
    ("text", "source", "language", "signs"),
    [
        ("Moins de douze points séparent les deux finalistes.", VOTE, "fr", set()),
        ("Moins de huit points séparent les deux finalistes.", VOTE, "fr", {"absent"}),
        ("Core inflation lost 0.3 percentage points in January.", PRICES, "en", set()),
        ("Core inflation lost 0.8 percentage points in January.", PRICES, "en", {"absent"}),
    ],
)
def test_a_difference_of_two_shares_may_be_told_in_points(
    text: str, source: str, language: str, signs: set[str]
) -> None:
    found = {one.sign for one in by_rules(ground_for(text, source, language))}
    assert found - {"derived"} == signs


FINAL = "Mori, 20, won the final on Saturday. Dale, 36, was seeking a record. She led 3-1."
LAW = "La ville paiera la moitié des travaux. Sur 90 élus, 30 ont voté."


@pytest.mark.parametrize(
    ("text", "source", "language", "signs"),
    [
        ("Sixteen years separated the two finalists.", FINAL, "en", set()),
        ("Twelve years separated the two finalists.", FINAL, "en", {"absent"}),
        ("Un tiers des 90 élus ont voté.", LAW, "fr", set()),
        ("La ville paiera un tiers des travaux.", LAW, "fr", {"instead"}),
    ],
)
def test_ages_and_shares_are_worked_out_of_their_own_figures(
    text: str, source: str, language: str, signs: set[str]
) -> None:
    assert {one.sign for one in by_rules(ground_for(text, source, language))} == signs


def test_an_article_between_two_names_parts_them() -> None:
    source = "Il a offert la Ligue des champions au Real. Leverkusen a perdu."
    assert not by_rules(ground_for("Il offrit au Real la Ligue des champions.", source, "fr"))
