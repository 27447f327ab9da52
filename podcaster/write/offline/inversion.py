"""A statement turned round into a question: "the spire was built" into "was the spire built?"."""

from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import HELPERS, Parsed, by_features
from podcaster.write.offline.table import Wording
from podcaster.write.offline.text import capitalised


def inverted(
    form: str, own: Parsed, wording: Wording, language: Language, *, verb: str = "", **values: str
) -> str:
    """The question that `form` makes of the sentence's subject and verb.

    `values` fill its other blanks; `verb` stands for the main verb where that is changed in the
    question. Empty where the verb isn't understood.
    """
    grammar, root = own.grammar, own.root
    end = own.span(own.subject)[1]
    helpers = [at for at in grammar.hanging(root, *HELPERS) if end <= at < root]
    filled = {"subject": called(own, language), "helper": "", **values}
    last = verb or own.words[root].text
    if not wording.helpers:
        filled["verb"] = f"{own.said(end, root)} {last}"
    elif helpers:
        filled["helper"] = own.words[helpers[0]].lower
        filled["verb"] = f"{own.said(helpers[0] + 1, root)} {last}"
    elif own.words[root].lower in wording.be:
        filled |= {"helper": own.words[root].lower, "verb": ""}
    else:
        features = grammar.features[root]
        single = "Number=Sing" in grammar.features[own.subject]
        fitting = {
            sign: helper
            for sign, helper in wording.helpers.items()
            if not (single and sign in wording.plural)
        }
        filled["helper"] = by_features(fitting, features)
        said = own.words[root]
        plain = wording.irregular.get(said.lower, said.lemma)
        filled["verb"] = f"{own.said(end, root)} {plain}"
        if not filled["helper"]:
            return ""
    return tidied(form.format(**filled), wording, language)


def called(own: Parsed, language: Language) -> str:
    """The subject as it stands inside a sentence: small, where it's no name."""
    first, end = own.span(own.subject)
    said = own.said(first, end)
    if own.grammar.parts[first] == "PROPN" or own.words[first].text.isupper():
        return lowered(said, language)
    return said[:1].lower() + said[1:]


def tidied(question: str, wording: Wording, language: Language) -> str:
    """The question as it's written where its words meet."""
    for written, joint in wording.joints.items():
        question = language.pattern(written).sub(joint, question)
    return capitalised(question)
