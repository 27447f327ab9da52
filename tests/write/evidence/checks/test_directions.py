"""More isn't less, whether a verb, a noun or two figures say so."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Shares in Alba rose 3.2 percent on Monday, while those of its rival Bexor lost 5.1 percent. "
    "The fund went from 110 to 152 million dollars. The city raised the level of alert last week."
)
FR = (
    "L'action Alba a grimpé de 3,2 % lundi. "
    "Le groupe vise une marge de 2 % en 2020 et de 6 % en 2026. La loi doit porter la pension à "
    "85 % du salaire. La lave a agrandi le port de 48 hectares. Le titre Bexor est au plus bas "
    "depuis quatre ans. Le patron a accepté de réduire son salaire de 30 %."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Shares in Alba slumped by 3.2 percent.", EN, "en"),
        ("Bexor climbed by 5.1 percent.", EN, "en"),
        ("The fund has been cut from 152 to 110 million dollars.", EN, "en"),
        ("L'action Alba a plongé de 3,2 % lundi.", FR, "fr"),
        ("La marge du groupe doit reculer de 6 à 2 % d'ici à 2026.", FR, "fr"),
        ("The level of alert was lowered.", EN, "en"),
        ("La pension sera abaissée à 85 % du salaire.", FR, "fr"),
        ("Le port a perdu 48 hectares.", FR, "fr"),
        ("Le titre Bexor n'avait pas été aussi haut depuis quatre ans.", FR, "fr"),
        ("Le patron a obtenu une hausse de salaire de 30 %.", FR, "fr"),
    ],
)
def test_the_contrary_direction_is_a_fault(text: str, source: str, language: str) -> None:
    assert "direction" in {found.kind for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Shares in Alba gained 3.2 percent.", EN, "en"),
        ("The fund has been raised from 110 to 152 million dollars.", EN, "en"),
        ("L'action Alba a progressé de 3,2 % lundi.", FR, "fr"),
        ("The level of alert was raised.", EN, "en"),
        ("La pension sera relevée à 85 % du salaire.", FR, "fr"),
        ("Le port a gagné 48 hectares.", FR, "fr"),
        ("Le titre Bexor n'avait pas été aussi bas depuis quatre ans.", FR, "fr"),
    ],
)
def test_another_word_for_the_same_direction_is_none(text: str, source: str, language: str) -> None:
    assert by_rules(ground_for(text, source, language)) == []
