"""The report as a picture: waveform, loudness, chapters, and who spoke how much and how fast."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from podcaster.artwork.lettering import BOLD, MEDIUM, drawable, font, shortened
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.trace import Trace, trace
from podcaster.master.words import Words, read_words
from podcaster.report import ChapterPace, HostShare, Report
from podcaster.store.files import replacing

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH: Final = 1800
MARGIN: Final = 90
INNER: Final = WIDTH - 2 * MARGIN
GROUND, INK, FAINT, RULE = "#fbf9f5", "#1e2430", "#767b85", "#dcd8cf"
VOICES = ("#2a7483", "#d9704a", "#8a6bb0", "#7d8f3a")
"""One colour a host, in the script's order."""
MUSIC = "#c9c4b8"
WAVE_TOP, WAVE_HEIGHT = 250, 240
CURVE_TOP, CURVE_HEIGHT = 580, 170
TABLE_TOP: Final = 850
ROW: Final = 44
QUIETEST_LUFS, LOUDEST_LUFS = -40.0, -8.0
TITLE_LETTERS: Final = 44
FASTEST: Final = 240.0
"""Words a minute at which a bar is full."""


@dataclass(frozen=True)
class Box:
    """Where a curve is drawn, in pixels, and how many seconds its width stands for."""

    top: int
    height: int
    seconds: float

    def across(self, seconds: float) -> float:
        return MARGIN + INNER * min(1.0, max(0.0, seconds / self.seconds))


def draw_report(ffmpeg: FFmpeg, report: Report, audio: Path, target: Path) -> None:
    """Draws a PNG, 1800 pixels wide. Raises MasterError where the audio can't be decoded."""
    from PIL import Image, ImageDraw

    heard = trace(ffmpeg, audio, INNER // 3)
    words = read_words(report.language)
    rows = max(len(report.chapters), len(report.hosts) * 2)
    size = (WIDTH, TABLE_TOP + (rows + 1) * ROW + MARGIN // 2)
    picture = Image.new("RGB", size, GROUND)
    pen = ImageDraw.Draw(picture)
    colours = {
        share.host: VOICES[number % len(VOICES)] for number, share in enumerate(report.hosts)
    }
    _heading(pen, report, words)
    _waveform(pen, report, heard, colours)
    _loudness(pen, report, heard, words)
    _chapters(pen, report.chapters, words)
    _hosts(pen, report.hosts, colours, words)
    with replacing(target) as draft:
        picture.save(draft, "PNG", optimize=True)


def _heading(pen: "ImageDraw", report: Report, words: Words) -> None:
    title = shortened(drawable(report.title, BOLD), 70)
    pen.text((MARGIN, 95), title, INK, font(BOLD, 46), anchor="ls")
    facts = (
        f"{report.show} · {report.date} · {clock(report.seconds)}",
        f"{_signed(report.loudness.integrated_lufs)} LUFS",
        f"{_signed(report.loudness.true_peak_db)} dBTP",
        f"{report.loudness.range_lu:.1f} {words.range}",
        f"{report.words_per_minute:.0f} {words.pace}",
        words.told.format(stories=report.stories, lines=report.lines),
    )
    pen.text((MARGIN, 145), "   ·   ".join(facts), FAINT, font(MEDIUM, 26), anchor="ls")


def _waveform(pen: "ImageDraw", report: Report, heard: Trace, colours: Mapping[str, str]) -> None:
    box = Box(WAVE_TOP, WAVE_HEIGHT, report.seconds)
    middle = box.top + box.height / 2
    columns = len(heard.peaks)
    for column, peak in enumerate(heard.peaks):
        at = (column + 0.5) / columns * report.seconds
        half = max(1.0, float(peak) * box.height / 2)
        left = MARGIN + column * 3
        pen.rectangle(
            (left, middle - half, left + 1, middle + half), _colour_at(report, at, colours)
        )
    for number, chapter in enumerate(report.chapters, start=1):
        across = box.across(chapter.start)
        pen.line((across, box.top - 22, across, CURVE_TOP + CURVE_HEIGHT), RULE, 2)
        pen.text((across + 7, box.top - 24), str(number), INK, font(BOLD, 22), anchor="lt")
    _clock_axis(pen, box)


def _colour_at(report: Report, seconds: float, colours: Mapping[str, str]) -> str:
    speaking = (turn.host for turn in report.turns if turn.start <= seconds <= turn.end)
    return colours.get(next(speaking, ""), MUSIC)


def _clock_axis(pen: "ImageDraw", box: Box) -> None:
    step = next((s for s in (10, 15, 30, 60, 120, 300, 600) if box.seconds / s <= 12), 1200)
    at = 0
    while at <= box.seconds:
        place = (box.across(at), box.top + box.height + 14)
        pen.text(place, clock(at), FAINT, font(MEDIUM, 20), anchor="mt" if at else "lt")
        at += step


def _loudness(pen: "ImageDraw", report: Report, heard: Trace, words: Words) -> None:
    box = Box(CURVE_TOP, CURVE_HEIGHT, report.seconds)

    def height(lufs: float) -> float:
        share = (min(LOUDEST_LUFS, max(QUIETEST_LUFS, lufs)) - QUIETEST_LUFS) / (
            LOUDEST_LUFS - QUIETEST_LUFS
        )
        return box.top + box.height * (1 - share)

    for lufs in (-40, -24, -16, -8):
        pen.line((MARGIN, height(lufs), WIDTH - MARGIN, height(lufs)), RULE, 1)
        pen.text((MARGIN - 12, height(lufs)), _signed(lufs, 0), FAINT, font(MEDIUM, 20), "rm")
    whole = height(report.loudness.integrated_lufs)
    pen.line((MARGIN, whole, WIDTH - MARGIN, whole), VOICES[1], 2)
    curve = [(box.across(at), height(lufs)) for at, lufs in heard.loudness]
    if len(curve) > 1:
        pen.line(curve, INK, 3, joint="curve")
    pen.text((MARGIN, box.top + box.height + 12), words.loudness, FAINT, font(MEDIUM, 20))


def _chapters(pen: "ImageDraw", chapters: Sequence[ChapterPace], words: Words) -> None:
    left, right = MARGIN, MARGIN + INNER * 0.62
    _caption(pen, left, words.chapters)
    pen.text((right, TABLE_TOP), words.pace, FAINT, font(MEDIUM, 20), anchor="rs")
    for number, chapter in enumerate(chapters, start=1):
        line = TABLE_TOP + number * ROW
        title = shortened(drawable(chapter.title, MEDIUM), TITLE_LETTERS)
        pen.text((left, line), str(number), INK, font(BOLD, 24), anchor="ls")
        pen.text((left + 50, line), clock(int(chapter.start)), FAINT, font(MEDIUM, 24), anchor="ls")
        pen.text((left + 140, line), title, INK, font(MEDIUM, 24), anchor="ls")
        _pace_bar(pen, right - 290, right, line, chapter.words_per_minute, INK)


def _hosts(
    pen: "ImageDraw", hosts: Sequence[HostShare], colours: Mapping[str, str], words: Words
) -> None:
    left, right = MARGIN + INNER * 0.7, float(WIDTH - MARGIN)
    _caption(pen, left, words.hosts)
    at = left
    for share in hosts:
        end = at + (right - left) * share.share
        pen.rectangle((at, TABLE_TOP + 18, end, TABLE_TOP + 44), colours[share.host])
        at = end
    for number, share in enumerate(hosts):
        line = TABLE_TOP + 44 + (2 * number + 1) * ROW
        name = drawable(share.host, BOLD)
        pen.text((left, line), name, colours[share.host], font(BOLD, 26), anchor="ls")
        told = f"{share.share:.0%} · {clock(share.seconds)}"
        if share.lufs is not None:
            told += f" · {_signed(share.lufs)} LUFS"
        pen.text((right, line), told, INK, font(MEDIUM, 24), anchor="rs")
        _pace_bar(pen, left, right, line + ROW, share.words_per_minute, colours[share.host])


def _pace_bar(
    pen: "ImageDraw", left: float, right: float, line: int, pace: float, colour: str
) -> None:
    full = right - left - 70
    pen.rectangle((left, line - 13, left + full, line - 7), RULE)
    pen.rectangle((left, line - 13, left + full * min(1.0, pace / FASTEST), line - 7), colour)
    pen.text((right, line), f"{pace:.0f}", FAINT, font(MEDIUM, 22), anchor="rs")


def _caption(pen: "ImageDraw", left: float, words: str) -> None:
    pen.text((left, TABLE_TOP), words, INK, font(BOLD, 26), anchor="ls")


def clock(seconds: float) -> str:
    """Minutes and seconds, such as 4:07; hours where there are any."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _signed(value: float, places: int = 1) -> str:
    """With a real minus sign."""
    return f"{value:.{places}f}".replace("-", "−")
