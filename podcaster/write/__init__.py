"""write: the edition becomes a dialogue, and every line of it passes the evidence gate."""

import datetime as dt
from pathlib import Path

from podcaster.contracts import Measure, Progress, ScriptWriter, Translator
from podcaster.models import Edition, Script
from podcaster.show import Show

__all__ = ["load_script", "require_supported", "save_script", "trailer", "translate", "write"]


def translate(edition: Edition, translator: Translator, progress: Progress) -> Edition:
    """The edition with all its news in its own language. Raises NothingToTell."""
    from podcaster.write.translation import translate as translated

    return translated(edition, translator, progress)


def write(edition: Edition, show: Show, writer: ScriptWriter, measure: Measure) -> Script:
    """The writer's script, with nothing left in it that its sentences don't carry.

    The writer is given the length that a draft will have behind the gate; what pauses can't settle
    of the rest is left to the hosts' pace.
    """
    from podcaster.write.gate import evidence_judge, gated, gated_measure, remembering
    from podcaster.write.pace import paced

    judge = remembering(evidence_judge())
    script = writer.write(edition, show, gated_measure(measure, edition, judge))
    return paced(gated(script, edition, judge), show, measure)


def trailer(show: Show, date: dt.date) -> Script:
    """The hosts introduce the show. Raises UsageError for a language that has no words for it."""
    from podcaster.write.trailer import write_trailer

    return write_trailer(show, date)


def require_supported(script: Script, edition: Edition) -> None:
    """Raises WriteError naming each line that its sentences don't carry and nobody overruled."""
    from podcaster.write.gate import evidence_judge, require

    require(script, edition, evidence_judge())


def load_script(path: Path, presets: Path | None = None) -> Script | None:
    """The script that was saved or edited, None where there is none.

    `presets` is the show's own folder of tones and styles. Raises WriteError for what can't be
    read, a tone or a style that nobody knows included.
    """
    from podcaster.write.delivery_names import delivery_names
    from podcaster.write.script_file import load

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return load(text, path, delivery_names(presets))


def save_script(path: Path, script: Script) -> None:
    from podcaster.store.files import write_text
    from podcaster.write.script_file import dump

    write_text(path, dump(script))
