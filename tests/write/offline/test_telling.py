"""Who tells what of a story: the hosts share it, and complete each other's sentences."""

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
