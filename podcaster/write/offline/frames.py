"""Framing lines: the words between the facts, from `templates/script/<language>/<kind>.jinja`.

Each line of such a file is a family; `[a|b]` in it are alternatives, so one family gives many
frames. Questions that listeners have at some news stand in `questions.toml` instead.
A frame is a jinja2 template of its own, and is known by its text with names masked.
"""

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from jinja2 import Environment, StrictUndefined, Template

from podcaster.errors import WriteError
from podcaster.write.offline.language import folder, load
from podcaster.write.offline.text import capitalised
from podcaster.write.pattern import pattern

ASKING = "ask_"
ALTERNATIVES = re.compile(r"\[([^\[\]]*)\]")
TOLD_AFTER = re.compile(r"(?<=[.?!]) \{\{\s*\w+\s*\}\}$")
"""What a frame tells in a sentence of its own, and so in a line of its own."""
SET_OFF = re.compile(r"(?<=[.?!:]) \{\{\s*\w+\s*\}\}$")
"""What a frame tells in a sentence of its own, or after a colon."""
ALIKE = 2
"""Framing lines built alike from which another kind is looked for."""
VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True)
class Frame:
    kind: str
    family: int
    """The line of the template file that it comes from."""
    template: str
    pattern: str
    """How it's built; of a frame that ends in a sentence to tell, what is said before that."""

    @cached_property
    def said(self) -> str:
        """The text with its variables masked: frames of two kinds may sound the same."""
        return masked(self.template)

    @cached_property
    def id(self) -> str:
        """Its kind and what it says."""
        return f"{self.kind}: {self.said}"

    def heard(self, values: Mapping[str, str]) -> str:
        """What is said, with a `topic` in it: asked of another topic it's another line."""
        return self.said.replace("{topic}", values.get("topic", "{topic}"))

    @cached_property
    def blanks(self) -> frozenset[str]:
        return frozenset(VARIABLE.findall(self.template))


@dataclass(frozen=True)
class Framed:
    """A frame with its blanks filled in."""

    text: str
    frame: str


@cache
def frames(language: str, kind: str) -> tuple[Frame, ...]:
    """All frames of a kind. Raises WriteError where the language has no such file."""
    found: dict[str, Frame] = {}
    for family, line in enumerate(_families(language, kind)):
        if not line.strip() or line.lstrip().startswith("{#"):
            continue
        for template in _expanded(line.strip()):
            opening = masked(TOLD_AFTER.sub("", template))
            found.setdefault(template, Frame(kind, family, template, pattern(opening, language)))
    return tuple(found.values())


def _families(language: str, kind: str) -> Sequence[str]:
    wondered = load(language).questions.get(kind.removeprefix(ASKING))
    if wondered is not None and kind.startswith(ASKING):
        return wondered.asks
    path = folder(language[:2]) / f"{kind}.jinja"
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise WriteError(
            f"the dialogue templates for {language!r} lack {path.name}", f"write {path}"
        ) from error


def masked(template: str) -> str:
    return VARIABLE.sub(r"{\1}", template)


def _expanded(line: str) -> Iterable[str]:
    parts = ALTERNATIVES.split(line)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for combination in itertools.product(*choices):
        text = re.sub(r"\s+", " ", "".join(combination)).strip()
        yield re.sub(r" ([,.])", r"\1", capitalised(text) if text[0] != "{" else text)


@cache
def _compiled(template: str) -> Template:
    return Environment(undefined=StrictUndefined, autoescape=False).from_string(template)


class Deck:
    """Deals frames for one episode, the same ones each time it's asked by the same show and day."""

    def __init__(self, language: str, seed: str, used: frozenset[str]) -> None:
        self._language = language
        self._seed = seed
        self._used = {frame.partition(": ")[2] for frame in used}
        self._dealt: set[str] = set()
        self._families: Counter[tuple[str, int]] = Counter()
        self._patterns: Counter[str] = Counter()

    def deal(self, kind: str, key: str, **values: str) -> Framed:
        """The frame that suits best; one used lately only where no other is left."""
        framed = self._deal(kind, key, values, fresh=False)
        if framed is None:
            raise WriteError(f"the templates for {self._language!r} have no line of kind {kind!r}")
        return framed

    def apart(self, kind: str, key: str, **values: str) -> Framed | None:
        """A frame that sets off what it tells as a sentence, or None."""
        return self._deal(kind, key, values, fresh=False, among=SET_OFF)

    def fresh(self, kind: str, key: str, **values: str) -> Framed | None:
        """A frame of a family that this episode hasn't heard and no recent one used, or None."""
        return self._deal(kind, key, values, fresh=True)

    def _deal(
        self,
        kind: str,
        key: str,
        values: dict[str, str],
        *,
        fresh: bool,
        among: re.Pattern[str] | None = None,
    ) -> Framed | None:
        fitting = [
            frame
            for frame in frames(self._language, kind)
            if frame.blanks <= values.keys() and (among is None or among.search(frame.template))
        ]
        used = {frame for frame in fitting if frame.heard(values) in self._used}
        recent = Counter(frame.family for frame in used)
        best = min(
            fitting, key=lambda frame: self._order(frame, key, frame in used, recent), default=None
        )
        if best is None or (fresh and (self._is_stale(best) or best in used)):
            return None
        self._dealt.add(best.said)
        self._families[(best.kind, best.family)] += 1
        self._patterns[best.pattern] += 1
        text = _compiled(best.template).render(values)
        return Framed(capitalised(text), f"{best.kind}: {best.heard(values)}")

    def _is_stale(self, frame: Frame) -> bool:
        heard = frame.said in self._dealt or self._families[(frame.kind, frame.family)]
        return bool(heard) or self._patterns[frame.pattern] >= ALIKE

    def _order(
        self, frame: Frame, key: str, used: bool, recent: Counter[int]
    ) -> tuple[bool, bool, bool, int, int, int, bytes]:
        digest = hashlib.blake2b(
            f"{self._seed}|{frame.kind}|{key}|{frame.template}".encode(), digest_size=8
        ).digest()
        return (
            frame.said in self._dealt,
            used,
            self._patterns[frame.pattern] >= ALIKE,
            self._families[(frame.kind, frame.family)],
            self._patterns[frame.pattern],
            recent[frame.family],
            digest,
        )
