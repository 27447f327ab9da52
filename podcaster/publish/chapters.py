"""Chapters as apps read them: the podcast namespace's JSON, version 1.2."""

import json
from collections.abc import Sequence

from podcaster.models import Chapter
from podcaster.publish.record import EpisodeRecord
from podcaster.publish.site import Site, web_url
from podcaster.publish.xml_text import one_line

MIME_TYPE = "application/json+chapters"


def public_chapters(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """In order, the first at 0, titles on one line, only links that a listener can follow."""
    found = [
        chapter.model_copy(
            update={
                "start": 0.0 if index == 0 else round(chapter.start, 3),
                "title": one_line(chapter.title),
                "url": web_url(chapter.url),
                "image_url": web_url(chapter.image_url),
            }
        )
        for index, chapter in enumerate(sorted(chapters, key=lambda chapter: chapter.start))
    ]
    return tuple(found)


def picture_url(episode: EpisodeRecord, chapter: Chapter, site: Site) -> str | None:
    """What's shown while a chapter plays: its article's own picture, else the card of its story."""
    card = episode.cards.get(chapter.story_id or "")
    return chapter.image_url or (site.url(card) if card else None)


def chapters_json(episode: EpisodeRecord, site: Site) -> str:
    listed = [
        {
            "startTime": chapter.start,
            "title": chapter.title,
            **({"url": chapter.url} if chapter.url else {}),
            **({"img": picture} if (picture := picture_url(episode, chapter, site)) else {}),
        }
        for chapter in episode.chapters
    ]
    return json.dumps({"version": "1.2.0", "chapters": listed}, ensure_ascii=False, indent=1) + "\n"
