"""Why a model gave nothing that can be used."""


class ModelFailed(Exception):
    """What happened, as a note says it; `final` where asking for another story can't help."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


class BadAnswer(ModelFailed):
    """The server answered, and the answer is no use; asking again with the reason may help."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(reason)
        self.text = text
        """What it said, to be shown to it again."""
