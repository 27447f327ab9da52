"""From a show's sources to the day's stories: read, grouped, ranked, their sentences numbered."""

from podcaster.gather.desk import gather

__all__ = ["gather"]
