"""A voice of the user's own, made of others and written down."""

import json
from collections.abc import Mapping

from pydantic import ValidationError

from podcaster.errors import UsageError
from podcaster.speak.kokoro.voices import BLEND_NAME, BLENDS, Blend, VoiceBook, read_blends
from podcaster.store.files import write_text


def save_blend(
    book: VoiceBook, name: str, timbre: Mapping[str, float], prosody: Mapping[str, float]
) -> VoiceBook:
    """Adds the blend to the user's blends.toml; gives the book that knows it.

    It speaks the language of its heaviest part. Raises UsageError for a name or weights that
    can't be, SpeakError for a part that isn't on this machine.
    """
    if not BLEND_NAME.fullmatch(name) or name in book.listings:
        raise UsageError(
            f"A blend can't be called {name!r}.",
            "Take small letters, digits and _, and no name that a voice has already.",
        )
    for part in [*timbre, *prosody]:
        book.style(part)
    try:
        made = Blend.model_validate({"timbre": dict(timbre), "prosody": dict(prosody)})
    except ValidationError as error:
        raise UsageError(f"{error.errors()[0]['msg']}.", "Write af_heart=0.6.") from error
    heaviest = book.describe(made.heaviest)
    made = made.model_copy(update={"language": heaviest.language, "gender": heaviest.gender})
    path = book.own / BLENDS
    blends = {**read_blends(path), name: made}
    write_text(path, "\n".join(_entry(known, blend) for known, blend in blends.items()))
    return VoiceBook(book.own, book.made)


def _entry(name: str, blend: Blend) -> str:
    lines = [f"[{name}]", f'language = "{blend.language}"', f'gender = "{blend.gender}"']
    for key, weights in (("timbre", blend.timbre), ("prosody", blend.prosody)):
        if weights:
            pairs = ", ".join(f"{part} = {weight:g}" for part, weight in weights.items())
            lines.append(f"{key} = {{ {pairs} }}")
    if blend.note:
        lines.append(f"note = {json.dumps(blend.note, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
