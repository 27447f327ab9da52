"""The episode around the drafts, as long as the show asks for."""

from collections.abc import Mapping
from dataclasses import replace

from podcaster.contracts import Measure
from podcaster.models import Line
from podcaster.write.model.draft import Draft
from podcaster.write.offline.choose import Told
from podcaster.write.offline.episode import Episode
from podcaster.write.offline.facts import Material, Unit, content
from podcaster.write.offline.fitting import OVER, Fit, fit
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import words

SAME = 0.6
"""The share of its words of meaning with which a unit says what a sentence says."""
Drafts = Mapping[int, Draft]
"""By the place of their stories."""


def compose(episode: Episode, plan: Fit, drafts: Drafts, measure: Measure) -> Fit:
    """The plan's stories, those that are drafted in the model's words.

    What's too long loses its drafts' last facts, and then whole drafts; what's too short is filled
    with what nobody has told yet.
    """
    if not drafts:
        return plan
    if plan.target is None:
        return _filled(episode, plan, drafts, {}, measure, complete=True)
    drafts = _trimmed(episode, plan, drafts, plan.target, measure)
    bare = _filled(episode, plan, drafts, {}, measure, complete=False)
    rest = fit(
        _left(episode, plan, drafts),
        episode.show.format,
        plan.target,
        lambda more: _lines(episode, plan, drafts, more),
        measure,
    )
    if not bare.seconds < rest.seconds <= plan.target + OVER:
        return bare
    return _filled(episode, plan, drafts, rest.chosen, measure, complete=rest.complete)


def _chosen(plan: Fit, drafts: Drafts, more: Mapping[int, Told]) -> dict[int, Told]:
    def base(place: int) -> Told:
        return drafts[place].told if place in drafts else plan.chosen.get(place, ())

    return {place: (*base(place), *more.get(place, ())) for place in {**plan.chosen, **more}}


def _lines(episode: Episode, plan: Fit, drafts: Drafts, more: Mapping[int, Told]) -> list[Line]:
    return replace(episode, written=drafts).lines(_chosen(plan, drafts, more))


def _filled(
    episode: Episode,
    plan: Fit,
    drafts: Drafts,
    more: Mapping[int, Told],
    measure: Measure,
    *,
    complete: bool,
) -> Fit:
    lines = _lines(episode, plan, drafts, more)
    chosen = _chosen(plan, drafts, more)
    return Fit(chosen, tuple(lines), measure(lines), plan.target, complete)


def _trimmed(
    episode: Episode, plan: Fit, drafts: Drafts, target: float, measure: Measure
) -> Drafts:
    """As much of the drafts as the time holds; the one furthest over its share goes first."""
    drafts = dict(drafts)
    while drafts and measure(_lines(episode, plan, drafts, {})) > target + OVER:
        by_excess = sorted(drafts, key=lambda place: _excess(plan, drafts, place), reverse=True)
        for place in by_excess:
            shorter = drafts[place].shortened()
            if shorter is not None:
                drafts[place] = shorter
                break
        else:
            del drafts[by_excess[0]]
    return drafts


def _excess(plan: Fit, drafts: Drafts, place: int) -> int:
    """Words that a draft has more than it was asked for."""
    given = sum(len(words(fact.text)) for unit in plan.chosen[place] for fact in unit)
    return drafts[place].words - given


def _left(episode: Episode, plan: Fit, drafts: Drafts) -> list[Material]:
    """What of each story is in no draft and not planned."""
    left: list[Material] = []
    for place, material in enumerate(episode.materials):
        if place in drafts:
            units = _untold(material, drafts[place], episode.language)
        else:
            planned = {fact for unit in plan.chosen.get(place, ()) for fact in unit}
            units = [unit for unit in material.units if not planned & set(unit.facts)]
        left.append(replace(material, units=tuple(units)))
    return left


def _untold(material: Material, draft: Draft, language: Language) -> list[Unit]:
    """The units that rest on other sentences than the draft does, and say something else."""
    cited = [
        content(sentence.text, language)
        for sentence in material.story.sentences
        if sentence.id in draft.evidence
    ]
    untold: list[Unit] = []
    for unit in material.units:
        said = content(unit.text, language)
        again = any(len(said & told) > SAME * len(said) for told in cited)
        if not again and not any(draft.evidence & set(fact.evidence) for fact in unit.facts):
            untold.append(unit)
    return untold
