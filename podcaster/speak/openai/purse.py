"""What a run may spend, kept before it's spent."""

import threading

from podcaster.errors import SpeakError


class Purse:
    """Prices text by its characters and refuses what would go over the limit."""

    def __init__(self, price_per_million: float, limit: float | None) -> None:
        self._price = price_per_million / 1e6
        self._limit = limit
        self._lock = threading.Lock()
        self.spent = 0.0

    def pay(self, characters: int) -> None:
        """Takes the price of so many characters; over the limit it raises SpeakError instead."""
        price = characters * self._price
        with self._lock:
            if self._limit is not None and self.spent + price > self._limit:
                raise SpeakError(
                    f"The next {characters} characters would bring the run's cost to "
                    f"{self.spent + price:.4f}, over the limit of {self._limit:g}.",
                    "Raise spending_limit in [engine.openai], or make the episode shorter.",
                )
            self.spent += price
