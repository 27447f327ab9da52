"""Other words that mean the same, where a line would take over too long a run of its source."""

from collections.abc import Iterator

from podcaster.write.offline.language import Language
from podcaster.write.offline.text import capitalised, copied_run, protect


def varied(text: str, source: str, longest: int, language: Language) -> str:
    """The text with as few words changed as it takes; as it is where no change is enough.

    `longest` is how many words in a row may stand as they do in the source. Quotations keep their
    words.
    """
    held = protect(text)
    said = held.text
    run = copied_run(text, source)
    while run > longest:
        run, best = min(
            ((copied_run(held.restore(other), source), other) for other in _others(said, language)),
            default=(run, said),
        )
        if best == said or run >= copied_run(held.restore(said), source):
            return text
        said = best
    return held.restore(said)


def _others(text: str, language: Language) -> Iterator[str]:
    """The text with one word or phrase of the table changed."""
    for written, said in language.rewriting.varied.items():
        for match in language.pattern(written).finditer(text):
            other = match.expand(said)
            if match.group(0)[0].isupper():
                other = capitalised(other)
            yield text[: match.start()] + other + text[match.end() :]
