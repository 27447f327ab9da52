"""The house rules that a reader relies on: one-way imports, light start-up, short files."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "podcaster"
STAGES = ("gather", "write", "speak", "master", "publish")
LAYERS: tuple[tuple[str, ...], ...] = (
    ("models", "errors", "resources", "openai_failures", "toml_file"),
    ("show", "request", "timeline"),
    ("settings", "contracts", "ledger"),
    ("registry", "store", "artwork", "report", "listen"),
    STAGES,
    ("pipeline", "schedule"),
    ("cli", "bench", "web"),
)
LAYER = {name: number for number, layer in enumerate(LAYERS) for name in layer}
HEAVY = (
    *("onnxruntime", "onnx", "torch", "imageio_ffmpeg", "pydub", "trafilatura", "scipy", "PIL"),
    *("spacy", "thinc"),
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> Iterator[str]:
    """The parts of podcaster that a module imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "podcaster" and len(parts) > 1 and parts[1] in LAYER:
                yield parts[1]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    if part in ("__init__", "__main__"):
        return
    for imported in imported_parts(path):
        if imported == part:
            continue
        assert LAYER[imported] <= LAYER[part], f"{part} imports {imported}, which comes after it"
        assert not (part in STAGES and imported in STAGES), f"{part} imports the stage {imported}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_file_is_over_500_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


def test_every_part_has_its_layer() -> None:
    parts = {part_of(path) for path in modules()} - {"__init__", "__main__"}
    assert parts <= set(LAYER)


def test_the_command_line_starts_without_anything_heavy() -> None:
    code = (
        "import sys, podcaster.cli.main, podcaster.cli.build;"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
