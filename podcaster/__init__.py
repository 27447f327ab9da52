"""podcaster: from the day's news to a podcast episode that people can subscribe to."""

__version__ = "0.1.0"
