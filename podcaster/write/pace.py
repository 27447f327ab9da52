"""The hosts' pace: what pauses can't settle of a length, all hosts together make up for."""

from math import copysign

from podcaster.contracts import Measure
from podcaster.models import Host, Script
from podcaster.show import Show
from podcaster.write.offline.fitting import SURE_PAUSES, target_seconds

MOST_PACE = 0.03
"""How much faster or slower the hosts may speak before it's heard, as a share."""


def paced(script: Script, show: Show, measure: Measure) -> Script:
    """The script with its hosts' rate set so that its length comes within what pauses settle.

    As it is where pauses are enough, where no length is asked for, and where speaking up to 3 %
    faster or slower doesn't get there: a short script isn't padded.
    """
    target = target_seconds(show.minutes, show.format)
    if target is None:
        return script
    rest = target - measure(script.lines)
    beyond = rest - copysign(SURE_PAUSES * target, rest)
    if abs(rest) <= SURE_PAUSES * target or abs(beyond) > MOST_PACE * target:
        return script
    rate = (target - beyond) / target
    hosts = tuple(_at_rate(host, rate) for host in script.hosts)
    return script.model_copy(update={"hosts": hosts})


def _at_rate(host: Host, rate: float) -> Host:
    own = host.delivery.rate or 1.0
    delivery = host.delivery.model_copy(update={"rate": round(own * rate, 3)})
    return host.model_copy(update={"delivery": delivery})
