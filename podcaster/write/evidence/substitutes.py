"""Speakers that a source only calls `he`: whom that surely doesn't mean."""

from collections.abc import Collection

from podcaster.write.evidence.people import antecedents, likeliest, same_name
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.speakers import speakers

_SINGULAR = frozenset({"he", "she", "il", "elle"})
_BACK = 2
"""Sentences before a pronoun in which its name stands."""


def is_not_meant(context: Reading, sentences: Collection[int], said: Name) -> bool:
    """Whether all that sentences tell is told by a `he` or a `she`, and whoever is `said` to tell
    it is named neither in them nor shortly before."""
    passage = context.passage
    found = [speaker for number in sentences for speaker in speakers(context, number)]
    pronouns = all(passage.words[one.first].lower in _SINGULAR for one in found)
    if not found or not pronouns:
        return False
    firsts = {one.first for one in found}
    meant = [name for name in antecedents(context) if name.first in firsts]
    meant += [name for first in firsts if (name := likeliest(context, first)) is not None]
    near = {back for number in sentences for back in range(number - _BACK, number + 1)}
    meant += [name for name in context.names if passage.sentence_of[name.first] in near]
    return not any(same_name(said, name) for name in meant)
