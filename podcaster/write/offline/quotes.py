"""A short quotation and who said it; the words stay as they are."""

import re
from dataclasses import dataclass

from podcaster.write.offline.language import Language
from podcaster.write.offline.text import SLOT, Protected, words

SHORTEST = 3
LONGEST = 30
LONGEST_BESIDES = 6
"""Words of a clause that says who a speaker is, up to which it's said with the name."""
INNER = re.compile(r"^[“«\"]\s*|\s*[”»\"]$")


@dataclass(frozen=True)
class Quotation:
    speaker: str
    """As the sentence names them; may be a pronoun."""
    words: str
    """Without marks, ending in its own full stop."""

    def printed(self, language: Language) -> str:
        return f"{language.quoting.open}{self.words}{language.quoting.close}"


def quotation(held: Protected, language: Language) -> Quotation | None:
    """The quotation that the sentence gives as somebody's words, if it's fit to be heard."""
    quoting = language.quoting
    match = language.pattern(quoting.before).match(held.text)
    if match:
        who = match.groupdict().get("who1") or match.groupdict().get("who2") or ""
    else:
        match = language.pattern(quoting.after).match(held.text)
        if match is None:
            return None
        who = match.group("who")
    slot = SLOT.search(match.group("quote"))
    if slot is None:
        return None
    said = fit(held.quotations[int(slot.group(1))], language)
    speaker = _speaker(who, language)
    return Quotation(speaker, said) if said and speaker else None


def fit(quoted: str, language: Language) -> str:
    """The words of a quotation, its first sentence where it's long; empty if it can't be said."""
    text = INNER.sub("", quoted).strip(" \u00a0\u202f")
    if language.pattern(language.quoting.bad).search(text):
        return ""
    if len(words(text)) > LONGEST:
        text = re.split(r"(?<=[.!?])\s+", text)[0]
    if not SHORTEST <= len(words(text)) <= LONGEST:
        return ""
    text = re.sub(r",$", ".", text)
    return text if text[-1] in ".!?" else text + "."


def _speaker(who: str, language: Language) -> str:
    who = language.pattern(language.reading.manner + r"\s*$").sub("", who.strip(" ,."))
    who = re.sub(r",\s+(?:the|an?|les?|la|l’|une?)\s?[^,]*\s(?:whose|that|dont)\b.*$", "", who)
    who = re.sub(r",?\s+(?:which|among|when|while)\b.*$", "", who)
    besides = re.search(r",?(?:\s+(?:and|et|y))?\s+(?:who|whose|qui|dont|quien|cuyo)\b.*$", who)
    if besides and len(words(besides.group(0))) > LONGEST_BESIDES:
        who = who[: besides.start()]
    who = re.sub(r",\s+(?:and|et|y)\s.*$", "", who)
    who = language.pattern(language.quoting.around).sub("", who).strip(" ,.")
    if not who or len(words(who)) > 16 or SLOT.search(who):
        return ""
    if language.pattern(language.quoting.not_speaker).search(who):
        return ""
    return who
