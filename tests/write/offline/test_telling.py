"""Who tells what of a story."""

from podcaster.models import Line
from tests.write.editions import edition, item, show, write

RATES = """
The Bank of Halden raised its key rate by half a point on Monday, the biggest step
since 1994.

The bank expects prices to rise by 6 percent this year. It lends to the country's own banks.

Its governor will speak to parliament in June.
"""
TOLD = edition([item(RATES, "Central bank of Halden raises its key rate", "Halden News")])


def test_no_host_says_half_a_sentence() -> None:
    facts = [line.text for line in write(TOLD).lines if line.role == "fact"]
    assert not any(text.startswith("The biggest step") for text in facts)
    assert any("half a point" in text and "the biggest step since 1994" in text for text in facts)


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


def test_nobody_asks_oneself() -> None:
    for _, line, after in questions(LEAVE, "Halden council votes for a new bridge over the river"):
        assert line.host != after.host


def test_a_source_that_the_news_is_about_is_named_once() -> None:
    text = "La NASA a publié jeudi les premières images du télescope spatial, lancé en décembre."
    told = edition(
        [item(text, "Le télescope livre ses premières images", "NASA", "fr")], language="fr"
    )
    lines = write(told, show(language="fr")).lines
    begun = next(number for number, line in enumerate(lines) if line.role == "fact")
    opening = " ".join(line.text for line in lines[begun - 1 : begun + 1])
    assert opening.count("NASA") == 1
