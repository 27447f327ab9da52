"""The superlatives of a text: what it calls the first, the largest or the only one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.lexicon import Lexicon, Vocabulary
from podcaster.write.evidence.polarity import is_emphatic
from podcaster.write.evidence.reading.reading import Reading


@dataclass(frozen=True)
class Superlative:
    first: int
    last: int
    families: frozenset[int]
    """Which families of the same meaning it belongs to; none for one of its own."""
    stem: str
    rank: int
    """1 for the largest, 2 for the second largest, 0 for one of the largest."""

    @property
    def reduced(self) -> bool:
        return self.rank != 1


def superlatives(reading: Reading) -> list[Superlative]:
    """Those of a text, quotations left out."""
    return list(_superlatives(reading))


def _superlatives(reading: Reading) -> Iterator[Superlative]:
    passage = reading.passage
    lexicon = passage.lexicon
    single = lexicon.vocabulary("superlatives", "words")
    families = _families(lexicon)
    named = {at for name in reading.names if name.sure for at in range(name.first, name.last)}
    at = 0
    while at < len(passage.words):
        length = single.length_at(passage.words, at) or _graded(reading, at)
        plain = not length or at in reading.quoted or at in named or _is_plain(reading, at)
        if plain or is_emphatic(reading, at):
            at += 1
            continue
        last = at + length
        stem = passage.words[last - 1].stem
        member = frozenset(
            number
            for number, family in enumerate(families)
            if family.length_at(passage.words, at) or family.length_at(passage.words, last - 1)
        )
        yield Superlative(at, last, member, stem, _rank(reading, at))
        at = last


@cache
def _families(lexicon: Lexicon) -> tuple[Vocabulary, ...]:
    lines = lexicon.entry("superlatives", "same") or ()
    return tuple(lexicon.make_vocabulary(line.split()) for line in lines)


def _graded(reading: Reading, at: int) -> int:
    """`the most important`, `la plus forte`: how many words it takes; `plus de 3` is none."""
    passage = reading.passage
    word = passage.words[at]
    if passage.lexicon.language == "en":
        return int(
            word.lower.endswith("est")
            and len(word.lower) > 5
            and _is_english(word.lower, word.lemma)
        )
    if word.lower not in ("plus", "moins") or at + 1 >= len(passage.words):
        return 0
    before = passage.words[at - 1].lower if at else ""
    if at + 1 in reading.timed:
        return 0
    if word.capital and at == passage.bounds[passage.sentence_of[at]][0]:
        return 2 if passage.words[at + 1].lower in ("jeune", "grand", "gros", "âgé", "petit") else 0
    ordinal = passage.lexicon.vocabulary("superlatives", "reduced")
    if at and ordinal.length_at(passage.words, at - 1) and _has_word_after(reading, at):
        return 2
    articles = (
        "le",
        "la",
        "les",
        "du",
        "des",
        "au",
        "aux",
        "sa",
        "son",
        "ses",
        "leur",
        "leurs",
        "l'",
    )
    following = passage.words[at + 1]
    if (
        before in articles
        and following.kind == "word"
        and following.lower not in ("de", "d'", "que")
    ):
        return 2
    noun = at >= 2 and passage.words[at - 1].lower in ("la", "le", "les")
    return 2 if noun else 0


def _has_word_after(reading: Reading, at: int) -> bool:
    word = reading.passage.words[at + 1]
    return word.kind == "word" and word.lower not in ("de", "d'", "que")


def _is_english(form: str, lemma: str) -> bool:
    """`largest` is a form of `large`; `forest` is its own."""
    return lemma != form and not lemma.endswith("est")


def _is_plain(reading: Reading, at: int) -> bool:
    """Words that look like a superlative and only order or date: `last year`, `at first`."""
    passage = reading.passage
    word = passage.words[at]
    before = passage.words[at - 1].lower if at else ""
    after = passage.words[at + 1] if at + 1 < len(passage.words) else None
    idle = passage.lexicon.vocabulary("superlatives", "at_most")
    if at and idle.length_at(passage.words, at - 1):
        return True
    if any(moment.first <= at < moment.last for moment in reading.moments):
        return True
    if word.lemma in ("record", "last", "top") and _is_verb(reading, at):
        return True
    following = after.lower if after else ""
    if word.lower == "last" and (before == "very" or following == "to"):
        return False
    if word.lower in ("last", "dernier", "dernière", "derniers", "dernières"):
        return True
    if word.lower in ("first", "premier", "première", "premiers", "premières"):
        if before in ("at", "d'", "en", "au") or _is_one_of_a_row(reading, at):
            return True
        return following in (
            "ministre",
            "ministres",
            "lady",
            "minister",
            "half",
            "set",
            "aid",
            "leg",
            "quarter",
            "trimestre",
            "semestre",
            "tour",
            "round",
            "name",
            "mi",
            "secrétaire",
            "heures",
            "jours",
        )
    if word.lower in ("most", "least"):
        return before == "at" or following in ("of", "likely")
    if word.lower == "top" and before == "on":
        return True
    return word.lower in ("best", "top") and following in ("known", "-")


def _is_verb(reading: Reading, at: int) -> bool:
    grammar = reading.passage.grammar
    return grammar is not None and grammar.parts[at] == "VERB"


def _is_one_of_a_row(reading: Reading, at: int) -> bool:
    """`the first quake, then a second one`, `they first met`."""
    passage = reading.passage
    grammar = passage.grammar
    first, last = passage.bounds[passage.sentence_of[at]]
    row = ("second", "another", "deuxième", "seconde", "autre")
    verb = grammar is not None and grammar.deps[at] == "advmod"
    ends = at + 1 >= last or passage.words[at + 1].kind != "word"
    return verb or any(
        passage.words[k].lower in row for k in range(first if ends else at + 1, last)
    )


def _rank(reading: Reading, at: int) -> int:
    passage = reading.passage
    reduced = passage.lexicon.vocabulary("superlatives", "reduced")
    first = max(passage.bounds[passage.sentence_of[at]][0], at - 5)
    for quantity in reading.quantities:
        if quantity.kind == "ordinal" and at - 3 <= quantity.first < at:
            values = [value for value in quantity.values if value > 1]
            return int(values[0]) if values else 1
    timed = reading.timed
    window = (k for k in range(first, at) if k not in timed)
    return 0 if any(reduced.length_at(passage.words, k) for k in window) else 1
