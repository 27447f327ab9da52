"""Other ways to say a line: none loses a word, each is another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.models import Delivery, Emphasis
from podcaster.speak.versions import Version, other_versions, slower
from podcaster.speak.wording import spoken_words

PLAIN = Delivery(rate=1.0, pauses=1.0, ending="falling")
TWO = "Dr. Smith left at 9.30 a.m. with his crew. Nobody saw the boat again."


def versions(text: str, *misheard: str, delivery: Delivery = PLAIN) -> dict[str, Version]:
    return {v.means: v for v in other_versions(text, delivery, "en", misheard)}


def said(version: Version) -> list[str]:
    return [phrase.text for phrase in version.phrases]


def test_a_line_is_cut_after_its_sentences_and_not_after_an_abbreviation() -> None:
    assert said(versions(TWO)["split"]) == [
        "Dr. Smith left at 9.30 a.m. with his crew.",
        "Nobody saw the boat again.",
    ]


def test_one_sentence_is_cut_at_the_mark_nearest_to_its_middle() -> None:
    text = "In short, the bridge will close for two years, so ferries will run all night."
    assert said(versions(text)["split"]) == [
        "In short, the bridge will close for two years,",
        "so ferries will run all night.",
    ]


@pytest.mark.parametrize("text", ["Yes, of course.", "Nobody was killed.", "Why? Because."])
def test_a_line_without_phrases_of_some_words_is_not_cut(text: str) -> None:
    assert "split" not in versions(text)


def test_phrases_keep_the_ending_and_their_own_emphasis() -> None:
    delivery = PLAIN.model_copy(update={"emphasis": (Emphasis(first=8, last=9, strength=0.7),)})
    first, second = versions(TWO, delivery=delivery)["split"].phrases
    assert (first.delivery.ending, second.delivery.ending) == (None, "falling")
    assert first.delivery.emphasis == (Emphasis(first=8, last=8, strength=0.7),)
    assert second.delivery.emphasis == (Emphasis(first=0, last=0, strength=0.7),)
    assert second.gap > 0


def test_a_marked_pause_between_phrases_stands_for_the_gap() -> None:
    first, second = versions("It was very late. [pause 1] Nobody was about.")["split"].phrases
    assert first.text == "It was very late."
    assert second.text == "[pause 1] Nobody was about."
    assert second.gap == 0


def test_what_is_slow_already_is_not_slowed_further() -> None:
    once = slower("Hello.", PLAIN)
    assert once is not None
    assert once.phrases[0].delivery.rate == pytest.approx(0.88)
    assert slower("Hello.", Delivery(rate=0.8)) is None


@pytest.mark.parametrize(
    ("text", "misheard", "becomes"),
    [
        ("Eugène Viollet-le-Duc drew it.", "viollet le duc", "Eugène Viollet le Duc drew it."),
        ("The NATO summit ended.", "nato", "The N.A.T.O. summit ended."),
        ("The FBI, they said, knew.", "f.b.i", "The Fbi, they said, knew."),
        ("So said OpenAI there.", "openai", "So said OpenAI there."),
        ("A PayPal account.", "paypal", "A Pay Pal account."),
        ("In São Paulo, rain.", "são", "In Sao Paulo, rain."),
    ],
)
def test_a_misheard_word_is_spelled_as_it_sounds(text: str, misheard: str, becomes: str) -> None:
    version = versions(text, misheard).get("respelled")
    assert (said(version)[0] if version else text) == becomes


def test_words_that_were_heard_stay_as_they_are() -> None:
    assert "respelled" not in versions("The NATO summit in São Paulo.", "summit")


def test_every_token_of_a_respelling_stands_for_a_printed_word() -> None:
    (phrase,) = versions("Then [pause 1] Viollet-le-Duc came.", "viollet le duc")[
        "respelled"
    ].phrases
    tokens = [token.text for token in spoken_words(phrase.text, "en")]
    assert tokens == ["Then", "[pause 1]", "Viollet", "le", "Duc", "came."]
    assert phrase.printed == ("Then", "[pause 1]", "Viollet-le-Duc", "", "", "came.")


def test_emphasis_moves_with_its_word_when_another_becomes_two() -> None:
    delivery = PLAIN.model_copy(update={"emphasis": (Emphasis(first=1, last=1, strength=1),)})
    (phrase,) = versions("Viollet-le-Duc won.", "viollet le duc", delivery=delivery)[
        "respelled"
    ].phrases
    assert phrase.delivery.emphasis == (Emphasis(first=3, last=3, strength=1),)


@given(
    st.lists(
        st.sampled_from(["storm.", "Nine,", "of", "NATO", "co-op", "it's;", "—", "[pause 0.3]"]),
        min_size=1,
        max_size=14,
    )
)
def test_no_version_loses_a_word(words: list[str]) -> None:
    text = " ".join(["Today", *words])
    for version in other_versions(text, PLAIN, "en", ["nato", "co op"]):
        if version.means == "respelled":
            printed = [word for phrase in version.phrases for word in phrase.printed if word]
        else:
            printed = " ".join(said(version)).split()
        assert " ".join(printed).split() == text.split()
