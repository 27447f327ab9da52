"""What the front end gives: each written token with the words that are said for it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spoken:
    """One written token and how it is said."""

    text: str
    """As printed."""
    spoken: str
    """The words said, punctuation kept; empty where nothing is (emoji, markup, a pause)."""
    ipa: str | None
    """Fixed phonemes for the words of `spoken`, in espeak-ng's IPA, without punctuation."""
    language: str | None
    """Set where another language's rules read this token."""
    start: int
    """Offset of the token in the line."""
    end: int
    origin: str
    """The rule that read it, such as `money` or `lexicon:fr`; `word` where none did."""


@dataclass(frozen=True)
class Reading:
    """A stretch of a line that a rule knows how to say."""

    start: int
    end: int
    parts: tuple[str, ...]
    """The words: one part per written token of the stretch, or one part to be spread over them."""
    origin: str
    ipa: tuple[str, ...] = ()
    """One per written token, or nothing."""
    language: str | None = None


def say(start: int, end: int, words: str, origin: str) -> Reading:
    """A reading whose words are spread evenly over the written tokens it covers."""
    return Reading(start, end, (words,), origin)


def spread(parts: Sequence[str], count: int) -> tuple[str, ...]:
    """Words over `count` written tokens, in order, none lost, the first ones fullest.

    >>> spread(("four point seven billion dollars",), 2)
    ('four point seven', 'billion dollars')
    """
    if len(parts) == count:
        return tuple(parts)
    words = " ".join(parts).split()
    each, more = divmod(len(words), count)
    shares: list[str] = []
    taken = 0
    for index in range(count):
        size = each + (index < more)
        shares.append(" ".join(words[taken : taken + size]))
        taken += size
    return tuple(shares)


def joined(first: str, second: str) -> str:
    """Two pieces of one token: a space between words, none before punctuation."""
    if not first or not second or not second[0].isalnum():
        return first + second
    return f"{first} {second}"


def align(pieces: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """One part per written token, from pairs of what's written and what's said for it.

    Pairs that no space separates share a token.

    >>> align([("$4.7 ", "four point seven"), ("billion", "billion dollars")])
    ('four point seven', 'billion dollars')
    """
    parts: list[str] = []
    open_token = False
    for written, words in pieces:
        tokens = written.split()
        if not tokens:
            if words and parts:
                parts[-1] = joined(parts[-1], words)
            open_token = open_token and not written
            continue
        shares = spread((words,), len(tokens))
        if open_token and not written[0].isspace():
            parts[-1] = joined(parts[-1], shares[0])
            shares = shares[1:]
        parts.extend(shares)
        open_token = not written[-1].isspace()
    return tuple(parts)
