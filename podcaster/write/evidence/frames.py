"""Events, whatever verb or noun tells them: `X beat Y` is `Y lost to X` is `X's victory over Y`.

After the frames of Fillmore (1982), in so far as the news needs them: a table gives for each word
the role that its subject, its object and what its prepositions bring play in the event.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.lexicon import DATA
from podcaster.write.evidence.reading.clauses import SUBJECTS, Clause
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import lemma_and_stem

_DEVERBAL = ("tion", "sion", "ment", "ance", "ence", "age", "ure", "al")
"""How a noun ends that a verb makes."""
_CLITIC = 4
"""Words between `se` and the `fait` of who suffers something."""
_RANKING = ("devant", "derrière")
_FAR = 14
"""Words from a verb to whom somebody finishes ahead of."""
_CONTRACTED = {"du": "de", "d'": "de", "des": "de", "au": "à", "aux": "à", "upon": "on"}


@dataclass(frozen=True)
class Event:
    """What a clause tells."""

    frame: str
    """The frame's name, or the stem of the verb where no frame has it."""
    at: int
    roles: tuple[tuple[str, int], ...]
    """Each role with the word that plays it; a role may have several players."""
    clause: Clause
    framed: bool = True
    """Whether a frame has it."""

    def players(self, role: str) -> list[int]:
        return [at for name, at in self.roles if name == role]


@dataclass(frozen=True)
class Pattern:
    frame: str
    roles: Mapping[str, tuple[str, ...]]
    """From a role to the arguments that may play it."""
    both: bool = False
    """Whether the word tells of this only where two roles are played, as in `finish behind`."""


@dataclass(frozen=True)
class Frames:
    patterns: Mapping[str, tuple[Pattern, ...]]
    """By the stem of the word."""
    symmetrical: frozenset[str]
    empty: frozenset[str]


@cache
def frames_for(language: str) -> Frames:
    path = DATA / "frames" / f"{language}.toml"
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}

    def key(word: str) -> str:
        head, _, rest = word.partition("_")
        stem = lemma_and_stem(head, language)[1]
        return f"{stem}_{rest}" if rest else stem

    found: dict[str, list[Pattern]] = {}
    for frame in table.get("frame", ()):
        for row in frame["patterns"]:
            roles = {
                role: tuple(arguments.split(","))
                for role, _, arguments in (part.partition(":") for part in row["roles"].split())
            }
            for word in row["words"].split():
                found.setdefault(key(word), []).append(
                    Pattern(frame["name"], roles, row.get("both", False))
                )
    return Frames(
        {word: tuple(patterns) for word, patterns in found.items()},
        frozenset(key(word) for word in table.get("symmetrical", "").split()),
        frozenset(key(word) for word in table.get("empty", "").split()),
    )


def events(reading: Reading, clause: Clause) -> Iterator[Event]:
    """What a clause may tell: one event for each pattern that gives two roles, or one
    where the word has no other pattern in the frame."""
    frames = frames_for(reading.passage.lexicon.language)
    arguments = _suffered(reading, clause.at) or _arguments(reading, clause)
    stem = reading.passage.words[clause.at].stem
    particle = clause.lemma.partition("_")[2]
    key = f"{stem}_{particle}" if particle else stem
    patterns = frames.patterns.get(key, ())
    for pattern in patterns:
        roles = tuple(
            (role, at)
            for role, wanted in pattern.roles.items()
            for name, at in arguments
            if name in wanted
        )
        alone = not pattern.both and sum(o.frame == pattern.frame for o in patterns) == 1
        if len({role for role, _ in roles}) > 1 or (roles and alone):
            yield Event(f"#{pattern.frame}", clause.at, roles, clause)
    if clause.noun and clause.lemma.endswith(_DEVERBAL):
        yield from _of_noun(reading, clause, stem, arguments)
    elif stem not in frames.symmetrical and not clause.noun:
        deeper = tuple(("within", at) for at in _within(reading, clause))
        if stem in frames.empty:
            arguments = tuple(item for item in arguments if item[0] == "subject")
        yield Event(stem, clause.at, (*arguments, *deeper), clause, framed=False)


def _of_noun(
    reading: Reading, clause: Clause, stem: str, arguments: tuple[tuple[str, int], ...]
) -> Iterator[Event]:
    """`Y's participation in the rescue of X`, as `Y participated in it`."""
    played = {"poss": "subject", "by": "subject", "par": "subject", "of": "object", "de": "object"}
    roles = tuple((played.get(name, name), at) for name, at in arguments)
    deeper = tuple(("within", at) for at in _within(reading, clause))
    yield Event(stem, clause.at, (*roles, *deeper), clause, framed=False)


def _within(reading: Reading, clause: Clause) -> Iterator[int]:
    """The names below a verb, whatever they hang on, that no other subject keeps apart."""
    grammar = reading.passage.grammar
    if grammar is None:
        return
    pending = [child for child in grammar.children[clause.at] if child > clause.at]
    while pending:
        at = pending.pop()
        if at in clause.subjects or grammar.hanging(at, *SUBJECTS):
            continue
        if grammar.parts[at] in ("PROPN", "X") and reading.passage.words[at].capital:
            yield at
        pending += grammar.children[at]


def _arguments(reading: Reading, clause: Clause) -> tuple[tuple[str, int], ...]:
    doers = clause.subjects or _misread(reading, clause)
    return (
        *(("subject", at) for at in doers),
        *(("object", at) for at in clause.objects or _named_after(reading, clause.at)),
        *((_CONTRACTED.get(link, link), at) for link, at in clause.links if at not in doers),
        *_ranked(reading, clause),
    )


def _misread(reading: Reading, clause: Clause) -> tuple[int, ...]:
    """The noun before a French verb that has no subject, where the parser takes it for whom it's
    done to: `Alba n'a pas racheté Brune`."""
    grammar = reading.passage.grammar
    return tuple(
        at
        for link, at in clause.links
        if link == "indirect"
        and at < clause.at
        and grammar is not None
        and grammar.parts[at] in ("NOUN", "PROPN")
    )


def _ranked(reading: Reading, clause: Clause) -> Iterator[tuple[str, int]]:
    """Whom somebody finishes `devant` or `derrière`, where the parser hangs it on a word between:
    `a gagné la course, chez lui, devant Alba`."""
    grammar, words = reading.passage.grammar, reading.passage.words
    if grammar is None or clause.noun or any(link in _RANKING for link, _ in clause.links):
        return
    last = reading.passage.bounds[reading.passage.sentence_of[clause.at]][1]
    for at in range(clause.at + 1, min(last, clause.at + _FAR)):
        if grammar.parts[at] in ("VERB", "AUX"):
            return
        if words[at].lower in _RANKING and grammar.heads[at] > at:
            yield words[at].lower, grammar.heads[at]
            return


def _named_after(reading: Reading, verb: int) -> tuple[int, ...]:
    """The name right after a French infinitive, which the parser at times hangs elsewhere:
    `racheter Alba`."""
    grammar, words = reading.passage.grammar, reading.passage.words
    if grammar is None or "VerbForm=Inf" not in grammar.features[verb]:
        return ()
    after = verb + 1
    if after < len(words) and grammar.parts[after] == "DET":
        after += 1
    named = any(name.sure and name.first == after for name in reading.names)
    return (after,) if named and reading.passage.lexicon.language == "fr" else ()


def _suffered(reading: Reading, verb: int) -> tuple[tuple[str, int], ...]:
    """Who does it, and to whom, in `X s'est fait battre par Y`; nothing elsewhere."""
    grammar, words = reading.passage.grammar, reading.passage.words
    first = reading.passage.bounds[reading.passage.sentence_of[verb]][0]
    made = verb - 1
    if grammar is None or made <= first or words[made].lemma != "faire":
        return ()
    clitic = next((k for k in range(made - 1, first, -1) if words[k].lower in ("se", "s'")), None)
    doers = [k for k in grammar.children[verb] if _is_after(reading, k, "par")]
    if clitic is None or made - clitic > _CLITIC or not doers:
        return ()
    victims = grammar.hanging(made, *SUBJECTS) or [
        n.first for n in reading.names if n.last == clitic
    ]
    return (("subject", doers[0]), *(("object", victim) for victim in victims[:1]))


def _is_after(reading: Reading, noun: int, preposition: str) -> bool:
    grammar = reading.passage.grammar
    marks = grammar.hanging(noun, "case") if grammar else []
    return any(reading.passage.words[mark].lower == preposition for mark in marks)


def are_known(language: str, *stems: str) -> bool:
    """Whether a frame has each of some words: then it says, and not their likeness, whether they
    tell of one thing; who lends and who borrows are two."""
    patterns = frames_for(language).patterns
    return all(stem in patterns for stem in stems)
