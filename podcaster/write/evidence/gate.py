"""The gate: every check, over a whole text."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from podcaster.write.evidence.checks.attributions import unsupported_attributions
from podcaster.write.evidence.checks.changes import refuted_changes
from podcaster.write.evidence.checks.comparisons import refuted_comparisons
from podcaster.write.evidence.checks.counts import refuted_counts
from podcaster.write.evidence.checks.dates import unsupported_dates
from podcaster.write.evidence.checks.deeds import denied_deeds
from podcaster.write.evidence.checks.descriptions import exchanged_descriptions
from podcaster.write.evidence.checks.directions import turned_directions
from podcaster.write.evidence.checks.leads import refuted_leads
from podcaster.write.evidence.checks.names import unsupported_names
from podcaster.write.evidence.checks.negations import unsupported_negations
from podcaster.write.evidence.checks.numbers import unsupported_numbers
from podcaster.write.evidence.checks.orders import refuted_orders
from podcaster.write.evidence.checks.plans import fulfilled_plans
from podcaster.write.evidence.checks.quotations import unsupported_quotations
from podcaster.write.evidence.checks.roles import turned_roles
from podcaster.write.evidence.checks.superlatives import unsupported_superlatives
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reader import (
    TAUGHT_IN,
    doubt,
    network,
    weighed,
    weights_for,
)
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read
from podcaster.write.evidence.titles import plain, titled

Check = Callable[[Ground], Iterator[Unsupported]]

CHECKS: tuple[Check, ...] = (
    unsupported_numbers,
    unsupported_dates,
    unsupported_names,
    unsupported_quotations,
    unsupported_attributions,
    fulfilled_plans,
    turned_roles,
    exchanged_descriptions,
    denied_deeds,
    refuted_counts,
    refuted_comparisons,
    refuted_orders,
    refuted_changes,
    refuted_leads,
    turned_directions,
    unsupported_negations,
    unsupported_superlatives,
)
"""In the order in which a reader would look."""


def find_unsupported(
    text: str,
    source: str,
    language: str,
    published: dt.date | str | None = None,
    listening: dt.date | None = None,
) -> list[Unsupported]:
    """What `text` says and the article `source` doesn't, in the order of the text.

    `published` is the article's date, also as ISO 8601 text: the source's "Thursday" counts from
    it. The text's "yesterday" counts from `listening`, the day it's heard on, or from `published`
    without it. Raises ValueError for a date that isn't one.
    """
    return examine(ground_for(text, source, language, published, listening))


def ground_for(
    text: str,
    source: str,
    language: str,
    published: dt.date | str | None = None,
    listening: dt.date | None = None,
) -> Ground:
    """A text and the article it's held against, read; see `find_unsupported`."""
    written = _day(published)
    article = _article(source, language, written)
    return Ground(Reading(read(text, language), listening or written), article)


def _day(published: dt.date | str | None) -> dt.date | None:
    if isinstance(published, str):
        published = dt.datetime.fromisoformat(published)
    return published.date() if isinstance(published, dt.datetime) else published


@lru_cache(maxsize=16)
def _article(source: str, language: str, written: dt.date | None) -> Reading:
    """An article is read once, however many lines are held against it."""
    return Reading(read(source, language), written)


def examine(ground: Ground) -> list[Unsupported]:
    """What is wrong by the rules and the second reader together, in the order of the text."""
    taken_over = _taken_over(ground)
    found = _by_rules(ground, taken_over)
    passage = ground.text.passage
    reader = network() if passage.lexicon.language in TAUGHT_IN else None
    if reader is not None:
        unread = frozenset(number for number, _ in taken_over) | titled(ground)
        doubts = doubt(ground, reader, unread)
        found = list(weighed(found, doubts, passage, weights_for(passage.lexicon.language)))
    return sorted(found, key=lambda finding: (finding.span.start, finding.kind))


def by_rules(ground: Ground) -> list[Unsupported]:
    """Every check's findings, one a place and kind: what is refuted before all else."""
    return _by_rules(ground, _taken_over(ground))


def _by_rules(ground: Ground, taken_over: Sequence[tuple[int, range]]) -> list[Unsupported]:
    found: dict[tuple[int, str], Unsupported] = {}
    for check in CHECKS:
        for finding in check(ground):
            start = finding.span.start
            key = (start, finding.kind)
            if finding.kind != "date" and any(start in place for _, place in taken_over):
                continue
            if key not in found or finding.sign == "refuted":
                found[key] = finding
    return list(found.values())


def _taken_over(ground: Ground) -> list[tuple[int, range]]:
    """The sentences that are the source's own, word for word, and where they stand.

    They say what it says; only their days may be others by now.
    """
    source, text = ground.source.passage, ground.text.passage
    own = {plain(source.sentence(number)) for number in ground.sentences}
    return [
        (number, range(text.words[first].start, text.words[last - 1].end))
        for number, (first, last) in enumerate(text.bounds)
        if plain(text.sentence(number)) in own
    ]
