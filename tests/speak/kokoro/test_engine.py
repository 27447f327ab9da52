"""The real model: plans are exact, pauses are silent, long lines are whole, direction is heard."""

from pathlib import Path

import numpy as np
import pytest

from podcaster.contracts import Clip, EngineSetup
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Emphasis
from podcaster.speak.guard import inspect
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.kokoro.score import FRAME, SAMPLE_RATE
from podcaster.speak.kokoro.weights import find_halves

FRAME_SECONDS = FRAME / SAMPLE_RATE


def level(clip: Clip, first: float, last: float) -> float:
    """Decibels below full scale between two seconds."""
    samples = clip.samples[round(first * SAMPLE_RATE) : round(last * SAMPLE_RATE)]
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-12))


def test_the_model_is_split_once(kokoro: KokoroEngine) -> None:
    kokoro.plan("Once.", "af_heart", "en", Delivery())
    cache = kokoro.book.own.parent.parent
    before = find_halves(cache).prosody.stat()
    after = find_halves(cache).prosody.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize(
    ("text", "voice", "language"),
    [
        ("Yes.", "af_heart", "en"),
        ("The vote, held on 3 May, passed by 52 to 48.", "bf_emma", "en"),
        ("Les députés ont voté la loi.", "fm_hugo", "fr"),
        ("Los niños llegan hoy.", "ef_dora", "es"),
    ],
)
def test_planned_and_real_seconds_are_equal_and_the_sound_is_sound(
    kokoro: KokoroEngine, text: str, voice: str, language: str
) -> None:
    plan = kokoro.plan(text, voice, language, Delivery())
    clip = kokoro.render(plan)
    assert len(clip.samples) == round(plan.seconds * SAMPLE_RATE)
    assert [word.word for word in plan.words] == text.split()
    assert inspect(clip, plan) is None
    assert level(clip, 0, clip.seconds) > -40


def test_word_times_lie_on_frames(kokoro: KokoroEngine) -> None:
    plan = kokoro.plan("We dodged a bullet.", "af_heart", "en", Delivery())
    for word in plan.words:
        for edge in (word.start, word.end):
            assert edge / FRAME_SECONDS == pytest.approx(round(edge / FRAME_SECONDS), abs=1e-2)
        assert word.end > word.start


def test_a_marked_pause_is_silent_and_unspoken(kokoro: KokoroEngine) -> None:
    plain = kokoro.plan("We dodged, a bullet.", "af_heart", "en", Delivery())
    plan = kokoro.plan("We dodged, [pause 0.8] a bullet.", "af_heart", "en", Delivery())
    assert [word.word for word in plan.words] == ["We", "dodged,", "a", "bullet."]
    assert plan.seconds == pytest.approx(plain.seconds + 0.8, abs=1e-6)
    before, after = plan.words[1].end, plan.words[2].start
    assert after - before >= 0.8
    middle = (before + after) / 2
    assert level(kokoro.render(plan), middle - 0.2, middle + 0.2) < -80


def test_pauses_before_and_after_the_words_count(kokoro: KokoroEngine) -> None:
    plain = kokoro.plan("A bullet.", "af_heart", "en", Delivery())
    plan = kokoro.plan("[pause 0.5] A bullet. [pause 0.25]", "af_heart", "en", Delivery())
    assert plan.seconds == pytest.approx(plain.seconds + 0.75, abs=1e-6)
    assert plan.words[0].start == pytest.approx(plain.words[0].start + 0.5, abs=1e-3)
    assert len(kokoro.render(plan).samples) == round(plan.seconds * SAMPLE_RATE)


def test_a_line_longer_than_the_network_s_context_is_whole(kokoro: KokoroEngine) -> None:
    text = "The forecasters say that the storm is moving away from the coast, and then " * 20
    plan = kokoro.plan(text + "it ends.", "af_heart", "en", Delivery())
    assert [word.word for word in plan.words] == (text + "it ends.").split()
    assert len(plan.score.parts) > 2
    starts = [word.start for word in plan.words]
    assert starts == sorted(starts)


def test_energy_is_met(kokoro: KokoroEngine) -> None:
    levels = {}
    for energy in (-6.0, 0.0, 6.0):
        plan = kokoro.plan("Moving away.", "am_michael", "en", Delivery(energy=energy))
        clip = kokoro.render(plan)
        levels[energy] = level(clip, plan.words[0].start, plan.words[-1].end)
    assert levels[6.0] - levels[0.0] == pytest.approx(6.0, abs=0.5)
    assert levels[-6.0] - levels[0.0] == pytest.approx(-6.0, abs=0.5)


def test_an_emphasised_word_is_louder(kokoro: KokoroEngine) -> None:
    text = "Not everyone did."
    stressed = Delivery(emphasis=(Emphasis(first=1, last=1, strength=1.0),))
    plain, heard = (
        kokoro.plan(text, "af_heart", "en", delivery) for delivery in (Delivery(), stressed)
    )

    def stands_out(clip: Clip) -> float:
        words = clip.words
        return level(clip, words[1].start, words[1].end) - level(clip, words[2].start, words[2].end)

    assert stands_out(kokoro.render(heard)) > stands_out(kokoro.render(plain)) + 2.0


def test_emphasis_counts_written_words(kokoro: KokoroEngine) -> None:
    text = "It cost $4.7bn [pause 0.2] today."
    stressed = Delivery(emphasis=(Emphasis(first=3, last=3, strength=1.0),))
    plain, longer = (
        kokoro.plan(text, "af_heart", "en", delivery).words for delivery in (Delivery(), stressed)
    )
    assert [word.word for word in longer] == ["It", "cost", "$4.7bn", "today."]
    assert longer[3].end - longer[3].start > plain[3].end - plain[3].start
    assert longer[2].end - longer[2].start == pytest.approx(
        plain[2].end - plain[2].start, abs=FRAME_SECONDS + 1e-6
    )


def test_a_bare_language_is_read_as_the_voice_reads_it(kokoro: KokoroEngine) -> None:
    assert kokoro.plan("Water.", "bf_emma", "en", Delivery()).language == "en-gb"
    assert kokoro.plan("Water.", "af_heart", "en", Delivery()).language == "en-us"
    assert kokoro.plan("Água.", "pf_dora", "pt", Delivery()).language == "pt-br"


def test_a_language_it_cannot_read_is_refused(kokoro: KokoroEngine) -> None:
    with pytest.raises(SpeakError, match="'ja'"):
        kokoro.plan("こんにちは", "af_heart", "ja", Delivery())


@pytest.mark.parametrize("text", ["...", "[pause 1]", "—", "🎉"])
def test_a_line_without_words_is_refused(kokoro: KokoroEngine, text: str) -> None:
    with pytest.raises(SpeakError, match="Nothing"):
        kokoro.plan(text, "af_heart", "en", Delivery())


def test_explaining_shows_where_each_word_came_from(kokoro: KokoroEngine) -> None:
    rows = kokoro.explain("NATO paid $4.7bn.", "af_heart", "en")
    assert [row.written for row in rows] == ["NATO", "paid", "$4.7bn."]
    assert "billion" in rows[2].said
    assert all(row.symbols and row.origin for row in rows)


def test_missing_packages_say_what_to_install(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("podcaster.speak.kokoro.weights.PACKAGES", ("no-such-model-package",))
    engine = KokoroEngine(EngineSetup(tmp_path_factory.mktemp("bare")))
    with pytest.raises(SpeakError) as caught:
        engine.plan("Yes.", "af_heart", "en", Delivery())
    assert caught.value.hint == "pip install no-such-model-package"


def test_the_user_s_own_pronunciations_are_used(
    kokoro: KokoroEngine, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "mine.toml").write_text('[names]\nZorblax = "/zˈɔːɹblæks/"\n')
    own = KokoroEngine(EngineSetup(folder, {"lexicon": folder / "mine.toml"}))
    assert own.explain("Zorblax won.", "af_heart", "en")[0].symbols == "zˈɔɹblæks"


@pytest.mark.parametrize("options", [{"thread": 2}, {"threads": 0}, {"threads": "many"}])
def test_a_wrong_setting_is_named(
    tmp_path_factory: pytest.TempPathFactory, options: dict[str, object]
) -> None:
    with pytest.raises(UsageError, match=r"engine\.kokoro\.thread"):
        KokoroEngine(EngineSetup(tmp_path_factory.mktemp("bare"), options))


def test_pronunciations_lie_beside_podcaster_toml_and_the_show_s_own_come_on_top(
    kokoro: KokoroEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "en.toml").write_text('Zorblax = "zor"\nQuux = "kwooks"\n')
    (tmp_path / "show.toml").write_text('Zorblax = "/zˈɔːɹ/"\n')
    monkeypatch.chdir(tmp_path / "names")
    own = KokoroEngine(EngineSetup(tmp_path, {"lexicon": "names"}, tmp_path))
    told = own.pronouncing(tmp_path / "show.toml")
    rows = told.explain("Zorblax met Quux.", "af_heart", "en")
    assert rows[0].symbols == "zˈɔɹ"
    assert rows[2].said == "kwooks."
    assert own.explain("Zorblax", "af_heart", "en")[0].said == "zor"
    assert kokoro.pronouncing(tmp_path / "show.toml")._network is kokoro._network
