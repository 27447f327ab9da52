"""Times of day: `8:30 p.m.`, `20 h 30`, `7am`, `20:30`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.agreement import Agreement
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import cardinal
from podcaster.speak.text.spoken import Reading, align


def read_times(text: str, language: Language) -> Iterator[Reading]:
    """Hours and minutes, with a half of the day or the language's hour mark."""
    halves = language.words("times").get("halves", {})
    half = "|".join(re.escape(key) for key in sorted(halves, key=len, reverse=True)) or r"(?!)"
    clock = r"(?P<hour>[01]?\d|2[0-4])(?P<mark>:)(?P<minute>[0-5]\d)(?::\d\d)?"
    pattern = rf"(?<![\w:.,]){clock}(?:(?P<gap>\s?)(?P<half>{half})(?!\w))?(?![\w:])"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        yield _reading(match, int(match["minute"]), language)
    if halves:
        # "8.30pm" and "830 p.m." have minutes only where a half of the day follows.
        pattern = (
            rf"(?<![\w:.,])(?P<hour>1[0-2]|0?\d)\.?(?P<minute>[0-5]\d)"
            rf"(?P<gap>\s?)(?P<half>{half})(?!\w)"
        )
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield _reading(match, int(match["minute"]), language)
        later = rf"(?:1[0-2]|0?\d)(?::[0-5]\d)?\s?(?:{half})(?!\w)"
        pattern = rf"(?<![\w:.,])(?P<hour>1[0-2]|0?\d)(?=[-–]{later})"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield Reading(*match.span(), (cardinal(int(match["hour"]), language),), "time")
        pattern = rf"(?<![\w:.,])(?P<hour>1[0-2]|0?\d)(?P<gap>\s?)(?P<half>{half})(?!\w)"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield _reading(match, None, language)
    if mark := language.words("times").get("mark"):
        # "20 h 30", "20h30", "20 h"; "h" alone could be a unit, so the hour must be one.
        pattern = (
            rf"(?<![\w:.,])(?P<hour>[01]?\d|2[0-4])(?P<gap>\s?)(?:{mark})"
            r"(?:(?P<after>\s?)(?P<minute>[0-5]\d))?(?![\w/])"
        )
        for match in re.finditer(pattern, text):
            minute = int(match["minute"]) if match["minute"] else None
            yield _marked(match, minute, language)


def _reading(match: re.Match[str], minute: int | None, language: Language) -> Reading:
    hour = int(match["hour"])
    half = match["half"]
    halves = language.words("times").get("halves", {})
    words = say_time(hour, minute, language, half=bool(half))
    if not half:
        return Reading(*match.span(), (words,), "time")
    written = match[0][: match.end("gap") - match.start()]
    said = str(halves[half.lower()])
    return Reading(*match.span(), align([(written, words), (half, said)]), "time")


def _marked(match: re.Match[str], minute: int | None, language: Language) -> Reading:
    words = say_time(int(match["hour"]), minute, language)
    return Reading(*match.span(), (words,), "time")


def say_time(hour: int, minute: int | None, language: Language, *, half: bool = False) -> str:
    """A time of day in words; `half` where a.m. or p.m. follows."""
    times = language.words("times")
    agreement = Agreement.FEMININE if times.get("feminine") else Agreement.NONE
    if agreement is Agreement.NONE:
        said_hour = cardinal(hour, language)
    else:
        said_hour = cardinal(hour, language, agreement)
    noun = times.get("hours", ("", ""))[0 if hour == 1 else 1]
    names = {"hour": said_hour, "hours": noun}
    if not minute:
        whole = minute is None or half
        return str(times["only_hour" if whole else "full"]).format(**names).strip()
    said_minute = cardinal(minute, language)
    if minute < 10 and "small_minute" in times:
        said_minute = str(times["small_minute"]).format(minute=said_minute)
    return str(times["minutes"]).format(**names, minute=said_minute)
