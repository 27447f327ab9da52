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
        others = _others(said, language)
        runs = ((copied_run(held.restore(other), source), other) for other in others)
        shorter, other = min(runs, default=(run, said))
        if shorter >= run:
            return text
        run, said = shorter, other
    return held.restore(said)


def _others(text: str, language: Language) -> Iterator[str]:
    """The text with one word or phrase of the table changed."""
    for written, said in language.rewriting.varied.items():
        for match in language.pattern(written).finditer(text):
            other = match.expand(said)
            if match.group(0)[0].isupper():
                other = capitalised(other)
            yield text[: match.start()] + other + text[match.end() :]
