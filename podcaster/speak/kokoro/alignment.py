"""Which stretch of a clause's phonemes belongs to which of its words.

espeak-ng runs some words together ("of the" is one group, `ʌvðə`), so groups and words can't be
matched by counting. Each word is read alone as well, and the clause is laid against those readings
by least edits (Needleman and Wunsch 1970).
"""

import itertools
from collections.abc import Sequence

GAP = 1.0
SWAP = 1.2
_STRESS = "ˈˌ"


def share_out(heard: str, alone: Sequence[str]) -> list[str]:
    """Cuts `heard` into one part a word. The parts joined are `heard` again.

    `alone` holds how each word sounds by itself; a word gets an empty part only where the clause
    has nothing left for it.
    """
    reference = "".join(alone)
    limits = _limits([len(word) for word in alone])
    cuts = [_cut(heard, position) for position in _matched(heard, reference, limits)]
    edges = [0, *cuts, len(heard)]
    edges = [max(edges[: index + 1]) for index in range(len(edges))]
    return [heard[a:b] for a, b in itertools.pairwise(edges)]


def _limits(lengths: Sequence[int]) -> list[int]:
    """Where each word but the last ends in the reference."""
    ends, at = [], 0
    for length in lengths[:-1]:
        at += length
        ends.append(at)
    return ends


def _matched(heard: str, reference: str, limits: Sequence[int]) -> list[int]:
    """For each limit in the reference, the position in `heard` that it falls on."""
    rows, columns = len(reference) + 1, len(heard) + 1
    cost = [[column * GAP for column in range(columns)]]
    for row in range(1, rows):
        line = [row * GAP]
        for column in range(1, columns):
            same = reference[row - 1] == heard[column - 1]
            line.append(
                min(
                    cost[row - 1][column - 1] + (0.0 if same else SWAP),
                    cost[row - 1][column] + GAP,
                    line[column - 1] + GAP,
                )
            )
        cost.append(line)
    wanted = set(limits)
    found: dict[int, int] = {}
    row, column = rows - 1, columns - 1
    while row > 0:
        if row in wanted:
            found.setdefault(row, column)
        here = cost[row][column]
        same = column > 0 and reference[row - 1] == heard[column - 1]
        if column and here == cost[row - 1][column - 1] + (0.0 if same else SWAP):
            row, column = row - 1, column - 1
        elif here == cost[row - 1][column] + GAP:
            row -= 1
        else:
            column -= 1
    return [found.get(limit, 0) for limit in limits]


def _cut(heard: str, position: int) -> int:
    """A mark of stress or length isn't parted from the sound it belongs to."""
    while 0 < position < len(heard) and (
        heard[position] in "ː\u0303\u0329^" or heard[position - 1] == "^"
    ):
        position += 1
    while position > 0 and heard[position - 1] in _STRESS:
        position -= 1
    return position
