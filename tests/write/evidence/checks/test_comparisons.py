"""What is called more than another thing isn't less by the source's figures."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "The ferry crossed the strait in 52 minutes on Sunday. Last year the same crossing had taken "
    "it 64 minutes. The town of Alba paid 4.2 million dollars for its new bridge, though "
    "engineers had estimated 3.1 million. A ticket costs 18 dollars in Alba and 25 dollars in "
    "Bexor. Shares in Alba, which had jumped 13 percent on Friday, fell 8 percent on Monday."
)
FR = (
    "Le tribunal a condamné lundi Paul Marin à quatre ans de prison. Le parquet avait requis six "
    "ans. La ville de Brune a payé 4,2 millions d'euros pour son nouveau pont, que les ingénieurs "
    "estimaient à 3,1 millions. Le titre Alba a gagné 5 % et celui de Bexor 7 %."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The ferry crossed the strait on Sunday more slowly than last year.", EN, "en"),
        (
            "The price that Alba paid for its bridge is below what engineers had estimated.",
            EN,
            "en",
        ),
        ("A ticket costs more in Alba than in Bexor.", EN, "en"),
        ("Alba's shares gave up more on Monday than they had gained on Friday.", EN, "en"),
        ("Le tribunal a condamné Paul Marin à plus que ce que le parquet avait requis.", FR, "fr"),
        ("Brune a payé pour son pont moins que l'estimation des ingénieurs.", FR, "fr"),
        ("Les titres ont gagné, Alba davantage que Bexor.", FR, "fr"),
    ],
)
def test_a_comparison_that_the_figures_refute_is_a_fault(
    text: str, source: str, language: str
) -> None:
    assert "refuted" in {found.sign for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The ferry crossed the strait on Sunday faster than last year.", EN, "en"),
        (
            "The price that Alba paid for its bridge is above what engineers had estimated.",
            EN,
            "en",
        ),
        ("A ticket costs less in Alba than in Bexor.", EN, "en"),
        ("Alba's shares gave up less on Monday than they had gained on Friday.", EN, "en"),
        ("Le tribunal a condamné Paul Marin à moins que ce que le parquet avait requis.", FR, "fr"),
        ("Brune a payé pour son pont plus que l'estimation des ingénieurs.", FR, "fr"),
        ("Les titres ont gagné, Alba moins que Bexor.", FR, "fr"),
    ],
)
def test_one_that_they_bear_out_is_none(text: str, source: str, language: str) -> None:
    assert "refuted" not in {found.sign for found in by_rules(ground_for(text, source, language))}
