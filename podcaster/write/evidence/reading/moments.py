"""Dates and times in a text: days, months, years, weekdays, "yesterday", "at 9 a.m."."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from podcaster.write.evidence.numerals import Calendar, calendar
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.spelled import Spelled, spelled_numbers
from podcaster.write.evidence.reading.words import Word

MomentKind = Literal["calendar", "weekday", "relative", "period", "ago", "clock", "decade", "shift"]
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mars", "mar", "jun", "jan", "set", "ago", "dec"})
_ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "º"})
_YEAR = re.compile(r"^(?:1[0-9]|20)\d\d$")


@dataclass(frozen=True)
class Moment:
    """One date or time, as far as the words say it."""

    first: int
    last: int
    """The words it's made of: `first` to `last - 1`."""
    kind: MomentKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int = 0
    """Days from the day of speaking for `relative`; units for `period` and `ago`; and -1 or 1 for
    a weekday that is called last or next."""
    unit: str = ""
    """`week`, `month`, `year` or `weekend`, for `period` and `ago`."""
    clock: frozenset[str] = field(default=frozenset())
    """The hours it may mean on a 24-hour clock, as `HH:MM`."""
    anchor: "Moment | None" = None
    """The moment that `the next day` counts from, for `shift`; `offset` counts `unit`s."""


def moments(passage: Passage) -> list[Moment]:
    """In order, none overlapping another."""
    return list(_anchored(_Reader(passage).read()))


def _anchored(found: Iterable[Moment]) -> Iterator[Moment]:
    """Ties `the next day` and `the following month` to the last moment as fine before them."""
    last: dict[str, Moment] = {}
    for moment in found:
        tied = moment
        if moment.kind == "shift":
            tied = replace(moment, anchor=last.get(moment.unit))
        elif moment.kind in ("calendar", "weekday", "relative"):
            if moment.day or moment.kind != "calendar":
                last["day"] = last["week"] = moment
            elif moment.month:
                last["month"] = moment
            elif moment.year:
                last["year"] = moment
        yield tied


class _Reader:
    """Walks a passage from left to right and takes the longest date at each word."""

    def __init__(self, passage: Passage) -> None:
        self.words = passage.words
        self.passage = passage
        self.lexicon = passage.lexicon
        self.calendar: Calendar = calendar(passage.language)
        self.spelled: dict[int, Spelled] = {run.first: run for run in spelled_numbers(passage)}
        self.in_number = frozenset(
            at
            for run in self.spelled.values()
            for at in range(run.first, run.last)
            if run.last - run.first > 1
        )
        self.before_year = self.lexicon.vocabulary("dates", "before_year")
        self.last = self.lexicon.vocabulary("dates", "last")
        self.next = self.lexicon.vocabulary("dates", "next")
        self.this = self.lexicon.vocabulary("dates", "this")
        self.relative = sorted(
            (
                (self.lexicon.make_vocabulary((phrase.replace(" ", "_"),)), days, len(phrase))
                for phrase, days in (self.lexicon.entry("dates", "relative") or {}).items()
            ),
            key=lambda entry: -entry[2],
        )
        self.shifts = [
            (self.lexicon.make_vocabulary((phrase.replace(" ", "_"),)), str(unit), int(step))
            for phrase, (unit, step) in (self.lexicon.entry("dates", "shifts") or {}).items()
        ]
        self.periods = self.lexicon.entry("dates", "periods") or {}
        self.noon = self.lexicon.entry("dates", "noon") or {}

    def read(self) -> Iterator[Moment]:
        at = 0
        while at < len(self.words):
            found = (
                self._iso(at)
                or self._clock(at)
                or self._day_month(at)
                or self._month(at)
                or self._decade(at)
                or self._ago(at)
                or self._period(at)
                or self._shift(at)
                or self._relative(at)
                or self._weekday(at)
                or self._year(at)
            )
            if found:
                yield found
                at = max(found.last, at + 1)
            else:
                at += 1

    def word(self, at: int) -> Word | None:
        return self.words[at] if 0 <= at < len(self.words) else None

    def lower(self, at: int) -> str:
        word = self.word(at)
        return word.lower if word else ""

    def small(self, at: int, most: int) -> tuple[int, int] | None:
        """A whole number from 1 to `most` at this word, and where it ends."""
        word = self.word(at)
        if word is None:
            return None
        if word.kind == "number" and word.text.isdigit() and 1 <= int(word.text) <= most:
            end = at + 1
            if self.lower(end) in _ORDINAL_SUFFIXES and self.words[end].start == word.end:
                end += 1
            return int(word.text), end
        run = self.spelled.get(at)
        if run and 1 <= run.value <= most and run.value == int(run.value):
            return int(run.value), run.last
        return None

    def month_at(self, at: int) -> int | None:
        word = self.word(at)
        if word is None or word.kind != "word":
            return None
        if self.lexicon.language in ("en", "de") and not word.capital:
            return None
        if at in self.in_number or (at in self.spelled and not self._shortens(at)):
            return None
        return self.calendar.months.get(word.fold)

    def _shortens(self, at: int) -> bool:
        """Whether a word that is a number, too, is short for a month: `le 3 sept. 2019`."""
        return self.lower(at + 1) == "." and bool(self.small(at - 1, 31) or self.year_at(at + 2))

    def year_at(self, at: int) -> tuple[int, int] | None:
        word = self.word(at)
        if word is None:
            return None
        if word.kind == "number" and _YEAR.match(word.text):
            return int(word.text), at + 1
        run = self.spelled.get(at)
        if run is None or run.ordinal:
            return None
        if 1000 < run.value <= 2099:
            return int(run.value), run.last
        follow = self.spelled.get(run.last)
        if run.value in (18, 19, 20) and follow and 1 <= follow.value <= 99 and not follow.ordinal:
            return int(run.value * 100 + follow.value), follow.last
        return None

    def _iso(self, at: int) -> Moment | None:
        texts = [self.lower(at + step) for step in range(5)]
        if texts[1] == texts[3] == "-" and _YEAR.match(texts[0]):
            try:
                day = dt.date(int(texts[0]), int(texts[2]), int(texts[4]))
            except ValueError:
                return None
            return Moment(at, at + 5, "calendar", day.year, day.month, day.day)
        return None

    def _day_month(self, at: int) -> Moment | None:
        """`27 November 2013`, `le 1er mars`, `3 de mayo de 2023`, `the fourth of July`."""
        number = self.small(at, 31)
        if number is None:
            return None
        day, end = number
        if self.lower(end) in ("of", "de", "."):
            end += 1
        month = self.month_at(end)
        if month is None:
            return None
        return self._with_year(at, end + 1, month, day)

    def _month(self, at: int) -> Moment | None:
        """`November 27, 2013`, `November 2013`, `in November`."""
        month = self.month_at(at)
        if month is None:
            return None
        end = at + 1
        if self.lower(end) == "." and self.words[at].fold != "may":
            end += 1
        start = end + 1 if self.lower(end) == "the" else end
        number = self.small(start, 31)
        if number and not self.year_at(start) and self._is_day(number[1]):
            return self._with_year(at, number[1], month, number[0])
        found = self._with_year(at, end, month, None)
        ambiguous = self.words[at].fold in _AMBIGUOUS_MONTHS
        introduced = at > 0 and (
            self.words[at - 1] in self.before_year
            or self.words[at - 1] in self.last
            or self.words[at - 1] in self.next
            or self.words[at - 1] in self.this
        )
        named = not ambiguous or introduced or self._is_named(at)
        return found if found.year or named else None

    def _is_named(self, at: int) -> bool:
        """Whether the parse takes `May` for a name, and no first name stands before it."""
        grammar = self.passage.grammar
        lone = at > 0 and not self.words[at - 1].capital and not self.words[at - 1].is_mark
        return grammar is not None and grammar.parts[at] == "PROPN" and lone

    def _is_day(self, after: int) -> bool:
        """English alone puts the day after the month, and a counted noun doesn't follow it."""
        following = self.word(after)
        if self.lexicon.language not in ("en",):
            return False
        return following is None or following.text != "%"

    def _with_year(self, at: int, end: int, month: int, day: int | None) -> Moment:
        step = end
        while self.lower(step) in (",", "of", "de", "del"):
            step += 1
        year = self.year_at(step)
        if year:
            return Moment(at, year[1], "calendar", year[0], month, day)
        if self.word(end) in self.last:
            return Moment(at, end + 1, "calendar", None, month, day, offset=-1)
        if self.word(at - 1) in self.last and self.lower(at - 2) != "the":
            return Moment(at - 1, end, "calendar", None, month, day, offset=-1)
        skip = end + 1 if self.lower(end) in ("of", "de", "l'") else end
        period = self._period(skip) or self._period(skip + 1)
        if period and period.unit == "year" and period.first <= end + 2:
            return Moment(
                at, period.last, "calendar", None, month, day, offset=period.offset, unit="year"
            )
        return Moment(at, end, "calendar", None, month, day)

    def _decade(self, at: int) -> Moment | None:
        year = self.word(at)
        if year is None or year.kind != "number" or not _YEAR.match(year.text):
            return None
        following = self.word(at + 1)
        french = self.lower(at - 1) == "années" or self.lower(at - 1) == "años"
        marked = following is not None and following.lower == "s" and following.start == year.end
        if year.text.endswith("0") and (marked or french):
            return Moment(at, at + 1 + marked, "decade", int(year.text))
        return None

    def _year(self, at: int) -> Moment | None:
        year = self.year_at(at)
        if year is None:
            return None
        value, end = year
        before, after = self.word(at - 1), self.word(end)
        bracketed = before is not None and before.text in "(," and after is not None
        if bracketed and after is not None and after.text in "),":
            return Moment(at, end, "calendar", value)
        introduced = before is not None and (
            before in self.before_year or before.capital or before.lower in ("-", "–", "/")
        )
        counted = (
            after is not None
            and after.kind == "word"
            and not self.lexicon.is_stop(after)
            and not after.capital
            and self.lexicon.language == "en"
            and after.lower.endswith("s")
            and not (before is not None and before.lower in ("the", "its", "his", "her"))
        )
        money = before is not None and before.text in "$€£¥"
        percent = after is not None and after.text in "%€$"
        if money or percent or counted or (value < 1500 and not introduced):
            return None
        if introduced or before is None or self.words[at].kind == "number":
            return Moment(at, end, "calendar", value)
        return None

    def _clock(self, at: int) -> Moment | None:
        """`9 a.m.`, `9:30`, `9.30am`, `9 h 30`, `9 heures`, `noon`, `nine o'clock`."""
        if self.lower(at) in self.noon and self.lower(at - 1) != "-":
            return Moment(at, at + 1, "clock", clock=frozenset({self.noon[self.lower(at)]}))
        if said := self._spoken_clock(at):
            return said
        number = self._hour(at)
        if number is None:
            return None
        hour, minute, end, sure = number
        after = self.lower(end)
        if after in ("am", "a.m.", "pm", "p.m."):
            afternoon = after.startswith("p")
            full = hour % 12 + (12 if afternoon else 0)
            return Moment(at, end + 1, "clock", clock=frozenset({f"{full:02}:{minute:02}"}))
        if self.lexicon.language == "en" and (after, self.lower(end + 1)) == ("in", "the"):
            part = self.lower(end + 2)
            if part in ("morning", "afternoon", "evening") and hour <= 12:
                full = hour % 12 + (0 if part == "morning" else 12)
                return Moment(at, end + 3, "clock", clock=frozenset({f"{full:02}:{minute:02}"}))
        if after == "o'clock":
            return Moment(at, end + 1, "clock", clock=_either(hour, minute))
        if self.lexicon.language == "fr" and after in ("h", "heure", "heures"):
            return self._french_clock(at, hour, end)
        return Moment(at, end, "clock", clock=_either(hour, minute)) if sure else None

    def _spoken_clock(self, at: int) -> Moment | None:
        """`half past two`, `twenty to three`, `trois heures moins vingt`."""
        parts = {"half": 30, "quarter": 15, "quart": 15, "demie": 30}
        first = (parts[self.lower(at)], at + 1) if self.lower(at) in parts else self.small(at, 59)
        if first is None:
            return None
        minute, end = first
        if self.lexicon.language == "en" and self.lower(end) in ("past", "to"):
            hour = self.small(end + 1, 12)
            if (
                hour is None
                or self._is_vote(at, minute)
                or not (minute in (15, 30) or self.lower(hour[1]) in ("", ".", "in", ","))
            ):
                return None
            late = self.lower(end) == "past"
            return Moment(
                at,
                hour[1],
                "clock",
                clock=_either(
                    hour[0] if late else hour[0] - 1 or 12, minute if late else 60 - minute
                ),
            )
        if self.lexicon.language != "fr" or self.lower(end) not in ("heure", "heures"):
            return None
        sign = {"moins": -1, "et": 1}.get(self.lower(end + 1), 0)
        step = end + 2 + (self.lower(end + 2) == "le")
        named = parts.get(self.lower(step))
        past = (named, step + 1) if named else self.small(step, 59)
        if not sign or past is None or minute > 24:
            return None
        hours, rest = (minute, past[0]) if sign > 0 else ((minute - 1) % 24, 60 - past[0])
        return Moment(at, past[1], "clock", clock=_either(hours, rest))

    def _is_vote(self, at: int, minute: int) -> bool:
        """`by a vote of seven to two`, `ruled five to four`: nobody tells a time so."""
        return minute % 5 != 0 or self.lower(at - 1) in ("of", "voted", "ruled", "votes")

    def _hour(self, at: int) -> tuple[int, int, int, bool] | None:
        """Hour, minute, where they end, and whether a colon says that they're a time."""
        word = self.word(at)
        if word is None:
            return None
        if word.kind == "number" and (split := re.fullmatch(r"(\d{1,2})\.(\d\d)", word.text)):
            hour, minute = int(split[1]), int(split[2])
            return (hour, minute, at + 1, False) if hour < 24 and minute < 60 else None
        number = self.small(at, 23)
        if number is None:
            return None
        hour, end = number
        minutes = self.word(end + 1)
        if (
            self.lower(end) == ":"
            and minutes is not None
            and re.fullmatch(r"[0-5]\d", minutes.text)
            and minutes.start == self.words[end].end == word.end + 1
        ):
            return hour, int(minutes.text), end + 2, True
        return hour, 0, end, False

    def _french_clock(self, at: int, hour: int, end: int) -> Moment | None:
        """`9 h 30` and `à 9 heures` are times; `pendant 9 heures` lasts."""
        minute = self.small(end + 1, 59)
        counted = minute and minute[1] < len(self.words) and self.passage.is_content(minute[1])
        if minute and (self.words[end].lower == "h" or not counted):
            return Moment(at, minute[1], "clock", clock=frozenset({f"{hour:02}:{minute[0]:02}"}))
        parts = {"matin": 0, "soir": 12, "après": 12}
        later = self.lower(end + 2) if self.lower(end + 1) in ("du", "de") else ""
        earlier = [self.lower(k) for k in range(at - 4, at)]
        part = next((p for p in (later, *earlier) if p in parts), "")
        introduced = self.lower(at - 1) in ("à", "vers", "dès", "jusqu'à", "avant")
        if introduced or later in parts or (part and self.lower(at - 1) == ","):
            half = self.lower(end + 1) == "et" and self.lower(end + 2).startswith("demi")
            minutes = 30 if half else 0
            hours = {hour} | ({hour + parts[part]} if part and hour <= 12 else set())
            clock = frozenset(f"{h % 24:02}:{minutes:02}" for h in hours)
            return Moment(at, end + 3 if half else end + 1, "clock", clock=clock)
        return None

    def _shift(self, at: int) -> Moment | None:
        for phrase, unit, step in self.shifts:
            if length := phrase.length_at(self.words, at):
                return Moment(at, at + length, "shift", offset=step, unit=unit)
        return None

    def _relative(self, at: int) -> Moment | None:
        for phrase, days, _ in self.relative:
            if length := phrase.length_at(self.words, at):
                return Moment(at, at + length, "relative", offset=days)
        return None

    def _weekday(self, at: int) -> Moment | None:
        word = self.words[at]
        if self.lexicon.language in ("en", "de") and not word.capital:
            return None
        if self.lower(at + 1) == "-" and at + 2 < len(self.words):
            joined = f"{word.fold}-{self.words[at + 2].fold}"
            if (weekday := self.calendar.weekdays.get(joined)) is not None:
                return Moment(at, at + 3, "weekday", weekday=weekday)
        weekday = self.calendar.weekdays.get(word.fold)
        if weekday is None and word.fold.endswith("s"):
            weekday = self.calendar.weekdays.get(word.fold[:-1])
        if weekday is None:
            return None
        before, after = self.word(at - 1), self.word(at + 1)
        if before is not None and before in self.last:
            return Moment(at - 1, at + 1, "weekday", weekday=weekday, offset=-1)
        if before is not None and before in self.next:
            return Moment(at - 1, at + 1, "weekday", weekday=weekday, offset=1)
        if after is not None and (after in self.last or after in self.next):
            step = -1 if after in self.last else 1
            return Moment(at, at + 2, "weekday", weekday=weekday, offset=step)
        dated = self._day_month(at + 1) or self._day_month(at + 2) or self._month(at + 2)
        if dated and dated.day and dated.first <= at + 2:
            return Moment(at, dated.last, "calendar", dated.year, dated.month, dated.day)
        return Moment(at, at + 1, "weekday", weekday=weekday)

    def _period(self, at: int) -> Moment | None:
        """`last week`, `this year`, `le mois prochain`, `l'an dernier`."""
        word, after = self.word(at), self.word(at + 1)
        if word is None:
            return None
        if after is not None and after.lower in self.periods:
            for vocabulary, step in ((self.last, -1), (self.next, 1), (self.this, 0)):
                if word in vocabulary and self._dated_period(at, step):
                    return Moment(at, at + 2, "period", offset=step, unit=self.periods[after.lower])
        if word.lower in self.periods and after is not None and self.lexicon.language != "en":
            for vocabulary, step in ((self.last, -1), (self.next, 1)):
                if after in vocabulary:
                    return Moment(at, at + 2, "period", offset=step, unit=self.periods[word.lower])
        return None

    def _dated_period(self, at: int, step: int) -> bool:
        """`the last year` counts back, `last year` names; the article tells them apart."""
        return not (self.lexicon.language == "en" and step and self.lower(at - 1) == "the")

    def _ago(self, at: int) -> Moment | None:
        """`three days ago`, `il y a trois jours`, `hace tres días`."""
        ago = self.lexicon.vocabulary("dates", "ago")
        units = {**self.periods, **_day_words(self.lexicon.language)}
        start = at
        if self.lexicon.language in ("fr", "es", "pt", "de"):
            lead = ago.length_at(self.words, at)
            if not lead:
                return None
            start = at + lead
            if self.lower(start) in ("environ", "plus", "près"):
                return None
        number = self._count(start)
        if number is None:
            return None
        count, end = number
        unit_word = self.word(end)
        if unit_word is None:
            return None
        unit = units.get(unit_word.lemma) or units.get(unit_word.lower)
        if unit is None:
            return None
        if start == at and not ago.length_at(self.words, min(end + 1, len(self.words) - 1)):
            return None
        finish = end + 2 if start == at else end + 1
        return Moment(at, min(finish, len(self.words)), "ago", offset=-count, unit=unit)

    def _count(self, at: int) -> tuple[int, int] | None:
        if self.lower(at) in ("a", "an", "un", "une", "una", "uma"):
            return 1, at + 1
        return self.small(at, 999)


def _day_words(language: str) -> dict[str, str]:
    return {
        "en": {"day": "day"},
        "fr": {"jour": "day"},
        "es": {"día": "day"},
        "it": {"giorno": "day"},
        "pt": {"dia": "day"},
        "de": {"tag": "day"},
    }.get(language, {})


def _either(hour: int, minute: int) -> frozenset[str]:
    """A bare hour up to twelve may be before or after noon."""
    hours = {hour, (hour + 12) % 24} if 1 <= hour <= 12 else {hour}
    return frozenset(f"{h:02}:{minute:02}" for h in hours)
