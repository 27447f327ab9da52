"""Numbers in a text, with what they count, in which unit, and whether they're a bound."""

from collections.abc import Iterator
from dataclasses import replace

from podcaster.write.evidence.numerals import (
    scales,
    unit_seconds,
    unit_words,
)
from podcaster.write.evidence.reading.bounds import bounded
from podcaster.write.evidence.reading.digits import value_of
from podcaster.write.evidence.reading.moments import Moment
from podcaster.write.evidence.reading.money import money_after, money_before
from podcaster.write.evidence.reading.quantity import Quantity, QuantityKind
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.series import joined
from podcaster.write.evidence.reading.spelled import Spelled, spelled_numbers

__all__ = ["Quantity", "quantities"]

_SUFFIXES_OF_ORDINALS = frozenset({"st", "nd", "rd", "th", "e", "er", "ère", "ème", "º", "ª"})
_OF_SHARES = frozenset({"of", "de", "d'", "des", "du", "fewer", "less", "more"})
_VERBS = ("VERB", "AUX")
_BEFORE_NEW = frozenset({"un", "du", "tout", "à"})
"""What stands before the French `neuf` that means new: `un neuf`, `remettre à neuf`."""
_WITHIN_SHARE = frozenset({"en", "out", "de", "d'"})
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000})
"""What shares are given of: one in three, nine out of ten."""
_MINUTE = 60
_THOUSAND = 1000
_YEARS = frozenset({"decade", "century", "décennie", "siècle", "década", "siglo", "século"})


def quantities(passage: Passage, dates: list[Moment]) -> list[Quantity]:
    """In order; numbers that are part of a date are left out."""
    return list(_Reader(passage, dates).read())


class _Reader:
    def __init__(self, passage: Passage, dates: list[Moment]) -> None:
        self.words = passage.words
        self.passage = passage
        self.lexicon = passage.lexicon
        self.language = passage.lexicon.language
        self.dated = frozenset(at for date in dates for at in range(date.first, date.last))
        digits = frozenset(at for at, word in enumerate(self.words) if word.kind == "number")
        self.spelled: dict[int, Spelled] = {
            run.first: run for run in spelled_numbers(passage, digits | self.dated)
        }
        self.scales = scales(self.lexicon)
        numbers = ("numbers",)
        self.percent = self.lexicon.vocabulary(*numbers, "percent")
        self.points = self.lexicon.vocabulary(*numbers, "points")
        self.halves = self.lexicon.vocabulary(*numbers, "halves")
        self.quarters = self.lexicon.vocabulary(*numbers, "quarters")
        self.multiples = self.lexicon.entry("numbers", "multiples") or {}
        self.vague = self.lexicon.entry("numbers", "vague") or {}

    def read(self) -> Iterator[Quantity]:
        found = list(joined(self.passage, list(self._each())))
        yield from (bounded(self.passage, quantity) for quantity in found)

    def lower(self, at: int) -> str:
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def touching(self, at: int) -> bool:
        """Whether no space stands between this word and the one before it."""
        return 0 < at < len(self.words) and self.words[at].start == self.words[at - 1].end

    def _each(self) -> Iterator[Quantity]:
        at = 0
        while at < len(self.words):
            found = None
            if at not in self.dated:
                found = (
                    self._score(at)
                    or self._one_in(at)
                    or self._fraction(at)
                    or self._vague(at)
                    or self._plain(at)
                )
            if found:
                yield found
                at = max(found.last, at + 1)
            else:
                at += 1

    def _score(self, at: int) -> Quantity | None:
        """`2-1`, `two-nil`, `6-4`; not a range (`10-15 people`) and not a year's span."""
        left = self._small(at)
        if left is None:
            return None
        if self.lower(at - 1) == "by" and self.lower(left[1]) == "to":
            if (right := self._small(left[1] + 1)) is None:
                return None
            sides = tuple(sorted((left[0], right[0])))
            return Quantity(at, right[1], "score", sides, marks=True)
        if self.lower(left[1]) not in ("-", "–", "‑"):
            return None
        right = self._small(left[1] + 1)
        if right is None or not (self.touching(left[1]) and self.touching(left[1] + 1)):
            return None
        after = right[1]
        if self.lower(after) == "-" and self._small(after + 1):
            return None
        counted = (
            after < len(self.words)
            and self.passage.is_content(after)
            and right[0] > left[0]
            and not self.words[after].capital
        )
        if counted or self.lower(after) in ("%", "$", "€"):
            return None
        return Quantity(at, after, "score", tuple(sorted((left[0], right[0]))), marks=True)

    def _small(self, at: int) -> tuple[float, int] | None:
        if at >= len(self.words) or at in self.dated:
            return None
        word = self.words[at]
        if word.kind == "number" and word.text.isdigit() and len(word.text) <= 3:
            return float(word.text), at + 1
        if self.language == "en" and word.lower in ("nil", "love", "zero"):
            return 0.0, at + 1
        run = self.spelled.get(at)
        return (run.value, run.last) if run and run.value < 100 and not run.ordinal else None

    def _fraction(self, at: int) -> Quantity | None:
        """`two-thirds`, `a quarter of a million`, `half`, `la moitié`, `un tiers`."""
        top, end = 1.0, at
        run = self.spelled.get(at)
        word = self.words[at]
        if word.kind == "number" and self.touching(at + 2) and self.lower(at + 1) == "/":
            return self._slash(at)
        if run and not run.ordinal and run.value <= 9:
            top, end = run.value, run.last
        elif word.lower in ("a", "an", "un", "une", "le", "la", "una", "the", "um", "uma"):
            end = at + 1
        if end > at and self.lower(end) == "-":
            end += 1
        bottom = self._denominator(end, top, bare=end == at)
        if bottom is None:
            return None
        share = top / bottom
        return (
            self._of_a_million(at, end + 1, share)
            or self._of_a_point(at, end, share)
            or self._of_a_unit(at, end, share)
            or Quantity(at, end + 1, "share", (100 * share,))
        )

    def _one_in(self, at: int) -> Quantity | None:
        """`nine out of ten`, `one in three`, `neuf recherches sur dix`, as a share."""
        top = self._small(at) or ((1.0, at + 1) if self.lower(at) in ("one", "un", "une") else None)
        if top is None:
            return None
        for step in range(top[1], min(top[1] + 5, len(self.words) - 1)):
            if self.lower(step) in ("sur", "in", "of"):
                out = self.lower(step) != "of" or self.lower(step - 1) == "out"
                every = step + 2 if self.lower(step + 1) == "every" else step + 1
                bottom = (self._hundred(step + 1) or self._small(every)) if out else None
                if bottom and bottom[0] in _WHOLES and top[0] < bottom[0]:
                    named = step > top[1] and not self._ends_phrase(bottom[1])
                    if self.lower(step) == "in" and (named or self._unit(bottom[1])):
                        return None
                    return Quantity(at, bottom[1], "share", (100 * top[0] / bottom[0],))
                return None
            if not self.passage.is_content(step) and self.lower(step) not in _WITHIN_SHARE:
                return None
        return None

    def _ends_phrase(self, at: int, told: bool = True) -> bool:
        """Whether no noun follows that would be counted (`six voters in ten want it`), and no verb
        either unless something may be `told` of it."""
        grammar = self.passage.grammar
        if at >= len(self.words) or grammar is None:
            return True
        part = grammar.parts[at]
        return part not in ("NOUN", "ADJ", "PROPN", "NUM") and (told or part not in _VERBS)

    def _hundred(self, at: int) -> tuple[float, int] | None:
        """`a hundred`, `cent`, `1,000`: what a share is commonly given of."""
        step = at + 1 if self.lower(at) in ("a", "every") else at
        if step < len(self.words) and self.words[step].kind == "number":
            value = value_of(self.words[step].text, self.language)
            return (value, step + 1) if value in (100, 1000) else None
        run = self.spelled.get(step)
        return (run.value, run.last) if run and run.value in (100, 1000) else None

    def _slash(self, at: int) -> Quantity | None:
        top, bottom = (value_of(self.words[k].text, self.language) for k in (at, at + 2))
        if not top or not bottom or self.words[at + 2].kind != "number" or bottom > 12:
            return None
        return Quantity(at, at + 3, "share", (100 * top / bottom,), marks=True)

    def _denominator(self, at: int, top: float, bare: bool) -> float | None:
        if at >= len(self.words) or self.words[at].kind != "word":
            return None
        word = self.words[at]
        before = self.words[at - 1] if at else None
        if word in self.halves:
            ordinal = before is not None and (
                before.stem in ("first", "second", "other", "premi", "deuxiem")
                or before.lower in ("et", "and", "y", "e", "première", "seconde")
            )
            step = at + 2 if self.lower(at + 1) == "-" else at + 1
            later = self.lower(step) in (
                "time",
                "century",
                "finaliste",
                "finale",
                "finales",
                "tour",
            )
            dashed = self.lower(at + 1) == "-" and self.language != "fr"
            return None if ordinal or later or dashed else 2.0
        if bare:
            return None
        if word in self.quarters:
            period = self.lower(at - 1) in ("the", "le") and self.lower(at + 1) not in _OF_SHARES
            return None if period else 4.0
        if self.language == "fr" and word.lower == "tiers":
            return 3.0
        run = self.spelled.get(at)
        plural = word.lower.endswith("s")
        if run is None or not run.ordinal or run.last != at + 1 or run.value < 3:
            return None
        a_third = top == 1 and self.lower(at - 1) in ("a", "an", "one", "un", "une")
        after = self.lower(at + 1)
        of = after in _OF_SHARES or after.endswith("er") or self._ends_phrase(at + 1, told=False)
        rough = a_third and self._limits(at - 1)
        return run.value if (plural and top > 1) or (a_third and of) or rough else None

    def _limits(self, at: int) -> bool:
        """Whether a word before a place makes a number of what follows: `roughly a third`."""
        names = ("approx", "over", "under", "least", "most")
        limits = [self.lexicon.vocabulary("numbers", name) for name in names]
        return any(
            limit.length_at(self.words, start) == at - start
            for start in range(max(0, at - 3), at)
            for limit in limits
        )

    def _of_a_million(self, first: int, end: int, share: float) -> Quantity | None:
        """`half a million`, `a quarter of a million dollars`, `un demi-million`."""
        step = end
        while step < end + 3 and self.lower(step) in ("of", "a", "an", "de", "d'", "-"):
            step += 1
        factor = self.scales.get(self.lower(step), 0.0)
        if factor >= 1000:
            return self._with_unit(first, step + 1, share * factor)
        long = self.multiples.get(self.lower(step), 0)
        if long in (10, 100) and self.lower(step) in _YEARS:
            return Quantity(first, step + 1, "count", (share * long,), self._years(), "approx")
        if long and step > end:
            return self._with_unit(first, step + 1, share * long)
        return None

    def _of_a_point(self, first: int, end: int, share: float) -> Quantity | None:
        """`a quarter of a point`, `un demi-point`."""
        step = end + 1
        while step < end + 4 and self.lower(step) in ("of", "a", "percentage", "de", "d'", "-"):
            step += 1
        point = step < len(self.words) and self.words[step].lemma == "point"
        return Quantity(first, step + 1, "points", (share,)) if point else None

    def _of_a_unit(self, first: int, end: int, share: float) -> Quantity | None:
        """`half a year`, `une demi-heure`, `a quarter of an hour`."""
        at = end + 2 if self.lower(end + 1) == "of" else end + 1
        length = unit_seconds().get(self._unit(at + 1), 0)
        if self.lower(at) not in ("a", "an", "-", "d'") or length < _MINUTE:
            return None
        return Quantity(first, at + 2, "count", (share,), self._unit(at + 1), "approx")

    def _years(self) -> str:
        return {"en": "year", "fr": "an", "es": "año", "pt": "ano"}.get(self.language, "")

    def _vague(self, at: int) -> Quantity | None:
        """`dozens`, `des milliers`; not `2 millions`."""
        word = self.words[at]
        ends = self.vague.get(word.lower)
        before = self.words[at - 1] if at else None
        if ends is None or (before is not None and before.kind == "number") or at in self.spelled:
            run = self.spelled.get(at)
            if ends is None or run is None or run.last != at + 1:
                return None
            if before is not None and before.kind == "number":
                return None
        last = at + 1
        larger = self.vague.get(self.lower(at + 2)) if self.lower(at + 1) in ("of", "de") else None
        if larger:
            last, ends = at + 3, [end * larger[0] for end in ends]
        money = money_after(self.passage, last)
        if money:
            return Quantity(at, money[1], "money", tuple(ends), money[0], vague=True)
        return Quantity(at, last, "count", tuple(float(e) for e in ends), vague=True)

    def _plain(self, at: int) -> Quantity | None:
        word = self.words[at]
        if word.kind == "number":
            value = value_of(word.text, self.language)
            if value is None:
                return None
            following = self.lower(at + 1)
            if following in _SUFFIXES_OF_ORDINALS and self.touching(at + 1):
                if value == 1:
                    return None  # Being the first is a superlative's matter.
                unit = self._unit(at + 2)
                return Quantity(at, at + 2, "ordinal", (value,), unit, marks=True)
            return self._with_unit(at, at + 1, value, digits=True)
        multiple = self._multiple(at)
        if multiple:
            return multiple
        if one_and_a_half := self._one_and_a_half(at):
            return one_and_a_half
        run = self.spelled.get(at)
        if run is None or self._is_article(run) or self.lower(at - 1) in ("pour", "per", "por"):
            return None
        if run.ordinal:
            if run.value == 1:
                return None
            return Quantity(at, run.last, "ordinal", (run.value,), self._unit(run.last))
        if run.value == 0 and self.lower(at - 1) in ("below", "above", "under", "sous", "de"):
            return None
        return self._with_unit(at, run.last, run.value)

    def _one_and_a_half(self, at: int) -> Quantity | None:
        """`an hour and a half`, `une heure et demie`."""
        unit = self._unit(at + 1) if self.lower(at) in ("a", "an", "un", "une") else ""
        end = self._half_after(at + 2) if unit else None
        return Quantity(at, end, "count", (1.5,), unit, "approx") if end else None

    def _is_article(self, run: Spelled) -> bool:
        """`one`, `un`, `une` say too little to be judged; `seconde` is a unit; `neuf` is new."""
        written = self.lower(run.first)
        if run.value == 1 and not run.ordinal:
            after = self.lower(run.last)
            if written == "one" and self._half_after(run.last):
                return False
            return after not in ("%", "percent", "million", "milliard", "billion") and not any(
                self.percent.length_at(self.words, k) for k in [run.last] if k < len(self.words)
            )
        if written in ("second", "seconde", "secondes", "seconds") and run.last == run.first + 1:
            return written != "second" or self.lower(run.first - 1) in ("a", "per", "one", "")
        return written in ("neufs", "neuve") or (
            written == "neuf"
            and (self.passage.is_content(run.first - 1) or self.lower(run.first - 1) in _BEFORE_NEW)
        )

    def _multiple(self, at: int) -> Quantity | None:
        """`a dozen`, `two dozen`, `une vingtaine`, `a decade`."""
        run = self.spelled.get(at)
        word = self.words[at]
        times, end = 1.0, at
        if run and not run.ordinal:
            times, end = run.value, run.last
        elif word.kind == "number":
            return None
        elif word.lower in ("a", "an", "un", "une", "una", "la", "the"):
            end = at + 1
        if end >= len(self.words):
            return None
        name = (
            self.words[end].lemma
            if self.words[end].lower not in self.multiples
            else self.lower(end)
        )
        factor = self.multiples.get(name)
        if factor is None or (end == at and name not in ("dozen",)):
            return None
        years = name in _YEARS
        if years and (word.lower in ("the", "la") or times == 1.0):
            return None
        if years:
            return Quantity(at, end + 1, "count", (times * factor,), self._years(), "approx")
        of = end + 2 if self.lower(end + 1) in ("de", "d'", "of") else end + 1
        scale = self.scales.get(self.lower(of), 0.0) or self._thousands(of)
        if scale >= _THOUSAND:
            end, times = of, times * scale
        found = self._with_unit(at, end + 1, times * factor)
        if name == "fortnight":
            found = replace(found, unit="day")
        dozen = name in ("dozen", "douzaine", "docena", "dozzina", "dutzend", "dúzia", "fortnight")
        return found if dozen else replace(found, bound="approx")

    def _thousands(self, at: int) -> float:
        """`milliers` in `une douzaine de milliers`."""
        word = self.words[at] if at < len(self.words) else None
        return float(self.multiples.get(word.lemma, 0.0)) if word is not None else 0.0

    def _with_unit(self, first: int, end: int, value: float, digits: bool = False) -> Quantity:
        """Takes scale, percent, currency or unit after a number, and a currency before it."""
        prefix = money_before(self.passage, first)
        while end < len(self.words):
            word = self.lower(end)
            step = end + 1 if word == "-" and self.touching(end) else end
            word = self.lower(step)
            factor = self.scales.get(word)
            if factor is None or (
                word in ("m", "k", "t", "s") and not (prefix and self.touching(step))
            ):
                break
            value, end = value * factor, step + 1
        half = (
            self.lower(end) in ("et", "y", "e", "and")
            and end + 1 < len(self.words)
            and (self.words[end + 1] in self.halves or self.lower(end + 2) in ("half",))
        )
        if half and value >= 1:
            end += 2 if self.words[end + 1] in self.halves else 3
            factor = self.scales.get(self.lower(end))
            scale = factor or (1.0 if value < 1000 else 10 ** (len(str(int(value))) // 3 * 3))
            value = value * (factor or 1.0) + scale / 2
            end += factor is not None
        kind: QuantityKind = "count"
        if value != int(value) and end < len(self.words) and self.words[end].lemma == "point":
            return Quantity(first, end + 1, "points", (value,), marks=digits)
        if self.lower(end) == "%":
            points = self.points.length_at(self.words, end + 1) if end + 1 < len(self.words) else 0
            return Quantity(first, end + 1 + points, "percent", (value,), marks=digits)
        if end < len(self.words):
            hyphen = end + 1 if self.lower(end) == "-" else end
            if length := self.points.length_at(self.words, end):
                return Quantity(first, end + length, "points", (value,), marks=digits)
            if hyphen < len(self.words) and (length := self.percent.length_at(self.words, hyphen)):
                return Quantity(first, hyphen + length, "percent", (value,), marks=digits)
        if prefix:
            return Quantity(prefix[1], end, "money", (value,), prefix[0], marks=digits)
        money = money_after(self.passage, end)
        if money:
            code, last = money
            cents = self._small(last)
            if cents and code != "cent" and value < 1000 and not self._counts(cents[1]):
                return Quantity(first, cents[1], "money", (value + cents[0] / 100,), code)
            if code == "cent":
                return Quantity(first, last, "money", (value / 100,), "", marks=digits)
            return Quantity(first, last, "money", (value,), code, marks=digits)
        unit = self._unit(end) or (self._years() if self._is_age(first, end) else "")
        if unit and (half_end := self._half_after(end + 1)):
            return Quantity(first, half_end, kind, (value + 0.5,), unit, marks=digits)
        return Quantity(first, end, kind, (value,), unit, marks=digits)

    def _is_age(self, first: int, end: int) -> bool:
        """`aged 20`, `Eilish, 22, is`, `who is 20`."""
        if self.lower(first - 1) in ("aged", "age"):
            return True
        closed = end >= len(self.words) or self.lower(end) in (",", ".", ")", ";")
        named = first > 1 and self.words[first - 2].capital and self.words[first - 2].kind == "word"
        if self.lower(first - 1) == "," and named and self.lower(end) == ",":
            return True
        is_old = self.lower(first - 1) in ("is", "was", "turned") and self.lower(first - 2) in (
            "who", "he", "she",
        )  # fmt: skip
        return closed and is_old

    def _counts(self, at: int) -> bool:
        """Whether a counted noun stands here."""
        return at < len(self.words) and self.passage.is_content(at)

    def _half_after(self, at: int) -> int | None:
        """Where `and a half` ends, after `three days`; None where it doesn't stand there."""
        if self.lower(at) not in ("and", "et", "y", "e"):
            return None
        step = at + 2 if self.lower(at + 1) in ("a", "une") else at + 1
        word = self.words[step] if step < len(self.words) else None
        return step + 1 if word is not None and word in self.halves else None

    def _unit(self, at: int) -> str:
        step = at
        while self.lower(step) in ("-", "de", "d'", "of", "square", "cubic"):
            step += 1
        if step >= len(self.words):
            return ""
        for vocabulary, name in unit_words(self.language):
            if vocabulary.length_at(self.words, step):
                return name
        if self.lower(step) in ("°", "°c", "°f"):
            return "degree" if self.language == "en" else "degré"
        return ""
