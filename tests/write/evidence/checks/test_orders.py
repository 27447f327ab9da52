"""What came first in the source doesn't come last in the text."""

import pytest

from podcaster.write.evidence.comparatives import orders
from podcaster.write.evidence.gate import by_rules, ground_for
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read

EN = (
    "The mayor resigned after her party lost the election in May. The museum was restored by a "
    "local firm, then sold to a collector. Reed won the Alba Prize in 2004 and the Bexor Medal in "
    "2011."
)
FR = (
    "La maire a démissionné après la défaite de son parti aux élections de mai. Le musée a été "
    "restauré par une entreprise locale, puis vendu à un collectionneur."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The mayor resigned before her party lost the election.", EN, "en"),
        (
            "The museum was restored by a local firm after it had been sold to a collector.",
            EN,
            "en",
        ),
        ("Reed won the Bexor Medal before the Alba Prize.", EN, "en"),
        ("La maire a démissionné avant la défaite de son parti aux élections.", FR, "fr"),
        ("Le musée a été restauré après avoir été vendu à un collectionneur.", FR, "fr"),
    ],
)
def test_the_other_order_is_a_fault(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("direction", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The mayor resigned once her party had lost the election.", EN, "en"),
        ("The museum was restored by a local firm before it was sold to a collector.", EN, "en"),
        ("Reed won the Bexor Medal after the Alba Prize.", EN, "en"),
        ("Son parti a perdu les élections avant que la maire démissionne.", FR, "fr"),
        ("Le musée a été restauré avant d'être vendu à un collectionneur.", FR, "fr"),
    ],
)
def test_the_same_order_in_other_words_is_none(text: str, source: str, language: str) -> None:
    assert "refuted" not in {found.sign for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "language", "later"),
    [
        ("The ferry sank a day later than the bridge collapsed.", "en", True),
        ("The ferry sank two days earlier than the bridge collapsed.", "en", False),
        ("Le bac a coulé un jour plus tard que le pont.", "fr", True),
    ],
)
def test_so_long_later_than_is_an_order(text: str, language: str, later: bool) -> None:
    (order,) = orders(Reading(read(text, language), None))
    assert order.above == later


def test_so_long_later_is_none() -> None:
    assert not list(orders(Reading(read("A day later the ferry sank.", "en"), None)))


def test_a_crossing_seen_in_part_is_a_suspicion_and_no_more() -> None:
    source = (
        "Le port a annoncé samedi l'abandon de ses travaux, au lendemain d'un refus du préfet, "
        "Paul Marin."
    )
    text = "Paul Marin a opposé son refus au lendemain de l'annonce de la fin des travaux."
    signs = {(one.kind, one.sign) for one in by_rules(ground_for(text, source, "fr"))}
    assert {("direction", "contrary"), ("direction", "refuted")} & signs
