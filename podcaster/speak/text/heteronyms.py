"""Words written alike and said differently, told apart by the words beside them.

The rules are light and local, in the manner of decision lists for homographs
(Yarowsky, 1997, "Homograph disambiguation in text-to-speech synthesis"); where no rule fits,
nothing is claimed and the voice reads the word as it would.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from podcaster.speak.text.language import DATA, Language
from podcaster.speak.text.spoken import Reading

SENTENCE_END = re.compile(r"[.!?;:](?:\s|$)|[“”\"()—]")


@dataclass(frozen=True)
class Place:
    """A pronunciation, and what stands before and after the word where it's right."""

    ipa: str
    before: re.Pattern[str]
    after: re.Pattern[str]


def read_heteronyms(text: str, language: Language) -> Iterator[Reading]:
    """Each word of the table whose place is recognised."""
    places = _places(language)
    if not places:
        return
    lowered = text.lower().replace("’", "'")
    words = "|".join(sorted(places, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w'-])(?:{words})(?![\w'-])", lowered):
        before = SENTENCE_END.split(lowered[: match.start()])[-1].lstrip()
        after = SENTENCE_END.split(lowered[match.end() :])[0]
        for place in places[match[0]]:
            if place.before.search(before) and place.after.match(after):
                written = (text[match.start() : match.end()],)
                yield Reading(*match.span(), written, "heteronym", (place.ipa,))
                break


@cache
def _places(language: Language) -> dict[str, tuple[Place, ...]]:
    path = DATA / "heteronyms" / f"{language.code}.toml"
    if not path.is_file():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    groups = table.pop("groups")
    return {
        word: tuple(
            _place(ipa, template, groups)
            for ipa, templates in forms.items()
            for template in templates
        )
        for word, forms in table.items()
    }


def _place(ipa: str, template: str, groups: dict[str, str]) -> Place:
    filled = template
    for name, words in groups.items():
        filled = filled.replace(f"{{{name}}}", f"(?:{words})")
    before, _, after = filled.partition("_")
    if before and not before.startswith("^"):
        before = rf"(?:^|[\s,'’-]){before.rstrip(' ')}[\s-]+$"
    whole_word = r"(?!\w)" if after and not after.endswith("$") else ""
    return Place(ipa, re.compile(before), re.compile(after + whole_word))
