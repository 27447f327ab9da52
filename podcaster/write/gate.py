"""The gate before the microphone: a line that its sentences don't carry is repaired or dropped."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from podcaster.contracts import Measure
from podcaster.errors import WriteError
from podcaster.models import ASSERTING_ROLES, Edition, Line, Script

LONGEST_REPAIR = 32
"""Words up to which the source's own sentence may stand in for a line."""

Judge = Callable[[Line, Edition], Sequence[object]]
"""What the line says that its sentences don't carry; empty where it's supported."""
Done = Counter[str]
"""What was done to lines, and how often."""


def evidence_judge() -> Judge:
    """The project's own judge, imported where it's needed: it's heavy."""
    from podcaster.write.evidence import judge

    return judge


def remembering(judge: Judge) -> Judge:
    """The same judge, who hears each line of an edition once, however often drafts repeat it."""
    heard: dict[tuple[str, str, tuple[str, ...]], Sequence[object]] = {}

    def remembered(line: Line, edition: Edition) -> Sequence[object]:
        key = (line.role, line.text, line.evidence)
        if key not in heard:
            heard[key] = judge(line, edition)
        return heard[key]

    return remembered


def gated_measure(measure: Measure, edition: Edition, judge: Judge) -> Measure:
    """How long a draft will be once it has passed the gate: what writers fit their scripts by."""
    return lambda lines: measure(passed(lines, edition, judge)[0])


def gated(script: Script, edition: Edition, judge: Judge) -> Script:
    """The script with every asserting line supported; what was done stands in its notes."""
    lines, done = passed(script.lines, edition, judge)
    notes = [f"evidence gate: {count} {what}" for what, count in done.items() if count]
    return script.model_copy(update={"lines": tuple(lines), "notes": (*script.notes, *notes)})


def passed(lines: Sequence[Line], edition: Edition, judge: Judge) -> tuple[list[Line], Done]:
    """The lines with every asserting one supported, and what was done for that."""
    done: Done = Counter()
    kept: list[Line] = []
    for line in lines:
        if line.role not in ASSERTING_ROLES or line.overruled or not judge(line, edition):
            kept.append(line)
            continue
        repaired = _repaired(line, edition)
        if repaired is not None and not judge(repaired, edition):
            done["replaced by the source's own sentence"] += 1
            kept.append(repaired)
        else:
            done["dropped"] += 1
    answered = _without_orphans(kept, lines)
    done["questions dropped with their answers"] += len(kept) - len(answered)
    return answered, done


def _repaired(line: Line, edition: Edition) -> Line | None:
    """The line in the words of its only sentence, where that can be said."""
    sentences = edition.sentences_by_id()
    cited = [sentences[ref] for ref in line.evidence if ref in sentences]
    if len(cited) != 1 or len(cited[0].text.split()) > LONGEST_REPAIR:
        return None
    return line.model_copy(update={"text": cited[0].text, "frame": ""})


def _without_orphans(kept: Sequence[Line], written: Sequence[Line]) -> list[Line]:
    """Without the questions whose answer went, and without turns that lead to nothing."""
    follows = {line.id: after.id for line, after in pairwise(written)}
    answered: list[Line] = []
    for index, line in enumerate(kept):
        after = kept[index + 1].id if index + 1 < len(kept) else None
        leads = line.role == "question" or line.frame.startswith("turn_")
        if leads and follows.get(line.id) != after:
            continue
        answered.append(line)
    return answered


def require(script: Script, edition: Edition, judge: Judge) -> None:
    """Raises WriteError naming each line that its sentences don't carry and nobody overruled."""
    faults = [
        f"{line.id} ({line.text}): {'; '.join(_reason(finding) for finding in found)}"
        for line in script.lines
        if line.role in ASSERTING_ROLES and not line.overruled and (found := judge(line, edition))
    ]
    if faults:
        raise WriteError(
            f"{len(faults)} of the script's lines say what their sentences don't:\n"
            + "\n".join(faults),
            "change those lines in script.yaml, or add `unsupported: allow` and a `reason`",
        )


def _reason(finding: object) -> str:
    return str(getattr(finding, "reason", finding))
