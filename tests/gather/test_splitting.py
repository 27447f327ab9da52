"""Sentences end where a reader hears them end, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.gather.splitting import split_sentences

EXAMPLES = {
    "en": [
        ["The U.S. Senate voted.", "Mr. Smith of the U.N. said so on Sept. 5.", "He left."],
        ["It began at 9 a.m. Eastern time.", "It ended at 5 p.m.", "Then all went home."],
        ["He works in Washington, D.C.", "The capital is hot.", "Apple Inc. said no."],
        ["Dr. Jane Q. Public Jr. met Gen. Mark Milley.", "Sales rose 3.5 percent to $4.2 billion."],
        ['"We dodged a bullet," said Steve Cowan.', 'He said: "It is over. Tomorrow is quieter."'],
        ["“It is dead,” Hansen said on Nov. 2.", "“Now, our first payment is due.”", "He left."],
        ['"Is it?" she asked.', '"No!" he said.', "So far, so good!", "J. K. Rowling wrote it."],
        ["No. 10 declined.", "The No. 1 seed won.", "She said no.", "Then she went."],
        ["He lives in St. Louis with Lt. Col. Smith vs. Jones.", "The case, Roe v. Wade, fell."],
        ["Yahoo! said it agreed.", "It cost approx. 5 euros, etc., and more..."],
        ["The bill passed 51-49 on Jan. 3, 2024.", "Sen. Ted Cruz, R-Texas, voted against it."],
        ["“They cannot move freely,” says Elayyan.", "“Even before, they didn’t.”"],
        ["He joined on Jan. 6.", "In 2005 he left.", "It was 31 degrees.", "12 people died."],
    ],
    "fr": [
        ["M. Dupont a vu Mme. Durand et M. J.-P. Martin.", "Il est parti."],
        ["« On verra. C'est tout », a-t-il dit.", "Selon l’O.N.U. rien ne change."],
        ["« Vraiment ? » demande-t-elle.", "Environ 13,5 milliards.", "Il sort à 9 h 30."],
        ["Le Dr. Martin, en 50 av. J.-C., l’a vu.", "L’O.N.U. a voté.", "Le vote est clos !"],
        [
            "Il faut agir, p. ex. en mars.",
            "La société a besoin « d’une expertise interne ».",
            "Oui.",
        ],
        ["Le taux est de 3,5 %.", "À quand la suite ?", "« Jamais. »", "Elle est partie."],
    ],
    "es": [
        ["El Sr. García y la Dra. López viajaron a EE. UU. el lunes.", "«No lo sé», dijo."],
        ["¿Qué pasa?", "¡Nada!", "Dijo: «Uno lo hace. No lo sé».", "Vive en la Avda. Sur n.º 5."],
        ["D. Juan vino a las 9 a. m. con su hijo.", "La empresa, S.A. de C.V., ganó."],
        ["Ganó el 50 % de los votos.", "«No estoy en la intención de ellos», declaró."],
    ],
}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [(language, group) for language, groups in EXAMPLES.items() for group in groups],
)
def test_ends_where_a_reader_ends(language: str, sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences), language) == sentences


def test_a_quotation_that_runs_on_into_the_next_paragraph_is_still_cut() -> None:
    assert split_sentences("“We came. We saw. It went on.", "en") == [
        "“We came.",
        "We saw.",
        "It went on.",
    ]


def test_an_unknown_language_is_cut_by_the_english_table() -> None:
    assert len(split_sentences("Das ist gut. Es ist Dr. Müller.", "de")) == 2


ODD = 'Mr. U.S. a.m. “No. yes!” M. J.-P. 13,5 « » " ... Él the The etc. (and so.) — ? !? 1. EE. UU.'
WORDS = st.sampled_from([*ODD.split(), "No.", "\u00a0", "°"])


@given(st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=40), st.sampled_from(["en", "fr"]))
def test_no_character_is_lost(words: list[str], language: str) -> None:
    paragraph = " ".join(words)
    sentences = split_sentences(paragraph, language)
    assert " ".join(sentences).split() == paragraph.split()
    assert all(sentence == sentence.strip() and sentence for sentence in sentences)
