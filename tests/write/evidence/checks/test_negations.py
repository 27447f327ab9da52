"""What is denied with a `not` or without one, in whatever words."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Most members voted against the merger. The minister stopped short of naming a date. Nobody "
    "was hurt in the fire. The fans cheered the visitors. The council forgot to warn residents. "
    "Jo Lind pledged another march in May. Ada Roe did not hide her disappointment at the price."
)
FR = (
    "Jean Hamel a qualifié le rapport de trompeur, mais n'a pas voulu commenter les chiffres. La "
    "plupart des adhérents ont voté contre la fusion. Le vaccin ne protège pas les enfants de "
    "moins de deux ans. La mairie a oublié d'avertir les riverains. L'aéroport a fermé deux fois "
    "en mai. L'équipe a été acclamée par des milliers de supporters. Ada Duval appelle à défiler "
    "de nouveau le 3 mai. Jo Morel n'a pas caché sa déception devant le prix. Les "
    "associés étaient en désaccord sur le prix."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The members voted for the merger.", EN, "en"),
        ("The minister named a date.", EN, "en"),
        ("Several people were hurt in the fire.", EN, "en"),
        ("The fans booed the visitors.", EN, "en"),
        ("The council warned residents.", EN, "en"),
        ("Jean Hamel a commenté les chiffres.", FR, "fr"),
        ("Les adhérents ont approuvé la fusion.", FR, "fr"),
        ("Le vaccin protège aussi les enfants de moins de deux ans.", FR, "fr"),
        ("La mairie a averti les riverains.", FR, "fr"),
        ("L'aéroport n'a pas fermé une seule fois.", FR, "fr"),
        ("L'équipe a été huée par des milliers de supporters.", FR, "fr"),
        ("Ada Duval renonce à de nouveaux défilés.", FR, "fr"),
        ("L'aéroport n'a jamais fermé en mai.", FR, "fr"),
        ("Les associés étaient d'accord sur le prix.", FR, "fr"),
    ],
)
def test_the_contrary_is_a_fault(text: str, source: str, language: str) -> None:
    assert "negation" in {found.kind for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("A majority of the members turned the merger down.", EN, "en"),
        ("The minister did not name a date.", EN, "en"),
        ("Ada Roe was disappointed at the price.", EN, "en"),
        ("Jo Morel était déçu du prix.", FR, "fr"),
        ("The fire left nobody injured.", EN, "en"),
        ("The residents were not warned by the council.", EN, "en"),
        ("Hamel s'est refusé à commenter les chiffres.", FR, "fr"),
        ("Une majorité des adhérents a rejeté la fusion.", FR, "fr"),
        ("Les riverains n'ont pas été avertis par la mairie.", FR, "fr"),
    ],
)
def test_the_same_in_other_words_is_none(text: str, source: str, language: str) -> None:
    assert "negation" not in {found.kind for found in by_rules(ground_for(text, source, language))}


ALIKE_FR = (
    "Il n'existe aucun pont sur la Brune, que seul le bac traverse. Alba et Bexor disent vouloir "
    "examiner une coopération maritime."
)


@pytest.mark.parametrize(
    "text",
    [
        # `seul` stands in both, so that it doesn't make the difference.
        "Il existe un pont sur la Brune, mais seul le bac la traverse de nuit.",
        # `toute forme de` says nothing; what it's of is denied.
        "Alba et Bexor excluent désormais toute forme de coopération maritime entre eux.",
    ],
)
def test_what_says_little_or_stands_in_both_hides_no_contrary(text: str) -> None:
    found = by_rules(ground_for(text, ALIKE_FR, "fr"))
    assert "negation" in {one.kind for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Sur la Brune, il n'y a pas de pont, seul le bac la traverse.",
        "Alba et Bexor envisagent une forme de coopération maritime.",
    ],
)
def test_the_same_said_of_it_passes(text: str) -> None:
    found = by_rules(ground_for(text, ALIKE_FR, "fr"))
    assert "negation" not in {one.kind for one in found}


def test_who_leaves_one_out_denies_nothing_of_the_rest() -> None:
    source = "Paul Roux, seul membre du conseil, s'est opposé à la vente de la grue."
    text = "Le conseil a voté la vente de la grue, sauf Paul Roux."
    assert "negation" not in {one.kind for one in by_rules(ground_for(text, source, "fr"))}


def test_two_words_contradict_nothing_where_only_one_of_them_is_meant() -> None:
    source = "Le préfet craint des centaines de victimes. Aucune digue n'a cédé aux Brunes."
    text = "Aux Brunes, il n'y a pas eu de victimes."
    assert "negation" not in {one.kind for one in by_rules(ground_for(text, source, "fr"))}
