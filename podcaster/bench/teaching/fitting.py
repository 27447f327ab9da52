"""How much each thing that the rules find counts, beside the reader's doubt."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from podcaster.bench.evidence import FAITHFUL
from podcaster.bench.teaching.examples import Example
from podcaster.write.evidence.reader.weighing import Weights, signs_of

FALSE_ALARMS: Mapping[str, float] = {"en": 0.03, "fr": 0.05}
"""The share of faithful lines that may be flagged, in each language: English catches as much with
fewer."""
AROUND = 0.015
"""How far from that share the limit is looked for as well, so that single lines count less."""
HOLD = 3.0
"""How freely weights may leave 0."""


def fit(examples: Sequence[Example], doubts: Sequence[float]) -> dict[str, Weights]:
    """The weights for each language, from lines that neither rules nor reader were made with.

    A logistic regression with weights of its own for each language's doubts, and those of the
    rules' signs and the sorts of claim in common; each language's threshold is put where few
    faithful lines are flagged.
    """
    from sklearn.linear_model import LogisticRegression

    signs = sorted({sign for example in examples for sign in _signs(example)})
    languages = sorted({example.language for example in examples})
    rows = []
    for example, doubt in zip(examples, doubts, strict=True):
        own = [
            value * (example.language == language)
            for language in languages
            for value in (1.0, doubt, max(doubt, 0.0))
        ]
        found = _signs(example)
        rows.append(
            [*own, float(len(example.found) > 1), *(float(sign in found) for sign in signs)]
        )
    table = np.array(rows)
    faulty = np.array([example.kind != FAITHFUL for example in examples])
    model = LogisticRegression(C=HOLD, max_iter=5000, fit_intercept=False).fit(table, faulty)
    fitted = [float(value) for value in model.coef_[0]]
    common = dict(zip(signs, fitted[3 * len(languages) + 1 :], strict=True))
    weights = {}
    for number, language in enumerate(languages):
        base, doubt, strong = fitted[3 * number : 3 * number + 3]
        fitting = Weights(base, doubt, strong, fitted[3 * len(languages)], common)
        faithful = [
            fitting.weigh(example.found, strength, example.claims)
            for example, strength, wrong in zip(examples, doubts, faulty, strict=True)
            if example.language == language and not wrong
        ]
        limit = _limit(faithful, FALSE_ALARMS[language])
        weights[language] = replace(fitting, base=base - limit)
    return weights


def _signs(example: Example) -> set[str]:
    """What the rules find in a line, and what sorts of thing it says."""
    return signs_of(example.found) | example.claims


def _limit(faithful: Sequence[float], share: float) -> float:
    """The score that few faithful lines are above; the mean of three such, as few lines are so
    near to it that one more or less would move it far."""
    highest = max(score for score in faithful if score < math.inf)
    scores = [min(score, highest) for score in faithful]
    shares = (share - AROUND, share, share + AROUND)
    return float(np.mean([np.quantile(scores, 1 - each) for each in shares]))


def as_toml(weights: dict[str, Weights]) -> str:
    """`data/weighing.toml` as `weights_for` reads it."""
    lines = ["# Made by `podcaster bench teach`."]
    for language, own in weights.items():
        lines += [
            "",
            f"[{language}]",
            f"base = {own.base:.4f}",
            f"doubt = {own.doubt:.4f}",
            f"strong_doubt = {own.strong_doubt:.4f}",
            f"several = {own.several:.4f}",
        ]
    lines += ["", "[signs]"]
    signs = next(iter(weights.values())).signs
    lines += [f'"{sign}" = {value:.4f}' for sign, value in sorted(signs.items())]
    return "\n".join(lines) + "\n"
