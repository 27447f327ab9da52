"""What listeners wonder is only asked where the sentence answers it, and nothing has before."""

import re

import pytest

from podcaster.write.offline.frames import VARIABLE, frames
from podcaster.write.offline.language import load
from podcaster.write.offline.wondering import wondered

LANGUAGES = ("en", "fr", "es")


def kinds(text: str, language: str = "en", said: str = "", **known: bool) -> list[str]:
    now = {"earlier": False, "harm": True} | known
    return [found.kind for found in wondered(text, said, load(language), **now)]


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("His lawyers said he would appeal.", "appeal", "en"),
        ("Prosecutors had asked for 40 to 50 years.", "sought", "en"),
        ("The law would have allowed 110 years.", "maximum", "en"),
        ("Two of the workers were pulled out alive.", "survivors", "en"),
        ("Tesla shares ended up 1% at $239.29.", "shares", "en"),
        ("The investigation could take up to two years.", "how_long_still", "en"),
        ("The previous record at an auction was $179.4 million.", "old_record", "en"),
        ("Ababel Yeshaneh came second, seven minutes behind.", "podium", "en"),
        ("They will close it this year, as long as regulators agree.", "terms", "en"),
        ("Tous deux font appel.", "appeal", "fr"),
        ("David Gaudu, neuvième, est le premier Français.", "compatriots", "fr"),
        ("L’opération doit être bouclée avant la fin de l’année.", "deal_done", "fr"),
        ("Son équipier Carlos Sainz complète le podium.", "podium", "fr"),
        ("Le parquet avait requis la perpétuité.", "sought", "fr"),
        ("Le précédent record avait été relevé en 2003.", "old_record", "fr"),
        ("Le titre Suez a gagné près de 8 %.", "shares", "fr"),
        ("Les syndicats d’Alstom sont soulagés.", "voices", "fr"),
        ("Los sindicatos temen despidos.", "voices", "es"),
    ],
)
def test_a_question_is_known_by_the_sentence_that_answers_it(
    text: str, kind: str, language: str
) -> None:
    assert kind in kinds(text, language)


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("The Save the 8th campaign called it a tragedy.", "savings", "en"),
        ("The carrier will take 14 more planes over two years.", "how_long_still", "en"),
        ("The museum appealed to the public for help.", "appeal", "en"),
        ("She had six books, a record, to her name.", "old_record", "en"),
        ("A ship as long as three football pitches struck a pier.", "terms", "en"),
        ("Il a fini deuxième du dernier Championnat de France.", "podium", "fr"),
        ("Le candidat a réuni 18 768 639 voix au second tour.", "attendance", "fr"),
        ("Le second réacteur a été arrêté jeudi.", "arrested", "fr"),
        ("Le syndicat veut faire appel à un médiateur.", "appeal", "fr"),
    ],
)
def test_words_that_look_like_an_answer_are_none(text: str, kind: str, language: str) -> None:
    assert kind not in kinds(text, language)


def test_what_was_told_is_not_asked_for_again() -> None:
    text = "Police arrested three men near the border."
    assert "arrested" in kinds(text)
    assert "arrested" not in kinds(text, said="A suspect was arrested on Monday.\nHe is 40.")


def test_the_storys_own_event_is_asked_about_and_no_earlier_one() -> None:
    assert "arrested" not in kinds("Four men were arrested in 2013.", earlier=True)


def test_survivors_are_asked_for_only_where_people_came_to_harm() -> None:
    assert "survivors" not in kinds("The firm was rescued by its bank.", harm=False)


def test_whoever_denies_must_have_been_heard_of() -> None:
    text = "Bouvier denies any wrongdoing."
    assert "denies" in kinds(text, said="He accuses Yves Bouvier of overcharging him.")
    assert "denies" not in kinds(text, said="He accuses a dealer of overcharging him.")


def test_a_long_sentence_would_bury_its_answer() -> None:
    tail = " and".join([" one more thing was said"] * 8)
    assert kinds(f"His lawyers said he would appeal{tail}.") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_has_a_blank_only_for_what_its_pattern_finds(language: str) -> None:
    for kind, curiosity in load(language).questions.items():
        found = set(re.compile(curiosity.finds).groupindex)
        for frame in frames(language, f"ask_{kind}"):
            assert set(VARIABLE.findall(frame.template)) <= found, frame.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_asks(language: str) -> None:
    for kind in load(language).questions:
        for frame in frames(language, f"ask_{kind}"):
            assert frame.template.endswith("?"), frame.id
            assert not set(frame.template) & set("[]|"), frame.id
