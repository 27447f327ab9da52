"""What a build may spend on a model, set aside before it's spent."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.write.model.failures import ModelFailed
from podcaster.write.model.settings import Settings

BYTES_A_TOKEN = 2
"""Fewer than any tokenizer in use needs for running text, so that an estimate is never short."""
TOKENS_AROUND = 200
"""What a server's chat template and the schema add to a request."""


@dataclass(frozen=True)
class Tokens:
    sent: int
    received: int


class Purse:
    """One build's."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.tokens = 0
        self.spent = 0.0
        """In the currency of the settings' prices."""

    def most(self, texts: Sequence[str]) -> Tokens:
        """The most that a request of these texts, and its answer, can take."""
        size = sum(len(text.encode()) for text in texts)
        return Tokens(size // BYTES_A_TOKEN + TOKENS_AROUND, self._settings.max_tokens)

    def require(self, tokens: Tokens) -> None:
        """Raises ModelFailed, finally, where these would bring the build over a limit."""
        money, most = self._settings.spending_limit, self._settings.token_limit
        price = self._price(tokens)
        if money is not None and self.spent + price > money:
            raise ModelFailed(
                f"the next request could cost {price:.4f} and {self.spent:.4f} of the limit of"
                f" {money:g} is spent",
                final=True,
            )
        if most is not None and self.tokens + tokens.sent + tokens.received > most:
            raise ModelFailed(
                f"the next request could take {tokens.sent + tokens.received} tokens and"
                f" {self.tokens} of the limit of {most} are used",
                final=True,
            )

    def pay(self, tokens: Tokens) -> None:
        self.tokens += tokens.sent + tokens.received
        self.spent += self._price(tokens)

    def _price(self, tokens: Tokens) -> float:
        settings = self._settings
        return (
            tokens.sent * settings.price_per_million_in
            + tokens.received * settings.price_per_million_out
        ) / 1e6
