"""The evidence gate: what a text says and its source doesn't."""

from podcaster.write.evidence.findings import Kind, Span, Unsupported
from podcaster.write.evidence.gate import find_unsupported

__all__ = ["Kind", "Span", "Unsupported", "find_unsupported"]
