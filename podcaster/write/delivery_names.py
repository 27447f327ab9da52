"""The tones and styles that a script may name: the project's, and those of the show's folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from podcaster.models import Delivery
from podcaster.resources import resource_folder
from podcaster.toml_file import read_toml

FILES = {"tone": "tones.toml", "style": "styles.toml"}


@dataclass(frozen=True)
class DeliveryNames:
    """By kind, `tone` or `style`, the names that there are, in the files' order."""

    known: Mapping[str, tuple[str, ...]]

    def complaint(self, delivery: Delivery) -> str:
        """What is wrong with the delivery's names, in a sentence; empty where nothing is."""
        for kind, names in self.known.items():
            name = getattr(delivery, kind)
            if name not in names:
                return f"no {kind} is called {name!r}; known are {', '.join(names)}"
        return ""


def delivery_names(own: Path | None = None) -> DeliveryNames:
    """The names in `voices/`, and those that the folder `own` adds.

    Raises UsageError naming a file that isn't TOML.
    """
    folders = (resource_folder("voices"), *((own,) if own else ()))
    return DeliveryNames(
        {
            kind: tuple(dict.fromkeys(name for folder in folders for name in _names(folder / file)))
            for kind, file in FILES.items()
        }
    )


def _names(path: Path) -> tuple[str, ...]:
    return tuple(read_toml(path)) if path.exists() else ()
