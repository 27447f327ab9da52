"""Was a line heard as it's written? Pure: a text and what was heard of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from podcaster.listen.words import bare_words, misheard
from podcaster.models import Line
from podcaster.speak.homophones import sounds_of
from podcaster.speak.markup import without_pauses
from podcaster.speak.text.alike import Comparison, compare
from podcaster.speak.text.language import languages
from podcaster.timeline import Idents, fit

MOST_WRONG = 0.2
"""A line of which a greater share of words is heard differently is said again."""
LENGTH_SLACK = 1.5
"""Seconds that an episode may miss its length by for a line that's said again."""


@dataclass(frozen=True)
class Verdict:
    """One hearing of one line."""

    heard: str
    compared: Comparison

    @property
    def passes(self) -> bool:
        return self.compared.rate <= MOST_WRONG


def judge(text: str, heard: str, language: str) -> Verdict:
    """Numbers, spelling and homophones don't count; a language without rules goes by letters."""
    bare = language.split("-")[0]
    if bare in languages():
        return Verdict(heard, compare(text, heard, language, partial(sounds_of, language=bare)))
    said = without_pauses(text)
    return Verdict(heard, Comparison(len(bare_words(said)), misheard(said, heard), ()))


def better(new: Verdict, old: Verdict) -> bool:
    """Fewer words wrong; what's heard alike stays as it was first said."""
    return new.compared.wrong < old.compared.wrong


def keeps_length(
    lines: Sequence[Line],
    before: Sequence[float],
    after: Sequence[float],
    idents: Idents,
    target: float | None,
) -> bool:
    """Whether an episode whose lines last `after` seconds still lasts `target` seconds.

    Where it missed its length before, it may not miss it by more.
    """
    if target is None:
        return True
    was, comes = (
        abs(fit(lines, lengths, idents, target).seconds - target) for lengths in (before, after)
    )
    return comes <= max(was, LENGTH_SLACK)
