"""Whoever translates: what they give is checked, and what they can't do costs nothing else."""

from collections.abc import Mapping, Sequence

from podcaster.contracts import Foreign
from podcaster.errors import WriteError
from podcaster.gather.numbering import number_sentences
from podcaster.models import Edition, NewsItem, Story
from podcaster.write.translation import translate
from tests.fakes import QuietProgress
from tests.write.editions import BRIDGE_ITEM, HEARD, LIBRARY_ITEM, PONT_ITEM, edition, item

ENGLISH = {
    "Une passerelle s’effondre à Vierzy": "Footbridge collapses in Vierzy",
    "Onze autres personnes ont été blessées.": "Eleven other people were injured.",
    "La mairie consacrera 2 millions d’euros à un nouveau pont.": (
        "The town hall will spend 2 million euros on a new bridge."
    ),
    "Elle espère ouvrir l’ouvrage en septembre.": "It hopes to open it in September.",
}
JAPANESE = item("東京で橋が崩れた。三人が死亡した。", "橋が崩れる", "Asahi", "ja")


class Dictionary:
    """Knows some sentences; fails where it knows none."""

    account = "a dictionary"

    def __init__(self) -> None:
        self.asked: list[Sequence[Foreign]] = []

    def translate(self, texts: Sequence[Foreign], language: str, into: str) -> Mapping[str, str]:
        self.asked.append(texts)
        known = {text.id: ENGLISH[text.text] for text in texts if text.text in ENGLISH}
        if not known:
            raise WriteError("it knows none of this")
        return known


def mixed(*items: NewsItem) -> Edition:
    """One story that all of these tell."""
    story = Story(
        id="s1", title=items[0].title, items=items, sentences=number_sentences("s1", items)
    )
    return Edition(show="daily", language="en", date=HEARD, stories=(story,))


def test_an_edition_in_one_language_asks_nobody() -> None:
    told, nobody = edition([BRIDGE_ITEM]), Dictionary()
    assert translate(told, nobody, QuietProgress()) is told
    assert not nobody.asked


def test_a_story_goes_on_without_an_article_that_cannot_be_translated() -> None:
    news = item("Uno. Dos. Tres.", "Un puente", "El Tajo", "es")
    told = mixed(news, BRIDGE_ITEM)
    (story,) = translate(told, Dictionary(), QuietProgress()).stories
    assert story.items == (BRIDGE_ITEM,)
    assert story.title == BRIDGE_ITEM.title
    assert story.sentences == told.stories[0].sentences[3:]


def test_the_rest_of_an_article_stands_where_some_of_it_is_missing() -> None:
    short = "\n\n".join(list(ENGLISH)[1:]) + "\n\nPersonne ne sait ce que cela veut dire."
    news = PONT_ITEM.model_copy(update={"text": short})
    told = translate(mixed(BRIDGE_ITEM, news), Dictionary(), QuietProgress())
    french = told.stories[0].items[1]
    assert french.text == "\n\n".join(list(ENGLISH.values())[1:])
    assert "3 sentences, 0 mended by asking again, 1 left out; a dictionary" in told.notes[-1]
    assert "(It's missing)" in told.notes[0]


def test_the_second_round_brings_the_first_ones_answers_and_faults() -> None:
    nobody = Dictionary()
    translate(edition([PONT_ITEM, LIBRARY_ITEM]), nobody, QuietProgress())
    first, second = nobody.asked
    assert [text.id for text in second] == [text.id for text in first]
    told = {text.text: text for text in second}
    assert told["Onze autres personnes ont été blessées."].tried == (
        "Eleven other people were injured."
    )
    assert any(text.faults == ("It's missing.",) for text in second)


def test_a_language_that_nobody_can_check_is_not_asked_for() -> None:
    nobody = Dictionary()
    told = translate(edition([JAPANESE, LIBRARY_ITEM]), nobody, QuietProgress())
    assert not nobody.asked
    assert "no translation from that language can be checked" in told.left_out[0].reason


def test_an_article_half_of_which_is_missing_is_not_told() -> None:
    unknown = "Personne ne sait ce que cela veut dire."
    short = "\n\n".join([*list(ENGLISH)[1:3], *(f"{unknown} {n}" for n in "ABC")])
    news = PONT_ITEM.model_copy(update={"text": short})
    told = translate(edition([news, LIBRARY_ITEM]), Dictionary(), QuietProgress())
    assert [story.id for story in told.stories] == ["s2"]
    assert "most of its translation doesn't hold" in told.left_out[0].reason


def test_of_a_long_article_the_beginning_is_translated() -> None:
    known, nobody = list(ENGLISH)[1], Dictionary()
    long = "\n\n".join([known, *(f"Phrase {n} {'mot ' * 400}fin." for n in range(9))])
    translate(
        mixed(BRIDGE_ITEM, PONT_ITEM.model_copy(update={"text": long})), nobody, QuietProgress()
    )
    assert [text.id for text in nobody.asked[0]] == ["title", *(f"s1.{n}" for n in range(9, 13))]
