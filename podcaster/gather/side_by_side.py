"""Doing many slow things at once, and giving up on the slowest."""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(
    function: Callable[[T], R], items: Sequence[T], at_once: int, seconds: float
) -> Iterator[tuple[int, R]]:
    """Yields (index, result) as results come in; ends after `seconds` with what there is by then.

    The threads are daemons, so that one hanging in the system's name look-up doesn't hold up the
    end of the program, as those of concurrent.futures would. What `function` raises is raised here.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[int, R] | Exception] = queue.SimpleQueue()
    for index in range(len(items)):
        waiting.put(index)

    def work() -> None:
        while True:
            try:
                index = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                done.put((index, function(items[index])))
            except Exception as error:  # noqa: BLE001 - raised in the caller's thread
                done.put(error)
                return

    for number in range(min(at_once, len(items))):
        threading.Thread(target=work, name=f"gather {number}", daemon=True).start()
    deadline = time.monotonic() + seconds
    for _ in items:
        try:
            result = done.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return
        if isinstance(result, Exception):
            raise result
        yield result
