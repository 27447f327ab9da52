"""What becomes of a model's lines: they stand, the source's own words do, or nothing is said."""

from collections import Counter
from collections.abc import Sequence

from podcaster.write.evidence import judge
from podcaster.write.model.brief import Brief
from podcaster.write.model.draft import Draft, Turn, without_loose
from podcaster.write.model.examine import LONGEST_LINE, SENTENCE_END, Examined, asserting
from podcaster.write.model.failures import ModelFailed
from podcaster.write.model.seats import seats
from podcaster.write.model.words import answering_pattern
from podcaster.write.offline.clean import leans
from podcaster.write.offline.facts import Fact
from podcaster.write.offline.split import has_verb
from podcaster.write.offline.text import unquoted, words

MOST_INSTEAD = 2
"""Sentences of the source that stand in for one line."""
LEAST_OWN = 0.5
"""The share of a model's facts that must stand as it wrote them, or it isn't its telling."""

REPLACED = "replaced by the source's own sentence"
DROPPED = "dropped"
TOO_LITTLE = "most of what it wrote isn't in the sentences it named"


def mended(examined: Sequence[Examined], brief: Brief, done: Counter[str]) -> Draft:
    """The lines that hold, as a draft; counts what was replaced and dropped.

    Raises ModelFailed where too little holds, and where what is gravest isn't told.
    """
    told = [found for found in examined if found.said.asserts]
    if (own := sum(found.good for found in told)) < LEAST_OWN * len(told) or not own:
        raise ModelFailed(TOO_LITTLE)
    lines = [found.said for found in examined]
    turns: list[Turn] = []
    counted: Counter[str] = Counter()
    stands = {ref for found in told if found.good for ref in found.said.evidence}
    asked = True
    for found, host in zip(examined, seats(lines, brief.hosts, brief.show.format), strict=True):
        line, holds = found.said, found.good
        if not line.asserts:
            asked = holds or line.role != "question"
            if holds:
                turns.append(Turn(host, line.role, line.text))
            else:
                counted[DROPPED] += 1
            continue
        holds = holds and (asked or _stands_alone(line.text, brief))
        asked = True
        if holds:
            turns.append(Turn(host, line.role, line.text, _fact(line.text, line.evidence, brief)))
            continue
        instead = _own_words(line.evidence, brief, stands)
        counted[REPLACED if instead else DROPPED] += 1
        turns += [Turn(host, "fact", fact.text, fact) for fact in instead]
        if not instead:
            turns = _without_question(turns)
    draft = Draft(tuple(without_loose(turns)))
    if not draft.turns:
        raise ModelFailed(TOO_LITTLE)
    if untold := untold_of(draft.facts, brief):
        raise ModelFailed(f"it left out the gravest ({', '.join(untold)})")
    done.update(counted)
    return draft


def untold_of(facts: Sequence[Fact], brief: Brief) -> list[str]:
    """The ids of what must be told and isn't."""
    return [
        ref for ref in brief.must if not any(fact.must and ref in fact.evidence for fact in facts)
    ]


def facts_of(examined: Sequence[Examined], brief: Brief) -> list[Fact]:
    """What the lines tell that hold."""
    return [
        _fact(found.said.text, found.said.evidence, brief)
        for found in examined
        if found.said.asserts and found.good
    ]


def _fact(text: str, evidence: Sequence[str], brief: Brief) -> Fact:
    language = brief.language
    plain = unquoted(text)
    order = brief.material.sentence_ids
    return Fact(
        text=text,
        evidence=tuple(evidence),
        place=order.index(evidence[-1]),
        grave=language.is_grave(plain),
        deadly=language.is_deadly(plain),
        must=language.tells_of(language.asking.patterns["harm"], plain),
    )


def _stands_alone(text: str, brief: Brief) -> bool:
    """Whether it can be said though the question before it isn't."""
    first = SENTENCE_END.split(text)[0]
    answers = answering_pattern(brief.show.language).search(first)
    return has_verb(first, brief.language) and not answers and not leans(text, brief.language)


def _own_words(evidence: Sequence[str], brief: Brief, stands: set[str]) -> list[Fact]:
    """The sentences that nobody else tells, each as the offline writer says it."""
    found: list[Fact] = []
    for ref in evidence:
        if len(found) == MOST_INSTEAD or ref in stands or ref not in brief.ids:
            continue
        facts = [
            fact
            for unit in brief.material.units
            for fact in unit.facts
            if fact.evidence[-1] == ref and not fact.answers
        ]
        loose = not found and (not facts or facts[0].leans)
        if loose or not facts or any(fact.speaker or fact.label for fact in facts):
            continue
        text = " ".join(fact.text for fact in facts)
        rests_on = tuple(dict.fromkeys(ref for fact in facts for ref in fact.evidence))
        line = asserting(text, brief.hosts[0].name, rests_on)
        if len(words(text)) <= LONGEST_LINE and not judge(line, brief.edition):
            found.append(_fact(text, rests_on, brief))
            stands.add(ref)
    return found


def _without_question(turns: list[Turn]) -> list[Turn]:
    """Without what led to a line that's gone: it would lead to another one now."""
    while turns and turns[-1].fact is None:
        turns = turns[:-1]
    return turns
