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
