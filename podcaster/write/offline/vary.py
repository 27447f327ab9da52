"""Other words that mean the same, where a line would take over too long a run of its source."""

import re
from collections.abc import Iterator, Sequence

from podcaster.write.offline.language import Language
from podcaster.write.offline.text import capitalised, copied_runs, protect


def varied(text: str, source: str, longest: int, language: Language) -> str:
    """The text with as few words changed as it takes; as it is where no change is enough.

    `longest` is how many words in a row may stand as they do in the source. Quotations keep their
    words.
    """
    held = protect(text)
    said = held.text
    runs = copied_runs(text, source)
    table = [
        (language.pattern(written), other)
        for written, other in language.rewriting.varied.items()
        if runs[0] > longest and language.pattern(written).search(said)
    ]
    while runs[0] > longest:
        shorter, other = min(
            ((copied_runs(held.restore(other), source), other) for other in _others(said, table)),
            default=(runs, said),
        )
        if shorter >= runs:
            return text
        runs, said = shorter, other
    return held.restore(said)


def _others(text: str, table: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[str]:
    """The text with one word or phrase of the table changed."""
    for written, said in table:
        for match in written.finditer(text):
            other = match.expand(said)
            if match.group(0)[0].isupper():
                other = capitalised(other)
            yield text[: match.start()] + other + text[match.end() :]
