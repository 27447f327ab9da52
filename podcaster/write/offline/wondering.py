"""What listeners wonder at some news, where the next fact tells it: "Will there be an appeal?"."""

from collections.abc import Iterator
from dataclasses import dataclass

from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.facts import content
from podcaster.write.offline.language import Language

LONGEST = 34
"""Words of a sentence that may be asked for: more would bury the answer."""


@dataclass(frozen=True)
class Wondered:
    kind: str
    """A key of `questions.toml`."""
    blanks: dict[str, str]
    """Whom or what the question names, as it stands in it."""


def wondered(
    text: str, said: str, language: Language, *, earlier: bool, harm: bool
) -> Iterator[Wondered]:
    """What a sentence tells that a listener would ask for, and that nothing `said` has told.

    `earlier` says that it tells of another time than the story's event, `harm` that people came
    to harm in that.
    """
    if len(text.split()) > LONGEST:
        return
    heard = content(said, language)
    for kind, curiosity in language.questions.items():
        if (curiosity.now and earlier) or (curiosity.harm and not harm):
            continue
        finds = language.pattern(curiosity.finds)
        match = finds.search(text)
        if match is None or language.pattern(curiosity.unless).search(text):
            continue
        named = {name: lowered(of, language) for name, of in match.groupdict().items()}
        known = content(" ".join(named.values()), language) <= heard
        told = not named and any(finds.search(line) for line in said.splitlines())
        if not told and (known or not curiosity.known):
            yield Wondered(kind, named)
