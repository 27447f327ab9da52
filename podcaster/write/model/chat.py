"""What the model writer needs of a server."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Message = dict[str, str]
"""`role` and `content`, as the chat interface has them."""


class Chat(Protocol):
    """A model that can be asked."""

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        """The answer's text, not empty. Raises ModelFailed, or BadAnswer where there is one."""
        ...

    @property
    def account(self) -> str:
        """What was asked and spent so far, in a few words."""
        ...
