"""Seconds as a person or a caption file writes them."""


def clock(seconds: float, fraction_mark: str = "") -> str:
    """`00:01:05`, or with milliseconds after the mark: `00:01:05.250`."""
    milliseconds = round(seconds * 1000)
    if not fraction_mark:
        milliseconds -= milliseconds % 1000
    rest, milliseconds = divmod(milliseconds, 1000)
    minutes, second = divmod(rest, 60)
    hours, minute = divmod(minutes, 60)
    whole = f"{hours:02}:{minute:02}:{second:02}"
    return f"{whole}{fraction_mark}{milliseconds:03}" if fraction_mark else whole


def iso_duration(seconds: float) -> str:
    """An HTML `datetime` of a length: `PT312S`."""
    return f"PT{round(seconds)}S"


def short_clock(seconds: float) -> str:
    """`1:05`, or `1:01:05` from an hour on."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
