"""A desk that publishes days of a small show into an empty tree."""

from pathlib import Path

import pytest

from tests.publish.days import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
