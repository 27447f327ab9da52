"""The gate's words and phrases, read from `data/<language>.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from podcaster.write.evidence.reading.words import Word, is_known, primary, stem, words

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Vocabulary:
    """Words and phrases that mean one thing; a word stands for all its inflections."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """By their first word, longest first."""

    def length_at(self, text: Sequence[Word], at: int) -> int:
        """How many words of the text, from `at` on, make one of the phrases; 0 for none."""
        word = text[at]
        best = 0
        for first in {word.lower, word.lemma}:
            for phrase in self.phrases.get(first, ()):
                if len(phrase) > best and _matches(phrase, text, at):
                    best = len(phrase)
        return best

    def ends_at(self, text: Sequence[Word], end: int, reach: int = 4) -> int:
        """How many words before `end` make one of the phrases; 0 for none."""
        for length in range(min(reach, end), 0, -1):
            if self.length_at(text, end - length) == length:
                return length
        return 0

    def __contains__(self, word: object) -> bool:
        return isinstance(word, Word) and self.length_at((word,), 0) == 1


def _matches(phrase: tuple[str, ...], text: Sequence[Word], at: int) -> bool:
    if at + len(phrase) > len(text):
        return False
    return all(
        expected in (word.lower, word.lemma)
        for expected, word in zip(phrase, text[at : at + len(phrase)], strict=True)
    )


@dataclass(frozen=True)
class Opposites:
    """Two families of words, each the contrary of the other."""

    name: str
    kind: Literal["direction", "negation"]
    plus: Vocabulary
    minus: Vocabulary
    strict: Literal["", "head", "owner"] = ""
    """What must be the same in both places for the contrary to count: the word that follows, or
    whose deed it is."""


class Lexicon:
    """Everything known of one language; empty vocabularies where nothing is."""

    def __init__(self, language: str) -> None:
        self.language = primary(language)
        path = DATA / f"{self.language}.toml"
        self.table: Mapping[str, Any] = (
            tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
        )
        self._vocabularies: dict[tuple[str, ...], Vocabulary] = {}

    def entry(self, *path: str) -> Any:
        """What the file holds at this path; None where it holds nothing."""
        value: Any = self.table
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def vocabulary(self, *path: str) -> Vocabulary:
        if path not in self._vocabularies:
            self._vocabularies[path] = self.make_vocabulary(str(self.entry(*path) or "").split())
        return self._vocabularies[path]

    def make_vocabulary(self, entries: Sequence[str]) -> Vocabulary:
        """`_` joins the words of a phrase."""
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            parts = words(entry.replace("_", " "), self.language)
            phrase = tuple(part.lower for part in parts)
            participle = self.language == "fr" and len(parts) == 1 and entry.endswith("é")
            for form in {phrase, (parts[0].lemma,) if participle else phrase}:
                phrases.setdefault(form[0], []).append(form)
        return Vocabulary(
            {first: tuple(sorted(group, key=len, reverse=True)) for first, group in phrases.items()}
        )

    @cached_property
    def stop(self) -> frozenset[str]:
        return frozenset(str(self.entry("stop") or "").split())

    @cached_property
    def nominal(self) -> frozenset[str]:
        """Words after which a noun or an adjective stands, and no verb."""
        return frozenset(str(self.entry("nominal") or "").split())

    @cached_property
    def light(self) -> frozenset[str]:
        return frozenset(str(self.entry("light") or "").split())

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        return frozenset(str(self.entry("abbreviations") or "").split())

    @cached_property
    def opposites(self) -> tuple[Opposites, ...]:
        """From `data/opposites/<language>.toml`; none for a language without it."""
        path = DATA / "opposites" / f"{self.language}.toml"
        table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
        return tuple(
            Opposites(
                group["plus"].split()[0],
                group["kind"],
                self.make_vocabulary(group["plus"].split()),
                self.make_vocabulary(group["minus"].split()),
                group.get("strict", ""),
            )
            for group in table.get("opposites", ())
        )

    @cached_property
    def concepts(self) -> Mapping[str, frozenset[str]]:
        """From a lemma or a stem to the concepts that it may stand for."""
        found: dict[str, set[str]] = {}
        for name, entries in (self.entry("concepts") or {}).items():
            for entry in entries.split():
                if "_" not in entry:
                    for form in (entry, stem(entry, self.language)):
                        found.setdefault(form, set()).add(name)
        return {form: frozenset(names) for form, names in found.items()}

    def is_stop(self, word: Word) -> bool:
        return word.lower in self.stop

    def knows(self, word: Word) -> bool:
        """Whether this is a word of the language, and not only a name."""
        return word.lower in self.stop or is_known(word.lower, self.language)


@cache
def lexicon_for(language: str) -> Lexicon:
    return Lexicon(primary(language))
