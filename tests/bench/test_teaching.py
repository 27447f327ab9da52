"""What the second reader learns from is sound, and is put before it as the gate would."""

import datetime as dt
import random
import tomllib
from collections import Counter

import pytest

from podcaster.bench.evidence import FAITHFUL, Case
from podcaster.bench.teaching.examples import Example, examples, lessons
from podcaster.write.evidence.findings import Span, Unsupported
from podcaster.write.evidence.reader.doubt import KINDS
from podcaster.write.evidence.reader.weighing import Weights


def case(text: str, kind: str) -> Case:
    return Case(
        article="mill",
        language="en",
        published=dt.datetime(2023, 8, 25, tzinfo=dt.UTC),
        source="The mill in Orbost closed on Thursday. It employed 140 people. Nobody was hurt.",
        split="tune",
        text=text,
        kind=kind,
        form="",
    )


def test_every_lesson_has_a_known_kind_and_no_line_is_both_right_and_wrong() -> None:
    found = list(lessons())
    assert {entry.language for entry in found} == {"en", "fr"}
    assert {entry.kind for entry in found} == {FAITHFUL, *KINDS}
    twice = [key for key, n in Counter((e.source, e.text) for e in found).items() if n > 1]
    assert twice == []


def test_a_line_comes_with_what_carries_it_and_what_the_rules_find() -> None:
    right, wrong = examples(
        [case("The Orbost mill had 140 workers.", FAITHFUL), case("It employed 150.", "number")]
    )
    assert "It employed 140 people." in right.premise
    assert not right.found
    assert {finding.kind for finding in wrong.found} == {"number"}


def test_a_line_comes_with_its_days_in_the_source_s_words() -> None:
    (example,) = examples([case("The mill closed on 24 August.", FAITHFUL)])
    assert example.line == "The mill closed on Thursday."


def _drawn(faulty: bool, rng: random.Random) -> tuple[Example, float]:
    span = Span(start=0, end=1, words="x")
    sure = Unsupported(span=span, kind="name", sign="absent", reason="It isn't there.")
    found = (sure,) if faulty and rng.random() < 0.5 else ()
    kind = "name" if faulty else FAITHFUL
    return Example("en", "", "", kind, found), rng.gauss(2.0 if faulty else -2.0, 1.5)


@pytest.mark.extra("teach")
def test_the_fit_flags_few_faithful_lines_and_trusts_what_tells() -> None:
    from podcaster.bench.teaching.fitting import FALSE_ALARMS, as_toml, fit

    rng = random.Random(5)
    drawn = [_drawn(number % 2 == 0, rng) for number in range(800)]
    (weights,) = fit([example for example, _ in drawn], [doubt for _, doubt in drawn]).values()
    verdicts = [(e.kind, weights.weigh(e.found, doubt) > 0) for e, doubt in drawn]
    flagged = [wrong for kind, wrong in verdicts if kind == FAITHFUL]
    caught = [wrong for kind, wrong in verdicts if kind != FAITHFUL]
    assert sum(flagged) / len(flagged) <= FALSE_ALARMS["en"] + 0.01
    assert sum(caught) / len(caught) > 0.9
    assert weights.signs["name.absent"] > 1
    table = tomllib.loads(as_toml({"en": weights}))
    read = Weights(**table["en"], signs=table["signs"])
    assert read.doubt == pytest.approx(weights.doubt, abs=1e-4)
    assert read.signs == pytest.approx(dict(weights.signs), abs=1e-4)
