"""One story in turns: who tells what, and what is asked in between."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from podcaster.models import Format, Line
from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.choose import Told
from podcaster.write.offline.days import Calendar
from podcaster.write.offline.facts import Carries, Fact, Material, content, did_harm, takes_all
from podcaster.write.offline.frames import Deck, Framed
from podcaster.write.offline.language import Language
from podcaster.write.offline.questions import Known, leads_to_harm, questions, reply
from podcaster.write.offline.talk import Talk, parted
from podcaster.write.offline.text import capitalised, sentence, words
from podcaster.write.pattern import built_alike

LONG_TURN = 40
"""Words after which the other host goes on."""
FULL_TURN = 22
"""Words after which the other host may come in where the sense allows."""
SURPLUS = 30
"""Words that one host may be ahead before the other takes a fact."""
MOST_AHEAD = 2
"""By how many times that a host may be ahead and still be asked for more."""

MAIN = 5
"""Words at a story's beginning among which stands whom it's about."""
MOST_ASKED = {"about": 3, "topic": 3, "where": 2, "voice": 2}
"""Questions of a kind in one story; one of any other kind, turns to it included."""

NAMING = ("voice", "voices", "voice_of", "about", "topic", "where")
"""Kinds of question that name what they ask for, and so needn't take up what was said before."""

FRONTED = re.compile(r"^(?:\S+\s){0,2}\S+, ")
"""Finds that a sentence begins with a day or a place, which makes too many commas after another."""

Move = Literal["ask", "take", "go on"]


@dataclass
class Telling:
    """Tells one story into a talk."""

    talk: Talk
    deck: Deck
    material: Material
    told: Told
    language: Language
    calendar: Calendar
    """The lead item's date against the day of listening."""
    format: Format
    carries: Carries = takes_all
    """Whether a line's sentences carry it as it's said, frame and names included."""
    known: frozenset[str] = frozenset()
    """Surnames that listeners have heard with the full name."""
    last_move: Move = "take"
    asked: Counter[str] = field(default_factory=Counter)
    """How often the story has had each kind of question."""
    asked_for: frozenset[str] = frozenset()
    """Subjects and people that were asked for."""

    @property
    def story(self) -> str:
        return self.material.story.id

    def tell(self) -> None:
        first, *rest = self.told
        self.introduce(self._first_teller(), first[0])
        self.go_on((first[1:], *rest), first[0], begun=True)

    def go_on(self, units: Told, previous: Fact, *, begun: bool = False) -> None:
        """Tells these after `previous`; `begun` says that it's the first unit's own beginning."""
        for number, unit in enumerate(units):
            for index, fact in enumerate(unit):
                if index == 0 and not (begun and number == 0):
                    fact = self._connect(unit, previous)
                elif fact.answers:
                    previous = self._answer(fact, previous)
                    continue
                elif fact is unit[-1] and fact.leans and self._asked_between(fact, previous):
                    previous = fact
                    continue
                elif not fact.leans and self.talk.turn() >= FULL_TURN:
                    fact = self._connect((fact,), previous)
                elif fact.place != previous.place and self._turn_is_long():
                    self.talk.speaker = self.talk.other
                self._say(fact, previous)
                previous = fact

    def _first_teller(self) -> int:
        if self.talk.alone:
            return 0
        if self.format == "interview":
            return 1
        return self.talk.other if self.talk.lines else 0

    def _turn_is_long(self) -> bool:
        shared = not self.talk.alone and self.format != "interview"
        return shared and self.talk.turn() > LONG_TURN

    def introduce(self, teller: int, fact: Fact) -> None:
        """The first fact, with its source named aloud and its date where it's an old one."""
        item = self.material.story.lead
        if fact.speaker:
            fact = replace(fact, text=f"{fact.speaker}: {fact.text}", speaker="")
        text, evidence = self.named(fact)
        values = {"fact": text, "low": lowered(text, self.language, self.material.common)}
        kind = "intro_plain"
        if item.source:
            values["source"] = item.source
            kind = "intro"
        if item.source and self.calendar.old and self.calendar.published:
            values["date"] = self.calendar.date(self.calendar.published)
            kind = "intro_old"
        framed = None
        if FRONTED.match(text) or self._is_a_scene(text):
            framed = self.deck.apart(kind, self.story, **values)
        if item.source and self._names_its_source(text, item.source):
            framed = self.deck.deal(kind.replace("intro", "intro_self"), self.story, **values)
        elif kind == "intro" and self.language.pattern(self.language.reading.reported).match(text):
            told = {"fact": text, "source": item.source}
            framed = self.deck.fresh("intro_reported", self.story, **told)
            framed = framed or self.deck.apart(kind, self.story, **values)
        framed = framed or self.deck.deal(kind, self.story, **values)
        if not self._is_carried_in(framed, text, evidence):
            framed = self.deck.apart(kind, self.story, **values) or framed
        if not self._is_carried_in(framed, text, evidence):
            opening = framed.text[: max(0, framed.text.rfind(text[1:]) - 1)].rstrip(
                " \u00a0\u202f:"
            )
            framed = Framed(f"{sentence(opening)} {text}".strip(), framed.frame)
        self.talk.tell(teller, framed, text[1:], "fact", story=self.story, evidence=evidence)
        self._credit_others(teller)

    def _is_a_scene(self, text: str) -> bool:
        """Whether it tells nothing of what the title announces, as a reporter may begin."""
        return not content(text, self.language) & content(self.material.story.title, self.language)

    def _is_carried_in(self, framed: Framed, told: str, evidence: tuple[str, ...]) -> bool:
        _, said = parted(framed.text, told[1:])
        return self.carries(capitalised(said), "fact", evidence)

    def _names_its_source(self, text: str, source: str) -> bool:
        """Whether it begins with its source's own name, or would have it said twice."""
        named = content(source, self.language)
        again = len(named) > 1 and named <= content(text, self.language)
        first = re.search(rf"(?<!\w){re.escape(source)}(?!\w)", _beginning(text))
        return again or bool(first) or text.casefold().startswith(source.casefold())

    def _credit_others(self, teller: int) -> None:
        lead = self.material.story.lead.source
        others = [i.source for i in self.material.story.items if i.source and i.source != lead]
        others = list(dict.fromkeys(others))
        if others:
            sources = joined(others, self.language)
            framed = self.deck.deal("sources_also", self.story, sources=sources)
            self.talk.frame(teller, framed, "bridge", story=self.story)

    def _connect(self, unit: Sequence[Fact], previous: Fact) -> Fact:
        """What stands before this unit: a question, a change of hosts, nothing.

        Returns its first fact as it's to be said then.
        """
        talk, fact = self.talk, unit[0]
        if talk.alone:
            return fact
        size = sum(len(words(f.text)) for f in unit)
        if self.format == "interview":
            if self.last_move != "ask" or talk.turn() + size > LONG_TURN:
                return self._ask(fact, previous) or fact
            self.last_move = "go on"
            return fact
        ahead = talk.lead_of(talk.speaker)
        teller = talk.speaker
        answerers = [teller] if ahead < MOST_AHEAD * SURPLUS else []
        answerers += [talk.after(teller)] if ahead >= SURPLUS else []
        for answerer in answerers if self.last_move != "ask" else ():
            talk.speaker = answerer
            answer = self._ask(fact, previous)
            if answer is not None:
                return answer
        talk.speaker = teller
        if ahead < SURPLUS and talk.turn() + size <= LONG_TURN and self.last_move == "take":
            self.last_move = "go on"
            return fact
        talk.speaker = talk.other
        self.last_move = "take"
        self._lead_to(fact, previous)
        return fact

    def _ask(self, fact: Fact, previous: Fact) -> Fact | None:
        """Asks for the fact, and returns it as the answer; None where nothing may be asked."""
        teller = self.talk.speaker
        for lead in questions(fact, previous, self._heard(), self.language):
            if self.asked[lead.kind] >= MOST_ASKED.get(lead.kind, 1):
                continue
            if lead.kind not in NAMING and self._asks_oneself():
                continue
            values = {**lead.values, "other": self.talk.name(teller)}
            said = lead.asked.answer if lead.asked else lead.answer
            answer = replace(fact, text=said, pronoun="") if said else fact
            if said and not self.carries(said, "fact", answer.evidence):
                continue
            if lead.asked is None:
                framed = self.deck.fresh(f"ask_{lead.kind}", fact.evidence[0], **values)
            else:
                framed = self._asked_afresh(lead.asked.question)
            if framed is not None and not self._echoes(framed.text, answer):
                self._put(framed, weighs=fact.must or fact.deadly)
                self.asked[lead.kind] += 1
                self.asked_for |= {lead.values.get("subject", ""), lead.values.get("who", "")}
                return answer
        return None

    def _asked_afresh(self, question: str) -> Framed | None:
        """A question made of the sentence itself; None where too many are built like it."""
        asked = Line(id="", host="", text=question, role="question")
        alike = built_alike((*self.talk.lines, asked), self.language.code)
        return None if any(line is asked for line, _ in alike) else Framed(question, "")

    def _echoes(self, question: str, answer: Fact) -> bool:
        """Whether the answer would begin with a name or a thing that the question has just said."""
        begins = "" if answer.speaker else _beginning(answer.text)
        return bool(content(question, self.language) & content(begins, self.language))

    def _asks_oneself(self) -> bool:
        """Whether the host who would ask for more has said the line before."""
        last = self.talk.lines[-1] if self.talk.lines else None
        asker = 0 if self.format == "interview" else self.talk.other
        return last is not None and last.host == self.talk.name(asker) and last.role == "fact"

    def _put(self, question: Framed, *, weighs: bool = False) -> None:
        """The other host asks; the one who speaks is to answer."""
        teller = self.talk.speaker
        asker = 0 if self.format == "interview" else self.talk.other
        self.talk.frame(asker, question, "question", story=self.story, weighs=weighs)
        self.talk.speaker = teller
        self.last_move = "ask"

    def _heard(self) -> Known:
        """What listeners know by now of this story."""
        lines = [line.text for line in self.talk.lines if line.story_id == self.story]
        story = self.material.story
        first = self.told[0][0].text
        source = frozenset({story.lead.source})
        return Known(
            topics=frozenset(words(story.title)) | source,
            people=self.known,
            said="\n".join(lines),
            last=lines[-1] if lines else "",
            main=_beginning(first),
            asked=self.asked_for,
            own_harm=did_harm(story.title, first, self.language),
        )

    def _lead_to(self, fact: Fact, previous: Fact) -> None:
        told = (earlier for unit in self.told for earlier in unit if earlier.place < fact.place)
        harm_told = any(earlier.must for earlier in told) or not self._heard().own_harm
        if harm_told or self.asked["harm"] or not leads_to_harm(fact, previous, self.language):
            return
        values = {"other": self.talk.name(self.talk.other)}
        framed = self.deck.fresh("turn_harm", fact.evidence[0], **values)
        if framed is not None:
            self.asked["harm"] += 1
            self.talk.frame(self.talk.speaker, framed, "bridge", story=self.story, weighs=True)

    def _asked_between(self, fact: Fact, previous: Fact) -> bool:
        """Says what leans on the fact before as the answer to a question, where it can be one."""
        talk, teller = self.talk, self.talk.speaker
        kind, text = reply(fact.text, self.language)
        too_much = self.format != "interview" and talk.lead_of(teller) >= SURPLUS
        if not kind or talk.alone or too_much or self.asked[kind] or self.last_move == "ask":
            return False
        framed = self.deck.fresh(f"ask_{kind}", fact.evidence[0])
        if framed is None:
            return False
        self._put(framed, weighs=fact.must or fact.deadly)
        self.asked[kind] += 1
        self._say(replace(fact, text=text), previous)
        return True

    def _answer(self, fact: Fact, previous: Fact) -> Fact:
        """The second half of a sentence as an answer; without a question, both halves in one."""
        talk = self.talk
        if not talk.alone and "," not in fact.text:
            framed = self.deck.fresh(
                f"ask_{fact.answers}", fact.evidence[0], other=talk.name(talk.speaker)
            )
            if framed is not None:
                self._put(framed)
                self._say(fact, previous)
                return fact
        return self._joined(fact, previous, " ")

    def _joined(self, fact: Fact, previous: Fact, by: str) -> Fact:
        """What was said last and the fact in one sentence."""
        last = self.talk.lines.pop()
        low = lowered(fact.text, self.language, self.material.common)
        text = f"{last.text.removesuffix('.')}{by}{low}"
        evidence = tuple(dict.fromkeys((*last.evidence, *fact.evidence)))
        self.talk.lines.append(last.model_copy(update={"text": text, "evidence": evidence}))
        return replace(previous, text=text)

    def _say(self, fact: Fact, previous: Fact) -> None:
        follows = (
            fact.pronoun
            and previous.place == fact.place - 1
            and not self._is_another(fact, previous)
        )
        if follows:
            fact = replace(fact, text=fact.pronoun, evidence=fact.evidence[-1:])
        text, evidence = self.named(fact)
        if fact.speaker and fact.speaker == previous.speaker and fact.leans:
            own = fact.evidence[-1:]
            self.talk.say(self.talk.speaker, text, "quote", story=self.story, evidence=own)
            return
        if fact.speaker:
            speaker, named = self._named_text(lowered(fact.speaker, self.language))
            closed = f"{speaker}," if ", " in speaker else speaker
            values = {"speaker": closed, "quote": fact.text}
            values |= {"name": speaker} if closed == speaker else {}
            framed = self.deck.fresh("quote", fact.evidence[0], **values)
            quoting = self.language.quoting
            meant = fact.speaker in quoting.pronouns
            said = quoting.pronoun_said if meant else quoting.said
            framed = None if meant else framed
            said = said.format(speaker=speaker, closed=closed, quote=fact.text)
            plain = Framed(capitalised(said), "")
            if self._was_asked:
                framed = plain = Framed(fact.text, "")
            cited = (*named, *evidence)
            if framed is None or not self.carries(framed.text, "quote", cited):
                framed = plain
            self.talk.say(
                self.talk.speaker,
                framed.text,
                "quote",
                story=self.story,
                evidence=cited,
                frame=framed.frame,
            )
            return
        if fact.label and not self._was_asked:
            text = f"{fact.label}: {text}"
        self.talk.say(self.talk.speaker, text, "fact", story=self.story, evidence=evidence)

    def _is_another(self, fact: Fact, previous: Fact) -> bool:
        """Whether the fact before speaks of somebody whom a pronoun could be taken for."""
        people = self.material.people
        own = {person.surname for person in people.in_sentence(fact.text)}
        return any(person.surname not in own for person in people.in_sentence(previous.text))

    @property
    def _was_asked(self) -> bool:
        """Whether the line said last is a question."""
        last = self.talk.lines[-1] if self.talk.lines else None
        return last is not None and last.role == "question"

    def named(self, fact: Fact) -> tuple[str, tuple[str, ...]]:
        """The fact's text with its people named as listeners need it, and what that rests on."""
        if fact.speaker:
            return fact.text, fact.evidence
        known = self.known
        text, named = self._named_text(fact.text)
        evidence = tuple(dict.fromkeys((*named, *fact.evidence)))
        if text != fact.text and not self.carries(text, "fact", evidence):
            self.known = known
            return fact.text, fact.evidence
        return text, evidence

    def _named_text(self, text: str) -> tuple[str, tuple[str, ...]]:
        """People by full name the first time and by surname after, and where the name stands."""
        people, ids = self.material.people, self.material.sentence_ids
        text = people.shortened(text, self.known)
        text, made = people.in_full(text, self.known)
        self.known |= {person.surname for person in people.in_sentence(text)}
        return text, tuple(ids[person.sentence] for person in made)


def _beginning(text: str) -> str:
    return " ".join(text.split()[:MAIN])


def joined(names: Sequence[str], language: Language) -> str:
    """ "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {language.episode.conjunction} {names[-1]}"
