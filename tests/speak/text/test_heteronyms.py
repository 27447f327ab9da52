"""Words written alike are said by their place in the sentence, or left to the voice."""

import pytest

from podcaster.speak.text import Lexicon, verbalise


@pytest.mark.parametrize(
    ("line", "word", "ipa"),
    [
        ("She has read the report.", "read", "ɹˈɛd"),
        ("He read the letter last night.", "read", "ɹˈɛd"),
        ("Have you read it?", "read", "ɹˈɛd"),
        ("Exposure to lead harms children.", "lead", "lˈɛd"),
        ("You will read more tomorrow.", "read", "ɹˈiːd"),
        ("The city will lead the way.", "lead", "lˈiːd"),
        ("Tests found lead in the water.", "lead", "lˈɛd"),
        ("Lead poisoning is common.", "Lead", "lˈɛd"),
        ("Two million people live in Paris.", "live", "lˈɪv"),
        ("It is broadcast from a live concert.", "live", "lˈaɪv"),
        ("The strike cost three lives.", "lives", "lˈaɪvz"),
        ("She lives in Rome.", "lives", "lˈɪvz"),
        ("Sales hit a record.", "record", "ɹˈɛkɚd"),
        ("They will record an album.", "record", "ɹᵻkˈɔːɹd"),
        ("The plant will close in May.", "close", "klˈoʊz"),
        ("It was a close race.", "close", "klˈoʊs"),
        ("The company will wind down.", "wind", "wˈaɪnd"),
        ("The wind picked up.", "wind", "wˈɪnd"),
        ("Wind the clock.", "Wind", "wˈaɪnd"),
        ("Wind power grew.", "Wind", "wˈɪnd"),
        ("Roads wind through the hills.", "wind", "wˈaɪnd"),
        ("The letter, read by his lawyer, was short.", "read", "ɹˈɛd"),
        ("Pipes made of lead are replaced.", "lead", "lˈɛd"),
        ("It was one of lead actor and singer.", "lead", "lˈiːd"),
        ("The match was broadcast live.", "live.", "lˈaɪv"),
        ("Record rainfall fell on Spain.", "Record", "ɹˈɛkɚd"),
        ("Record the call.", "Record", "ɹᵻkˈɔːɹd"),
        ("Forces use drones to attack.", "use", "jˈuːz"),
        ("Its use fell.", "use", "jˈuːs"),
        ("Drug use in schools fell.", "use", "jˈuːs"),
        ("Stocks close higher.", "close", "klˈoʊz"),
        ("It drew to a close.", "close.", "klˈoʊz"),
        ("They use it daily.", "use", "jˈuːz"),
        ("The use of force rose.", "use", "jˈuːs"),
        ("Police fired tear gas.", "tear", "tˈɪɹ"),
        ("They want to tear down the wall.", "tear", "tˈɛɹ"),
        ("Traces were minute.", "minute", "maɪnjˈuːt"),
        ("A minute amount was found.", "minute", "maɪnjˈuːt"),
        ("Critics object to the plan.", "object", "əbdʒˈɛkt"),
        ("An object fell.", "object", "ˈɑːbdʒɛkt"),
        ("She will present the budget.", "present", "pɹɪzˈɛnt"),
        ("He was present.", "present", "pɹˈɛzənt"),
        ("Fresh produce is scarce.", "produce", "pɹˈoʊduːs"),
        ("Plants produce oxygen.", "produce", None),
        ("They refuse to talk.", "refuse", "ɹᵻfjˈuːz"),
        ("Refuse collection stopped.", "Refuse", "ɹˈɛfjuːs"),
        ("It ended up wound around a pole.", "wound", "wˈaʊnd"),
        ("He died of a gunshot wound.", "wound", "wˈuːnd"),
        ("Agencies estimate that costs will rise.", "estimate", "ˈɛstᵻmˌeɪt"),
        ("A separate case is open.", "separate", "sˈɛpɹət"),
        ("Lead.", "Lead.", None),
    ],
)
def test_by_the_words_beside_it(line: str, word: str, ipa: str | None) -> None:
    tokens = {token.text: token for token in verbalise(line, "en", Lexicon())}
    token = next(token for text, token in tokens.items() if text.strip(".,") == word.strip("."))
    assert (token.ipa.replace("͡", "") if token.ipa else None) == ipa


def test_other_languages_have_none() -> None:
    assert all(token.ipa is None for token in verbalise("lead live record", "fr", Lexicon()))
