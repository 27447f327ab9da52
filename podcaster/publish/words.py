"""The words of pages and show notes, from `templates/web/words`."""

import tomllib
from functools import cache

from podcaster.models import Language
from podcaster.resources import resource_folder

FALLBACK = "en"


@cache
def words(language: Language) -> dict[str, str]:
    """By key, in the language (without its region); English where there's no such file."""
    folder = resource_folder("templates") / "web" / "words"
    path = folder / f"{language[:2]}.toml"
    if not path.exists():
        path = folder / f"{FALLBACK}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
