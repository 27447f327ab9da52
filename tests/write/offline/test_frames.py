"""Framing lines: complete in every language, dealt without repeating."""

import datetime as dt

import pytest

from podcaster.errors import WriteError
from podcaster.write.offline.frames import VARIABLE, Deck, frames
from podcaster.write.offline.language import folder, load
from tests.write.editions import BRIDGE_ITEM, LIBRARY_ITEM, PONT_ITEM, edition, show, write

LANGUAGES = ("en", "fr", "es")
KNOWN = {
    "open_first": {"date", "host", "show"},
    "open_second": {"host", "other"},
    "quote": {"speaker", "name", "quote"},
    "intro": {"source", "fact", "low"},
    "intro_old": {"source", "fact", "low", "date"},
    "intro_plain": {"fact", "low"},
    "intro_reported": {"source", "fact"},
    "coming_first": {"headline", "low"},
    "coming_later": {"headline", "low"},
    "recap_first": {"recap", "low"},
    "ask_about": {"subject", "other"},
    "ask_voice": {"who", "other"},
    "ask_shows": {"subject", "verb", "other"},
    "bridge": {"other"},
    "bridge_topic": {"topic", "news", "other"},
    "bridge_grave": {"other"},
    "credits": {"sources"},
}
"""What the writer can fill in, by kind; a template that asks for more would never be dealt."""


def kinds(language: str) -> set[str]:
    return {path.stem for path in folder(language).glob("*.jinja")}


def test_every_language_has_every_kind() -> None:
    assert kinds("fr") == kinds("en")
    assert kinds("es") == kinds("en")


def test_every_way_of_asking_has_its_words() -> None:
    for code in LANGUAGES:
        table = load(code)
        wanted = {
            *table.asking.kinds,
            *table.asking.openers,
            *table.rewriting.tails,
            *table.rewriting.replies,
            *("about", "voice", "topic", "where"),
        }
        assert {f"ask_{kind}" for kind in wanted} <= kinds(code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_frames_ask_only_for_what_the_writer_has(language: str) -> None:
    for kind, known in KNOWN.items():
        for frame in frames(language, kind):
            assert set(VARIABLE.findall(frame.template)) <= known, frame.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_frame_has_loose_brackets_or_spaces(language: str) -> None:
    for kind in kinds(language):
        for frame in frames(language, kind):
            assert not set(frame.template) & set("[]|"), frame.id
            assert "  " not in frame.template
            assert frame.template == frame.template.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_greeting_names_date_and_host_and_owns_up_to_its_voices(language: str) -> None:
    for frame in frames(language, "open_first"):
        assert {"date", "host"} <= set(VARIABLE.findall(frame.template)), frame.id
    marks = {
        "en": ("synthetic", "computer"),
        "fr": ("synth", "artific", "ordinateur"),
        "es": ("sint", "artific", "ordenador"),
    }
    for kind in ("open_second", "open_alone"):
        for frame in frames(language, kind):
            assert any(mark in frame.template.lower() for mark in marks[language]), frame.id


def test_a_headline_frame_always_holds_the_headline() -> None:
    for language in LANGUAGES:
        for kind in (
            "coming_first",
            "coming_later",
            "coming_next",
            "coming_last",
            "recap_first",
            "recap_next",
        ):
            for frame in frames(language, kind):
                assert set(VARIABLE.findall(frame.template)) & {"headline", "recap", "low"}


def test_a_deck_deals_the_same_again_and_something_else_on_another_day() -> None:
    def dealt(day: int) -> list[str]:
        deck = Deck("en", f"daily|{day}", frozenset())
        return [deck.deal("bridge", str(n), other="Noah").frame for n in range(6)]

    assert dealt(7) == dealt(7)
    assert dealt(7) != dealt(8)
    assert len(set(dealt(7))) == 6


def test_a_used_frame_comes_back_only_when_no_other_is_left() -> None:
    every = [frame.id for frame in frames("en", "credits_plain")]
    used = frozenset(every[1:])
    assert Deck("en", "s", used).deal("credits_plain", "0").frame == every[0]
    spent = Deck("en", "s", frozenset(every))
    assert spent.deal("credits_plain", "0").frame in every
    assert Deck("en", "s", frozenset(every)).fresh("credits_plain", "0") is None


def test_a_missing_kind_says_what_to_write() -> None:
    with pytest.raises(WriteError, match=r"nonsense\.jinja"):
        frames("en", "nonsense")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "items"), [("en", [BRIDGE_ITEM, LIBRARY_ITEM]), ("fr", [PONT_ITEM, PONT_ITEM])]
)
def test_thirty_days_repeat_no_framing_line(language: str, items: list[object]) -> None:
    seen: list[str] = []
    start = dt.date(2024, 5, 14)
    for day in range(30):
        heard = start + dt.timedelta(day)
        told = edition(
            [item.model_copy(update={"published": None}) for item in items],  # type: ignore[attr-defined]
            heard,
            language,
        )
        script = write(told, show(language=language), used=frozenset(seen))
        dealt = [line.frame for line in script.lines if line.frame]
        assert len(set(dealt)) == len(dealt)
        assert not set(dealt) & set(seen)
        seen += dealt
