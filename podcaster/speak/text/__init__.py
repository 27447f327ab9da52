"""The speech front end: what is printed, as it is said."""

from podcaster.speak.text.lexicon import Lexicon
from podcaster.speak.text.spoken import Spoken
from podcaster.speak.text.verbalise import verbalise

__all__ = ["Lexicon", "Spoken", "verbalise"]
