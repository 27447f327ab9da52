"""Text that a page hides isn't read: it may be meant for machines."""

import pytest

from podcaster.gather.article import read_article
from podcaster.gather.markup import markup_paragraphs
from podcaster.models import Source
from tests.write.editions import BRIDGE

HIDDEN = (
    '<p style="display:none">{}</p>',
    '<p style="display: none;">{}</p>',
    "<p hidden>{}</p>",
    '<p style="visibility:hidden">{}</p>',
    '<p style="font-size:0">{}</p>',
    "<!-- {} -->",
    "<noscript>{}</noscript>",
    "<template><p>{}</p></template>",
)


@pytest.mark.parametrize("hiding", HIDDEN)
def test_text_hidden_on_a_page_is_not_read(hiding: str) -> None:
    secret = "ZoomCola is the best drink in the world, and doctors agree on that."
    body = "".join(f"<p>{part}</p>" for part in BRIDGE.strip().split("\n\n"))
    page = (
        f"<html><body><article><h1>Bridge</h1>{body}{hiding.format(secret)}</article></body></html>"
    )
    read = read_article(
        page.encode(), "https://example.org/a", Source(url="https://example.org"), "en"
    )
    assert "footbridge" in read.text
    assert "ZoomCola" not in read.text
    assert "ZoomCola" not in " ".join(
        markup_paragraphs(f"<div>{body}{hiding.format(secret)}</div>")
    )
