"""Days turned round: "Wednesday", written on Wednesday, is "yesterday" when heard on Thursday."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from podcaster.write.offline.language import Language
from podcaster.write.offline.split import has_verb
from podcaster.write.offline.table import DayPart, Days, Period

RANGE_AFTER = 3
"""Days after a report up to which "the night of Friday to Saturday" may be said as it stands."""
OLD_AFTER = 6
"""Days after which a weekday's name no longer says which one is meant."""


class UnsureDayError(Exception):
    """The sentence holds a day that can't be said rightly on the day of listening."""


@dataclass(frozen=True)
class Calendar:
    """Reads days as written on `published` and says them as heard on `heard`."""

    language: Language
    published: dt.date | None
    heard: dt.date

    @property
    def days(self) -> Days:
        return self.language.days

    @property
    def year(self) -> int:
        """The story's own."""
        return (self.published or self.heard).year

    @property
    def old(self) -> bool:
        return self.published is not None and abs((self.heard - self.published).days) > OLD_AFTER

    @property
    def _is_of_another_year(self) -> bool:
        return self.old and self.published is not None and self.published.year != self.heard.year

    def turned(self, text: str) -> str:
        """The text with its days said for the day of listening. Raises UnsureDayError."""
        if self._is_of_another_year and self.language.pattern(self.days.yearless).search(text):
            raise UnsureDayError(text)
        if self._is_elsewhere(text) or self.language.pattern(self.days.sided).search(text):
            raise UnsureDayError(text)
        coming = bool(self.language.pattern(self.days.future).search(text))
        weekday = self.language.pattern(self.days.weekday)
        if coming and len({match.group("day").lower() for match in weekday.finditer(text)}) > 1:
            raise UnsureDayError(text)
        ranges = [match.span() for match in self.language.pattern(self.days.ranged).finditer(text)]
        if ranges and (self.published is None or (self.heard - self.published).days > RANGE_AFTER):
            raise UnsureDayError(text)

        def said(match: re.Match[str]) -> str:
            if any(start <= match.start("day") < end for start, end in ranges):
                return match.group(0).strip()
            return self._weekday(match, coming)

        text = self._replace(weekday, text, said)
        named = sorted((*self.days.relative, *self.days.periods), key=len, reverse=True)
        relative = self.language.pattern(rf"(?i)(?<![\w⟨])(?:{'|'.join(named)})(?!\w)")
        text = self._replace(relative, text, lambda match: self._named(match, coming))
        return re.sub(r"[⟨⟩]", "", text)

    def _is_elsewhere(self, text: str) -> bool:
        """Whether it names a weekend or a season that isn't the listener's."""
        weekday = self.language.pattern(r"\b(?:{weekday})\b")
        nights = self.language.pattern(self.days.nights)
        if self.published != self.heard and nights.search(text) and not weekday.search(text):
            return True
        if not self.language.pattern(self.days.stretches).search(text):
            return False
        return self.published is None or _monday(self.published) != _monday(self.heard)

    def _replace(
        self, pattern: re.Pattern[str], text: str, say: Callable[[re.Match[str]], str]
    ) -> str:
        """Replaces each match; a day that goes takes its comma along. `⟨` marks what is done."""
        out, at = "", 0
        for match in pattern.finditer(text):
            before = text[at : match.start()]
            said = say(match)
            first = not re.sub(r"\W", "", out + before)
            if said:
                marked = (
                    said[0].upper() + said[1:] if first and match.group(0)[0].isupper() else said
                )
                lead = re.match(r"\s*", match.group(0))
                out += before + (lead.group(0) if lead else "") + f"⟨{marked}⟩"
                at = match.end()
                continue
            if self._is_governed(out + before):
                raise UnsureDayError(text)
            out += before.rstrip() if not first else before
            at = match.end()
            if first:
                at += len(text[at:]) - len(text[at:].lstrip(" ,"))
        return out + text[at:]

    def _is_governed(self, before: str) -> bool:
        return bool(self.language.pattern(self.days.governed).search(before))

    def _owns(self, match: re.Match[str]) -> bool:
        """Whether something is a day's or a year's: `Monday’s vote`."""
        owner = self.days.owner
        return bool(owner) and match.string.startswith(owner, match.end())

    def _weekday(self, match: re.Match[str], coming: bool) -> str:
        if self.published is None:
            if match.group("owner"):
                raise UnsureDayError(match.group(0))
            return ""
        coming = coming and self._may_come(match)
        if not coming and self._may_be_either(match, self.published):
            raise UnsureDayError(match.group(0))
        meant = self._meant(match, self.published, coming)
        if match.group("owner") and abs((self.heard - meant).days) > OLD_AFTER:
            raise UnsureDayError(match.group(0))
        owns = match.group("owner") or self._owns(match)
        bare = bool(owns) or self._is_governed(match.string[: match.start()])
        return self._said(meant, self._part(match.group("part")), coming, bare) + (
            self.days.owner if match.group("owner") else ""
        )

    def _may_come(self, match: re.Match[str]) -> bool:
        """Whether what is still to come in the sentence happens on this day.

        It doesn't where a verb of saying stands right before the day, nor where a verb stands
        before it and what is to come only after it.
        """
        before = match.string[: match.start()]
        if self.language.pattern(rf"\b{self.language.reading.speech}\s*$").search(before):
            return False
        future = self.language.pattern(self.days.future)
        return bool(future.search(match.string[: match.end()])) or not has_verb(
            before, self.language
        )

    def _may_be_either(self, match: re.Match[str], published: dt.date) -> bool:
        """Whether the weekday may be the last or the next: nothing tells that it's over."""
        around = f"{match.group('before') or ''}{match.group('part') or ''}".strip().lower()
        told = any(
            self.language.pattern(way).search(around) for way in (self.days.back, self.days.forward)
        )
        names = [name.lower() for name in self.days.weekdays]
        own = names.index(match.group("day").lower()) == published.weekday()
        over = self.language.pattern(self.days.past).search(match.string)
        return not (told or own or over) and has_verb(match.string, self.language)

    def _part(self, written: str | None) -> DayPart:
        word = (written or "").strip().lower()
        if not word:
            return ""
        named: dict[str, DayPart] = {
            "morning": "morning",
            "afternoon": "afternoon",
            "evening": "evening",
            "night": "night",
        }
        return self.days.parts.get(word) or named.get(word, "")

    def _meant(self, match: re.Match[str], published: dt.date, coming: bool) -> dt.date:
        names = [name.lower() for name in self.days.weekdays]
        number = names.index(match.group("day").lower())
        around = f"{match.group('before') or ''}{match.group('part') or ''}".strip().lower()
        ahead = (number - published.weekday()) % 7
        behind = (published.weekday() - number) % 7
        if self.language.pattern(self.days.back).search(around):
            return published - dt.timedelta(behind or 7)
        if self.language.pattern(self.days.forward).search(around):
            return published + dt.timedelta(ahead or 7)
        return published + dt.timedelta(ahead) if coming else published - dt.timedelta(behind)

    def _named(self, match: re.Match[str], coming: bool) -> str:
        phrase = match.group(0).lower()
        if self.published is None:
            return ""
        if phrase in self.days.relative:
            offset, part = self.days.relative[phrase]
            if offset == 0 and self.published != self.heard:
                return ""
            bare = self._is_governed(match.string[: match.start()])
            return self._said(self.published + dt.timedelta(offset), part, coming, bare)
        unit, offset = self.days.periods[phrase]
        if self._owns(match) and self.published.year != self.heard.year:
            raise UnsureDayError(match.group(0))
        return self._period(phrase, unit, offset, self.published, coming)

    def _said(self, meant: dt.date, part: DayPart, coming: bool, bare: bool) -> str:
        """A day's name when it's heard; none for an old report's own day, which is said before it.

        Raises UnsureDayError for something still to come whose day is past when it's heard.
        """
        since = (self.heard - meant).days
        if self.old and meant == self.published and not bare:
            return ""
        if coming and since > 0 and self.published is not None and meant >= self.published:
            raise UnsureDayError(meant.isoformat())
        if called := self.days.called.get(str(since)):
            return called.get(part) or called[""]
        if abs(since) <= OLD_AFTER:
            form = self.days.weekday_bare if bare else self.days.on_weekday
            named_part = next((w for w, p in self.days.parts.items() if p == part), part)
            return form.format(
                weekday=self.days.weekdays[meant.weekday()],
                part=f" {named_part}" if part else "",
            )
        date = self.date(meant)
        form = self.days.bare_date if bare else self.days.on_date
        return form.format(date=date)

    def date(self, day: dt.date) -> str:
        """A date as it's said, with its year where that isn't the year of listening."""
        form = self.days.date if day.year == self.heard.year else self.days.date_year
        return self._form(form, day)

    def spoken_date(self, day: dt.date) -> str:
        """A date with its weekday, for a greeting."""
        return self._form(self.days.spoken_date, day)

    def _form(self, form: str, day: dt.date) -> str:
        ordinal = self.days.ordinals.get(str(day.day)) or self.days.ordinals["default"]
        return form.format(
            weekday=self.days.weekdays[day.weekday()],
            month=self.days.months[day.month - 1],
            ordinal=ordinal.format(n=day.day),
            n=day.day,
            year=day.year,
        )

    def _period(
        self, phrase: str, unit: Period, offset: int, published: dt.date, coming: bool
    ) -> str:
        if unit == "week":
            meant = published + dt.timedelta(weeks=offset)
            weeks = (_monday(meant) - _monday(self.heard)).days // 7
            if found := self._period_name(unit, weeks):
                return found
            return self.days.weeks_then[phrase] if self.old else _unsure(phrase)
        if unit == "month":
            count = published.year * 12 + published.month - 1 + offset
            months = count - (self.heard.year * 12 + self.heard.month - 1)
            if found := self._period_name(unit, months):
                return found
            year, month = divmod(count, 12)
            form = self.days.in_month if year == self.heard.year else self.days.in_month_year
            return form.format(month=self.days.months[month], year=year)
        year = published.year + offset
        if coming and year < self.heard.year:
            return _unsure(phrase)
        return self._period_name(unit, year - self.heard.year) or self.days.in_year.format(
            year=year
        )

    def _period_name(self, unit: Period, distance: int) -> str | None:
        wanted = (unit, distance)
        return next((name for name, what in self.days.periods.items() if what == wanted), None)


def names_a_day(text: str, language: Language) -> bool:
    """Whether it holds a day or a time that is another one when it's heard later."""
    days = language.days
    named = "|".join((*days.relative, *days.periods, *days.weekdays))
    return bool(language.pattern(rf"(?i)\b(?:{named})\b").search(text))


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(day.weekday())


def _unsure(phrase: str) -> str:
    raise UnsureDayError(phrase)
