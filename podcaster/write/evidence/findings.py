"""What the gate has to say about a line."""

from typing import Literal

from podcaster.models import Value

Kind = Literal[
    "number",
    "date",
    "money",
    "percentage",
    "name",
    "quotation",
    "attribution",
    "negation",
    "role",
    "direction",
    "superlative",
]


class Span(Value):
    """Where in the text the fault lies: `text[start:end] == words`."""

    start: int
    end: int
    words: str


class Unsupported(Value):
    """One thing that the text says and the source doesn't."""

    span: Span
    kind: Kind
    reason: str
    """A sentence for a person, which names what the source says instead where it's known."""
