"""The second reader: a small network that reads a line beside its sentences, after the rules."""

from podcaster.write.evidence.reader.doubt import TAUGHT_IN, Doubt, doubt
from podcaster.write.evidence.reader.network import Network, network
from podcaster.write.evidence.reader.weighing import Weights, weighed, weights_for

__all__ = ["TAUGHT_IN", "Doubt", "Network", "Weights", "doubt", "network", "weighed", "weights_for"]
