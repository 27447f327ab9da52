"""The log of scheduled builds: it rotates, and holds what a terminal would have shown."""

import datetime as dt
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_BYTES = 500_000
LOGS_KEPT = 5


class LogProgress:
    """Progress as log lines."""

    def __init__(self, path: Path, show: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.warnings: list[str] = []
        self._logger = logging.Logger(f"podcaster.schedule.{show}", logging.INFO)
        handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8"
        )
        handler.setFormatter(_Stamp("%(asctime)s %(message)s"))
        self._logger.addHandler(handler)

    def stage(self, name: str, total: float | None = None) -> None:
        self.say(f"{name} ..." if total is None else f"{name} ... ({total:.0f} to do)")

    def advance(self, amount: float = 1.0, note: str = "") -> None:
        """A log is no place for every line rendered."""

    def warn(self, message: str) -> None:
        self.warnings.append(message)
        self.say(f"Note: {message}")

    def say(self, message: str) -> None:
        self._logger.info("%s", message)

    def close(self) -> None:
        for handler in self._logger.handlers:
            handler.close()


class _Stamp(logging.Formatter):
    """Local time with its offset, so that a change of the clocks can be read off."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        return dt.datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
