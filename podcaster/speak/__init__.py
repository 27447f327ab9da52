"""From a script to audio: one take per line, planned to the frame before it's rendered."""

from podcaster.speak.casting import credited, trial
from podcaster.speak.hear_back import Listener, hear_back
from podcaster.speak.measure import measurer
from podcaster.speak.record import speak

__all__ = ["Listener", "credited", "hear_back", "measurer", "speak", "trial"]
