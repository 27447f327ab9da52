"""Dates and times: each must be in the source, whichever way the source says it."""

from collections.abc import Callable, Iterator, Sequence

from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.lengths_of_time import is_told_once, is_told_whole
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Misplaced
from podcaster.write.evidence.offices import eras, is_named
from podcaster.write.evidence.reading.moments import Moment
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reckonings import is_reckoned
from podcaster.write.evidence.spans_of_time import days_meant
from podcaster.write.evidence.zones import belongs_elsewhere

MARGIN = 1.0
OF_ONE = 0.4
"""The share of a sentence that the source's must carry for both to date one deed."""
_ROUGHLY = 15
"""How many minutes `shortly before half past eight` may be off."""


def unsupported_dates(ground: Ground) -> Iterator[Unsupported]:
    """Moments that the evidence doesn't know, or knows of something else."""
    said = [
        moment
        for moment in ground.text.moments
        if moment.first not in ground.text.quoted and moment.kind != "shift"
    ]
    told = [m for m in ground.moments if m.first not in ground.source.quoted]
    same = same_moment(ground)
    placed: list[tuple[Moment, list[Moment]]] = []
    for moment in said:
        if own := [other for other in ground.moments if same(moment, other)]:
            placed.append((moment, own))
            yield from _at_other_end(ground, moment, own)
        elif not _goes_without_saying(ground, moment) and not is_reckoned(ground, moment):
            yield _missing(ground, moment, told)
    misplaced = ground.misplaced([moment for moment, _ in placed], told, same, _comparable, MARGIN)
    moved = {wrong.said.first for wrong in misplaced}
    for moment, alike in placed:
        own = [other for other in alike if other.first not in ground.source.quoted]
        rivals = [
            other
            for other in told
            if _comparable(moment, other) and not any(same(m, other) for m in said)
        ]
        instead = belongs_elsewhere(ground, moment, own, rivals)
        if instead and moment.first not in moved:
            misplaced.append(Misplaced(moment, instead))
    for wrong in misplaced:
        here = words_of(ground.source, wrong.instead)
        words = words_of(ground.text, wrong.said)
        sign: Sign = "refuted" if _is_of_one_deed(ground, wrong, told, same) else "elsewhere"
        yield marked(
            ground,
            wrong.said,
            "date",
            sign,
            f"The source dates something else to {words}; here it says {here}.",
        )


def _at_other_end(ground: Ground, said: Moment, own: Sequence[Moment]) -> Iterator[Unsupported]:
    """`Early August`, where the source says `late August`."""
    end = _end_of(ground.text, said)
    if end and all(_end_of(ground.source, told) not in ("", end) for told in own):
        reason = f"The source means the other end of {words_of(ground.source, own[0])}."
        yield marked(ground, said, "date", "instead", reason)


def _end_of(reading: Reading, moment: Moment) -> str:
    """Whether a month or a year is named by its beginning or its end."""
    passage = reading.passage
    if moment.day or moment.kind not in ("calendar", "period"):
        return ""
    ends = ("beginning", "close")
    known = {name: passage.lexicon.vocabulary("dates", name) for name in ends}
    return next((n for n in ends if known[n].ends_at(passage.words, moment.first)), "")


def _is_of_one_deed(
    ground: Ground,
    wrong: Misplaced[Moment],
    told: Sequence[Moment],
    same: Callable[[Moment, Moment], bool],
) -> bool:
    """Whether the source dates the very verb that the text dates, and never to the text's day."""
    text, source = ground.text.passage, ground.source.passage
    if text.grammar is None or source.grammar is None:
        return False
    mine = text.grammar.verb_over(wrong.said.first)
    theirs = source.grammar.verb_over(wrong.instead.first)
    number, other = text.sentence_of[wrong.said.first], source.sentence_of[wrong.instead.first]
    if mine is None or theirs is None or ground.alignment[number][other] < OF_ONE:
        return False
    stem = text.words[mine].stem
    verbs = (source.grammar.verb_over(moment.first) for moment in told if same(wrong.said, moment))
    elsewhere = any(verb is not None and source.words[verb].stem == stem for verb in verbs)
    return source.words[theirs].stem == stem and not elsewhere


def same_moment(ground: Ground) -> Callable[[Moment, Moment], bool]:
    """Whether a moment of the text may mean one of the source; it may be less exact, not more."""
    said_on = ground.text.spoken_on

    def same(said: Moment, told: Moment) -> bool:
        told_on = ground.source.day_at(told.first)
        if said.kind == "clock" or told.kind == "clock":
            return bool(said.clock & told.clock) or (
                _is_rough(ground, said) and _minutes_apart(said, told) <= _ROUGHLY
            )
        if _same_words(said, told) and (said_on == told_on or _says_alike(ground, said, told)):
            return True
        meant, given = days_meant(said, said_on), days_meant(told, told_on)
        if not meant or not given:
            return _same_fields(said, told)
        if "ago" in (said.kind, told.kind):
            return any(a.meets(b) for a in meant for b in given)
        return any(a.holds(b) for a in meant for b in given)

    return same


def _says_alike(ground: Ground, said: Moment, told: Moment) -> bool:
    """Whether both are a distance in the same words, such as `two days earlier`."""
    words = (words_of(ground.text, said), words_of(ground.source, told))
    return said.kind == "ago" and words[0].casefold() == words[1].casefold()


def _is_rough(ground: Ground, moment: Moment) -> bool:
    passage = ground.text.passage
    rough = passage.lexicon.vocabulary("dates", "rough")
    return any(rough.ends_at(passage.words, end) for end in (moment.first, moment.first - 1))


def _minutes_apart(left: Moment, right: Moment) -> int:
    def minutes(clock: str) -> int:
        return 60 * int(clock[:2]) + int(clock[3:])

    gaps = [abs(minutes(a) - minutes(b)) for a in left.clock for b in right.clock]
    return min(gaps, default=24 * 60)


def _same_words(said: Moment, told: Moment) -> bool:
    fields = ("kind", "year", "month", "day", "weekday", "offset", "unit")
    return all(getattr(said, name) == getattr(told, name) for name in fields)


def _same_fields(said: Moment, told: Moment) -> bool:
    """Compares what both say, where a day can't be worked out; the text may not say more."""
    if said.kind != told.kind:
        return False
    if said.kind in ("relative", "period", "ago"):
        return (said.offset, said.unit) == (told.offset, told.unit)
    pairs = [
        (getattr(said, name), getattr(told, name)) for name in ("year", "month", "day", "weekday")
    ]
    return all(mine is None or mine == theirs for mine, theirs in pairs)


def _goes_without_saying(ground: Ground, moment: Moment) -> bool:
    """`This year` and `this week` are the article's own, and a year may hide in a name."""
    if moment.kind == "period" and moment.offset == 0:
        return True
    before = ground.text.passage.words[moment.first - 1].lower if moment.first else ""
    if moment.kind == "relative" and moment.offset == 0 and before in ("than", "qu'", "que"):
        return True
    if moment.kind == "relative" and moment.offset == 0 and ground.text.spoken_on is not None:
        return not _dated_otherwise(ground, moment)
    if moment.kind == "calendar" and moment.year and not moment.month:
        digits = str(moment.year)
        return is_named(ground.source.passage, eras().get(moment.year, ())) or any(
            digits in word.text for word in ground.source.passage.words
        )
    if moment.kind == "ago":
        once = moment.offset == -1 and is_told_once(ground, moment.unit)
        whole = moment.unit == "year" and is_told_whole(ground, -moment.offset)
        return once or whole or any(q.values[0] == -moment.offset for q in ground.quantities)
    return False


def _dated_otherwise(ground: Ground, moment: Moment) -> bool:
    """Whether the source has a day where the text has `today`, which may only mean nowadays."""
    days = [other for other in ground.moments if _grain(other) == "day"]
    return any(ground.likeness(moment, other) > MARGIN for other in days)


def _comparable(said: Moment, told: Moment) -> bool:
    return _grain(said) == _grain(told)


def _grain(moment: Moment) -> str:
    """How fine the moment is: only moments as fine can stand in each other's place."""
    if moment.kind == "calendar":
        return "day" if moment.day else "month" if moment.month else "year"
    if moment.kind in ("weekday", "relative"):
        return "day"
    return moment.unit if moment.kind == "period" else moment.kind


def _missing(ground: Ground, moment: Moment, told: list[Moment]) -> Unsupported:
    words = words_of(ground.text, moment)
    near = [other for other in told if _comparable(moment, other)]
    best = max(near, key=lambda other: ground.likeness(moment, other), default=None)
    if best is not None:
        reason = f"The source has no {words}; it says {words_of(ground.source, best)}."
        return marked(ground, moment, "date", "instead", reason)
    return marked(ground, moment, "date", "absent", f"The source has no {words}.")
