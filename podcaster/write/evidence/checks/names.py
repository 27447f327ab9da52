"""Names: each must be in the source, whole, and belong where the text puts it."""

from collections.abc import Iterator

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.people import derived, is_acronym_of, is_person, is_place, same_name
from podcaster.write.evidence.places import aliases, capitals, first_names
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading

MARGIN = 2.5


def unsupported_names(ground: Ground) -> Iterator[Unsupported]:
    """Names that the evidence doesn't know, mixes of two people, and names of somebody else."""
    placed = []
    for name in ground.text.names:
        if _is_speech(ground.text, name) or set(name.tokens) <= ground.allowed:
            continue
        strangers = [token for token in name.tokens if not _is_known(token, name, ground)]
        words = words_of(ground.text, name)
        if strangers:
            yield marked(ground, name, "name", f"The source names no {words}.")
        elif mixed := _mixed(name, ground):
            yield marked(ground, name, "name", f"The source names {mixed}, and no {words}.")
        else:
            placed.append(name)
    told = [name for name in ground.names if not _is_speech(ground.source, name)]
    sentence_of = ground.source.passage.sentence_of
    homes = {
        name.first: {sentence_of[o.first] for o in told if same_name(name, o)} for name in placed
    }

    def comparable(said: Name, other: Name) -> bool:
        if sentence_of[other.first] in homes[said.first]:
            return False
        if any(same_name(other, beside) for beside in placed):
            return False
        if is_place(said) != is_place(other):
            return False
        return is_person(said, ground.source) == is_person(other, ground.source)

    for wrong in ground.misplaced(placed, told, same_name, comparable, MARGIN, ground.stand_ins):
        words, instead = words_of(ground.text, wrong.said), " ".join(wrong.instead.tokens).title()
        yield marked(
            ground,
            wrong.said,
            "name",
            f"The source says this of {instead}, not of {words}.",
        )


def _is_speech(reading: Reading, name: Name) -> bool:
    """Whether a name stands in a quotation that is more than a title."""
    if name.first not in reading.quoted:
        return False
    start = reading.passage.words[name.first].start
    around = next(q for q in reading.quotations if q.start <= start < q.end)
    words = reading.passage.text[around.start : around.end].split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) > 7 or capitals * 2 < len(words)


def _is_known(token: str, name: Name, ground: Ground) -> bool:
    context = ground.source
    if token in ground.known_words or token.rstrip(".") in ground.allowed:
        return True
    if len(token.rstrip(".")) == 1:
        return any(token[0] == other[:1] for n in context.names for other in n.tokens)
    titles = ground.text.passage.lexicon.vocabulary("titles")
    word = next(w for w in ground.text.passage.words[name.first : name.last] if w.fold == token)
    if word in titles:
        return True
    if not name.sure and ground.text.passage.lexicon.knows(word) and token not in first_names():
        return True
    place = aliases().of(" ".join(name.tokens)) or aliases().of(token)
    if place is not None and place in ground.known_places:
        return True
    if _opens_sentence(ground.text, name) and capitals().get(token) in ground.known_places:
        return True
    if any(is_acronym_of((token,), other.tokens) for other in context.names):
        return True
    if _spells_acronym(name, context):
        return True
    return any(derived(token, other) for other in ground.known_words if other[:3] == token[:3])


def _opens_sentence(reading: Reading, name: Name) -> bool:
    """Where a capital may stand for its government: `Rome won't say`, `À Rome, le ministre`."""
    first = reading.passage.bounds[reading.passage.sentence_of[name.first]][0]
    return name.first - first <= 1


def _spells_acronym(name: Name, context: Reading) -> bool:
    return any(
        is_acronym_of(other.tokens, name.tokens)
        for other in context.names
        if len(other.tokens) == 1
    )


def _mixed(name: Name, ground: Ground) -> str | None:
    """The name that the source gives the surname's bearer, where the text gives another's."""
    for before, last in zip(name.tokens, name.tokens[1:], strict=False):
        bearers = [
            other
            for other in ground.source.names
            if len(other.tokens) > 1 and other.tokens[-1] == last
        ]
        if not bearers or any(before in other.tokens for other in bearers):
            continue
        if any(
            pair == (before, last)
            for other in ground.source.names
            for pair in zip(other.tokens, other.tokens[1:], strict=False)
        ):
            continue
        elsewhere = any(
            len(other.tokens) > 1 and other.tokens[0] == before and other.tokens[-1] != last
            for other in ground.source.names
        )
        if elsewhere or before in first_names():
            return words_of(ground.source, bearers[0])
    return None
