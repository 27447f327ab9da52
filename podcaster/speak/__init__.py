"""From a script to audio: one take per line, planned to the frame before it's rendered."""

from podcaster.speak.casting import credited, trial
from podcaster.speak.measure import measurer
from podcaster.speak.record import speak

__all__ = ["credited", "measurer", "speak", "trial"]
