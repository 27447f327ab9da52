"""The desk: the day's news, read, sifted, grouped, ranked and numbered."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from podcaster.contracts import Progress
from podcaster.errors import GatherError, NothingToTell
from podcaster.gather.grouping import Lead, group
from podcaster.gather.pages import PageReader, tell
from podcaster.gather.ranking import stories_for
from podcaster.gather.reading import Asked, Reading, fetch_source, read_source
from podcaster.gather.sample import sample_edition
from podcaster.gather.side_by_side import side_by_side
from podcaster.gather.sifting import (
    Window,
    left_out,
    why_no_report,
    why_not_fresh,
    why_not_understood,
    window_of,
)
from podcaster.gather.told import remember
from podcaster.gather.weather import weather_story
from podcaster.gather.web import Web, open_web
from podcaster.models import Edition, LeftOut, Source, SourceOutcome, Story
from podcaster.request import BuildRequest
from podcaster.store.library import Library

AT_ONCE = 8
SOURCES_SECONDS = 60.0
"""For all sources together; one that isn't there by then is passed over. Feeds that pages name
get as long again."""


def gather(
    request: BuildRequest, library: Library, http_cache: Path, progress: Progress
) -> Edition:
    """The edition of one day: what may be told, best first.

    Raises NothingToTell, with a reason for each source, where nothing is left.
    """
    show = request.show
    room = stories_for(show.minutes)
    sources = _sources(request)
    embedded = show.built_in and not request.sources
    if embedded and request.offline:
        return sample_edition(show, request.date, room, notes=("Built offline.",))
    with open_web(http_cache) as web:
        readings = _read(sources, None if request.offline else web, request, progress)
        outcomes = tuple(_outcome(reading) for reading in readings)
        if embedded and not any(reading.dispatches for reading in readings):
            first = next((outcome.error for outcome in outcomes if outcome.error), "there are none")
            note = f"None of the {len(outcomes)} news feeds could be read ({first})."
            progress.warn(f"{note} This will be the sample edition.")
            return sample_edition(show, request.date, room, outcomes, (note,))
        for outcome in outcomes:
            if outcome.error:
                progress.warn(f"A source is passed over: {outcome.error}.")
        window = window_of(show, request.date, request.now)
        leads, unfit = _sift(readings, request, window)
        memory = remember(library, show, request.date)
        ranked, known = group(leads, show, window.until, memory)
        reader = PageReader(web, show, window, progress)
        stories, items, dropped = tell(ranked, room, reader)
        rejected = (*unfit, *known, *dropped)
        if not stories:
            raise _nothing(request, outcomes, rejected)
        forecast, notes = _forecast(web, request, f"s{len(stories) + 1}")
    library.remember_items(items, request.now)
    return Edition(
        show=show.name,
        language=show.language,
        date=request.date,
        stories=(*stories, *forecast),
        outcomes=outcomes,
        left_out=rejected,
        notes=notes,
    )


def _sources(request: BuildRequest) -> tuple[Source, ...]:
    """Those named on the command line stand in for the show's own."""
    if request.sources:
        return tuple(source.model_copy(update={"named": True}) for source in request.sources)
    return request.show.sources


def _read(
    sources: Sequence[Source], web: Web | None, request: BuildRequest, progress: Progress
) -> list[Reading]:
    """One reading a source, in the order of the sources."""
    show = request.show
    progress.stage("sources", float(len(sources)))

    asked = [Asked(source, source.named or not show.built_in) for source in sources]
    found = _round(dict(enumerate(asked)), web, request, progress)
    feeds = {number: feed for number, feed in found.items() if isinstance(feed, Asked)}
    found |= _round(feeds, web, request, progress)
    late = f"not read within {SOURCES_SECONDS:g} seconds"
    readings: list[Reading] = []
    for number, source in enumerate(sources):
        reading = found.get(number)
        if not isinstance(reading, Reading):
            reading = Reading(source, source.name or source.location, error=late)
        readings.append(reading)
    return readings


def _round(
    asked: Mapping[int, Asked], web: Web | None, request: BuildRequest, progress: Progress
) -> dict[int, Reading | Asked]:
    """What came of asking each; the feed to ask for next, where a page named one."""
    numbers = list(asked)
    found: dict[int, Reading | Asked] = {}
    for place, fetched in side_by_side(
        lambda number: fetch_source(asked[number], web), numbers, AT_ONCE, SOURCES_SECONDS
    ):
        number = numbers[place]
        reading = read_source(asked[number], fetched, request.show.language)
        found[number] = reading
        if isinstance(reading, Reading):
            progress.advance(1, reading.name)
    return found


def _forecast(
    web: Web, request: BuildRequest, story_id: str
) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """The weather of the show's place, or a note that says why there is none."""
    if request.show.place is None or request.sources:
        return (), ()
    if request.offline:
        return (), ("No weather: this build is offline.",)
    try:
        return (weather_story(web, request, request.show.place, story_id),), ()
    except GatherError as error:
        return (), (f"No weather: {error.message}",)


def _outcome(reading: Reading) -> SourceOutcome:
    return SourceOutcome(
        source=reading.name,
        location=reading.source.location,
        items=len(reading.dispatches),
        error=reading.error,
    )


def _sift(
    readings: Sequence[Reading], request: BuildRequest, window: Window
) -> tuple[list[Lead], list[LeftOut]]:
    """What may be told, each article once, and the rest with its reasons."""
    leads: list[Lead] = []
    unfit: list[LeftOut] = []
    seen: set[str] = set()
    for reading in readings:
        for title, reason in reading.unusable:
            unfit.append(
                LeftOut(
                    title=title, source=reading.name, url=reading.source.location, reason=reason
                )
            )
        for place, dispatch in enumerate(reading.dispatches):
            reason_against = (
                why_no_report(dispatch, request.show)
                or why_not_fresh(dispatch, request.show, window)
                or why_not_understood(dispatch, request.show)
            )
            if dispatch.id in seen:
                continue
            seen.add(dispatch.id)
            if reason_against:
                unfit.append(left_out(dispatch, reason_against))
            else:
                leads.append(Lead(dispatch, place / len(reading.dispatches)))
    return leads, unfit


def _nothing(
    request: BuildRequest, outcomes: Sequence[SourceOutcome], rejected: Sequence[LeftOut]
) -> NothingToTell:
    """Says for each source why it gave nothing."""
    reasons: list[str] = []
    for outcome in outcomes:
        if outcome.error:
            reasons.append(outcome.error)
            continue
        counts: dict[str, int] = {}
        names = {outcome.source, outcome.location}
        for entry in rejected:
            if entry.source in names or len(outcomes) == 1:
                counts[entry.reason] = counts.get(entry.reason, 0) + 1
        told = "; ".join(f"{count} x {reason}" for reason, count in counts.items())
        reasons.append(f"{outcome.source}: {outcome.items} articles, none to tell: {told}")
    listed = "\n  ".join(reasons) or "the show has no sources"
    return NothingToTell(
        f"There is nothing to tell for {request.show.name} on {request.date}:\n  {listed}",
        "Name other sources with --source, or raise the show's freshness_hours.",
    )
