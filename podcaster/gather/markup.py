"""Pieces of HTML that are known to hold nothing but an article's words."""

from podcaster.gather.cleaning import plain_text
from podcaster.gather.unseen import drop_unseen

_BLOCKS = frozenset(
    {"p", "div", "li", "blockquote", "br", "tr", "td", "ul", "ol", "table", "figure", "section"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"script", "style", "figcaption", "figure", "iframe", "svg", "noscript", "pre"})


def markup_paragraphs(markup: str) -> list[str]:
    """The paragraphs of a fragment; headings, captions and scripts left out."""
    from lxml import etree, html

    text = plain_text(markup).strip()
    if not text:
        return []
    if "<" not in text:
        return [html.fromstring(f"<p>{text}</p>").text_content()] if "&" in text else [text]
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    drop_unseen(root)
    pieces: list[str] = []
    _collect(root, pieces)
    lines = "".join(pieces).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def _collect(element: object, pieces: list[str]) -> None:
    tag = getattr(element, "tag", None)
    tail = getattr(element, "tail", None) or ""
    if isinstance(tag, str) and tag not in _SILENT and tag not in _HEADINGS:
        block = tag in _BLOCKS
        pieces.append("\n" if block else "")
        pieces.append(" ".join((getattr(element, "text", None) or "").split("\n")))
        for child in element:  # type: ignore[attr-defined]
            _collect(child, pieces)
        pieces.append("\n" if block else "")
    elif tag in _HEADINGS or tag in _SILENT:
        pieces.append("\n")
    pieces.append(" ".join(tail.split("\n")))
