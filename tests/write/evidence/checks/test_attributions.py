"""Whose words they are, however the source and the text bring in who says them."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Jo Reed, the harbour's director of finance, said the port would sell its old cranes. The "
    "ruling recognises that the cranes are the safest in the country, she argued. Paul Marsh "
    "called the sale a disgrace. He doubted that the money would be enough. Inspectors of the "
    "coast guard were found guilty of neglect in March."
)
FR = (
    "L'opposition reproche à la mairie d'avoir laissé rouiller les grues ; Paul Roux met en cause "
    "les entreprises venues d'Alba. Les syndicats jugent le projet trop cher. Jo Morel a présenté "
    "les comptes. Il s'est engagé à ne supprimer aucun poste pendant cinq ans. Quarante dockers "
    "ont été reconnus coupables de vol, selon la diplomatie chinoise."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Paul Marsh said the port would sell its old cranes.", EN, "en"),
        ("The cranes are the safest in the country, Paul Marsh argued.", EN, "en"),
        ("Jo Reed doubted that the money would be enough.", EN, "en"),
        ("The money would hardly be enough, in the view of Jo Reed.", EN, "en"),
        ("Jo Morel juge le projet trop cher.", FR, "fr"),
        ("À entendre l'opposition, les entreprises d'Alba sont en cause.", FR, "fr"),
        ("Paul Roux promet de ne supprimer aucun poste.", FR, "fr"),
    ],
)
def test_words_given_to_another_are_a_fault(text: str, source: str, language: str) -> None:
    assert "attribution" in {found.kind for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Jo Reed said the port would sell its old cranes.", EN, "en"),
        ("The cranes are the safest in the country, Jo Reed argued.", EN, "en"),
        ("Paul Marsh doubted that the money would be enough.", EN, "en"),
        ("Inspectors were found guilty in March.", EN, "en"),
        ("Les syndicats jugent le projet trop cher.", FR, "fr"),
        ("À entendre Paul Roux, les entreprises d'Alba sont en cause.", FR, "fr"),
        ("L'opposition reproche à la mairie d'avoir laissé rouiller les grues.", FR, "fr"),
        ("Jo Morel s'engage à ne supprimer aucun poste.", FR, "fr"),
        ("Les quarante dockers ont tous été reconnus coupables.", FR, "fr"),
        ("Pour vol, quarante dockers ont été condamnés, selon la Chine.", FR, "fr"),
    ],
)
def test_words_given_to_whose_they_are_are_none(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert "attribution" not in {one.kind for one in found}


def test_a_he_who_speaks_on_is_surely_nobody_else() -> None:
    """It stands whatever the second reader believes."""
    text = "Jo Reed doubted that the money would be enough."
    found = by_rules(ground_for(text, EN, "en"))
    assert ("attribution", "refuted") in {(one.kind, one.sign) for one in found}


def test_all_of_it_told_by_another_is_surely_wrong() -> None:
    text = "Le projet est trop cher, juge Jo Morel."
    found = by_rules(ground_for(text, FR, "fr"))
    assert ("attribution", "refuted") in {(one.kind, one.sign) for one in found}


def test_a_name_right_after_the_verb_is_who_says_it() -> None:
    source = (
        "Il faudra plusieurs semaines et les pluies d'automne, a ajouté Marc Roux, le chef des "
        "pompiers du département."
    )
    text = "Il faudra plusieurs semaines, a ajouté Marc Roux, le chef des pompiers du département."
    assert not by_rules(ground_for(text, source, "fr"))


def test_all_told_says_nothing() -> None:
    source = "Paul Marsh said that 300 dockers, or 20 more than last year, had joined the strike."
    text = "All told, 300 dockers joined the strike, Paul Marsh said."
    assert not by_rules(ground_for(text, source, "en"))
