"""Names that engines get wrong, and how they're said: `voices/lexicon/<language>.toml`.

A file holds tables named for what they list (leaders, places, ...), which the reader may ignore.
An entry is IPA between slashes (`"/ʃˈiː dʒɪnpˈɪŋ/"`), a respelling that the language's own rules
read (`"shee jin-ping"`), or `{ language = "fr" }`, which hands the name to another language.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from podcaster.errors import SpeakError
from podcaster.resources import resource_folder
from podcaster.speak.text.ipa import strip_slashes, unknown_symbols
from podcaster.speak.text.language import Language
from podcaster.speak.text.spoken import Reading, spread


@dataclass(frozen=True)
class Entry:
    """How one name is said: exactly one of the three is set."""

    ipa: str | None = None
    respelling: str | None = None
    language: str | None = None
    source: str = ""
    """`lexicon` for the project's own, `show` for the show's."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Entries by the name they're for; a name is matched whole and in its own case."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    @classmethod
    def load(cls, language: str, *extra: Path) -> "Lexicon":
        """The project's entries for a language, the show's own on top, the last ones uppermost.

        `extra` are TOML files, or folders of them, one a language (`fr.toml`), where a language
        may be lacking. Raises SpeakError for a file that can't be read and an entry that no voice
        could say.
        """
        code = language.split("-")[0].lower()
        entries = dict(_shipped(code))
        for path in extra:
            own = path / f"{code}.toml" if path.is_dir() else path
            if own.exists() or not path.is_dir():
                entries.update(read_entries(own, "show"))
        return cls(entries)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds any name, the longest first; None where there are none."""
        if not self.entries:
            return None
        names = sorted(self.entries, key=len, reverse=True)
        joined = "|".join(re.sub(r"(?:\\ | )+", r"\\s+", re.escape(name)) for name in names)
        return re.compile(rf"(?<![^\W_])({joined})(?![^\W_]|[-.]\d)")


def read_lexicon(text: str, language: Language, lexicon: Lexicon) -> Iterator[Reading]:
    """Every name of the lexicon, with a possessive after it where there is one."""
    if lexicon.pattern is None:
        return
    endings = language.words("possessive_ipa")
    for match in lexicon.pattern.finditer(text):
        entry = lexicon.entries[" ".join(match[1].split())]
        start, end = match.span()
        ending = re.match(r"['’]s\b", text[end:]) if endings else None
        end += ending.end() if ending else 0
        written = text[start:end]
        tokens = written.split()
        origin = f"{entry.source}:{entry.language}" if entry.language else entry.source
        if entry.respelling is not None:
            said = entry.respelling + ("'s" if ending else "")
            yield Reading(start, end, spread((said,), len(tokens)), origin)
        elif entry.ipa is not None:
            shares = list(spread((entry.ipa,), len(tokens)))
            if ending:
                shares[-1] += _possessive(shares[-1], endings)
            plain = tuple(token.replace("’", "'") for token in tokens)
            yield Reading(start, end, plain, origin, tuple(shares))
        else:
            plain = tuple(token.replace("’", "'") for token in tokens)
            yield Reading(start, end, plain, origin, language=entry.language)


def read_entries(path: Path, source: str) -> dict[str, Entry]:
    """The entries of one file. Raises SpeakError, naming the file and the entry."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SpeakError(
            f"the lexicon {path} can't be read: {error}",
            'an entry looks like "Xi Jinping" = "shee jin-ping"',
        ) from error
    found: dict[str, Entry] = {}
    for name, value in table.items():
        listed = value if isinstance(value, dict) and "language" not in value else {name: value}
        for written, entry in listed.items():
            found[written] = _entry(written, entry, path, source)
    return found


def _entry(name: str, value: object, path: Path, source: str) -> Entry:
    if isinstance(value, dict) and set(value) == {"language"}:
        tag = str(value["language"])
        if re.fullmatch(r"[a-z]{2}(-[a-z]{2})?", tag):
            return Entry(language=tag, source=source)
    if not isinstance(value, str) or not value.strip() or not name.strip():
        raise SpeakError(
            f"the entry {name!r} in {path} is neither a text nor {{ language = ... }}",
            'write "/IPA/" between slashes, a respelling, or { language = "fr" }',
        )
    ipa = strip_slashes(value)
    if ipa is None:
        return Entry(respelling=value.strip(), source=source)
    if unknown := unknown_symbols(ipa):
        raise SpeakError(
            f"the entry {name!r} in {path} has symbols that no voice can say: {unknown}",
            "use the IPA that espeak-ng writes, or a respelling without slashes",
        )
    return Entry(ipa=ipa, source=source)


@cache
def _shipped(code: str) -> Mapping[str, Entry]:
    path = resource_folder("voices") / "lexicon" / f"{code}.toml"
    return read_entries(path, "lexicon") if path.is_file() else {}


def _possessive(ipa: str, endings: Mapping[str, str]) -> str:
    last = ipa.rstrip("ˈˌː")[-1:]
    if last in endings["after_sibilant_of"]:
        return endings["after_sibilant"]
    return endings["after_voiceless"] if last in endings["after_voiceless_of"] else endings["other"]
