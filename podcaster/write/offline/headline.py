"""A story in one phrase: its title where the story bears it out, else its first fact."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from podcaster.models import Story
from podcaster.write.evidence.reading.sentences import read
from podcaster.write.evidence.reading.words import is_known
from podcaster.write.offline.clean import plain
from podcaster.write.offline.days import Calendar, UnsureDayError
from podcaster.write.offline.facts import Carries, Fact, content
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import balanced, capitalised, copied_run, sentence, words
from podcaster.write.offline.trimmed import shortened

COVERED = 0.35
"""The share of a title's words that the sentences told must hold, so that it promises no more."""
MOST_EVIDENCE = 3
LONG = 12
"""Words of a first fact above which it announces its story in fewer."""
NAMING = ("PROPN", "X")
"""Parts of speech by which a sentence's first word may be a name."""
SITE = re.compile(r"\s+[|»–—]\s+[^|»–—]*$|\s+-\s+[A-Z][\w. ]{2,30}$")

LABEL = re.compile(r"^([^:,.]{2,30}?)\s?:\s+(?=\S)")
"""What a headline is about, before a colon: after a framing line that ends in one, too many."""


@dataclass(frozen=True)
class Headline:
    text: str
    evidence: tuple[str, ...]


def headline(
    story: Story,
    first: Fact | None,
    language: Language,
    calendar: Calendar,
    carries: Carries,
    told: Collection[str] | None = None,
) -> Headline | None:
    """The title where its sentences carry it, else the first fact; None where there's neither.

    Of the sentences `told`, where that's given: what a headline promises is to be heard.
    """
    title = _title(story)
    try:
        title = calendar.turned(title)
    except UnsureDayError:
        title = ""
    evidence = _evidence(title, story, language, told) if title else ()
    if evidence and carries(sentence(title), "headline", evidence):
        return Headline(sentence(title), evidence)
    return _first(first, language, carries) if first else None


def _first(first: Fact, language: Language, carries: Carries) -> Headline:
    """The first fact, a long one without what may go."""
    if len(words(first.text)) > LONG:
        for text in shortened(first.text, language):
            if carries(text, "headline", first.evidence):
                return Headline(text, first.evidence)
    return Headline(first.text, first.evidence)


def _title(story: Story) -> str:
    title = plain(story.title)
    while SITE.search(title):
        title = SITE.sub("", title)
    if not 3 <= len(words(title)) <= 16 or title.endswith("?") or not balanced(title):
        return ""
    title = LABEL.sub(r"\1, ", title)
    names = proper_names([told.text for told in story.sentences])
    letters = [word for word in words(title) if word[0].isalpha()]
    if sum(word[0].isupper() for word in letters) <= 0.6 * len(letters):
        return title
    return capitalised(
        re.sub(
            r"[\w’-]+",
            lambda word: word.group(0) if word.group(0) in names else word.group(0).lower(),
            title,
        )
    )


def proper_names(texts: Sequence[str]) -> frozenset[str]:
    """The words that an article's sentences write with a capital where none begins."""
    found: set[str] = set()
    small: set[str] = set()
    given: set[tuple[str, str]] = set()
    for text in map(plain, texts):
        found.update(re.findall(r"(?<=[a-zà-ÿ,’] )([A-ZÀ-Ý][\w’-]*)", text))
        found.update(re.findall(r"[«“\"]\s?([A-ZÀ-Ý][\w’-]*)", text))
        given.update(re.findall(r"\b([A-ZÀ-Ý][a-zà-ÿ]+) (?=([A-ZÀ-Ý][\w-]*))", text))
        small.update(re.findall(r"(?<![\w’-])[a-zà-ÿ][\w’-]*", text))
    found |= {first for first, last in given if last in found}
    return frozenset(
        name for word in found if (name := word.removesuffix("’s")).lower() not in small
    )


def common_words(texts: Sequence[str], language: Language) -> frozenset[str]:
    """The words that an article writes small, and those that are no names though they begin a
    sentence, as far as a parser and a dictionary know."""
    found = set(re.findall(r"(?<![\w’-])[a-zà-ÿ][\w’-]*", " ".join(map(plain, texts))))
    names = proper_names(texts)
    dateline = language.pattern(language.reading.dateline)
    for text in texts:
        passage = read(dateline.sub("", text), language.code)
        parts = passage.grammar.parts if passage.grammar else ()
        if len(parts) < 2 or parts[0] in NAMING or parts[1] == "PROPN":
            continue
        first = passage.words[0]
        if first.text not in names and is_known(first.lower, language.code):
            found |= {first.lower, text.split(" ")[0].rstrip(",").lower()}
    return frozenset(found)


def _evidence(
    title: str, story: Story, language: Language, told: Collection[str] | None
) -> tuple[str, ...]:
    """The sentences that the title rests on; none where they hold too little of it."""
    wanted = content(title, language)
    held: set[str] = set()
    chosen: list[tuple[int, str]] = []
    own = [
        (place, s)
        for place, s in enumerate(story.sentences)
        if s.item_id == story.lead.id and (told is None or s.id in told)
    ]
    while own and len(chosen) < MOST_EVIDENCE and wanted - held:
        place, best = max(
            own,
            key=lambda pair: (
                len(content(pair[1].text, language) & (wanted - held)),
                copied_run(title, pair[1].text),
                -pair[0],
            ),
        )
        gained = content(best.text, language) & (wanted - held)
        if not gained:
            break
        held |= gained
        chosen.append((place, best.id))
    if len(held) < COVERED * len(wanted):
        return ()
    return tuple(sentence_id for _, sentence_id in sorted(chosen))
