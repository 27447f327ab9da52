"""What a line asks of its engine."""

from collections.abc import Mapping

from podcaster.contracts import Control
from podcaster.models import Delivery
from podcaster.speak.passages import Reading


def asked_of(delivery: Delivery) -> tuple[Control, ...]:
    """The controls that a resolved delivery moves away from the voice's own reading."""
    moved: dict[Control, bool] = {
        "rate": delivery.rate not in (None, 1.0),
        "pitch": delivery.pitch not in (None, 0.0),
        "range": delivery.range not in (None, 1.0),
        "energy": delivery.energy not in (None, 0.0),
        "emphasis": bool(delivery.emphasis),
        "ending": delivery.ending is not None,
        "pauses": delivery.pauses not in (None, 1.0),
    }
    return tuple(control for control, is_moved in moved.items() if is_moved)


def not_honoured(
    delivery: Delivery, controls: frozenset[Control], out_of_reach: frozenset[Control] = frozenset()
) -> tuple[Control, ...]:
    """What is asked for and not among `controls`, or is `out_of_reach` in this line."""
    possible = controls - out_of_reach
    return tuple(control for control in asked_of(delivery) if control not in possible)


def out_of_reach(reading: Reading) -> frozenset[Control]:
    """Pauses at marks inside a passage are as long as the engine makes them."""
    return frozenset({"pauses"}) if reading.pauses_inside else frozenset()


def stress_of(delivery: Delivery) -> Mapping[int, float]:
    """The strength of each emphasised word, words counted from 0 in the line's text."""
    return {
        word: span.strength
        for span in delivery.emphasis
        for word in range(span.first, span.last + 1)
    }
