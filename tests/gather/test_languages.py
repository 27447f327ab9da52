"""News in several languages: kept in its own where somebody translates, the show's own first."""

from pathlib import Path

from podcaster.gather import gather
from podcaster.models import Edition, Source
from podcaster.store.library import Library
from tests.gather.conftest import Recorder, make_request, make_show

SPANISH = (
    "El viejo puente sobre el río Tarn fue cerrado el lunes, después de que los ingenieros"
    " encontraran grietas en dos de sus cinco arcos.\n\n"
    "El ayuntamiento dijo que las obras durarán al menos nueve meses y costarán unos 4 millones"
    " de euros. Unos 12.000 vehículos cruzan el puente cada día.\n\n"
    "El puente fue construido en 1823."
)


def gathered(folder: Path, progress: Recorder, **changes: object) -> Edition:
    news = folder / "news"
    news.mkdir()
    (news / "puente.md").write_text(f"# El puente del Tarn, cerrado\n\n{SPANISH}\n", "utf-8")
    show = make_show(**changes).model_copy(update={"sources": (Source(path=news),)})
    return gather(make_request(show), Library(folder / "l.sqlite"), folder / "http", progress)


def test_with_a_translator_a_foreign_article_is_kept_in_its_own_language(
    tmp_path: Path, progress: Recorder
) -> None:
    edition = gathered(tmp_path, progress, translator="model")
    (story,) = edition.stories
    assert story.lead.language == "es"
    assert story.sentences[1].text.endswith("unos 4 millones de euros.")
    assert edition.language == "en"


def test_the_shows_own_language_keeps_its_region(tmp_path: Path, progress: Recorder) -> None:
    edition = gathered(tmp_path, progress, translator="model", language="es-mx")
    assert edition.stories[0].lead.language == "es-mx"
