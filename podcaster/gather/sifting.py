"""Deciding what may be told: fresh, in the show's language, not told before."""

import datetime as dt
from dataclasses import dataclass

from podcaster.gather.dispatch import Dispatch
from podcaster.gather.language import detect_language, language_code
from podcaster.gather.words import desk_words
from podcaster.models import LeftOut
from podcaster.show import Show


@dataclass(frozen=True)
class Window:
    """The time that an episode covers."""

    since: dt.datetime
    until: dt.datetime

    def last_day(self, zone: dt.tzinfo) -> dt.date:
        return (self.until - dt.timedelta(seconds=1)).astimezone(zone).date()


def window_of(show: Show, date: dt.date, now: dt.datetime) -> Window:
    """Up to now, or to the end of a day that is over; as far back as the show's freshness."""
    end_of_day = dt.datetime.combine(date + dt.timedelta(days=1), dt.time(), show.zone)
    until = min(now, end_of_day)
    return Window(until - dt.timedelta(hours=show.freshness_hours), until)


def left_out(dispatch: Dispatch, reason: str) -> LeftOut:
    return LeftOut(
        title=dispatch.title or dispatch.url,
        source=dispatch.publisher,
        url=dispatch.url,
        reason=reason,
    )


def why_not_fresh(dispatch: Dispatch, show: Show, window: Window) -> str | None:
    """Why an article of a configured source is out of the window; None where it may be told.

    A local file without a date may be: its owner put it there.
    """
    if dispatch.source.named:
        return None
    if dispatch.published is None:
        local = dispatch.source.path is not None
        if local or not dispatch.complete:
            return None
        return "it gives no date, so nobody can tell whether it's fresh"
    day = dispatch.published.astimezone(show.zone).date()
    if dispatch.published < window.since:
        return f"it's of {day}, older than the show's {show.freshness_hours:g} hours"
    if day > window.last_day(show.zone):
        return f"it's dated {day}, after the time this episode covers"
    return None


def spoken_language(dispatch: Dispatch, show: Show) -> str:
    """The language of an article: as the user says, else as it reads, else as it's declared.

    The show's own is written as the show has it, such as `en-gb`; others have two letters.
    """
    spoken = (
        language_code(dispatch.source.language)
        or detect_language(f"{dispatch.title}. {dispatch.text}")
        or language_code(dispatch.language)
        or language_code(show.language)
        or show.language
    )
    return show.language if spoken == language_code(show.language) else spoken


def why_no_report(dispatch: Dispatch, show: Show) -> str | None:
    """Why an article is nothing to tell, by its title."""
    if dispatch.source.named or not dispatch.title:
        return None
    if desk_words(spoken_language(dispatch, show)).cleaning.no_report.search(dispatch.title):
        return "it's a video, a quiz or a live page, by its title"
    return None


def why_not_understood(dispatch: Dispatch, show: Show) -> str | None:
    """Why an article can't be told in the show's language; None where somebody translates it."""
    spoken = spoken_language(dispatch, show)
    if show.translator is not None or spoken == show.language:
        return None
    return f"it's in another language ({spoken}) than the show ({show.language})"
