"""Which stretch of a clause's phonemes belongs to which of its words.

espeak-ng runs some words together ("of the" is one group, `ʌvðə`) and parts others ("BoltBus" is
two), so groups and words can't be matched by counting. Each word is read alone as well, and the
clause is laid against those readings by least edits (Needleman and Wunsch 1970), in which a space
stands only for a space.
"""

from collections.abc import Sequence
from itertools import pairwise

GAP = 1.0
SWAP = 1.2
SPACE_GAP = 0.6
NEVER = 100.0
_STRESS = "ˈˌ"
_CLINGS = "ː\u0303\u0329^"


def share_out(groups: Sequence[str], alone: Sequence[str]) -> list[str]:
    """One part of the clause's phonemes a word; joined they are the groups joined.

    `alone` holds how each word sounds by itself, without spaces. A word gets an empty part only
    where the clause has nothing left for it.
    """
    heard, reference = " ".join(groups), " ".join(alone)
    spaces = [at for at, symbol in enumerate(reference) if symbol == " "]
    cuts = [_cut(heard, position) for position in _matched(heard, reference, spaces)]
    edges = [0, *cuts, len(heard)]
    edges = [max(edges[: index + 1]) for index in range(len(edges))]
    return [heard[a:b].replace(" ", "") for a, b in pairwise(edges)]


def _matched(heard: str, reference: str, places: Sequence[int]) -> list[int]:
    """For each place in the reference, the position in `heard` that it falls on."""
    cost = _costs(heard, reference)
    found: dict[int, int] = {}
    row, column = len(reference), len(heard)
    while row > 0:
        symbol = reference[row - 1]
        if column and cost[row][column] == cost[row - 1][column - 1] + _swap(
            symbol, heard[column - 1]
        ):
            row, column = row - 1, column - 1
            found[row] = column
        elif cost[row][column] == cost[row - 1][column] + _gap(symbol):
            row -= 1
            found[row] = column
        else:
            column -= 1
    return [found[place] for place in places]


def _costs(heard: str, reference: str) -> list[list[float]]:
    first = [0.0]
    for symbol in heard:
        first.append(first[-1] + _gap(symbol))
    cost = [first]
    for symbol in reference:
        above, line = cost[-1], [cost[-1][0] + _gap(symbol)]
        for column, other in enumerate(heard, start=1):
            line.append(
                min(
                    above[column - 1] + _swap(symbol, other),
                    above[column] + _gap(symbol),
                    line[column - 1] + _gap(other),
                )
            )
        cost.append(line)
    return cost


def _gap(symbol: str) -> float:
    return SPACE_GAP if symbol == " " else GAP


def _swap(symbol: str, other: str) -> float:
    if symbol == other:
        return 0.0
    return NEVER if " " in (symbol, other) else SWAP


def _cut(heard: str, position: int) -> int:
    """A mark of stress or length isn't parted from the sound it belongs to."""
    while 0 < position < len(heard) and (heard[position] in _CLINGS or heard[position - 1] == "^"):
        position += 1
    while position > 0 and heard[position - 1] in _STRESS:
        position -= 1
    return position
