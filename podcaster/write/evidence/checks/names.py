"""Names: each must be in the source, whole, and belong where the text puts it."""

import itertools
from collections.abc import Iterator, Sequence

from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Misplaced
from podcaster.write.evidence.offices import may_mean
from podcaster.write.evidence.people import (
    derived,
    is_acronym_of,
    is_person,
    is_place,
    same_name,
    sort_of,
)
from podcaster.write.evidence.places import aliases, capitals, first_names
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import Word
from podcaster.write.evidence.zones import belongs_elsewhere

MARGIN = 2.5
LONGEST_ACRONYM = 5
_CLIPPED = 4
"""Letters that a clipped word keeps at least: `Sécu`."""
_TOGETHER = 12
"""How many words of a sentence may lie round the parts of one name."""


def unsupported_names(ground: Ground) -> Iterator[Unsupported]:
    """Names that the evidence doesn't know, mixes of two people, and names of somebody else."""
    placed = []
    for name in ground.text.names:
        if _is_speech(ground.text, name) or set(name.tokens) <= ground.allowed:
            continue
        strangers = [token for token in name.tokens if not _is_known(token, name, ground)]
        words = words_of(ground.text, name)
        if strangers:
            hinted = (
                not name.sure or is_place(name) or all(_is_hinted(t, ground) for t in strangers)
            )
            sign: Sign = "derived" if hinted else "absent"
            yield marked(ground, name, "name", sign, f"The source names no {words}.")
        elif mixed := _mixed(name, ground):
            yield marked(
                ground, name, "name", "instead", f"The source names {mixed}, and no {words}."
            )
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
        if _is_adjective(ground.text, said) or _is_adjective(ground.source, other):
            return False
        if sort_of(said, ground.source) != sort_of(other, ground.source):
            return False
        return _in_same_clause(ground, said, other)

    misplaced = ground.misplaced(placed, told, same_name, comparable, MARGIN, ground.antecedents)
    moved = {wrong.said.first for wrong in misplaced}
    misplaced += _in_neighbours_place(ground, [n for n in placed if n.first not in moved], told)
    for wrong in misplaced:
        words, instead = words_of(ground.text, wrong.said), " ".join(wrong.instead.tokens).title()
        yield marked(
            ground,
            wrong.said,
            "name",
            "elsewhere",
            f"The source says this of {instead}, not of {words}.",
        )


def _in_neighbours_place(
    ground: Ground, said: Sequence[Name], told: Sequence[Name]
) -> Iterator[Misplaced[Name]]:
    """People who do what the source says of those named beside them."""
    for name in said:
        if not is_person(name, ground.source):
            continue
        own = [other for other in told if same_name(name, other)]
        rivals = [
            other
            for other in told
            if is_person(other, ground.source)
            and not any(same_name(mentioned, other) for mentioned in ground.text.names)
        ]
        if instead := belongs_elsewhere(ground, name, own, rivals):
            yield Misplaced(name, instead)


def _in_same_clause(ground: Ground, said: Name, told: Name) -> bool:
    """Whether a name of the source's belongs to the verb that the text's belongs to, where the
    source's sentence has that verb."""
    text, source = ground.text.passage, ground.source.passage
    if text.grammar is None or source.grammar is None:
        return True
    verb, other = text.grammar.verb_over(said.first), source.grammar.verb_over(told.first)
    if verb is None or other is None:
        return True
    first, last = source.bounds[source.sentence_of[told.first]]
    same = {
        at
        for at in range(first, last)
        if source.is_content(at) and ground.same(text.words[verb], source.words[at]) >= 0.6
    }
    return not same or other in same


def _is_adjective(reading: Reading, name: Name) -> bool:
    """`American` and `Poles` name people by their country, which is no place of its own."""
    grammar = reading.passage.grammar
    last = name.last - 1
    if grammar is None or len(name.tokens) > 1 or not is_place(name):
        return False
    return grammar.parts[last] == "ADJ" or reading.passage.words[last].text.endswith("s")


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
    if {token, token.removesuffix("s")} & ground.known_words or token.rstrip(".") in ground.allowed:
        return True
    if len(token.rstrip(".")) == 1:
        return any(token[0] == other[:1] for n in context.names for other in n.tokens)
    titles = ground.text.passage.lexicon.vocabulary("titles")
    word = next(w for w in ground.text.passage.words[name.first : name.last] if w.fold == token)
    if word in titles:
        return True
    if not name.sure and _is_common(ground.text, name, word) and token not in first_names():
        return True
    place = aliases().of(" ".join(name.tokens)) or aliases().of(token)
    if place is not None and place in ground.known_places:
        return True
    if _opens_sentence(ground.text, name) and capitals().get(token) in ground.known_places:
        return True
    if may_mean(context.passage, (token,)) or may_mean(context.passage, name.tokens):
        return True
    if any(is_acronym_of((token,), other.tokens) for other in context.names):
        return True
    if _spells_acronym(name, context) or _is_short(token, ground):
        return True
    return any(derived(token, other) for other in ground.known_words if other[:3] == token[:3])


def _is_common(reading: Reading, name: Name, word: Word) -> bool:
    """Whether a word with a capital at a sentence's start may be one that names nothing."""
    cues = reading.passage.lexicon.vocabulary("negation", "cues")
    openers = reading.passage.lexicon.vocabulary("openers")
    grammar = reading.passage.grammar
    common = word in cues or word in openers or name.first in reading.timed
    if grammar is not None and grammar.parts[name.first] in ("NOUN", "ADJ", "ADV", "VERB", "ADP"):
        return True
    return reading.passage.lexicon.knows(word) or common


def _is_hinted(token: str, ground: Ground) -> bool:
    """Whether a token may name something in the source in another way: a capital its country, a
    country its capital, letters a long name."""
    capital = capitals().get(token)
    if capital is not None and capital in ground.known_places:
        return True
    place = aliases().of(token)
    if place is not None and any(capitals().get(known) == place for known in ground.known_words):
        return True
    letters = token.replace(".", "")
    written = any(word.fold == token and word.text.isupper() for word in ground.text.passage.words)
    return (
        written
        and 1 < len(letters) <= LONGEST_ACRONYM
        and any(_holds(name, letters) for name in ground.source.names)
    )


def _holds(name: Name, letters: str) -> bool:
    """Whether a name begins with the first letter and has all of them in their order."""
    rest = iter("".join(name.tokens))
    return name.tokens[0][0] == letters[0] and all(letter in rest for letter in letters)


def _opens_sentence(reading: Reading, name: Name) -> bool:
    """Where a capital may stand for its government: `Rome won't say`, `À Rome, le ministre`."""
    first = reading.passage.bounds[reading.passage.sentence_of[name.first]][0]
    return name.first - first <= 1


def _is_short(token: str, ground: Ground) -> bool:
    """Whether a name is short for words of the source that need no capitals: `la Sécu`, `GDP`."""
    words = [word for word in ground.source.passage.words if word.kind == "word"]
    if len(token) >= _CLIPPED and any(
        word.fold.startswith(token) and len(word.fold) >= len(token) + 3 for word in words
    ):
        return True
    letters = token.replace(".", "")
    if not 2 <= len(letters) <= LONGEST_ACRONYM or not letters.isalpha():
        return False
    stop = ground.source.passage.lexicon.stop
    telling = [word.fold for word in words if word.lower not in stop]
    runs = (telling[at : at + len(letters)] for at in range(len(telling) - len(letters) + 1))
    return any("".join(part[0] for part in run) == letters for run in runs)


def _spells_acronym(name: Name, context: Reading) -> bool:
    return any(
        is_acronym_of(other.tokens, name.tokens)
        for other in context.names
        if len(other.tokens) == 1
    )


def _mixed(name: Name, ground: Ground) -> str | None:
    """The name that the source has, where the text puts together parts of two."""
    parts = _telling(name, ground)
    if len(parts) < 2 or any(set(parts) <= set(o.tokens) for o in ground.source.names):
        return None
    for before, last in itertools.pairwise(parts):
        bearers = [o for o in ground.source.names if len(o.tokens) > 1 and o.tokens[-1] == last]
        if not bearers or any(before in other.tokens for other in bearers):
            continue
        elsewhere = any(before in other.tokens[:-1] for other in ground.source.names)
        if elsewhere or before in first_names():
            return words_of(ground.source, bearers[0])
    if _stand_together(parts, ground):
        return None
    nearest = max(ground.source.names, key=lambda other: len({*parts} & {*other.tokens}))
    return words_of(ground.source, nearest)


def _telling(name: Name, ground: Ground) -> list[str]:
    """The parts of a name that the source has, without titles, initials and places."""
    words = ground.text.passage.words[name.first : name.last]
    titles = ground.text.passage.lexicon.vocabulary("titles")
    titled = {word.fold for word in words if word in titles}
    return [
        token
        for token in name.tokens
        if token in ground.known_words
        and token not in titled
        and len(token.rstrip(".")) > 1
        and aliases().of(token) is None
    ]


def _stand_together(parts: Sequence[str], ground: Ground) -> bool:
    """Whether a sentence of the source has all the parts close to each other, in any order."""
    words = ground.source.passage.words
    for first, last in ground.source.passage.bounds:
        for start in range(first, max(first + 1, last - _TOGETHER + 1)):
            window = {word.fold for word in words[start : min(last, start + _TOGETHER)]}
            if set(parts) <= window:
                return True
    return False
