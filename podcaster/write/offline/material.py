"""All that can be told of a story, read item by item."""

import re
from collections.abc import Sequence
from dataclasses import replace

from podcaster.models import NewsItem, Sentence, Story
from podcaster.write.offline.antecedents import needs
from podcaster.write.offline.clean import plain
from podcaster.write.offline.days import Calendar
from podcaster.write.offline.facts import Carries, Material, Unit, content, takes_all
from podcaster.write.offline.headline import common_words, proper_names
from podcaster.write.offline.language import Language
from podcaster.write.offline.people import People, Person, people, subject
from podcaster.write.offline.reader import LEAD, Reader
from podcaster.write.offline.text import capitalised, unquoted, words


def material(
    story: Story, language: Language, calendar: Calendar, carries: Carries = takes_all
) -> Material:
    """Everything of the story that can be told, item by item, the leading one first."""
    units: list[Unit] = []
    everyone = people([plain(s.text) for s in story.sentences], language)
    place = 0
    for item in story.items:
        own = [s for s in story.sentences if s.item_id == item.id]
        if not own:
            continue
        units += _units_of(item, own, place, language, calendar, everyone, carries)
        place += len(own)
    return Material(
        story,
        tuple(_distinct(units, language)),
        everyone,
        tuple(s.id for s in story.sentences),
        common_words([s.text for s in story.sentences], language),
    )


def _units_of(
    item: NewsItem,
    own: Sequence[Sentence],
    first: int,
    language: Language,
    calendar: Calendar,
    everyone: People,
    carries: Carries,
) -> list[Unit]:
    texts = _with_days([plain(s.text) for s in own], language)
    labels = {
        m.group(0) for t in texts if (m := language.pattern(language.reading.list_label).match(t))
    }
    abouts = _abouts(texts, language, everyone)
    he = language.pattern(language.reading.he)
    meant = [n for n, person in enumerate(abouts) if person is not None and he.match(texts[n])]
    reader = Reader(
        language=language,
        calendar=replace(calendar, published=item.published.date() if item.published else None),
        sentences=texts,
        ids=[s.id for s in own],
        people=everyone,
        common=common_words(texts, language),
        names=proper_names(texts),
        title=content(item.title, language),
        told_of=frozenset(words(item.title)),
        labelled=len(labels) > 2,
        openings=_openings(item, texts),
        first=first,
        abouts=abouts,
        needs=needs(item.title, texts, LEAD, everyone, meant),
        carries=carries,
    )
    units: list[Unit] = []
    told_before = False
    read = [reader.facts(place) for place in range(len(texts))]
    for place, found in enumerate(read):
        taken_back = not any(read[place + 1 : place + 2]) and reader.is_taken_back(place)
        facts = [] if taken_back else found
        if facts and told_before and units and reader.denies(facts[0]):
            units[-1] = Unit((*units[-1].facts, replace(facts[0], bound=True), *facts[1:]))
        elif facts and not facts[0].leans:
            units.append(Unit(tuple(facts)))
        elif facts and told_before and units and reader.knows_whom(facts[0], place, units[-1]):
            units[-1] = Unit((*units[-1].facts, *facts))
        elif facts and reader.is_only_loose(facts[0], place):
            units.append(Unit((reader.by_itself(facts[0], place), *facts[1:])))
        else:
            facts = []
        told_before = bool(facts)
    return units


def _with_days(texts: Sequence[str], language: Language) -> list[str]:
    """The sentences with the day named where one says "the same day" after a quotation.

    A quotation is told without the day on which it was said.
    """
    named = list(texts)
    same, day = language.reading.same_day, language.reading.on_a_day
    for place in range(1, len(named)):
        before = unquoted(named[place - 1])
        days = language.pattern(day).findall(before)
        if before != named[place - 1] and len(days) == 1:
            named[place] = capitalised(language.pattern(same).sub(days[0], named[place], count=1))
    return named


def _openings(item: NewsItem, texts: Sequence[str]) -> frozenset[int]:
    paragraphs = tuple(plain(paragraph) for paragraph in item.text.split("\n\n"))
    return frozenset(
        place
        for place, text in enumerate(texts)
        if any(paragraph.startswith(text) for paragraph in paragraphs)
    )


def _abouts(texts: Sequence[str], language: Language, everyone: People) -> list[Person | None]:
    """For each sentence, the person that a "he" at its beginning means."""
    he = language.pattern(language.reading.he)
    pronouns = "|".join(language.quoting.pronouns)
    speaks = language.pattern(rf"(?i)\b(?:{pronouns})\b")
    means: list[Person | None] = []
    last: Person | None = None
    for text in texts:
        means.append(last)
        here = subject(text, everyone)
        carried = (
            last
            if not everyone.in_sentence(text) and (he.match(text) or speaks.search(text))
            else None
        )
        quoted = last if re.match(r"^[“«\"]", text) and not everyone.in_sentence(text) else None
        last = here or carried or quoted
    return means


def _distinct(units: Sequence[Unit], language: Language) -> list[Unit]:
    """Without what another item of the story has told already."""
    kept: list[Unit] = []
    for unit in units:
        said = content(unit.text, language)
        again = any(len(said & content(other.text, language)) > 0.6 * len(said) for other in kept)
        if not again:
            kept.append(unit)
    return kept
