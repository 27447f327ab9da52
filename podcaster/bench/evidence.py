"""`podcaster bench evidence`: how much invention the gate catches, and what it flags wrongly."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, get_args

import click
from rich.console import Console
from rich.table import Table

from podcaster.write.evidence import Kind, find_unsupported

if TYPE_CHECKING:
    from podcaster.cli.context import Context

FAITHFUL = "faithful"


@dataclass(frozen=True)
class Case:
    """One line about one article, written by hand."""

    article: str
    language: str
    published: dt.datetime
    source: str
    split: str
    text: str
    kind: str
    """`faithful`, or the kind of its one fault."""
    form: str
    """`verbatim`, `compressed` or `paraphrased`, for a faithful line; empty otherwise."""


@dataclass(frozen=True)
class Verdict:
    case: Case
    kinds: tuple[str, ...]
    """The kinds of fault that the gate found, most telling first; empty where it found none."""


@click.command(name="evidence")
@click.option(
    "--split",
    type=click.Choice(["tune", "weigh", "held", "all"]),
    default="all",
    help="The articles the gate was made with, weighed with, only measured on, or all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(context: "Context", split: str, as_json: bool) -> None:
    """What share of each kind of fault is caught, and of faithful lines flagged.

    The split `tune` is looked at when rules are made, and the second reader learns from it; what
    both find is weighed on `weigh`; `held` is only ever measured.
    """
    verdicts = [judged(case) for case in cases() if split in ("all", case.split)]
    report = {"split": split, **summary(verdicts)}
    if as_json:
        context.emit(report)
    else:
        _show(report)


def cases() -> Iterator[Case]:
    """All of the benchmark, article by article."""
    folder = resources.files("podcaster.bench") / "data" / "evidence"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            article = tomllib.loads(entry.read_text(encoding="utf-8"))
            for case in article["case"]:
                yield Case(
                    article=entry.name.removesuffix(".toml"),
                    language=article["language"],
                    published=article["published"],
                    source=article["source"],
                    split=article["split"],
                    text=case["text"],
                    kind=case["kind"],
                    form=case.get("form", ""),
                )


def judged(case: Case) -> Verdict:
    found = find_unsupported(case.text, case.source, case.language, case.published)
    kinds = dict.fromkeys(finding.kind for finding in found)
    return Verdict(case, tuple(sorted(kinds, key=lambda kind: kind != case.kind)))


def summary(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Shares from 0 to 1, the counts they're taken from, and what was taken for what."""
    faulty = [verdict for verdict in verdicts if verdict.case.kind != FAITHFUL]
    faithful = [verdict for verdict in verdicts if verdict.case.kind == FAITHFUL]
    kinds = [kind for kind in get_args(Kind) if any(v.case.kind == kind for v in faulty)]
    languages = sorted({verdict.case.language for verdict in verdicts})
    forms = sorted({verdict.case.form for verdict in faithful})
    return {
        "caught": {
            kind: {
                "all": _share([v for v in faulty if v.case.kind == kind]),
                **{
                    language: _share(
                        [v for v in faulty if (v.case.kind, v.case.language) == (kind, language)]
                    )
                    for language in languages
                },
            }
            for kind in kinds
        },
        "flagged": {
            "all": _share(faithful),
            **{form: _share([v for v in faithful if v.case.form == form]) for form in forms},
            **{
                language: _share([v for v in faithful if v.case.language == language])
                for language in languages
            },
        },
        "confusion": {
            kind: dict(_taken_for(v for v in verdicts if v.case.kind == kind))
            for kind in (*kinds, FAITHFUL)
        },
        "lines": {"faithful": len(faithful), "faulty": len(faulty)},
    }


def _share(verdicts: Sequence[Verdict]) -> dict[str, float]:
    flagged = sum(bool(verdict.kinds) for verdict in verdicts)
    share = round(flagged / len(verdicts), 4) if verdicts else 0.0
    return {"share": share, "flagged": flagged, "of": len(verdicts)}


def _taken_for(verdicts: Iterable[Verdict]) -> Counter[str]:
    """What the gate called each line: the right kind where it found that too."""
    return Counter(verdict.kinds[0] if verdict.kinds else "nothing" for verdict in verdicts)


def _show(report: dict[str, Any]) -> None:
    console = Console()
    caught = Table(title=f"Caught ({report['split']})")
    languages = [name for name in next(iter(report["caught"].values()), {}) if name != "all"]
    for heading in ("kind", "all", *languages):
        caught.add_column(heading)
    for kind, row in report["caught"].items():
        caught.add_row(kind, *(_percent(row[name]) for name in ("all", *languages)))
    console.print(caught)
    flagged = Table(title="Faithful, and flagged")
    for heading in ("form or language", "share"):
        flagged.add_column(heading)
    for name, row in report["flagged"].items():
        flagged.add_row(name, _percent(row))
    console.print(flagged)
    confusion = Table(title="Taken for")
    for heading in ("line", "verdict"):
        confusion.add_column(heading)
    for kind, row in report["confusion"].items():
        ordered = sorted(row.items(), key=lambda entry: -entry[1])
        confusion.add_row(kind, ", ".join(f"{name} {count}" for name, count in ordered))
    console.print(confusion)


def _percent(row: dict[str, float]) -> str:
    return f"{row['share']:.0%} ({row['flagged']}/{row['of']})"
