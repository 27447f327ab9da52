"""Events, whatever verb or noun tells them: `X beat Y` is `Y lost to X` is `X's victory over Y`.

After the frames of Fillmore (1982), in so far as the news needs them: a table gives for each word
the role that its subject, its object and what its prepositions bring play in the event.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.lexicon import DATA
from podcaster.write.evidence.reading.clauses import Clause
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import lemma_and_stem

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
                found.setdefault(key(word), []).append(Pattern(frame["name"], roles))
    return Frames(
        {word: tuple(patterns) for word, patterns in found.items()},
        frozenset(key(word) for word in table.get("symmetrical", "").split()),
        frozenset(key(word) for word in table.get("empty", "").split()),
    )


def events(reading: Reading, clause: Clause) -> Iterator[Event]:
    """What a clause may tell: one event for each pattern that gives at least two roles."""
    frames = frames_for(reading.passage.lexicon.language)
    arguments = _arguments(clause)
    stem = reading.passage.words[clause.at].stem
    particle = clause.lemma.partition("_")[2]
    keys = [f"{stem}_{particle}", stem] if particle else [stem]
    patterns = next((frames.patterns[key] for key in keys if key in frames.patterns), ())
    for pattern in patterns:
        roles = tuple(
            (role, at)
            for role, wanted in pattern.roles.items()
            for name, at in arguments
            if name in wanted
        )
        if len({role for role, _ in roles}) > 1:
            yield Event(f"#{pattern.frame}", clause.at, roles, clause)
    if stem not in frames.symmetrical | frames.empty and not clause.noun:
        yield Event(stem, clause.at, arguments, clause, framed=False)


def _arguments(clause: Clause) -> tuple[tuple[str, int], ...]:
    return (
        *(("subject", at) for at in clause.subjects),
        *(("object", at) for at in clause.objects),
        *((_CONTRACTED.get(link, link), at) for link, at in clause.links),
    )
