"""The log holds what happened, and never grows without end."""

from pathlib import Path

from podcaster.schedule.log import LOG_BYTES, LOGS_KEPT, LogProgress


def test_it_says_stages_and_warnings_with_the_time_and_its_offset(tmp_path: Path) -> None:
    log = LogProgress(tmp_path / "logs" / "daily.log", "daily")
    log.stage("gather")
    log.stage("speak", total=12.4)
    log.warn("A source is slow.")
    log.close()
    lines = (tmp_path / "logs" / "daily.log").read_text().splitlines()
    said = [line.split(" ", 1)[1] for line in lines]
    assert said == ["gather ...", "speak ... (12 to do)", "Note: A source is slow."]
    assert all(line[10] == "T" and line[19] in "+-" for line in lines)


def test_it_rotates(tmp_path: Path) -> None:
    log = LogProgress(tmp_path / "daily.log", "daily")
    for _ in range(LOGS_KEPT + 3):
        for _ in range(10):
            log.say("x" * (LOG_BYTES // 10))
    log.close()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["daily.log", *(f"daily.log.{number}" for number in range(1, LOGS_KEPT + 1))]
    assert all(path.stat().st_size <= LOG_BYTES for path in tmp_path.iterdir())
