"""A line takes over no long run of its source where other words say the same."""

from podcaster.write.offline.language import load
from podcaster.write.offline.text import copied_run
from podcaster.write.offline.vary import varied

SOURCE = (
    "The storm cut power to more than 300,000 homes on the coast until the evening of the next day."
)


def test_as_few_words_change_as_it_takes() -> None:
    said = varied(SOURCE, SOURCE, 12, load("en"))
    assert said != SOURCE
    assert copied_run(said, SOURCE) <= 12
    changed = set(said.split()) ^ set(SOURCE.split())
    assert 1 <= len(changed) <= 5


def test_what_is_short_enough_or_cannot_be_changed_stays() -> None:
    short = "The storm cut power to 300,000 homes."
    assert varied(short, SOURCE, 12, load("en")) == short
    names = "Ann Bo Cy Di Ed Flo Gus Hal Ida Jo Kim Lea Max and Ned sang."
    assert varied(names, names, 12, load("en")) == names


def test_a_quotation_keeps_its_words() -> None:
    quoted = (
        "“We waited until the evening,” she said of the more than 300,000 homes that were without "
        "power until the next day."
    )
    said = varied(quoted, quoted, 12, load("en"))
    assert said != quoted
    assert said.startswith("“We waited until the evening,”")


def test_other_words_are_found_in_french() -> None:
    source = "La crosse a été taillée dans une poutre de la charpente qui avait échappé au feu."
    said = varied(source, source, 12, load("fr"))
    assert said.startswith("La crosse a été taillée")
    assert copied_run(said, source) <= 12
