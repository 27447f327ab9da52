"""Who tells what of a story: the hosts share it, and complete each other's sentences."""

from podcaster.models import Line
from tests.write.editions import edition, item, show, write

RATES = """
The Bank of Halden raised its key rate by half a point on Monday, the biggest step
since 1994.

The bank expects prices to rise by 6 percent this year. It lends to the country's own banks.

Its governor will speak to parliament in June.
"""
TOLD = edition([item(RATES, "Central bank of Halden raises its key rate", "Halden News")])


def test_the_other_host_says_what_a_sentence_ends_with() -> None:
    lines = [line for line in write(TOLD).lines if line.role == "fact"]
    begun, added = lines[0], lines[1]
    assert "half a point" in begun.text
    assert added.text == "The biggest step since 1994."
    assert begun.host != added.host
    assert begun.evidence == added.evidence


def test_a_host_alone_says_it_in_one_sentence() -> None:
    alone = write(TOLD, show(1.0, hosts=1, format="brief"))
    first = next(line for line in alone.lines if line.role == "fact")
    assert first.text.endswith(", the biggest step since 1994.")


LEAVE = """
Thomas Alden, the mayor of Halden, welcomed the vote on Monday. The council had put off the
bridge for six years, and Maria Bell, its engineer, had warned of cracks in two piers.

“The old bridge is tired,” said Maria Bell, the council's engineer.

Bell had measured the piers in March with a team of nine. Alden wants the work to begin in
October, before the river rises.
"""


def questions(text: str, title: str) -> list[tuple[Line, Line, Line]]:
    """Each question, with the line before it and the one after."""
    lines = write(edition([item(text, title, "Halden News")])).lines
    around = zip(lines, lines[1:], lines[2:], strict=False)
    return [(before, line, after) for before, line, after in around if line.role == "question"]


def test_whoever_asks_by_name_cites_where_the_name_stands() -> None:
    asked = questions(LEAVE, "Halden council votes for a new bridge over the river")
    named = [line for _, line, _ in asked if "Maria Bell" in line.text]
    assert all(line.evidence for line in named)


def test_nobody_asks_oneself() -> None:
    for _, line, after in questions(LEAVE, "Halden council votes for a new bridge over the river"):
        assert line.host != after.host
