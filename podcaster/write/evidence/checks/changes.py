"""Changes: what the source has grow from one figure to another the text may not have shrink."""

from collections.abc import Iterator

from podcaster.write.evidence.changes import Change, changes
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import Measure


def refuted_changes(ground: Ground) -> Iterator[Unsupported]:
    """Two figures of which the source has the second first."""
    told = [change for change in changes(ground.source) if ground.carries(change.first)]
    for change in changes(ground.text):
        turned = [other for other in told if _are(change, other.new, other.old)]
        if turned and not any(_are(change, other.old, other.new) for other in told):
            words = words_of(ground.source, turned[0])
            reason = f"In the source it's the other way round: {words!r}."
            yield marked(ground, change, "direction", "refuted", reason)


def _are(change: Change, old: Measure, new: Measure) -> bool:
    pairs = ((change.old, old), (change.new, new))
    return all(mine.low == other.low and mine.is_comparable(other) for mine, other in pairs)
