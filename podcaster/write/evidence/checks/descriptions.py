"""Descriptions: what the source calls one of two the text may not call the other."""

import itertools
from collections.abc import Iterator

from podcaster.write.evidence.descriptions import descriptions
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.people import same_name
from podcaster.write.evidence.reading.names import Name


def exchanged_descriptions(ground: Ground) -> Iterator[Unsupported]:
    """Two whom the text calls what the source calls the other: `the German Alba and the French
    Bexor`, where Alba is French."""
    said = descriptions(ground.text)
    for one, other in itertools.combinations(said, 2):
        if same_name(one.name, other.name):
            continue
        mine, theirs = _told(ground, one.name), _told(ground, other.name)
        if (one.stems - mine) & theirs and (other.stems - theirs) & mine:
            words = words_of(ground.text, other.name)
            reason = f"The source calls {words} what this calls {words_of(ground.text, one.name)}."
            yield marked(ground, one.name, "role", "refuted", reason)


def _told(ground: Ground, name: Name) -> frozenset[str]:
    """The stems of all that the source calls a name."""
    return frozenset(
        stem
        for told in descriptions(ground.source)
        if same_name(told.name, name)
        for stem in told.stems
    )
