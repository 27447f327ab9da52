"""The chapters of an episode: its opening, its stories, its goodbye."""

from podcaster.master.words import Words
from podcaster.models import Chapter, Edition, Line, Script
from podcaster.timeline import ENDING_ROLES, Timeline, begins_story

TITLE_LENGTH = 60
"""Characters; players cut what's longer."""


def make_chapters(
    script: Script, edition: Edition, timeline: Timeline, words: Words
) -> tuple[Chapter, ...]:
    """The first at 0, then one where each story begins (at its ident, if it has one), then the end.

    Starts rise strictly; a story told in two places has two chapters. What tells no story, as a
    trailer does, is one chapter.
    """
    if not edition.stories:
        return (Chapter(start=0, title=short_title(script.title)),)
    stories = {story.id: story for story in edition.stories}
    chapters = [Chapter(start=0, title=words.opening)]
    begins = begins_story(script.lines)
    closing = _closing_line(script.lines)
    for index, (line, start) in enumerate(zip(script.lines, timeline.starts, strict=True)):
        entry = _ident_before(timeline, index) or start
        if begins[index] and line.story_id in stories:
            story = stories[line.story_id]
            chapter = Chapter(
                start=round(entry, 3),
                title=short_title(story.title),
                url=story.lead.url if story.lead.url.startswith(("http:", "https:")) else None,
                image_url=story.lead.image_url,
                story_id=story.id,
            )
        elif index == closing:
            chapter = Chapter(start=round(start, 3), title=words.closing)
        else:
            continue
        if chapter.start > chapters[-1].start:
            chapters.append(chapter)
        elif len(chapters) == 1:
            chapters = [chapter.model_copy(update={"start": 0.0})]
    return tuple(chapters)


def short_title(title: str, length: int = TITLE_LENGTH) -> str:
    """The title in one line, cut between words with an ellipsis where it's too long."""
    plain = " ".join(title.split())
    if len(plain) <= length:
        return plain
    return plain[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _closing_line(lines: tuple[Line, ...]) -> int | None:
    """Where the run of recap and goodbye that ends the script begins."""
    index = len(lines)
    while index > 0 and lines[index - 1].role in ENDING_ROLES:
        index -= 1
    return index if index < len(lines) else None


def _ident_before(timeline: Timeline, index: int) -> float | None:
    """When the ident that leads up to a line begins."""
    after = timeline.starts[index - 1] if index else 0.0
    return next(
        (
            ident.start
            for ident in timeline.idents
            if ident.kind == "between" and after < ident.start < timeline.starts[index]
        ),
        None,
    )
