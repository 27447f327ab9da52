"""What sort of thing a name is for: a person, a place, an organisation.

English and French have a recogniser (spaCy's small pipelines); other languages go on without.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from podcaster.write.evidence.places import aliases, first_names
from podcaster.write.evidence.reading.grammar import pipeline_for
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.words import Word, primary

Sort = Literal["person", "place", "organisation", ""]
_SORTS: dict[str, Sort] = {
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "place",
    "ORG": "organisation",
}
"""OntoNotes' labels in English, WikiNER's in French; demonyms (`NORP`) count as their place."""


def sorts_of_names(passage: Passage, names: Sequence[Name]) -> dict[str, Sort]:
    """By the last word of a name: a person where any form of it begins with a first name, a place
    where it's a known one, else what most of its mentions are taken for."""
    grouped: dict[str, list[Name]] = {}
    for name in names:
        grouped.setdefault(name.tokens[-1], []).append(name)
    words = _sorts_of_words(passage.words, passage.bounds, passage.language)
    return {last: _sort_of(group, words) for last, group in grouped.items()}


def _sort_of(group: Sequence[Name], words: Sequence[Sort]) -> Sort:
    if any(token in first_names() for name in group for token in name.tokens[:-1]):
        return "person"
    if any(aliases().of(" ".join(name.tokens)) is not None for name in group):
        return "place"
    return Counter(words[name.last - 1] for name in group).most_common(1)[0][0]


def _sorts_of_words(
    words: Sequence[Word], bounds: Sequence[tuple[int, int]], language: str
) -> tuple[Sort, ...]:
    """The sort of each word; empty for one that names nothing, or where nothing is known."""
    pipeline = pipeline_for(primary(language))
    if pipeline is None:
        unknown: Sort = ""
        return (unknown,) * len(words)
    from spacy.tokens import Doc

    docs = [
        Doc(pipeline.vocab, words=[word.text.replace("’", "'") for word in words[first:last]])
        for first, last in bounds
    ]
    found: list[Sort] = []
    for doc in pipeline.get_pipe("ner").pipe(docs):  # type: ignore[attr-defined]
        found += (_SORTS.get(token.ent_type_, "") for token in doc)
    return tuple(found)
