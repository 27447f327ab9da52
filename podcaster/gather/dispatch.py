"""What a source announces, before it has become an item of news."""

import dataclasses
import datetime as dt
import hashlib
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from podcaster.gather.guard import Origin
from podcaster.models import NewsItem, Source

_TRACKING = frozenset(
    {"fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "xtor", "at_medium", "ns_source"}
)


@dataclass(frozen=True)
class Dispatch:
    """One article as its source announces it; `text` may still be the feed's few words."""

    source: Source
    publisher: str
    url: str
    title: str
    text: str = ""
    """Paragraphs separated by empty lines, cleaned."""
    complete: bool = False
    """Whether `text` is the article itself, so that its page needn't be read."""
    published: dt.datetime | None = None
    language: str | None = None
    """As declared."""
    image_url: str | None = None
    private: frozenset[Origin] = frozenset()
    """The origins that may be on a private network when its page is read."""
    note: str = ""
    """What went wrong with it, said for a person."""

    @property
    def id(self) -> str:
        """Stable for an article; a local file that is written anew holds another article."""
        local = self.url.startswith("file:")
        return item_id(self.url, f"{self.title}\n{self.text}" if local else "")

    def with_page(self, page: "Dispatch") -> "Dispatch":
        """The article's page read; the feed's title and date stay, which its editors chose."""
        return dataclasses.replace(
            self,
            text=page.text,
            complete=True,
            title=self.title or page.title,
            published=self.published or page.published,
            language=page.language or self.language,
            image_url=page.image_url or self.image_url,
        )

    def item(self, language: str) -> NewsItem:
        return NewsItem(
            id=self.id,
            source=self.publisher,
            url=self.url,
            title=self.title,
            text=self.text,
            language=language,
            published=self.published,
            image_url=self.image_url,
            weight=self.source.weight,
            named=self.source.named,
        )


def web_address(base: str, link: str) -> str | None:
    """The web address that a link leads to, None where it leads to no web page."""
    try:
        address = urljoin(base, link)
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def canonical(url: str) -> str:
    """An address without what tracks the reader, so that the same article has one address."""
    parts = urlsplit(url)
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not key.lower().startswith("utm_") and key.lower() not in _TRACKING
    ]
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, urlencode(query), ""))


def item_id(url: str, content: str = "") -> str:
    return hashlib.sha256(f"{canonical(url)}{content}".encode()).hexdigest()[:16]
