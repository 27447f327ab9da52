"""A sentence in another order: what stands late comes first, or the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from podcaster.write.offline.attribute import lowered, reports_speech
from podcaster.write.offline.days import names_a_day
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import tells_which
from podcaster.write.offline.split import first_verb, has_verb, starts_with_verb
from podcaster.write.offline.text import capitalised, words

BETWEEN = re.compile(r"^(?P<who>[^,;⟦]{3,60}), (?P<part>[^,;⟦]{4,90}), (?P<rest>[^⟦]+)$")
NAME = re.compile(r"[A-ZÀ-Ý][\w’-]*(?:[A-ZÀ-Ý]|\s[A-ZÀ-Ý][a-zà-ÿ])")
"""What is surely a name: a capital inside its first word, or one that begins its second."""
LONGEST_SUBJECT = 6
INSERTED = re.compile(r"^([^,]+), [^,]{2,40},(?= )")
"""What stands between commas after a subject, such as an age."""
SHORT_HEAD = 3
"""Words of a time or place that needs no comma where it comes last."""
LEAST = 4
"""Words that a sentence keeps when what it begins with goes to its end."""
LEAST_BEFORE, LEAST_AFTER = 3, 3
"""Words that must stand on either side of the day, for it to be worth moving."""


@dataclass(frozen=True)
class Order:
    """Moves parts of one article's sentences; quotations stand aside as slots (`⟦0⟧`).

    A move that isn't sure gives the sentence back as it is.
    """

    language: Language
    common: frozenset[str] = frozenset()
    """The words that the article writes small."""
    names: frozenset[str] | None = None
    """Those that it writes with a capital inside a sentence; None where that isn't known."""

    def orders(self, text: str) -> Iterator[str]:
        """The sentence as it is best said, then in other orders."""
        day = self.day_first(text)
        yield day
        moves = (
            self.tail_first,
            self.insertion_first,
            self.opening_inside,
            self.head_last,
            self.day_from_end,
        )
        for move in moves:
            if (moved := move(day)) != day:
                yield moved

    def day_from_end(self, text: str) -> str:
        """ "A teacher found the plug on Friday" with its day at its beginning."""
        return self.day_first(text, least_after=0)

    def day_first(self, text: str, least_after: int = LEAST_AFTER) -> str:
        """ "Regulators closed the bank on Friday after a run" with its day at its beginning."""
        ordering, language = self.language.ordering, self.language
        found = list(language.pattern(ordering.day).finditer(text))
        if len(found) != 1 or names_a_day(text[: found[0].start()], language):
            return text
        match = found[0]
        before, after = text[: match.start()], text[match.end() :]
        said = language.pattern(rf"\b{language.reading.speech}$").search(before)
        own = (
            len(words(before)) >= LEAST_BEFORE
            and len(words(after)) >= least_after
            and not re.match(rf"\s+(?:{language.episode.conjunction}|{ordering.day_only})\b", after)
            and has_verb(before, language)
            and (said or not reports_speech(before, language))
            and not language.pattern(rf",\s+{language.reading.speech}$").search(before)
            and not language.pattern(ordering.bars).search(INSERTED.sub(r"\1", before))
            and not language.pattern(language.days.future).search(text)
        )
        start = self.inside(before) if own else None
        if start is None:
            return text
        after = language.pattern(ordering.clause_after).sub(" ", after)
        rest = start + (after if after.startswith((",", ";")) else f" {after.lstrip()}")
        return ordering.first.format(day=capitalised(match.group("day")), rest=rest)

    def tail_first(self, text: str) -> str:
        """A time, a place or a cause from the sentence's end at its beginning.

        Only where nothing before it is said by somebody, denied or conditional: there it would say
        something else of the whole.
        """
        language = self.language
        for written in language.ordering.tails:
            match = language.pattern(written).search(text.rstrip("."))
            if match is None:
                continue
            before, tail = text[: match.start()], match.group("tail")
            plain = (
                not reports_speech(text, language)
                and not any(
                    language.pattern(bar).search(before)
                    for bar in (language.reading.weighty, language.ordering.clause)
                )
                and not tells_which(text, match.start("tail"), language)
            )
            start = self.inside(before.rstrip(" ,"))
            enough = len(words(before)) > LEAST_BEFORE and has_verb(before, language)
            if plain and enough and start is not None:
                return language.ordering.first.format(day=capitalised(tail), rest=start) + "."
        return text

    def head_last(self, text: str) -> str:
        """The time or place that the sentence begins with at its end."""
        language = self.language
        match = language.pattern(language.ordering.head).match(text.rstrip("."))
        if match is None or reports_speech(text, language):
            return text
        head, rest = self.inside(match.group("head")), match.group("rest")
        if head is None or len(words(rest)) < LEAST or not has_verb(rest, language):
            return text
        if language.pattern(language.ordering.counting).match(rest):
            return text
        short = len(words(head)) <= SHORT_HEAD and "," not in rest
        return f"{capitalised(rest)}{'' if short else ','} {head}."

    def insertion_first(self, text: str) -> str:
        """ "The founder, X, does Z" as "X, the founder, does Z"."""
        language = self.language
        match = BETWEEN.match(text)
        if match is None or not starts_with_verb(match.group("rest"), language):
            return text
        who, part, rest = (match.group(name) for name in ("who", "part", "rest"))
        inside = self.inside(who)
        if inside is None or reports_speech(f"{who}, {part}", language) or has_verb(who, language):
            return text
        several = language.pattern(language.ordering.several).search(who)
        if language.pattern(language.ordering.name).match(part) and inside != who and not several:
            return f"{part}, {inside}, {rest}"
        return text

    def opening_inside(self, text: str) -> str:
        """ "Founded in Y, X does Z" as "X, founded in Y, does Z"."""
        part, comma, rest = text.partition(", ")
        if not comma or not self.language.pattern(self.language.ordering.participle).match(part):
            return text
        at = first_verb(rest, self.language)
        who = rest[:at].strip() if at else ""
        pronoun = who.islower() and " " not in who
        if not who or pronoun or "," in who or "⟦" in who or len(words(who)) > LONGEST_SUBJECT:
            return text
        return f"{capitalised(who)}, {part[0].lower()}{part[1:]}, {rest[len(who) :].lstrip()}"

    def inside(self, beginning: str) -> str | None:
        """A sentence's beginning as it's written inside one; None where that isn't known."""
        low = lowered(beginning, self.language, self.common)
        first = words(beginning)[0].removesuffix("’s")
        known = low != beginning or self.names is None or first in self.names
        return low if known or NAME.match(beginning) else None
