"""The second reader: a small network that reads a line beside its sentences, after the rules."""

from podcaster.write.evidence.reader.doubt import Doubt, doubt
from podcaster.write.evidence.reader.network import Network, network
from podcaster.write.evidence.reader.weighing import weighed

__all__ = ["Doubt", "Network", "doubt", "network", "weighed"]
