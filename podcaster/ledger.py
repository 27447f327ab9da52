"""The evidence ledger: which sentence, of which source, stands behind each line."""

from typing import Any

from podcaster.models import ASSERTING_ROLES, Edition, NewsItem, Script, Sentence


def ledger(script: Script, edition: Edition) -> list[dict[str, Any]]:
    """What evidence.json holds: one entry for each line that says something about the news.

    `sentences` are those that the line cites, with the publisher's name and the article's address;
    a translated one also has its `original` and the `language` of that. `overruled` is a person's
    reason for letting the line stand without their support.
    """
    sentences, items = edition.sentences_by_id(), edition.items_by_id()
    entries = []
    for line in script.lines:
        if line.role not in ASSERTING_ROLES:
            continue
        cited = [sentences[reference] for reference in line.evidence if reference in sentences]
        entries.append(
            {
                "line": line.id,
                "text": line.text,
                "sentences": [_entry(sentence, items[sentence.item_id]) for sentence in cited],
                "overruled": line.overruled,
            }
        )
    return entries


def _entry(sentence: Sentence, item: NewsItem) -> dict[str, Any]:
    entry = {"id": sentence.id, "text": sentence.text, "source": item.source, "url": item.url}
    if sentence.original is not None:
        entry |= {"original": sentence.original, "language": item.translated_from or ""}
    return entry
