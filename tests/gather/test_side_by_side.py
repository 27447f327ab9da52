"""Slow things at once, and nothing hangs on the slowest."""

import threading
import time

import pytest

from podcaster.gather.side_by_side import side_by_side


def test_every_item_gives_its_result() -> None:
    found = dict(side_by_side(lambda number: number * 2, [1, 2, 3, 4, 5], at_once=2, seconds=5))
    assert found == {0: 2, 1: 4, 2: 6, 3: 8, 4: 10}
    assert dict(side_by_side(str, [], at_once=3, seconds=1)) == {}


def test_they_run_at_the_same_time() -> None:
    meeting = threading.Barrier(3, timeout=5)
    assert len(list(side_by_side(lambda _: meeting.wait(), [1, 2, 3], at_once=3, seconds=5))) == 3


def test_the_slowest_is_given_up() -> None:
    found = dict(side_by_side(lambda wait: time.sleep(wait), [0.0, 30.0], at_once=2, seconds=0.3))
    assert list(found) == [0]


def test_a_mistake_in_a_thread_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        list(side_by_side(lambda number: 1 // number, [1, 0], at_once=1, seconds=5))
