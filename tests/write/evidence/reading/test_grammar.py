"""The parse is put on the gate's own words, in every language that has a parser."""

import pytest

from podcaster.write.evidence.reading.sentences import read


@pytest.mark.parametrize(
    ("text", "language", "verb", "subject", "label"),
    [
        ("Rain fell. The bank wasn't bought by Alba.", "en", "bought", "bank", "nsubjpass"),
        ("Il pleut. La banque n'a pas été rachetée.", "fr", "rachetée", "banque", "nsubj:pass"),
    ],
)
def test_words_hang_on_each_other(
    text: str, language: str, verb: str, subject: str, label: str
) -> None:
    passage = read(text, language)
    grammar = passage.grammar
    assert grammar is not None
    forms = [word.lower for word in passage.words]
    at = forms.index(subject)
    assert (forms[grammar.heads[at]], grammar.deps[at]) == (verb, label)
    assert at in grammar.children[forms.index(verb)]


def test_no_word_hangs_on_another_sentence() -> None:
    passage = read("Anna said so. Yes. It rains, Bob said.", "en")
    grammar = passage.grammar
    assert grammar is not None
    for at, head in enumerate(grammar.heads):
        assert passage.sentence_of[at] == passage.sentence_of[head]


def test_no_word_hangs_on_another_side_of_a_semicolon() -> None:
    text = "L'opposition reproche à la mairie d'avoir trop bâti ; Paul Roux met en cause les eaux."
    passage = read(text, "fr")
    grammar = passage.grammar
    assert grammar is not None
    mark = next(at for at, word in enumerate(passage.words) if word.text == ";")
    assert all((at <= mark) == (head <= mark) for at, head in enumerate(grammar.heads))


def test_a_language_without_a_parser_goes_on_without() -> None:
    assert read("Der Hund schläft.", "de").grammar is None
