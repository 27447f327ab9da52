"""What espeak-ng links or sounds in a clause and speakers don't: `Ariane 6 a décollé`."""

import re

from podcaster.speak.text.language import load_language


def mended(clause: str, heard: str, language: str) -> str:
    """A clause's IPA, put right by the language's tables `[mended]`, `[unlinked]` and `[linked]`.

    A number that names something isn't linked to the verb or the preposition after it.
    """
    table = load_language(language)
    for wrong, right in table.words("mended").items():
        heard = re.sub(wrong, right, heard)
    unlinked, linked = table.words("unlinked"), table.words("linked")
    words, groups = clause.lower().split(), heard.split()
    if not unlinked or len(words) != len(groups):
        return heard
    before = ["", *words]
    for index, following in enumerate(words[1:]):
        last = words[index].split("-")[-1]
        if following in unlinked["before"]:
            if last in unlinked["ends"]:
                groups[index] = re.sub("z$", unlinked["ends"][last], groups[index])
        elif last in linked["ends"] and before[index] != linked["not_after"]:
            groups[index] += linked["ends"][last] if re.match(linked["before"], following) else ""
    return " ".join(groups)
