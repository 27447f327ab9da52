"""The writer that needs no language model: rules, tables and templates."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from podcaster.contracts import Measure, WriterSetup
from podcaster.errors import NothingToTell
from podcaster.models import Edition, Line, Role, Script, Story
from podcaster.show import Show
from podcaster.write.evidence import judge
from podcaster.write.offline.blocks import BASE_STEPS
from podcaster.write.offline.days import Calendar
from podcaster.write.offline.episode import Episode
from podcaster.write.offline.facts import Carries, Fact, Material, Unit, content
from podcaster.write.offline.fitting import Fit, fit, target_seconds
from podcaster.write.offline.headline import headline
from podcaster.write.offline.language import Language, load
from podcaster.write.offline.material import material
from podcaster.write.offline.text import capitalised, words

TITLE_LENGTH = 110
SHORTEST_LEAD = 4
"""Words of a title that can be a story's first line."""
LATEST_NEWS = 2
"""Sentences in one of which the news must be, for a story to begin with a sentence of its own."""
ANNOUNCED = 0.5
"""The share of a title's words in a second sentence that tells the news."""
NEWS = 1
"""Sentences at an article's beginning that say what it's about; its title may stand for them."""
SPARED = 0.005
"""The share of its length by which an episode may be shorter for telling no story thinly."""
MOST_PAUSES = 0.03
"""The share of an episode that pauses fill where they're stretched as far as they may be."""


class OfflineWriter:
    """Deterministic: the same edition, show and history give the same script."""

    def __init__(self, setup: WriterSetup) -> None:
        self._used_frames = setup.used_frames

    def write(self, edition: Edition, show: Show, measure: Measure) -> Script:
        """The day's dialogue, as long as the show asks for or as the news lasts.

        Raises NothingToTell where no story has a sentence that can be told, and WriteError for a
        language without templates.
        """
        language = load(show.language)
        carries = carried_by(edition)
        notes: list[str] = []
        target = target_seconds(show.minutes, show.format)

        def told(materials: Sequence[Material]) -> tuple[Episode, Fit]:
            episode = Episode(edition, show, language, materials, self._used_frames, carries)
            return episode, fit(materials, show.format, target, episode.lines, measure)

        materials = tellable(edition, language, carries, notes)
        episode, found = told(materials)
        full = [m for place, m in enumerate(materials) if not _is_thin(found, place, m)]
        if full and len(full) < len(materials):
            other, instead = told(full)
            if target is not None and instead.seconds >= found.seconds - SPARED * target:
                return script_of(other, instead, notes)
        return script_of(episode, found, notes)


def _is_thin(found: Fit, place: int, material: Material) -> bool:
    """Whether a story begins and breaks off, for the rest of it takes over too much."""
    told = {fact.place for unit in found.chosen.get(place, ()) for fact in unit}
    whole = {fact.place for unit in material.units for fact in unit.facts}
    return bool(told) and len(told) < min(BASE_STEPS, len(whole))


def tellable(
    edition: Edition, language: Language, carries: Carries, notes: list[str]
) -> list[Material]:
    """What can be told of each story; `notes` gets what is left out. Raises NothingToTell."""
    found = [_material(story, edition.date, language, carries, notes) for story in edition.stories]
    materials = [material for material in found if material is not None]
    if not materials:
        raise NothingToTell(
            f"none of the {len(edition.stories)} stories has a sentence that can be told",
            "look at what was gathered with: podcaster news",
        )
    begun = [material for material in materials if _has_its_news(material, language)]
    if not begun:
        return materials
    notes += [
        f"left out, as neither its title nor its beginning can be told: {material.story.title}"
        for material in materials
        if material not in begun
    ]
    return begun


def _has_its_news(material: Material, language: Language) -> bool:
    """Whether what the article begins with can be told, and not only what it adds to that."""
    return any(
        (unit.place < NEWS and not unit.facts[0].speaker)
        or _holds_the_news(unit, material.story, language)
        for unit in material.units
    )


def _material(
    story: Story, heard: dt.date, language: Language, carries: Carries, notes: list[str]
) -> Material | None:
    if story.lead.language[:2] != language.code:
        notes.append(
            f"left out, as it's written in {story.lead.language!r}"
            f" and the show speaks {language.code!r}: {story.title}"
        )
        return None
    calendar = Calendar(language, None, heard)
    found = _opened(material(story, language, calendar, carries), language, calendar, carries)
    if not any(not unit.facts[0].speaker for unit in found.units):
        notes.append(f"left out, as none of its sentences can be told: {story.title}")
        return None
    return found


def script_of(episode: Episode, found: Fit, notes: Sequence[str]) -> Script:
    """The fitted lines with their title and summary."""
    edition, show = episode.edition, episode.show
    title, summary = _headings(episode, found, episode.language, edition.sample)
    return Script(
        show=show.name,
        language=show.language,
        date=edition.date,
        title=title,
        summary=summary,
        hosts=show.hosts,
        lines=found.lines,
        notes=(*notes, *_notes(found)),
    )


def carried_by(edition: Edition) -> Carries:
    """The gate's own judgement, so that nothing is chosen that it would take away again."""

    @cache
    def carries(text: str, role: Role, evidence: tuple[str, ...]) -> bool:
        line = Line(id="draft", host="draft", text=text, role=role, evidence=evidence)
        return not judge(line, edition)

    return carries


def _opened(found: Material, language: Language, calendar: Calendar, carries: Carries) -> Material:
    """With the story's title as its first fact, where no sentence that holds the news is told."""
    if any(_holds_the_news(unit, found.story, language) for unit in found.units):
        return found
    published = found.story.lead.published
    calendar = replace(calendar, published=published.date() if published else None)
    title = headline(found.story, None, language, calendar, carries)
    if title is None or len(words(title.text)) < SHORTEST_LEAD:
        return found
    if not carries(title.text, "fact", title.evidence):
        return found
    fact = Fact(title.text, title.evidence, 0, value=2.0, opens=True)
    return replace(found, units=(Unit((fact,)), *found.units))


def _holds_the_news(unit: Unit, story: Story, language: Language) -> bool:
    """Whether it's at the article's beginning, no quotation, and speaks of what the title does.

    What comes after the first sentence must speak of much of that.
    """
    title = content(story.title, language)
    named = content(unit.text, language) & title
    enough = len(named) >= (1 if unit.place == 0 else ANNOUNCED * len(title))
    return unit.place < LATEST_NEWS and bool(named) and enough and not unit.facts[0].speaker


def _notes(found: Fit) -> list[str]:
    if found.target is None or found.target - found.seconds <= MOST_PAUSES * found.target:
        return []
    reason = "there was no more news" if found.complete else "no further fact fitted"
    return [f"{found.seconds:.0f} of {found.target:.0f} seconds are filled: {reason}"]


def _headings(episode: Episode, found: Fit, language: Language, sample: bool) -> tuple[str, str]:
    """The episode's title and summary, from the stories it tells."""
    headlines = [
        heading.text
        for place, told in found.chosen.items()
        if (heading := episode.headline(place, told)) is not None
    ] or [episode.show.title]
    said = language.episode
    title = headlines[0].rstrip(".")
    for further in headlines[1:3]:
        longer = f"{title}{said.title_join}{further.rstrip('.')}"
        if len(longer) > TITLE_LENGTH:
            break
        title = longer
    summary = " ".join(capitalised(heading) for heading in headlines)
    if sample:
        title = said.sample_title.format(title=title)
        summary = said.sample_summary.format(summary=summary)
    return title, summary
