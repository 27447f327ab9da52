"""One episode's folder: what each stage made, so that the next run picks up from there."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from podcaster.models import Value
from podcaster.store.files import write_text

V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class Workspace:
    """`out/<show>/<YYYY-MM-DD>/`."""

    out: Path
    show: str
    date: dt.date

    @property
    def show_folder(self) -> Path:
        return self.out / self.show

    @property
    def folder(self) -> Path:
        return self.show_folder / self.date.isoformat()

    @property
    def edition(self) -> Path:
        return self.folder / "edition.json"

    @property
    def script(self) -> Path:
        return self.folder / "script.yaml"

    @property
    def build_key(self) -> Path:
        """Holds the fingerprint of the request that the saved edition answers."""
        return self.folder / ".request"

    def save(self, path: Path, value: Value) -> None:
        write_text(path, value.model_dump_json(indent=1))

    def load(self, path: Path, kind: type[V]) -> V | None:
        """None where nothing usable is saved: then the stage that makes it runs again."""
        try:
            return kind.model_validate_json(path.read_bytes())
        except (FileNotFoundError, ValidationError):
            return None
