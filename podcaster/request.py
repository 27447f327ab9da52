"""What one build was asked for."""

import datetime as dt

from pydantic import AwareDatetime

from podcaster.models import Source, Value
from podcaster.show import Show


class BuildRequest(Value):
    """One show, one day. `show` already carries what the command line changed of it."""

    show: Show
    date: dt.date
    now: AwareDatetime
    """The clock, read once."""
    sources: tuple[Source, ...] = ()
    """Named on the command line; they stand in for the show's own."""
    offline: bool = False
    """Nothing is fetched; the built-in show reads the sample edition."""
    force: bool = False
    """Everything is made again, whatever an earlier run saved."""
