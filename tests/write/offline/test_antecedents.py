"""A bare "the search" needs the sentence that tells who searches."""

from podcaster.write.offline.antecedents import antecedents
from podcaster.write.offline.language import load


def test_a_bare_noun_needs_the_sentence_that_names_it() -> None:
    texts = [
        "A ferry sank near Halden.",
        "Nobody was hurt.",
        "Two boats began a search for the cargo at dawn.",
        "Rain fell on the town.",
        "The search ended in the evening.",
        "The mayor of Halden thanked the crew of the ferry.",
    ]
    found = antecedents("Ferry sinks near Halden", texts, 2, load("en"))
    assert found == [None, None, None, None, 2, None]


def test_it_is_so_in_french_and_unknown_without_a_parser() -> None:
    texts = [
        "Un ferry a coulé près de Halden.",
        "Personne n’a été blessé.",
        "Deux bateaux ont commencé une recherche à l’aube.",
        "La pluie tombait sur Halden.",
        "La recherche a pris fin dans la soirée.",
    ]
    assert antecedents("Un ferry coule", texts, 2, load("fr"))[4] == 2
    assert antecedents("Un ferri se hunde", texts, 2, load("es")) == [None] * 5


def test_a_pronoun_that_its_sentence_cannot_explain_needs_the_one_before() -> None:
    texts = [
        "A ferry sank near Halden.",
        "Nobody was hurt.",
        "A bridge across the fjord was to cost 20 million dollars.",
        "In 2011 some lawmakers tried to cancel it.",
        "It was clear that the ferry was old.",
        "One of them survived.",
    ]
    assert antecedents("Ferry sinks near Halden", texts, 2, load("en"))[3:] == [2, None, None]
    french = [
        "Le programme a battu le champion.",
        "Le match a duré cinq heures.",
        "Face aux autres machines, il gagne presque toujours.",
    ]
    assert antecedents("Un match", french, 1, load("fr"))[2] == 1
