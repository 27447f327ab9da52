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


Sign = Literal[
    "absent",
    "instead",
    "derived",
    "elsewhere",
    "limit",
    "contrary",
    "refuted",
    "speaker",
    "planned",
    "doubted",
]
"""How a text and its source differ.

The source has it nowhere; has another thing in its place; has what it could be worked out from; has
it, but of something else; draws a limit that the text moves; tells the contrary; has figures, days
or words that leave only the contrary; has somebody else say it; has it only planned; or doesn't
seem to say it, to the second reader, where no rule can tell why.
"""


class Span(Value):
    """Where in the text the fault lies: `text[start:end] == words`."""

    start: int
    end: int
    words: str


class Unsupported(Value):
    """One thing that the text says and the source doesn't."""

    span: Span
    kind: Kind
    sign: Sign
    reason: str
    """A sentence for a person, which names what the source says instead where it's known."""
