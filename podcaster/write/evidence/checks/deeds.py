"""Deeds: what the source has one do to another the text may not deny, from whichever end."""

from collections.abc import Iterator

from podcaster.write.evidence.checks.roles import scene_for
from podcaster.write.evidence.denials import denials_of
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place
from podcaster.write.evidence.polarity import is_asked

_MEANT = ("ccomp", "csubj", "advcl")
"""Clauses that a denial of what they hang on leaves open: `he didn't want X to sell`."""


def denied_deeds(ground: Ground) -> Iterator[Unsupported]:
    """`Reed never sold it to Marsh`, where the source has Marsh buy it from Reed, and the other
    way round."""
    scene = scene_for(ground)
    here, there = denials_of(ground.text.passage), denials_of(ground.source.passage)
    if scene is None or here is None or there is None:
        return
    for event in scene.said:
        if not event.framed or event.at in ground.text.quoted or is_asked(ground.text, event.at):
            continue
        if here.grammar.deps[event.at] in _MEANT:
            continue
        told = [other for other in scene.agreeing(event) if other.framed]
        denied = here.counts[event.at] % 2
        if told and all(
            scene.are_one(event, other)
            and there.counts[other.at] % 2 != denied
            and there.grammar.deps[other.at] not in _MEANT
            for other in told
        ):
            source = ground.source.passage
            words = source.sentence_text(source.sentence_of[told[0].at])
            reason = f"The source says the contrary: see {words!r}."
            yield marked(ground, Place(event.at, event.at + 1), "negation", "refuted", reason)
