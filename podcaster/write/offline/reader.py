"""Each sentence of a story as facts fit for the ear, or not at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from podcaster.write.offline.antecedents import named_subjects
from podcaster.write.offline.attribute import fronted, reports_speech, without_manner
from podcaster.write.offline.clean import (
    UntellableError,
    cleaned,
    leans,
    with_acronym,
    without_marker,
)
from podcaster.write.offline.days import Calendar, UnsureDayError, names_a_day
from podcaster.write.offline.facts import KEY, Carries, Fact, Unit, content
from podcaster.write.offline.language import Language
from podcaster.write.offline.ordering import Order
from podcaster.write.offline.people import People, Person
from podcaster.write.offline.phrasing import Phrasing
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.quotes import fit, quotation
from podcaster.write.offline.split import LONG, STILL_LONG, pieces, role_first
from podcaster.write.offline.spoken import LONGEST, LONGEST_NEWS, finished, sound
from podcaster.write.offline.text import (
    COPIED_RUN,
    Protected,
    copied_run,
    protect,
    unquoted,
    words,
)
from podcaster.write.offline.trimmed import shortened

LEAD = 1
"""Of the sentences that hold an article's news, the ones that every telling begins with."""
OPENING = 6
"""Sentences at its beginning whose quotations speak of its news, whatever stands before them."""
ONLY_QUOTED = re.compile(r"^\s*⟦0⟧\s*\.?\s*$")
QUOTED_FIRST = re.compile(r"^\s*⟦0⟧\s*(?:$|[.,])")
OPENERS = '“«"'
OPENING_EASY = 34
"""Words up to which the sentence that an article begins with isn't cut."""
PIVOT, MOST_PIVOTS = 0.35, 2
"""What a sentence gains for each thing in it that the story turns on, and how many count."""
LEAST_LOST = 4
"""Words by which one way to tell a sentence says less than another."""
EASY = 28
"""Words up to which a sentence isn't cut, so that cause and effect stay together."""


@dataclass(frozen=True)
class Reader:
    """Turns one item's sentences into facts; `sentences` are plain, in order."""

    language: Language
    calendar: Calendar
    sentences: Sequence[str]
    ids: Sequence[str]
    people: People
    common: frozenset[str]
    names: frozenset[str]
    """The words that it writes with a capital inside a sentence."""
    title: frozenset[str]
    told_of: frozenset[str]
    """The title's words as they're written."""
    labelled: bool
    openings: frozenset[int]
    """The sentences that open a paragraph."""
    first: int
    """The place in the story of the item's first sentence."""
    abouts: Sequence[Person | None]
    """For each sentence, the person that a "he" at its beginning means."""
    needs: Sequence[int | None]
    """For each sentence, the one without which it can't be told."""
    carries: Carries

    def facts(self, place: int) -> list[Fact]:
        """The facts of one sentence; none where it can't be told.

        Where its sentences don't carry a part of it, it's told whole, or as far as they do.
        """
        if place and self._counts_from_a_lost_day(place):
            return []
        cut, whole = self._read(place, STILL_LONG), self._read(place, None)
        shorter = place < KEY and _said(whole) + LEAST_LOST < _said(cut)
        poorer = _said(cut) + LEAST_LOST < _said(whole)
        opens = place == 0 and (poorer or _said(whole) <= OPENING_EASY)
        easy = opens or (_is_easy(whole, cut) and not shorter)
        forms = [whole, cut] if easy else [cut, whole]
        if not opens and any(fact.copied > COPIED_RUN for fact in forms[0]):
            forms.insert(0, self._read(place, LONG))
        for found in forms:
            if found and all(self._is_carried(fact) for fact in found):
                return found
        sure = list(takewhile(self._is_carried, cut))
        kept = [] if len(sure) == len(cut) or cut[len(sure)].bound else sure
        return kept or (self._news() if place == 0 and not whole else [])

    def _news(self) -> list[Fact]:
        """What an article begins with as far as one of its commas, where all of it is too long."""
        try:
            whole = cleaned(self.sentences[0], self.language)
        except UntellableError:
            return []
        for less in sorted(shortened(whole, self.language), key=len, reverse=True):
            facts = replace(self, sentences=(less, *self.sentences[1:]))._read(0, None)
            if facts and all(self._is_carried(fact) for fact in facts):
                return facts
        return []

    def _counts_from_a_lost_day(self, place: int) -> bool:
        """Whether it says "the same day" after a quotation, which is told without its day."""
        counted = self.language.pattern(self.language.reading.counted)
        if not counted.search(unquoted(self.sentences[place])):
            return False
        return any(fact.speaker for fact in self._read(place - 1, None))

    def _is_carried(self, fact: Fact) -> bool:
        if fact.speaker:
            return self.carries(f"{fact.speaker}: {fact.text}", "quote", fact.evidence)
        return self.carries(fact.text, "fact", fact.evidence)

    def _read(self, place: int, still_long: int | None) -> list[Fact]:
        """The sentence in parts of less than `still_long` words where it can be cut, or whole."""
        text = self.sentences[place]
        if place >= KEY and self._is_stale(text):
            return []
        try:
            held = protect(cleaned(self._with_acronym(text, place), self.language))
        except UntellableError:
            return []
        told, marked = without_marker(held.text, self.language)
        held = replace(held, text=told)
        if found := quotation(held, self.language):
            return self._quoted(found.speaker, found.printed(self.language), place)
        if QUOTED_FIRST.match(told) and not _is_title(held.quotations[0]):
            return self._quoted_on(held, place) if ONLY_QUOTED.match(told) else []
        if any(self._misleads(quoted) for quoted in held.quotations):
            return []
        label, told = self._label(told)
        told = self._fronted(told, place)
        if place:
            told = without_manner(told, self.language)
        try:
            told = self.calendar.turned(told)
        except UnsureDayError:
            return []
        told = told.strip().rstrip(".")
        parts = [Piece(role_first(told, self.language))]
        if still_long is not None:
            parts = pieces(told, self.language, still_long=still_long)
        return self._pieces(parts, held, place, label, marked=marked)

    def _with_acronym(self, text: str, place: int) -> str:
        later = " ".join(self.sentences[place + 1 :])
        return with_acronym(text, later, self.language)

    def _pieces(
        self, parts: Sequence[Piece], held: Protected, place: int, label: str, *, marked: bool
    ) -> list[Fact]:
        """One fact a part; none where the first, or what takes it back, is unsound."""
        facts: list[Fact] = []
        contrast = self.language.pattern(self.language.reading.contrast)
        phrasing = Phrasing(
            self.language,
            Order(self.language, self.common, self.names),
            self.sentences[place],
            held,
            lambda said: self.carries(said, "fact", (self.ids[place],)),
            frozenset(w for s in self.sentences[place + 1 :] for w in words(s) if w[0].isupper()),
            whole=place == 0 or self._is_pointed_at(place),
        )
        phrased = [
            phrasing.phrased(replace(piece, text=self._fronted(piece.text, place)))
            for piece in parts
        ]
        for index, piece in enumerate(phrased):
            text = piece.text
            leaning = piece.leans or (leans(text, self.language) and not self._opens(text, place))
            longest = LONGEST if place else LONGEST_NEWS
            if not sound(text, self.language, len(phrased) > 1 or leaning, longest):
                if index == 0 or contrast.match(text):
                    return []
                continue
            if index == 0:
                leaning = leaning or marked or self._is_loose(text, place)
            fact = self._fact(text, place, leaning, answers=piece.answers, label=label)
            about = self.abouts[place]
            if about and not piece.leans and self._is_carried(named := self._named(fact, about)):
                fact = named
            elif index == 0 and self._may_mean_two(fact, place):
                return []
            facts.append(fact)
        return facts

    def _is_pointed_at(self, place: int) -> bool:
        """Whether the next sentence means somebody or something in it: "the latter"."""
        after = self.sentences[place + 1 : place + 2]
        demonstrative = self.language.pattern(self.language.reading.demonstrative)
        return any(demonstrative.search(unquoted(text)) for text in after)

    def _opens(self, text: str, place: int) -> bool:
        """Whether it's the item's first sentence and names what it speaks of: "The two banks"."""
        articles = "|".join(self.language.quoting.articles)
        if place or self.language.pattern(self.language.reading.unnamed).match(text):
            return False
        return bool(re.match(rf"(?i)(?:{articles})(?:\s|(?<=’))", text))

    def _is_loose(self, text: str, place: int) -> bool:
        """Whether its subject is a bare "the ..." that neither title nor opening speaks of."""
        match = self.language.pattern(self.language.reading.definite).match(text)
        if match is None or place == 0:
            return False
        known = self.title | content(" ".join(self.sentences[:2]), self.language)
        named = content(match.group("np"), self.language)
        return bool(named) and not named & known

    def is_only_loose(self, fact: Fact, place: int) -> bool:
        """Whether it leans on an untold sentence by nothing but a "the" of something new."""
        marked = without_marker(self.sentences[place], self.language)[1]
        return not (marked or leans(fact.text, self.language)) and self._is_loose(fact.text, place)

    def denies(self, fact: Fact) -> bool:
        """Whether somebody denies what the sentence before it says, and so is heard with it."""
        denial = self.language.pattern(self.language.asking.patterns["denial"])
        return bool(denial.search(unquoted(fact.text)))

    def by_itself(self, fact: Fact, place: int) -> Fact:
        """The same where the sentence before isn't told; it points there but for a quotation."""
        quoted = self.sentences[place - 1][:1] in OPENERS
        needs = fact.needs if quoted else self.first + place - 1
        return replace(fact, leans=False, needs=needs)

    def knows_whom(self, fact: Fact, place: int, before: Unit) -> bool:
        """Whether a "he" in a fact that leans means somebody whom the facts before it name."""
        he = self.language.pattern(self.language.reading.he_inside).match(fact.text)
        known = (
            self.abouts[place] is not None
            or self.people.in_sentence(before.text)
            or named_subjects(before.text, self.language) == 1
        )
        return not he or bool(known)

    def _may_mean_two(self, fact: Fact, place: int) -> bool:
        """Whether it begins with a "he" that may be either of those whom it follows."""
        he = self.language.pattern(self.language.reading.he).match(fact.text)
        return bool(he and place) and named_subjects(self.sentences[place - 1], self.language) > 1

    def _named(self, fact: Fact, about: Person) -> Fact:
        """The same fact with its "he" made a name, so that it may stand alone."""
        reading = self.language.reading
        match = self.language.pattern(reading.he).match(fact.text)
        if match is None:
            match = self.language.pattern(reading.he_inside).match(fact.text)
            if match is None or self.people.in_sentence(fact.text):
                return fact
        rest = match.group("rest")
        ending = rest.strip()
        verb = reading.he_has.get(ending)
        name = f"{about.name} {verb}" if verb else about.name + ending
        before = match.groupdict().get("before") or ""
        text = f"{before}{name} {fact.text[match.end() :]}"
        evidence = (self.ids[about.sentence], *fact.evidence)
        return replace(
            fact,
            text=text,
            leans=False,
            pronoun=fact.text,
            evidence=tuple(dict.fromkeys(evidence)),
        )

    def _quoted(self, speaker: str, printed: str, place: int) -> list[Fact]:
        if self._misleads(printed):
            return []
        evidence = [self.ids[place]]
        if speaker.lower() in self.language.quoting.pronouns:
            about = self.abouts[place]
            if about is None:
                return self._quoted_of_whom(speaker, printed, place)
            speaker = about.name
            evidence.insert(0, self.ids[about.sentence])
        elif not self._is_known(speaker, place):
            return []
        markers = self.language.pattern(self.language.reading.leaning_markers)
        leaning = bool(markers.match(printed.strip("“«\u202f "))) or self._is_stranger(speaker)
        if self.language.pattern(self.language.quoting.owned).search(speaker):
            leaning = True
        fact = self._fact(printed, place, leaning=leaning)
        if place >= OPENING or leaning:
            fact = replace(fact, needs=self.first + place - 1)
        return [replace(fact, speaker=speaker, evidence=tuple(dict.fromkeys(evidence)))]

    def _quoted_of_whom(self, pronoun: str, printed: str, place: int) -> list[Fact]:
        """The words of a "he" whom only the sentence before names, and no other."""
        if not place or named_subjects(self.sentences[place - 1], self.language) != 1:
            return []
        fact = self._fact(printed, place, leaning=True)
        return [replace(fact, speaker=pronoun.lower(), needs=self.first + place - 1)]

    def _quoted_on(self, held: Protected, place: int) -> list[Fact]:
        """What stands alone in quotation marks, as a quotation that goes on."""
        said = fit(held.quotations[0], self.language) if len(held.quotations) == 1 else ""
        before = self._read(place - 1, None) if place and said else []
        if len(before) != 1 or not before[0].speaker or self._misleads(said):
            return []
        quoting = self.language.quoting
        fact = self._fact(f"{quoting.open}{said}{quoting.close}", place, leaning=True)
        evidence = (*before[0].evidence, self.ids[place])
        return [replace(fact, speaker=before[0].speaker, evidence=evidence)]

    def _fronted(self, text: str, place: int) -> str:
        """With who says it first, but where "the agency said" would open a newsroom's story."""
        front = fronted(text, self.language, self.common)
        newsroom = self.language.pattern(self.language.reading.newsroom)
        return text if place == 0 and newsroom.match(front) else front

    def _is_stale(self, text: str) -> bool:
        """Whether an old report tells of what was still to come."""
        coming = self.language.pattern(self.language.asking.patterns["future"])
        return self.calendar.old and bool(coming.search(unquoted(text)))

    def _misleads(self, quoted: str) -> bool:
        """Whether quoted words hold a day that's another one when they're heard."""
        heard_later = self.calendar.published != self.calendar.heard
        return heard_later and names_a_day(quoted, self.language)

    def _is_stranger(self, speaker: str) -> bool:
        """Whether nothing says what they are, and the story isn't about them."""
        person = self.people.by_surname.get(speaker.split()[-1])
        if person is None or speaker not in (person.name, person.surname) or person.role:
            return False
        return person.sentence >= self.first + KEY and person.surname not in self.told_of

    def _is_known(self, speaker: str, place: int) -> bool:
        """Whether a listener can tell who it is: more than a bare name, or one named before."""
        named = len(words(speaker)) > 1 or speaker in self.people.by_surname
        return named or any(speaker in text for text in self.sentences[:place])

    def _label(self, text: str) -> tuple[str, str]:
        match = self.language.pattern(self.language.reading.list_label).match(text)
        if not (self.labelled and match):
            return "", text
        label, rest = match.group(0).rstrip(": "), text[match.end() :]
        if rest[:1].islower():
            return "", f"{label} {rest}"
        return label, rest

    def _fact(
        self, text: str, place: int, leaning: bool, answers: str = "", label: str = ""
    ) -> Fact:
        reading = self.language.reading
        harm = self.language.asking.patterns["harm"]
        past = self._is_past(self.sentences[place])
        needed = self.needs[place]
        return Fact(
            text=text,
            evidence=(self.ids[place],),
            place=self.first + place,
            leans=leaning,
            answers=answers,
            label=label,
            grave=self.language.is_grave(unquoted(text)),
            deadly=self.language.is_deadly(unquoted(text)),
            value=self._value(text, place),
            opens=place in self.openings,
            past=past,
            must=self.language.tells_of(harm, unquoted(text)) and not past,
            needs=None if needed is None else self.first + needed,
            bound=leaning
            and bool(self.language.pattern(reading.contrast).match(self.sentences[place])),
            copied=copied_run(finished(text, self.language), self.sentences[place]),
        )

    def is_taken_back(self, place: int) -> bool:
        """Whether somebody's words go on after it with "But" or "However"."""
        after = self.sentences[place + 1] if place + 1 < len(self.sentences) else ""
        contrast = self.language.pattern(self.language.reading.contrast)
        said = self.sentences[place]
        speaks = said[:1] in OPENERS or reports_speech(said, self.language)
        return speaks and bool(contrast.match(after.lstrip(OPENERS + "\u00a0\u202f ")))

    def _is_past(self, text: str) -> bool:
        """Whether what it tells of happened in a year before the article's own.

        A year that only stands in an insertion, such as "opened in 1977", doesn't count.
        """
        text = re.sub(r", [^,]*,", ",", text)
        found = self.language.pattern(self.language.reading.in_year).finditer(text)
        years = (match.group("year") for match in found)
        return any(year is None or int(year) < self.calendar.year for year in years)

    def _value(self, text: str, place: int) -> float:
        """How much it's missed: early, gravest, in figures, what the story turns on."""
        reading = self.language.reading
        said = content(text, self.language)
        value = 1.0 / (1.0 + 0.06 * place) + (0.6 if place < KEY else 0.0)
        value += 0.6 * len(said & self.title) / max(1, len(self.title))
        value += 0.5 if self.language.pattern(reading.grave).search(unquoted(text)) else 0.0
        value += 0.15 if re.search(r"\d", text) else 0.0
        count = len(words(text))
        turns = sum(bool(self.language.pattern(p).search(text)) for p in reading.pivots)
        value += PIVOT * min(turns, MOST_PIVOTS)
        value -= 0.3 if count > 24 else 0.0
        copied = place >= KEY and copied_run(text, self.sentences[place]) > COPIED_RUN
        value -= 0.35 if copied else 0.0
        value -= 0.15 if count < 6 else 0.0
        return value


def _said(facts: Sequence[Fact]) -> int:
    return sum(len(words(fact.text)) for fact in facts)


def _is_easy(whole: Sequence[Fact], cut: Sequence[Fact]) -> bool:
    """Whether the sentence is short enough to be heard in one, and no part answers a question."""
    return all(
        len(words(fact.text)) <= EASY and fact.copied <= COPIED_RUN for fact in whole
    ) and not any(fact.answers for fact in cut)


def _is_title(quoted: str) -> bool:
    """Whether quotation marks hold a name, as of a film, and not what somebody said."""
    return len(words(quoted)) <= 6 and not re.search(r"[.,!?]\W*$", quoted)
