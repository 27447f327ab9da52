"""write: the edition becomes a dialogue, and every line of it passes the evidence gate."""

from podcaster.contracts import Measure, ScriptWriter
from podcaster.models import Edition, Script
from podcaster.show import Show

__all__ = ["write"]


def write(edition: Edition, show: Show, writer: ScriptWriter, measure: Measure) -> Script:
    """The writer's script, with nothing left in it that its sentences don't carry."""
    from podcaster.write.gate import evidence_judge, gated

    return gated(writer.write(edition, show, measure), edition, evidence_judge())
