"""One article's web page."""

import re
from typing import Any

from podcaster.errors import GatherError
from podcaster.gather.cleaning import article_text, one_line
from podcaster.gather.dates import read_date
from podcaster.gather.dispatch import Dispatch
from podcaster.gather.guard import Origin
from podcaster.gather.language import detect_language, language_code
from podcaster.gather.unseen import drop_unseen
from podcaster.models import Source

LEAST_CHARACTERS = 200
"""Less than this tells no story."""
BROKEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What parsers written for good pages raise on bad ones."""
_TITLE_TAIL = re.compile(r"\s+[|»]\s+")


def read_article(
    content: bytes,
    url: str,
    source: Source,
    language: str,
    private: frozenset[Origin] = frozenset(),
) -> Dispatch:
    """The article on a page. `language` is the show's, for pages that don't say theirs.

    Raises GatherError where the page holds no article.
    """
    document = _extract(content, url)
    if document is None or isinstance(document, dict) or document.body is None:
        raise _no_article(url)
    paragraphs = _paragraphs(document.body)
    title = _page_title(document.title or "", document.sitename or "")
    spoken = (
        source.language
        or detect_language(" ".join(paragraphs))
        or language_code(document.language)
        or language
    )
    text = article_text(paragraphs, spoken, title)
    if len(text) < LEAST_CHARACTERS:
        raise _no_article(url)
    return Dispatch(
        source=source,
        publisher=source.name or one_line(document.sitename or document.hostname or ""),
        url=url,
        title=title,
        text=text,
        complete=True,
        published=read_date(document.date),
        language=spoken,
        image_url=document.image or None,
        private=private,
    )


def _extract(content: bytes, url: str) -> Any:
    """trafilatura's document, None where it sees none.

    Raises GatherError for pages so broken that the libraries below it give up.
    """
    import trafilatura
    from lxml.etree import LxmlError

    try:
        page = trafilatura.load_html(content)
        if page is None:
            return None
        drop_unseen(page)
        return trafilatura.bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_formatting=True,
            favor_precision=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (*BROKEN, LxmlError) as error:
        raise GatherError(f"{url}: this page can't be made sense of ({error})") from error


def _page_title(title: str, site: str) -> str:
    """The article's title without the site's name and its sections."""
    bare = _TITLE_TAIL.split(one_line(title))[0]
    return re.sub(rf"\s+[-–—]\s+{re.escape(site)}$", "", bare) if site else bare


def _no_article(url: str) -> GatherError:
    return GatherError(
        f"{url}: no article text on this page",
        "It may be behind a login or be made by a script; name another address.",
    )


def _paragraphs(body: Any) -> list[str]:
    """The running text: paragraphs that aren't wholly bold, and lists between paragraphs."""
    found: list[str] = []
    elements = list(body)
    while elements and elements[-1].tag in ("list", "head"):
        elements.pop()
    for element in elements:
        match element.tag:
            case "p" | "quote" if not _is_heading(element):
                found.extend(_text(element).split("\n"))
            case "list":
                found.extend(_text(item) for item in element.iter("item"))
    return found


def _is_heading(element: Any) -> bool:
    """Whether all of a paragraph is emphasised, as headings without a heading's tag are."""
    bold = "".join(
        "".join(child.itertext()) for child in element.iter("hi") if "#b" in child.get("rend", "")
    )
    return bool(bold.strip()) and bold.strip() == _text(element).strip()


def _text(element: Any) -> str:
    return "".join(element.itertext())
