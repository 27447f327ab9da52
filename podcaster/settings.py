"""The only reader of podcaster.toml and of the system's own settings."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, Field, ValidationError, field_validator

from podcaster.errors import UsageError
from podcaster.models import Host, Source, Value
from podcaster.resources import resource_folder
from podcaster.show import Show
from podcaster.toml_file import read_toml

CONFIG_NAME = "podcaster.toml"
BUILT_IN_SHOW = "daily"
Tables = dict[str, Any]
M = TypeVar("M", bound=BaseModel)


class General(Value):
    """`[podcaster]`: what holds for all shows."""

    base_url: str | None = None
    """Where `out/` is reachable; without one `podcaster serve` fills in the request's origin."""
    cache_gb: float = Field(default=2.0, gt=0)
    """Size of the clip cache; the oldest clips go first."""
    publisher: str = "folder"

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("should begin with https:// or http://")
        return value.rstrip("/") if value else None


@dataclass(frozen=True)
class Settings:
    """What podcaster.toml says, checked; the built-in show where there is no such file."""

    folder: Path
    """Where podcaster.toml lies, or would; `out/` is made here."""
    general: General = field(default_factory=General)
    shows: Mapping[str, Show] = field(default_factory=dict)
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    writers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    from_file: bool = False

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def show(self, name: str | None) -> Show:
        """The show by that name; the only one, or the first, when None."""
        if name is None:
            return next(iter(self.shows.values()))
        if name in self.shows:
            return self.shows[name]
        raise UsageError(
            f"No show is called {name!r}.",
            f"There is: {', '.join(self.shows)}. Shows are set in {self.folder / CONFIG_NAME}.",
        )


def read_settings(folder: Path, timezone: str) -> Settings:
    """Reads `folder/podcaster.toml`; `timezone` is the system's, for shows that name none.

    Raises UsageError naming the key, its value and what would be right.
    """
    path = folder / CONFIG_NAME
    if not path.exists():
        show = _show(BUILT_IN_SHOW, {"built_in": True}, timezone, path)
        return Settings(folder, shows={BUILT_IN_SHOW: show})
    tables = read_toml(path)
    known = {"podcaster", "show", "engine", "writer"}
    if stranger := next((key for key in tables if key not in known), None):
        raise UsageError(
            f"{path}: [{stranger}] isn't a table that podcaster knows.", _suggest(stranger, known)
        )
    for key in known & tables.keys():
        if not isinstance(tables[key], dict):
            raise UsageError(f"{path}: {key} must be a table.", f"Write [{key}] on its own line.")
    shows = tables.get("show") or {BUILT_IN_SHOW: {"built_in": True}}
    return Settings(
        folder,
        general=_checked(General, tables.get("podcaster", {}), "podcaster", path),
        shows={name: _show(name, table, timezone, path) for name, table in shows.items()},
        engines=tables.get("engine", {}),
        writers=tables.get("writer", {}),
        from_file=True,
    )


def in_language(show: Show, language: str) -> Show:
    """The show in another language: its own name and feed, that language's hosts."""
    if language == show.language:
        return show
    if language not in _casts():
        raise UsageError(
            f"There is no cast for the language {language!r}.",
            f"Languages with voices: {', '.join(_casts())}.",
        )
    changes: Tables = {
        "name": f"{show.name}-{language}",
        "language": language,
        "hosts": _default_hosts(language),
    }
    if show.built_in:
        changes |= _built_in(language)
    return show.model_copy(update=changes)


def _show(name: str, table: object, timezone: str, path: Path) -> Show:
    where = f"show.{name}"
    if not isinstance(table, dict):
        raise UsageError(f"{path}: {where} must be a table.", f"Write [{where}] on its own line.")
    language = table.get("language", "en")
    values: Tables = {"name": name, "timezone": timezone, "title": name.replace("-", " ").title()}
    if isinstance(language, str) and language in _casts():
        values["hosts"] = _default_hosts(language)
    if table.get("built_in"):
        values |= _built_in("en")
    elif not table.get("sources"):
        raise UsageError(
            f"{path}: {where} has no sources.",
            'Add some: sources = [{ name = "Example", url = "https://example.org/rss" }]',
        )
    values |= table
    values["sources"] = [_source(entry, path.parent) for entry in values["sources"]]
    for key in ("artwork", "presets", "lexicon"):
        if isinstance(values.get(key), str):
            values[key] = path.parent / values[key]
    if isinstance(sound := values.get("sound"), dict):
        values["sound"] = {
            key: path.parent / value if key in ("intro", "outro", "between") else value
            for key, value in sound.items()
        }
    return _checked(Show, values, where, path)


def _source(entry: object, folder: Path) -> object:
    """A source may be just its address; a path is read from the configuration's folder."""
    if isinstance(entry, str):
        entry = {"url": entry} if "://" in entry else {"path": entry}
    if isinstance(entry, dict) and isinstance(entry.get("path"), str):
        return {**entry, "path": folder / entry["path"]}
    return entry


def _default_hosts(language: str) -> tuple[Host, ...]:
    return tuple(Host.model_validate(host) for host in _casts()[language]["hosts"])


def _casts() -> Tables:
    return tomllib.loads((resource_folder("voices") / "casts.toml").read_text(encoding="utf-8"))


def _built_in(language: str) -> Tables:
    """Title, description and sources of the show that needs no configuration."""
    path = resource_folder("templates") / "shows" / f"{BUILT_IN_SHOW}.{language}.toml"
    if not path.exists():
        return {"sources": ()}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {**table, "sources": tuple(Source.model_validate(entry) for entry in table["sources"])}


def _checked(model: type[M], values: object, where: str, path: Path) -> M:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join([where, *(str(part) for part in first["loc"])])
        if first["type"] == "extra_forbidden":
            owner = _model_at(model, first["loc"][:-1])
            raise UsageError(
                f"{path}: {key} isn't a setting that podcaster knows.",
                _suggest(str(first["loc"][-1]), owner.model_fields if owner else ()),
            ) from error
        shown = "" if first["type"] == "missing" else f" = {first['input']!r}"
        raise UsageError(
            f"{path}: {key}{shown}: {_plain(first)}.", f"Set {key} right, and run it again."
        ) from error


def _plain(problem: Mapping[str, Any]) -> str:
    return str(problem["msg"]).removeprefix("Value error, ").rstrip(".")


def _model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model that the nested location lies in, to suggest its field names."""
    for part in location:
        if isinstance(part, int):
            continue
        annotation = model.model_fields[part].annotation if part in model.model_fields else None
        candidates = [annotation, *get_args(annotation)]
        found = [c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)]
        if not found:
            return None
        model = found[0]
    return model


def _suggest(word: str, known: Any) -> str:
    options = sorted(known)
    close = get_close_matches(word, options, n=1)
    listing = f"Known: {', '.join(options)}." if options else ""
    return f"Did you mean {close[0]!r}? {listing}" if close else listing
