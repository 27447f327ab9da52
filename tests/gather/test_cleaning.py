"""What stands around an article stays out of it; what the article says stays in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.gather.cleaning import article_text, is_prose, one_line, paragraphs_of

JUNK = {
    "en": [
        "Read more: A Controversial Technology Is Creating an Unprecedented Rift.",
        "Are you in the grips of the storm? Please share your videos at iReport.",
        "CNN's Jason Carroll and Ben Brumfield contributed to this report.",
        "Sign up for our morning newsletter to get it in your inbox.",
        "Subscribe to continue reading.",
        "Photo: Jane Doe/Getty Images.",
        "© 2013 Cable News Network, Inc. All rights reserved.",
        "By Jane Doe and John Smith",
        "Illinois and drones",
        "Will Smith | Washington | 01/08/2014",
        "Planes, trains ...",
        "Loading weather data ...",
        "P.O",
        "J.K.",
        "Updated: 9 a.m. on Monday.",
        "This story has been updated.",
        "Follow us on Facebook.",
        "***",
        "Reporting by Jane Doe; Editing by John Smith.",
    ],
    "fr": [
        "Lire aussi : La fusion des deux géants est reportée.",
        "Abonnez-vous pour lire la suite.",
        "Il vous reste 75 % de cet article à lire.",
        "Indépendance stratégique vis-à-vis d’OpenAI",
        "Crédit photo : Marie Curie.",
        "Publié le 3 mars 2024 à 9 h.",
        "Par Marie Curie et Paul Langevin",
        "Avec AFP.",
        "P.O",
        "Tous droits réservés.",
    ],
    "es": [
        "Te puede interesar: El juez cita a la infanta.",
        "Suscríbete para seguir leyendo.",
        "Patricio Candia | Palma de Mallorca | 08/01/2014",
        "El contenido de los comentarios es la opinión de los usuarios o internautas.",
        "Consenso",
        "Síguenos en Twitter.",
    ],
}
PROSE = {
    "en": [
        "By Monday the river had risen two metres.",
        "By the end of the year the plant will close.",
        "Photos of the crash show two burned cars.",
        "The company said its subscribers rose by 3 million.",
        "Officials say that the talks failed.",
        '"It\'s ugly out there," he said.',
        "Related costs fell by a third.",
        "He died.",
        "Video of the arrest was shared widely, and the officer was suspended.",
        "Read the room, she told them.",
        "Follow-up talks are planned for May.",
        "The board approved the plan (see below).",
        "Images from the satellite show the extent of the damage.",
    ],
    "fr": [
        "Par ailleurs, le ministre a démissionné.",
        "Avec la hausse des prix, les ventes reculent.",
        "Par la suite, il a été nommé à Rome.",
        "Les photos montrent l’étendue des dégâts.",
        "Selon lui, « tout est à refaire ».",
        "Partager le pouvoir ne suffit pas, dit-il.",
    ],
    "es": [
        "Por ahora no hay heridos.",
        "Según el juez, «no lo sé».",
        "Ayer murieron 12 personas.",
        "Compartir piso cuesta 500 euros al mes en Madrid.",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, ts in JUNK.items() for t in ts])
def test_junk_goes(language: str, text: str) -> None:
    assert not is_prose(text, language)


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, ts in PROSE.items() for t in ts])
def test_prose_stays(language: str, text: str) -> None:
    assert is_prose(text, language)


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("WASHINGTON (CNN) — Not everyone agrees.", "Not everyone agrees."),
        ("(CNN) -- The official agreed.", "The official agreed."),
        ("PARIS, March 3 (Reuters) - Shares fell.", "Shares fell."),
        ("LONDON — The bank raised rates.", "The bank raised rates."),
        ("NATO — the alliance — agreed.", "NATO — the alliance — agreed."),
        ("The balloon — tossed by winds — burst.", "The balloon — tossed by winds — burst."),
    ],
)
def test_datelines_go(paragraph: str, kept: str) -> None:
    assert article_text([paragraph], "en") == kept


def test_the_title_and_doubled_paragraphs_are_told_once() -> None:
    text = article_text(["Bridge closed.", "It rained.", "It rained.", "Then it stopped."], "en")
    assert text == "Bridge closed.\n\nIt rained.\n\nThen it stopped."
    assert article_text(["Bridge closed.", "It rained."], "en", "Bridge closed.") == "It rained."


def test_titles_lose_markup_and_control_characters() -> None:
    assert (
        one_line("A <b>bold</b>\x00 move\u200b\x07 &amp; more\n again")
        == "A bold move & more again"
    )
    assert one_line("&lt;script&gt;alert(1)&lt;/script&gt; Storm") == "alert(1) Storm"
    assert one_line("3 < 5 and 7 > 2") == "3 < 5 and 7 > 2"


@given(st.text())
def test_a_title_is_one_clean_line(text: str) -> None:
    cleaned = one_line(text)
    assert cleaned == " ".join(cleaned.split())
    assert all(character.isprintable() or character == " " for character in cleaned)


def test_lines_of_a_wrapped_file_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The old bridge over the river Tarn was closed on Monday after\n"
        "engineers found cracks in two of its arches, the town council\n"
        "said.\n\nRepairs will take nine months.\n"
    )
    assert paragraphs_of(wrapped) == [
        "The old bridge over the river Tarn was closed on Monday after engineers found cracks in"
        " two of its arches, the town council said.",
        "Repairs will take nine months.",
    ]
    whole = "A paragraph that is one line of the file.\nAnother that is one too.\nA Heading\n"
    assert len(paragraphs_of(whole)) == 3
