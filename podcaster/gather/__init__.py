"""From a show's sources to the day's stories: read, grouped, ranked, their sentences numbered."""

from podcaster.gather.desk import gather
from podcaster.gather.told_once import told_once

__all__ = ["gather", "told_once"]
