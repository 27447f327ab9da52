"""What all sound has in common between the takes and the finished file."""

from typing import Final

SESSION_RATE: Final = 48_000
"""Samples per second; a millisecond is a whole number of them, so pydub's places are exact."""
SAMPLES_PER_MS: Final = SESSION_RATE // 1000
SPEECH_LUFS: Final = -23.0
"""Where each host's speech lies before the whole is brought to its loudness: room above it."""
