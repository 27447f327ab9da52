"""The whole dialogue around the stories: greeting, headlines, bridges, recap, sign-off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from podcaster.models import Edition, Line, Role
from podcaster.show import Show
from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.choose import Told
from podcaster.write.offline.days import Calendar
from podcaster.write.offline.facts import KEY, Carries, Fact, Material, content
from podcaster.write.offline.frames import Deck, Framed
from podcaster.write.offline.headline import Headline, headline
from podcaster.write.offline.language import Language
from podcaster.write.offline.talk import Talk, parted
from podcaster.write.offline.telling import Telling, joined
from podcaster.write.offline.text import capitalised, words

HEADLINES = 4
RECAPS = 5
RECAP_MINUTES = 6.0
"""A shorter episode needs no reminder of what it began with."""
LONG_MINUTES = 8.0
"""A shorter episode doesn't name its sources again at its end."""
PROMISED = 0.7
"""The share of a title's words that must be told, for it to announce its story."""
SHORTENED = 0.6
"""The share of a story's first line up to which it may be said right before it."""
LONGEST_HEADLINE = 18
"""Words of a first line that may be said twice: as a headline, and where the story begins."""


@dataclass(frozen=True)
class Frame:
    """How much there is around the stories; less of it in a short episode."""

    headlines: int
    recaps: int


def frame_for(minutes: float | None, stories: int) -> Frame:
    """Short episodes spend their time on the news."""
    length = minutes or 10.0
    headlines = (
        0 if length < 1 else min(stories, 1 if length < 2 else 2 if length < 4 else HEADLINES)
    )
    recaps = 0 if length < RECAP_MINUTES or stories < 2 else min(stories, RECAPS)
    return Frame(headlines, recaps)


class Written(Protocol):
    """A story's telling that another writer wrote."""

    @property
    def first(self) -> int:
        """The host who begins."""
        ...

    def say(self, telling: Telling) -> None:
        """Says it into the telling's talk, and after it what else is told of the story."""
        ...


@dataclass(frozen=True)
class Episode:
    """Writes the lines of one episode; the same choice gives the same lines."""

    edition: Edition
    show: Show
    language: Language
    materials: Sequence[Material]
    used_frames: frozenset[str]
    carries: Carries
    written: Mapping[int, Written] = field(default_factory=dict)
    """By their place, the stories that aren't told in this writer's own words."""

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.language, None, self.edition.date)

    def lines(self, chosen: Mapping[int, Told]) -> list[Line]:
        """The dialogue that tells the chosen facts of the stories, by their place."""
        deck = Deck(
            self.language.code,
            f"{self.show.name}|{self.edition.date.toordinal()}",
            self.used_frames,
        )
        hosts = self.show.hosts[:1] if self.show.format == "brief" else self.show.hosts
        talk = Talk(hosts, self.language)
        around = frame_for(self.show.minutes, len(chosen))
        self._open(talk, deck)
        self._coming(talk, deck, chosen, around.headlines)
        for number, place in enumerate(sorted(chosen)):
            self._story(talk, deck, place, chosen[place], first=number == 0)
        self._recap(talk, deck, chosen, around.recaps)
        self._close(talk, deck, chosen)
        return talk.lines

    def headline(self, place: int, told: Told) -> Headline | None:
        material = self.materials[place]
        first = next((fact for unit in told for fact in unit if _stands_alone(fact)), None)
        calendar = self._calendar_of(material)
        evidence = {sentence for unit in told for fact in unit for sentence in fact.evidence}
        story = material.story
        found = headline(story, first, self.language, calendar, self.carries, evidence)
        if found is None or first is None or found.text != first.text:
            return found
        whole = headline(story, first, self.language, calendar, self.carries)
        said = content(" ".join(fact.text for unit in told for fact in unit), self.language)
        promised = content(whole.text, self.language) if whole else frozenset()
        return whole if len(promised & said) >= PROMISED * len(promised) else found

    def _is_old(self, place: int) -> bool:
        return self._calendar_of(self.materials[place]).old

    def _calendar_of(self, material: Material) -> Calendar:
        published = material.story.lead.published
        return replace(self.calendar, published=published.date() if published else None)

    def _open(self, talk: Talk, deck: Deck) -> None:
        date = self.calendar.spoken_date(self.edition.date)
        show = self.show.title
        framed = deck.deal("open_first", "0", date=date, host=talk.name(0), show=show)
        talk.frame(0, framed, "open")
        if talk.alone:
            talk.frame(0, deck.deal("open_alone", "0"), "open")
        for place in range(1, len(talk.hosts)):
            kind = "open_second" if place == 1 else "open_other"
            framed = deck.deal(kind, str(place), host=talk.name(place), other=talk.name(0))
            talk.frame(place, framed, "open")
        if self.edition.sample:
            talk.frame(0, deck.deal("sample", "0"), "open")

    def _coming(self, talk: Talk, deck: Deck, chosen: Mapping[int, Told], most: int) -> None:
        places = [place for place in sorted(chosen) if not self._is_old(place)] or sorted(chosen)
        found_all = [(place, self.headline(place, chosen[place])) for place in places[:most]]
        headings = [
            (place, heading)
            for place, heading in found_all
            if heading is not None
            and not self._says_no_less(heading, chosen[place], first=place == min(chosen))
        ]
        for said, (place, found) in enumerate(headings):
            last = said and said == len(headings) - 1
            kind = "coming_last" if last else "coming_next"
            if not said:
                kind = "coming_first" if place == min(chosen) else "coming_later"
            low = lowered(found.text, self.language)
            framed = deck.deal(kind, str(place), headline=found.text, low=low)
            framed = self._carried(framed, found, "headline")
            host = talk.other if talk.lines else 0
            weighs = any(fact.must for unit in chosen[place] for fact in unit)
            talk.tell(
                host, framed, found.text[1:], "headline", evidence=found.evidence, weighs=weighs
            )

    def _carried(self, framed: Framed, found: Headline, role: Role) -> Framed:
        """The frame where the headline is still carried in it, else the headline alone."""
        said = capitalised(parted(framed.text, found.text[1:])[1])
        carried = self.carries(said, role, found.evidence)
        return framed if carried else Framed(capitalised(found.text), "")

    def _says_no_less(self, heading: Headline, told: Told, *, first: bool) -> bool:
        """Whether it's the story's own first line, which comes right after it or is long."""
        opening = words(told[0][0].text)
        said = words(heading.text)
        whole = len(said) > (SHORTENED * len(opening) if first else LONGEST_HEADLINE)
        return set(said) <= set(opening) and whole

    def _story(self, talk: Talk, deck: Deck, place: int, told: Told, *, first: bool) -> None:
        material = self.materials[place]
        story = material.story
        calendar = self._calendar_of(material)
        written = self.written.get(place)
        if written is not None and not talk.alone:
            talk.hand_over(written.first)
        if not first:
            self._bridge(talk, deck, material, told)
        if story.told_on is not None:
            framed = deck.deal("follow_up", story.id, date=self.calendar.date(story.told_on))
            talk.frame(talk.speaker, framed, "bridge", story=story.id)
        telling = Telling(
            talk, deck, material, told, self.language, calendar, self.show.format, self.carries
        )
        if written is None:
            telling.tell()
        else:
            written.say(telling)

    def _bridge(self, talk: Talk, deck: Deck, material: Material, told: Told) -> None:
        story = material.story
        weighs = any(fact.must and fact.place < KEY for unit in told[:2] for fact in unit)
        other = {} if talk.alone else {"other": talk.name(talk.after(talk.bridging()))}
        host = talk.bridging()
        words = self.language.episode
        framed = None
        if weighs:
            framed = deck.fresh("bridge_grave", story.id, **other)
        if framed is None and story.topic in words.topics:
            named = {"topic": words.topics[story.topic], "news": words.topic_news[story.topic]}
            framed = deck.fresh("bridge_topic", story.id, **named, **other)
        if framed is None:
            framed = deck.deal("bridge", story.id, **other)
        talk.frame(host, framed, "bridge", weighs=weighs)

    def _recap(self, talk: Talk, deck: Deck, chosen: Mapping[int, Told], most: int) -> None:
        said = 0
        for place in sorted(chosen):
            found = None if self._is_old(place) else self.headline(place, chosen[place])
            if found is None or said >= most:
                continue
            kind = "recap_next" if said else "recap_first"
            low = lowered(found.text, self.language)
            framed = deck.deal(kind, str(place), recap=found.text, low=low)
            framed = self._carried(framed, found, "recap")
            weighs = any(fact.must for fact in chosen[place][0])
            talk.tell(
                talk.other, framed, found.text[1:], "recap", evidence=found.evidence, weighs=weighs
            )
            said += 1

    def _close(self, talk: Talk, deck: Deck, chosen: Mapping[int, Told]) -> None:
        items = [i for place in sorted(chosen) for i in self.materials[place].story.items]
        sources = list(dict.fromkeys(item.source for item in items if item.source))
        named = all(self.materials[place].story.lead.source for place in chosen)
        if named and len(sources) > 1 and (self.show.minutes or LONG_MINUTES) < LONG_MINUTES:
            framed = deck.deal("credits_short", "0")
        elif sources:
            framed = deck.deal("credits", "0", sources=joined(sources, self.language))
        else:
            framed = deck.deal("credits_plain", "0")
        talk.frame(talk.other, framed, "close")
        for place in range(len(talk.hosts)):
            kind = "close_last" if place and place == len(talk.hosts) - 1 else "close_first"
            framed = deck.deal(kind, str(place), host=talk.name(place), show=self.show.title)
            talk.frame(place, framed, "close")


def _stands_alone(fact: Fact) -> bool:
    return not (fact.leans or fact.speaker or fact.label)
