"""ffmpeg, run as a process: the system's where there is one, else the one that comes packaged."""

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from podcaster.errors import MasterError

TIMEOUT = 1800.0
"""Seconds after which a run is taken for stuck."""
LAST_LINES = 6
"""How many of ffmpeg's last lines an error repeats: versions differ in how soon they say why."""
LONGEST_LINE = 200
"""Characters of each line of ffmpeg's last words that an error repeats."""
READ_BYTES = 1 << 18


@dataclass(frozen=True)
class FFmpeg:
    """One ffmpeg binary."""

    path: str

    def run(
        self,
        arguments: Iterable[str],
        purpose: str,
        source: Iterable[bytes] | None = None,
        sink: Callable[[bytes], object] | None = None,
        timeout: float = TIMEOUT,
    ) -> str:
        """Runs ffmpeg to its end and gives what it said on standard error.

        `source` is written to its standard input and `sink` called with each piece of its
        standard output, both as they come. `purpose` completes "couldn't ..." where it fails.
        """
        command = [self.path, "-hide_banner", "-nostats", "-y", *arguments]
        with tempfile.TemporaryFile() as said:
            try:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE if source is not None else subprocess.DEVNULL,
                    stdout=subprocess.PIPE if sink is not None else subprocess.DEVNULL,
                    stderr=said,
                )
            except OSError as error:
                raise MasterError(
                    f"couldn't {purpose}: {self.path} doesn't start ({error})", _INSTALL
                ) from error
            late = threading.Event()
            timer = threading.Timer(timeout, _give_up, (process, late))
            timer.start()
            try:
                _talk(process, source, sink)
                process.wait()
            finally:
                timer.cancel()
                process.kill()
                process.wait()
            said.seek(0)
            words = said.read().decode("utf-8", "replace")
        if late.is_set():
            raise MasterError(
                f"couldn't {purpose}: ffmpeg wasn't done after {timeout:.0f} seconds",
                "Is the machine very busy, or the disk full? Build again.",
            )
        if process.returncode:
            raise MasterError(f"couldn't {purpose}: {_reason(words, process.returncode)}", _INSTALL)
        return words


_INSTALL = (
    "Run `podcaster doctor` to see which ffmpeg is used; `pip install imageio-ffmpeg` brings one."
)


def find() -> FFmpeg:
    """The system's ffmpeg, else the packaged one. Raises MasterError where there is neither."""
    if system := shutil.which("ffmpeg"):
        return FFmpeg(system)
    import imageio_ffmpeg

    try:
        return FFmpeg(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise MasterError(f"no ffmpeg was found: {error}", _INSTALL) from error


def _talk(
    process: subprocess.Popen[bytes],
    source: Iterable[bytes] | None,
    sink: Callable[[bytes], object] | None,
) -> None:
    with ThreadPoolExecutor(max_workers=1) as reader:
        heard = None
        if sink is not None and process.stdout is not None:
            heard = reader.submit(_listen, process.stdout, sink)
        try:
            if source is not None and process.stdin is not None:
                _feed(process.stdin, source)
        except BaseException:
            process.kill()
            raise
        if heard is not None:
            heard.result()


def _feed(pipe: IO[bytes], source: Iterable[bytes]) -> None:
    try:
        for piece in source:
            pipe.write(piece)
    except BrokenPipeError:
        return  # ffmpeg ended early: its exit status says why
    finally:
        with suppress(BrokenPipeError):
            pipe.close()


def _listen(pipe: IO[bytes], sink: Callable[[bytes], object]) -> None:
    with pipe:
        while piece := pipe.read(READ_BYTES):
            sink(piece)


def _give_up(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _reason(words: str, code: int) -> str:
    lines = [line.strip()[:LONGEST_LINE] for line in words.splitlines() if line.strip()]
    return f"ffmpeg ended with {code}, saying: {' / '.join(lines[-LAST_LINES:]) or 'nothing'}"
