"""A sentence in other forms that say the same, as a parser sees its parts.

Where a line would take over too long a run of its source, a time moves to the other end, "X was
done by Y" becomes "Y did X", an age goes. Only where a parser reads the language; like the rules
that cut sentences, each of these gives up rather than guess.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from podcaster.write.offline.days import names_a_day
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import HELPERS, OBJECTS, Parsed, parse_of
from podcaster.write.offline.text import capitalised, words

PASSIVE = ("nsubjpass", "nsubj:pass")
PHRASES = ("prep", "npadvmod", "obl", "obl:mod", "advmod")
AGENTS = ("agent", "obl:agent")
CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "conj", "relcl", "acl:relcl", "parataxis"})
"""What may hold the last phrase of a sentence instead of its main verb."""
LEAST = 3
"""Words that must stay behind what moves."""
LONG_PARTY = 8
"""Words up to which a subject changes places with who did it to it."""

Inside = Callable[[str], str | None]
"""A sentence's beginning as it's written inside one; None where that isn't known."""


def recast(text: str, language: Language, inside: Inside) -> Iterator[str]:
    """The sentence in each other form that it surely has, one thing changed at a time."""
    if language.recasting is None:
        return
    yield from _shortened(text, language)
    own = parse_of(text, language)
    if own is None:
        return
    forms = Forms(own, language, inside)
    moves = (
        forms.adverb_first,
        forms.time_first,
        forms.time_last,
        forms.active,
        forms.plain_past,
        forms.passive,
    )
    yield from (f"{form}." for form in (*forms.exchanged(), *forms.owned()))
    yield from (f"{moved}." for move in moves if (moved := move()) is not None)


def _shortened(text: str, language: Language) -> Iterator[str]:
    """Without what a listener doesn't miss, such as an age."""
    for written, left in language.recasting.shortened.items() if language.recasting else ():
        shorter = language.pattern(written).sub(left, text)
        if shorter != text:
            yield capitalised(re.sub(r"\s{2,}", " ", shorter).strip())


@dataclass(frozen=True)
class Forms:
    """The other forms of one sentence, without its full stop; None where one isn't sure."""

    own: Parsed
    language: Language
    inside: Inside

    def adverb_first(self) -> str | None:
        """ "They have since measured" as "Since then, they have measured"."""
        own, recasting = self.own, self.language.recasting
        first, end = own.span(own.subject)
        if recasting is None or first:
            return None
        for at in range(end, own.root):
            opening = recasting.adverbs.get(own.words[at].lower)
            if opening and own.grammar.heads[at] == own.root and not own.is_mark(at - 1):
                rest = self._joined((0, at), (at + 1, len(own.words)))
                return self._after(opening, rest)
        return None

    def time_first(self) -> str | None:
        """A time at the sentence's end at its beginning."""
        own, last = self.own, len(self.own.words)
        if own.span(own.subject)[0] or self.own.is_denied:
            return None
        for at in own.grammar.hanging(own.root, *PHRASES):
            first, end = own.span(at)
            phrase = own.said(first, end)
            if end != last or first <= own.root or not self._is_time(phrase):
                continue
            before = own.said(0, first)
            enough = len(words(own.said(own.root, first))) >= LEAST
            if not enough or self._is_held(own.root, first) or self._is_one_of_two(before):
                return None
            return self._after(phrase, before)
        return None

    def time_last(self) -> str | None:
        """The time that the sentence begins with at its end."""
        own = self.own
        start, _ = own.span(own.subject)
        for at in own.grammar.hanging(own.root, *PHRASES):
            first, end = own.span(at)
            phrase = own.said(first, end)
            between = start - end
            if first or between not in (0, 1) or not self._is_time(phrase):
                continue
            rest = own.said(start, len(own.words))
            low = self.inside(phrase)
            held = self._is_held(own.root, len(own.words)) or "," in rest
            if low is None or held or own.grammar.parts[own.subject] == "PRON":
                return None
            return f"{capitalised(rest)} {low}"
        return None

    def active(self) -> str | None:
        """ "X was done by Y" as "Y did X"."""
        own, recasting = self.own, self.language.recasting
        grammar, root = own.grammar, own.root
        start, end = own.span(own.subject)
        agents = grammar.hanging(root, *AGENTS)
        if recasting is None or start or grammar.deps[own.subject] not in PASSIVE:
            return None
        helpers = [own.words[at].lower for at in grammar.hanging(root, *HELPERS)]
        form = recasting.active.get(" ".join(helpers))
        if form is None or len(agents) != 1 or grammar.hanging(root, "conj") or self.own.is_denied:
            return None
        first, last = own.span(agents[0])
        after = own.said(first + 1, last)
        head = next(iter(grammar.hanging(agents[0], "pobj")), agents[0])
        patient = self.inside(own.said(0, end))
        fits = (
            grammar.parts[head] in ("NOUN", "PROPN")
            and grammar.parts[own.subject] in ("NOUN", "PROPN")
            and not any(own.words[at].kind == "number" for at in range(first, last))
            and end + len(helpers) == root
            and len(words(after)) <= LONG_PARTY
            and len(words(own.said(0, end))) <= LONG_PARTY
            and "," not in after
            and not names_a_day(after, self.language)
            and not self._is_held(root, len(own.words))
        )
        if not fits or patient is None:
            return None
        plural = "Number=Plur" in grammar.features[head] or grammar.hanging(head, "conj")
        verb = self._did(root, form, plural=bool(plural))
        rest = self._joined((root + 1, first), (last, len(own.words)))
        return f"{capitalised(after)} {verb} {patient} {rest}".strip()

    def plain_past(self) -> str | None:
        """ "The ship had left" as "the ship left", where nothing counts from then on."""
        own, recasting = self.own, self.language.recasting
        helpers = own.grammar.hanging(own.root, *HELPERS)
        if (
            recasting is None
            or len(helpers) != 1
            or own.words[helpers[0]].lower not in recasting.perfect
        ):
            return None
        at = helpers[0]
        between = own.said(at + 1, own.root)
        counted = self.language.pattern(recasting.counting).search(own.text)
        if at > own.root or counted or self.own.is_denied or len(words(between)) > 1:
            return None
        if own.grammar.hanging(own.root, "conj") or (
            not own.words[own.root].lower.endswith(recasting.regular)
            and own.words[own.root].lower not in recasting.participles
        ):
            return None
        verb = recasting.participles.get(own.words[own.root].lower, own.words[own.root].text)
        before, after = own.said(0, at), own.said(own.root + 1, len(own.words))
        comma = "," if own.is_mark(at - 1) else ""
        later = "," if own.is_mark(own.root + 1) else ""
        said = " ".join(part for part in (between, verb) if part)
        return f"{before}{comma} {said}{later} {after}".strip()

    def passive(self) -> str | None:
        """ "Y did X" as "X was done by Y": only where a listener loses nothing by it."""
        own, recasting, grammar = self.own, self.language.recasting, self.own.grammar
        root, subject = own.root, own.subject
        start, end = own.span(subject)
        objects = grammar.hanging(root, *OBJECTS)
        if recasting is None or start or len(objects) != 1 or self.own.is_denied:
            return None
        noun = objects[0]
        first, last = own.span(noun)
        helpers = [own.words[at].lower for at in grammar.hanging(root, *HELPERS)]
        number = "Plur" if self._is_several(noun) else "Sing"
        form = recasting.passive.get(" ".join([*helpers, number]))
        done = self._done(root, noun)
        agent = self.inside(own.said(0, end))
        told = own.said(first, last)
        fits = (
            form is not None
            and done
            and first == root + 1
            and grammar.parts[noun] in ("NOUN", "PROPN")
            and grammar.parts[subject] in ("NOUN", "PROPN")
            and grammar.deps[subject] not in PASSIVE
            and (grammar.parts[first] in ("DET", "NUM", "PROPN") or number == "Plur")
            and not self.language.pattern(recasting.owning).search(told)
            and self._is_alone(noun)
            and "," not in own.said(0, end)
            and end + len(helpers) == root
            and len(words(own.said(0, end))) <= LONG_PARTY
            and not any(
                grammar.deps[at] in CLAUSES - {"relcl", "acl:relcl"}
                for at in grammar.children[root]
            )
            and own.words[root].lemma not in recasting.active_only
        )
        if not fits or form is None or agent is None:
            return None
        rest = own.said(last, len(own.words))
        if any(at == last for at in grammar.hanging(root, "prt", "advmod", "compound:prt")):
            return None
        if rest.split(" ")[0] == recasting.by.split(" ")[0]:
            return None
        joint = "," if own.is_mark(last) else ""
        said = form.format(what=told, done=done, by=self._by(agent))
        return f"{capitalised(said)}{joint} {rest}".strip()

    def _is_several(self, noun: int) -> bool:
        grammar = self.own.grammar
        return "Number=Plur" in grammar.features[noun] or bool(grammar.hanging(noun, "conj"))

    def _is_alone(self, noun: int) -> bool:
        """Whether nothing hangs on the noun that the verb may own instead."""
        own, grammar = self.own, self.own.grammar
        below = [at for at in grammar.children[noun] if at > noun and not own.is_mark(at)]
        owned = self.language.recasting.of if self.language.recasting else ()
        return all(
            own.words[at].lower in owned
            or any(own.words[case].lower in owned for case in grammar.hanging(at, "case"))
            for at in below
        )

    def _done(self, root: int, noun: int) -> str:
        """The verb's participle, in agreement with what it's done to; empty where unknown."""
        own, recasting = self.own, self.language.recasting
        said, features = own.words[root].lower, own.grammar.features[noun]
        if recasting is None:
            return ""
        if recasting.agreement:
            feminine = recasting.agreement["Gender=Fem"] if "Gender=Fem" in features else ""
            plural = recasting.agreement["Number=Plur"] if self._is_several(noun) else ""
            if "Gender=Fem" not in features and "Gender=Masc" not in features:
                return ""
            return said + feminine + ("" if plural and (said + feminine).endswith("s") else plural)
        backwards = {past: done for done, past in recasting.participles.items()}
        known = said in recasting.participles or said.endswith(recasting.regular)
        return backwards.get(said, said if known else "")

    def _by(self, agent: str) -> str:
        recasting = self.language.recasting
        return recasting.by.format(agent=agent) if recasting is not None else agent

    def _did(self, root: int, form: Sequence[str], *, plural: bool) -> str:
        """The participle as it stands after its subject, in the form of the helping verbs."""
        own, recasting = self.own, self.language.recasting
        said, features = own.words[root].lower, own.grammar.features[root]
        if recasting is not None:
            for feature, ending in recasting.agreement.items():
                if feature in features and said not in recasting.participles:
                    said = said.removesuffix(ending)
            said = recasting.participles.get(said, said)
        return form[1 if plural else 0].format(verb=said)

    def exchanged(self) -> Iterator[str]:
        """ "A and B did it" as "B and A did it", where nothing hangs on either."""
        own, grammar = self.own, self.own.grammar
        for noun in (own.subject, *grammar.hanging(own.root, *OBJECTS)):
            others = grammar.hanging(noun, "conj")
            joins = [at for at in grammar.subtree(noun) if grammar.deps[at] == "cc"]
            if len(others) != 1 or len(joins) != 1 or grammar.hanging(others[0], "conj"):
                continue
            first, _ = own.span(noun)
            begin, end = own.span(others[0])
            if others[0] != end - 1 or noun != joins[0] - 1 or begin != joins[0] + 1:
                continue
            if not self._are_alike(noun, others[0]):
                continue
            one, other = own.said(first, noun + 1), own.said(begin, end)
            low = one if first else self.inside(one)
            if low is None:
                continue
            said = f"{other} {own.words[joins[0]].text} {low}"
            yield f"{own.said(0, first)} {said} {own.said(end, len(own.words))}".strip()

    def _are_alike(self, one: int, other: int) -> bool:
        """Whether both are things with an article, or both bare, and neither counts anything."""
        grammar, own = self.own.grammar, self.own
        if {grammar.parts[one], grammar.parts[other]} != {"NOUN"}:
            return False
        before = [
            [at for at in grammar.children[noun] if at < noun and grammar.deps[at] != "case"]
            for noun in (one, other)
        ]
        known = [[own.words[at].lower for at in group] for group in before]
        articles = set(self.language.quoting.articles) | {"l'"}
        return known[0] == known[1] == [] or all(
            len(group) == 1 and group[0] in articles for group in known
        )

    def owned(self) -> Iterator[str]:
        """ "The team's captain" as "the captain of the team"."""
        own, grammar, recasting = self.own, self.own.grammar, self.language.recasting
        if recasting is None or not recasting.owned:
            return
        for noun, part in enumerate(grammar.parts):
            for owner in grammar.hanging(noun, "poss"):
                first, end = own.span(owner)
                begin, last = own.span(noun)
                simple = (
                    part == grammar.parts[owner] == "NOUN"
                    and noun == end
                    and begin == first
                    and own.words[first].lower in ("the", "a", "an")
                    and owner == end - 2
                    and last >= noun
                )
                if not simple:
                    continue
                held = self.inside(own.said(first, owner + 1)) if first == 0 else None
                named = own.said(first, owner + 1) if first else held
                if named is None:
                    continue
                said = recasting.owned.format(owner=named, thing=own.words[noun].text)
                before, after = own.said(0, first), own.said(noun + 1, len(own.words))
                joint = ", " if self.own.is_mark(noun + 1) else " "
                yield capitalised(f"{before} {said}".strip()) + (f"{joint}{after}" if after else "")

    def _after(self, opening: str, rest: str) -> str | None:
        start = self.inside(rest)
        if start is None:
            return None
        return self.language.ordering.first.format(day=capitalised(opening), rest=start)

    def _is_time(self, phrase: str) -> bool:
        recasting = self.language.recasting
        return recasting is not None and bool(
            self.language.pattern(recasting.times).fullmatch(phrase)
        )

    def _is_held(self, first: int, end: int) -> bool:
        """Whether a clause of its own stands in it, which may hold what moves."""
        deps = self.own.grammar.deps
        return any(deps[at] in CLAUSES for at in range(first + 1, end))

    def _is_one_of_two(self, before: str) -> bool:
        """Whether a second verb, or a day besides, may be what a time at the end belongs to."""
        own, days = self.own, self.language.ordering.day
        second = (own.grammar.parts[at] for at in own.grammar.hanging(own.root, "conj"))
        dated = self.language.pattern(days).search(before) or names_a_day(before, self.language)
        return bool(dated) or bool({"VERB", "AUX"} & set(second))

    def _joined(self, *spans: tuple[int, int]) -> str:
        parts: list[str] = []
        for first, end in spans:
            if said := self.own.said(first, end):
                comma = "," if parts and self.own.is_mark(first) else ""
                parts.append(f"{comma} {said}")
        return "".join(parts).strip()
