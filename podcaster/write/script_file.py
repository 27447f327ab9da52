"""`script.yaml`: a script as a person reads and edits it. Writing and reading lose nothing."""

import io
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn, TypeVar, get_args

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from podcaster.errors import WriteError
from podcaster.models import Delivery, Host, Line, Role, Script, Value
from podcaster.write.delivery_names import DeliveryNames
from podcaster.write.delivery_words import from_words, in_words

V = TypeVar("V", bound=Value)

HEADER = """\
What each host says, and how: `Host [tone style, pause 0.5]: words`.
Change words and deliveries, move or drop lines, then run: podcaster render {date}
`from` names the sentences that a line rests on; a changed line is checked against them again.
To let one stand that they don't carry: `unsupported: allow` and a `reason`.
"""
UNFOLDED = 10_000
"""Columns: a line of dialogue stays one line, for editors to wrap and diffs to show."""
SAID = re.compile(r"(?P<host>.*) \[(?P<delivery>[^\[\]]*)\]", re.DOTALL)
TOP = ("show", "language", "date", "title", "summary", "hosts", "dialogue", "notes")
LINE_KEYS = ("role", "id", "from", "why", "frame", "unsupported", "reason")


def dump(script: Script) -> str:
    """The script as YAML, lines grouped by story."""
    top = CommentedMap()
    top["show"] = script.show
    top["language"] = script.language
    top["date"] = script.date
    top["title"] = script.title
    top["summary"] = script.summary
    top["hosts"] = [_host(host) for host in script.hosts]
    top["dialogue"] = [
        _group(story, list(lines))
        for story, lines in groupby(script.lines, lambda line: line.story_id)
    ]
    if script.notes:
        top["notes"] = list(script.notes)
    top.yaml_set_start_comment(HEADER.format(date=script.date))
    for key in ("hosts", "dialogue", "notes"):
        if key in top:
            top.yaml_set_comment_before_after_key(key, before="\n")
    out = io.StringIO()
    _yaml().dump(top, out)
    return out.getvalue()


def load(text: str, path: Path, names: DeliveryNames | None = None) -> Script:
    """Raises WriteError naming `path`, line and column of what can't be read.

    `names` are the tones and styles that there are; any name will do where it's None.
    """
    return _Reader(path, names).script(text)


class _Constructor(RoundTripConstructor):
    """Leaves dates as they're written: models read them, and say what's wrong with them."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", RoundTripConstructor.construct_yaml_str)


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Constructor = _Constructor
    yaml.width = UNFOLDED
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _host(host: Host) -> CommentedMap:
    found = CommentedMap(name=host.name, voice=host.voice, persona=host.persona)
    if host.delivery != type(host.delivery)():
        found["delivery"] = in_words(host.delivery)
    return found


def _group(story: str | None, lines: Sequence[Line]) -> CommentedMap:
    found = CommentedMap()
    if story is not None:
        found["story"] = story
    found["lines"] = [_line(line) for line in lines]
    return found


def _line(line: Line) -> CommentedMap:
    found = CommentedMap()
    found[f"{line.host} [{in_words(line.delivery)}]"] = line.text
    found["role"] = line.role
    found["id"] = line.id
    if line.evidence:
        found["from"] = CommentedSeq(line.evidence)
        found["from"].fa.set_flow_style()
    if line.why:
        found["why"] = line.why
    if line.frame:
        found["frame"] = line.frame
    if line.overruled is not None:
        found["unsupported"] = "allow"
        found["reason"] = line.overruled
    return found


class _Reader:
    """Reads one file; every complaint says where."""

    def __init__(self, path: Path, names: DeliveryNames | None) -> None:
        self.path = path
        self.names = names

    def script(self, text: str) -> Script:
        try:
            top = _yaml().load(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = (mark.line, mark.column) if mark else (0, 0)
            self._fail(where, f"this isn't YAML: {error.problem or error.context}")
        except YAMLError as error:
            self._fail((0, 0), f"this isn't YAML: {error}")
        if not isinstance(top, CommentedMap):
            self._fail((0, 0), "a script has keys such as show, hosts and dialogue")
        self._known(top, TOP)
        groups = self._sequence(top, "dialogue")
        lines = [line for index in range(len(groups)) for line in self._group(groups, index)]
        values: dict[str, Any] = {
            key: top.get(key, "" if key in ("title", "summary") else None)
            for key in ("show", "language", "date", "title", "summary")
        }
        values["hosts"] = self._hosts(top)
        values["lines"] = tuple(lines)
        values["notes"] = tuple(str(note) for note in top.get("notes") or ())
        return self._valid(Script, values, top, {})

    def _hosts(self, top: CommentedMap) -> tuple[Host, ...]:
        found: list[Host] = []
        hosts = self._sequence(top, "hosts")
        for index, host in enumerate(hosts):
            self._mapping(host, hosts.lc.item(index), "a host has a name and a voice")
            self._known(host, ("name", "voice", "persona", "delivery"))
            values = dict(host)
            if "delivery" in values:
                values["delivery"] = self._delivery(
                    str(values["delivery"]), host.lc.value("delivery")
                )
            found.append(self._valid(Host, values, host, {}))
        return tuple(found)

    def _group(self, groups: CommentedSeq, index: int) -> list[Line]:
        group = groups[index]
        self._mapping(group, groups.lc.item(index), "a part of the dialogue has lines")
        self._known(group, ("story", "lines"))
        story = group.get("story")
        lines = self._sequence(group, "lines")
        return [
            self._line(lines[at], lines.lc.item(at), None if story is None else str(story))
            for at in range(len(lines))
        ]

    def _line(self, found: object, where: tuple[int, int], story: str | None) -> Line:
        line = self._mapping(found, where, "a line reads `Host [tone]: words`")
        said = [key for key in line if key not in LINE_KEYS]
        if len(said) != 1:
            self._fail(where, "a line has one host who says something: `Host [tone]: words`")
        key = str(said[0])
        match = SAID.fullmatch(key)
        values: dict[str, Any] = {
            "host": match.group("host") if match else key,
            "text": self._text(line[said[0]], line.lc.value(said[0])),
            "id": line.get("id", f"line{where[0] + 1}"),
            "role": line.get("role", "fact" if "from" in line else "bridge"),
            "story_id": story,
            "evidence": self._evidence(line),
            "why": line.get("why", ""),
            "frame": line.get("frame", ""),
            "overruled": self._overruled(line),
        }
        if match:
            values["delivery"] = self._delivery(match.group("delivery"), line.lc.key(said[0]))
        if values["role"] not in get_args(Role):
            self._fail(line.lc.value("role"), f"a role is one of {', '.join(get_args(Role))}")
        return self._valid(Line, values, line, {"evidence": "from", "text": key, "host": key})

    def _evidence(self, line: CommentedMap) -> tuple[str, ...]:
        found = line.get("from", ())
        if isinstance(found, str):
            return (found,)
        if not isinstance(found, Sequence):
            self._fail(line.lc.value("from"), "`from` lists sentences, such as [s1.2, s1.3]")
        return tuple(str(one) for one in found)

    def _overruled(self, line: CommentedMap) -> str | None:
        if "unsupported" not in line:
            return None
        if line["unsupported"] != "allow":
            self._fail(line.lc.value("unsupported"), "`unsupported` can only be `allow`")
        if "reason" not in line:
            self._fail(line.lc.key("unsupported"), "`unsupported: allow` needs a `reason`")
        return str(line["reason"])

    def _delivery(self, words: str, where: tuple[int, int]) -> Delivery:
        try:
            delivery = from_words(words)
        except ValueError as error:
            self._fail(where, str(error))
        if self.names and (wrong := self.names.complaint(delivery)):
            self._fail(where, wrong)
        return delivery

    def _text(self, value: object, where: tuple[int, int]) -> str:
        if not isinstance(value, str | int | float):
            self._fail(where, "what a host says is text; put it in quotes")
        return str(value)

    def _valid(
        self, kind: type[V], values: Mapping[str, Any], found: CommentedMap, keys: Mapping[str, str]
    ) -> V:
        try:
            return kind.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][0]) if first["loc"] else ""
            key = keys.get(field, field)
            where = found.lc.value(key) if key in found else (found.lc.line, found.lc.col)
            named = f"{field}: " if field else ""
            self._fail(where, f"{named}{first['msg'].removeprefix('Value error, ')}")

    def _sequence(self, found: CommentedMap, key: str) -> CommentedSeq:
        value = found.get(key)
        if not isinstance(value, CommentedSeq) or not value:
            where = found.lc.value(key) if key in found else (found.lc.line, found.lc.col)
            self._fail(where, f"`{key}` needs a list")
        return value

    def _mapping(self, found: object, where: tuple[int, int], otherwise: str) -> CommentedMap:
        if not isinstance(found, CommentedMap):
            self._fail(where, otherwise)
        return found

    def _known(self, found: CommentedMap, keys: Sequence[str]) -> None:
        for key in found:
            if key not in keys:
                self._fail(found.lc.key(key), f"unknown key {key!r}; known are {', '.join(keys)}")

    def _fail(self, where: tuple[int, int], message: str) -> NoReturn:
        line, column = where
        raise WriteError(
            f"{self.path}, line {line + 1}, column {column + 1}: {message}",
            "mend that line, or delete the file and build again",
        )
