"""What a frame puts around a fact says nothing of the news, and nothing that its host won't do."""

import datetime as dt
import re

import pytest

from podcaster.models import Line, NewsItem, Role
from podcaster.write.evidence import judge
from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.frames import VARIABLE, Frame, frames
from podcaster.write.offline.language import load
from podcaster.write.offline.talk import parted
from podcaster.write.offline.text import capitalised
from tests.write.editions import edition

FACTS = {
    "en": "A ferry carried 120 passengers from Dover to Calais.",
    "fr": "Un ferry a transporté 120 passagers de Douvres à Calais.",
    "es": "Un ferri transportó 120 pasajeros de Dover a Calais.",
}
ROLES: dict[str, Role] = {
    "coming_first": "headline",
    "coming_next": "headline",
    "coming_last": "headline",
    "recap_first": "recap",
    "recap_next": "recap",
    "intro": "fact",
    "intro_plain": "fact",
    "intro_old": "fact",
    "intro_self": "fact",
}
EVERY = 3
"""One frame of so many is looked at: those of a family have most of their words in common."""
I_TELL_IT = {
    "en": r"\b(?:I|I’ll|I'll|me|mine|my)\b",
    "fr": r"\b(?:je|j’|moi|ma|mon|mes)\b",
    "es": r"\b(?:yo|me|mí|mi|tengo|cuento)\b",
}


def line(frame: Frame, language: str, source: str, role: Role) -> Line:
    fact = FACTS[language]
    low = lowered(fact, load(language))
    values = {"source": source, "low": low, "date": load(language).days.months[4]}
    text = VARIABLE.sub(lambda match: values.get(match.group(1), fact), frame.template)
    return Line(
        id="l1",
        host="Ava",
        text=capitalised(parted(capitalised(text), fact[1:])[1]),
        role=role,
        evidence=("s1.1",),
    )


@pytest.mark.parametrize("language", FACTS)
def test_a_framed_fact_rests_on_its_sentence_as_the_fact_alone_does(language: str) -> None:
    told = edition(
        [
            NewsItem(
                id="ferry",
                source="Ferry Courier",
                url="https://example.org/ferry",
                title=FACTS[language],
                text=FACTS[language],
                language=language,
                published=dt.datetime(2024, 5, 13, 12, tzinfo=dt.UTC),
            )
        ],
        language=language,
    )
    for kind, role in ROLES.items():
        for frame in frames(language, kind)[::EVERY]:
            said = line(frame, language, "Ferry Courier", role)
            assert not judge(said, told), said.text


@pytest.mark.parametrize("language", FACTS)
def test_who_leads_over_to_a_story_does_not_say_that_he_will_tell_it(language: str) -> None:
    for kind in ("bridge", "bridge_topic", "bridge_grave"):
        for frame in frames(language, kind):
            assert not re.search(I_TELL_IT[language], frame.said, re.IGNORECASE), frame.id
