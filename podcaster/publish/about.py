"""What feed and pages say of a show, where its settings leave it open."""

from podcaster.publish.words import words
from podcaster.publish.xml_text import one_line, xml_text
from podcaster.show import Show

DESCRIPTION_CHARACTERS = 1000
"""Four bytes a character at most, so never above the 4000 bytes that directories read."""


def feed_address(show: Show) -> str:
    return f"{show.name}/feed.xml"


def page_address(show: Show) -> str:
    return f"{show.name}/index.html"


def cover_address(show: Show) -> str:
    return f"{show.name}/cover.jpg"


def author(show: Show) -> str:
    return one_line(show.author or show.title)


def description(show: Show) -> str:
    text = show.description or words(show.language)["description"]
    return xml_text(text)[:DESCRIPTION_CHARACTERS]
