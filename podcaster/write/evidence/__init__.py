"""The evidence gate: what a text says and its source doesn't."""

from podcaster.write.evidence.findings import Kind, Span, Unsupported
from podcaster.write.evidence.gate import find_unsupported
from podcaster.write.evidence.judge import judge

__all__ = ["Kind", "Span", "Unsupported", "find_unsupported", "judge"]
