"""What the reader learns from: lines beside the sentences that do or don't carry them."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources

from podcaster.bench.evidence import FAITHFUL, Case
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.gate import by_rules, ground_for
from podcaster.write.evidence.reader.claims import claims
from podcaster.write.evidence.reader.doubt import premise
from podcaster.write.evidence.reader.wording import in_the_sources_words

DAY = dt.datetime(2025, 6, 12, tzinfo=dt.UTC)
"""A lesson has no date of its own; days in it are said as its passage says them."""


@dataclass(frozen=True)
class Example:
    """A line and the sentences that it's read beside."""

    language: str
    premise: str
    line: str
    kind: str
    """`faithful`, or the kind of its one fault."""
    found: tuple[Unsupported, ...]
    """What the rules find in it."""
    claims: frozenset[str] = frozenset()
    """What sorts of thing it says."""


def lessons() -> Iterator[Case]:
    """Lines on invented passages, written by hand to be learnt from."""
    folder = resources.files("podcaster.bench") / "data" / "lessons"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        for passage in tomllib.loads(entry.read_text(encoding="utf-8"))["passage"]:
            lines = [(FAITHFUL, line) for line in passage["faithful"]] + passage["faulty"]
            for kind, line in lines:
                yield Case(
                    article=entry.name,
                    language=passage["language"],
                    published=DAY,
                    source=passage["text"],
                    split="lessons",
                    text=line,
                    kind=kind,
                    form="",
                )


def examples(cases: Iterable[Case]) -> Iterator[Example]:
    """Each case as the gate would put it before the reader; needs no reader."""
    for case in cases:
        ground = ground_for(case.text, case.source, case.language, case.published)
        everything = range(len(ground.text.passage.bounds))
        yield Example(
            case.language,
            premise(ground, everything),
            in_the_sources_words(ground, 0, len(everything)),
            case.kind,
            tuple(by_rules(ground)),
            claims(ground.text, 0, len(ground.text.passage.words)),
        )
