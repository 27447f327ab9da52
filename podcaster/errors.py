"""What can go wrong, said so that a person knows what to do next."""


class PodcasterError(Exception):
    """A failure that has been understood.

    `message` names what failed and on what input; `hint` says what to do next;
    `exit_code` is what the process ends with (1 reported failure, 2 wrong usage,
    3 nothing to publish).
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PodcasterError):
    """The command or the configuration asks for something that doesn't exist."""

    exit_code = 2


class NothingToTell(PodcasterError):
    """No source gave anything that can be told."""

    exit_code = 3


class GatherError(PodcasterError):
    """A source couldn't be read."""


class WriteError(PodcasterError):
    """A script couldn't be written, or an edited one couldn't be read."""


class SpeakError(PodcasterError):
    """A voice, a model or an engine couldn't be had, or a line couldn't be rendered."""


class MasterError(PodcasterError):
    """The audio couldn't be put together, encoded or brought to its loudness."""


class PublishError(PodcasterError):
    """The episode or its feed couldn't be published."""


class Busy(PodcasterError):
    """Another build of the same show holds the lock."""
