"""Who says what: the speakers of a sentence, found by its verbs of saying."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from podcaster.write.evidence.people import is_person, is_place, same_name
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading

_REACH = 9
"""Words between a verb of saying and its subject, an apposition included."""
_TITLED = 5
"""Words between `pour` and the name of whose view it is."""
_AUXILIARIES = frozenset("a ont avait avaient aura - t ainsi had has have n' l' s' se".split())
_CLITICS = frozenset({"l'", "le", "la", "les", "leur"})
"""Objects before a French verb, which look like articles."""
_CLITIC = 3
"""Words from `se` to its verb: `s'est vivement engagé`."""
_BRINGING = frozenset({"que", "qu'", "à", "au", "aux"})
_OF = (["of"], ["de"], ["d'"], ["du"], ["la"], ["des"], ["for"])


@dataclass(frozen=True)
class Speaker:
    """Someone to whom a sentence gives words: a name, a role (`the police`), or a pronoun."""

    first: int
    last: int
    verb: int
    """Where the word of saying stands."""
    name: Name | None = None
    pronoun: bool = False


def speakers(reading: Reading, sentence: int) -> list[Speaker]:
    """The speakers that a sentence names by a verb of saying or by `according to`."""
    return list(_speakers(reading, sentence))


def _speakers(reading: Reading, sentence: int) -> Iterator[Speaker]:
    passage = reading.passage
    first, last = passage.bounds[sentence]
    according = passage.lexicon.vocabulary("attribution", "according")
    at = first
    while at < last:
        if at in reading.quoted:
            at += 1
        elif length := according.length_at(passage.words, at):
            if found := _after(reading, at + length, last, at):
                yield found
            at += length
        elif at == first and (found := _opening(reading, at, last)):
            yield found
            at += 1
        elif _says(reading, at) and _is_verb(reading, at):
            found = _passive(reading, at, last)
            if not found and not _is_said_of(reading, at):
                found = _subject(reading, at, first, last)
            if found:
                yield found
            at += 1
        else:
            at += 1


def _opening(reading: Reading, at: int, last: int) -> Speaker | None:
    """`Pour le critique Jerry Saltz, ...`: whose view a sentence opens with."""
    words = reading.passage.words
    if words[at].lower != "pour":
        return None
    name = next((n for n in reading.names if at < n.first <= at + _TITLED), None)
    if name is None or name.last >= last or not is_person(name, reading):
        return None
    closed = any(words[k].text == "," for k in range(name.last, min(last, name.last + _REACH)))
    return Speaker(name.first, name.last, at, name) if closed else None


def _is_verb(reading: Reading, at: int) -> bool:
    """A saying word after an article is a noun: `the report`, `une annonce`; `qui l'accuse` is
    none, and `all told` says nothing."""
    passage = reading.passage
    before = passage.words[at - 1].lower if at else ""
    grammar = passage.grammar
    clitic = before in _CLITICS and grammar is not None and grammar.parts[at] == "VERB"
    return before not in ("to", "all") and (clitic or before not in passage.lexicon.nominal)


def _says(reading: Reading, at: int) -> bool:
    words = reading.passage.words
    vocabulary = reading.passage.lexicon.vocabulary
    if vocabulary("attribution", "say").length_at(words, at) or _is_form(reading, at):
        return True
    own = vocabulary("attribution", "reflexive").length_at(words, at) > 0
    return own and any(word.lower in ("se", "s'") for word in words[max(0, at - _CLITIC) : at])


def _is_form(reading: Reading, at: int) -> bool:
    """`Elle juge`: a form of a verb of saying that the dictionary takes for a noun."""
    grammar = reading.passage.grammar
    forms = reading.passage.lexicon.vocabulary("attribution", "forms")
    words = reading.passage.words
    if grammar is None or not forms.length_at(words, at):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    brings = after is not None and after.lower in _BRINGING
    follows = at > 0 and words[at - 1].text in ",»" and after is not None
    if (
        follows
        and after
        and (after.capital or after in reading.passage.lexicon.vocabulary("definite"))
    ):
        return True
    return brings or grammar.parts[at] == "VERB"


def _passive(reading: Reading, at: int, last: int) -> Speaker | None:
    """`was announced by X`, `annoncé par X`."""
    words = reading.passage.words
    if at + 1 < last and words[at + 1].lower in ("by", "par"):
        return _after(reading, at + 2, last, at)
    return None


def _is_said_of(reading: Reading, at: int) -> bool:
    """`They were all found guilty`: whether a verb's subject is whom it's said of."""
    grammar = reading.passage.grammar
    clause = next((clause for clause in reading.clauses if clause.at == at), None)
    helped = grammar is not None and grammar.hanging(at, "auxpass", "aux:pass")
    return bool(helped) and clause is not None and clause.passive


def _subject(reading: Reading, at: int, first: int, last: int) -> Speaker | None:
    """The subject before the verb, or after it where the verb follows a quotation or a comma."""
    words = reading.passage.words
    follows = _follows(reading, at, first, last) and not _brings(reading, at)
    inverted = _inverted(reading, at, first) or follows
    parsed = _parsed(reading, at)
    if not inverted and (found := _just_before(reading, at, first)):
        return found
    if parsed and inverted == (parsed.first > at):
        return parsed
    if inverted and (found := _after(reading, at + 1, last, at)):
        return found
    if parsed:
        return parsed
    step = at - 1
    while step >= max(first, at - _REACH - 6):
        if step in reading.quoted or words[step].text in '"”»;:':
            break
        if name := _name_over(reading, step):
            if is_place(name) and (noun := _noun_between(reading, name.last, at)):
                return Speaker(noun, noun + 1, at)
            if _is_demonym(reading, name):
                return None
            return Speaker(name.first, name.last, at, name)
        if _is_pronoun(reading, step):
            return Speaker(step, step + 1, at, None, pronoun=True)
        step -= 1
    return _role_before(reading, at, first) or _after(reading, at + 1, last, at)


def _follows(reading: Reading, at: int, first: int, last: int) -> bool:
    """`..., said X`, `..., a annoncé X`: a comma, the verb, and at once a name or a noun."""
    words = reading.passage.words
    step = at - 1
    while step >= first and words[step].lower in _AUXILIARIES:
        step -= 1
    if step < first or words[step].text != "," or at + 1 >= last:
        return False
    following = at + 1
    while following < last - 1 and following in reading.timed:
        following += 1
    after = words[following]
    definite = reading.passage.lexicon.vocabulary("definite")
    return after.capital or after in definite or after.lower in ("a", "an", "un", "une")


def _brings(reading: Reading, at: int) -> bool:
    """`Jo Reed, its head, said the firm would pay`, `Pékin, lui, a dénoncé une coopération`:
    whether what follows the verb is what's said, with its subject before it."""
    grammar, words = reading.passage.grammar, reading.passage.words
    subjects = grammar.hanging(at, "nsubj") if grammar else []
    if grammar is None or not subjects or max(subjects) > at:
        return False
    named = at + 1 < len(words) and words[at + 1].capital
    objects = [] if named else [k for k in grammar.hanging(at, "obj", "dobj") if k > at]
    return any(below > at for below in (*grammar.hanging(at, "ccomp"), *objects))


def _parsed(reading: Reading, at: int) -> Speaker | None:
    """The subject by the parse."""
    grammar = reading.passage.grammar
    if grammar is None:
        return None
    clause = next((clause for clause in reading.clauses if clause.at == at), None)
    if clause is None or not clause.subjects or clause.passive:
        return None
    after = [noun for noun in clause.subjects if noun > at]
    noun = (after or clause.subjects)[0]
    if _is_pronoun(reading, noun):
        return Speaker(noun, noun + 1, at, None, pronoun=True)
    return _named(reading, noun, at)


def _named(reading: Reading, noun: int, verb: int) -> Speaker | None:
    """A noun and the person's name beside it: `le Premier ministre, Édouard Philippe`."""
    grammar = reading.passage.grammar
    name = _name_over(reading, noun)
    if grammar is not None and name is None:
        below = [noun]
        for at in below:
            beside = grammar.hanging(at, "appos", "compound", "flat:name", "flat:foreign")
            below += [other for other in beside if other not in below]
        found = (_name_over(reading, at) for at in below)
        name = next((one for one in found if one and not is_place(one)), None)
        before = grammar.subtree(noun)[0] - 1
        if name is None and before > 0 and reading.passage.words[before].text == ",":
            apposed = _name_over(reading, before - 1)
            name = apposed if apposed and not _is_governed(reading, apposed) else None
    if name is None or _is_demonym(reading, name):
        content = reading.passage.is_content(noun)
        return Speaker(noun, noun + 1, verb) if content and _is_noun(reading, noun) else None
    return Speaker(name.first, name.last, verb, name)


def _is_governed(reading: Reading, name: Name) -> bool:
    """`Du côté de Dubaï, le patron ...`: a name that only tells where, and isn't the patron's."""
    prepositions = reading.passage.lexicon.vocabulary("roles", "prepositions")
    return name.first > 0 and reading.passage.words[name.first - 1] in prepositions


def _is_noun(reading: Reading, at: int) -> bool:
    grammar = reading.passage.grammar
    return grammar is None or grammar.parts[at] in ("NOUN", "PROPN")


def _just_before(reading: Reading, at: int, first: int) -> Speaker | None:
    """The name right before the verb: `in the United States, ABC said`."""
    step = at - 1
    while step >= first and reading.passage.words[step].lower in _AUXILIARIES:
        step -= 1
    name = _name_over(reading, step) if step >= first else None
    start = name.first if name else first
    if start > first and reading.passage.words[start - 1].text in ("Le", "La", "De", "Van"):
        start -= 1
    lone = start == first or reading.passage.words[start - 1].text in (",", "“", "»", ":")
    return Speaker(name.first, name.last, at, name) if name and lone else None


def _is_demonym(reading: Reading, name: Name) -> bool:
    """`the Serb`, `le Suisse`: a person whom the text leaves unnamed."""
    before = reading.passage.words[name.first - 1].lower if name.first else ""
    articles = ("the", "le", "la", "l'", "les")
    if reading.passage.words[name.first].text.isupper():
        return False
    return len(name.tokens) == 1 and is_place(name) and before in articles


def _noun_between(reading: Reading, first: int, last: int) -> int | None:
    """The noun that a demonym belongs to: `the Californian supervisor says`."""
    passage = reading.passage
    for at in range(first, last):
        if passage.words[at].is_mark:
            return None
        if passage.is_content(at):
            return at
    return None


def _inverted(reading: Reading, at: int, first: int) -> bool:
    """Whether what stands before the verb is the words said and not who says them."""
    words = reading.passage.words
    step = at - 1
    while step >= first and words[step].lower in _AUXILIARIES:
        step -= 1
    if step < first:
        return False
    if words[step].text in '"”»' or step in reading.quoted:
        return True
    if words[step].text != ",":
        return False
    back = step - 1
    return back >= first and (back in reading.quoted or words[back].text in '"”»')


def _after(reading: Reading, at: int, last: int, verb: int) -> Speaker | None:
    words, passage = reading.passage.words, reading.passage
    step = at
    while step < min(last, at + _REACH):
        if step in reading.quoted or words[step].text in '"“«;:':
            return None
        if step in reading.timed:
            step += 1
            continue
        if words[step].lower in ("aux", "au", "to"):
            step += 2
            continue
        titled = words[step] in passage.lexicon.vocabulary("titles")
        if not titled and (name := _name_over(reading, step)):
            if is_place(name) and words[step - 1].lower in ("à", "in", "at", "en"):
                step = name.last
                continue
            if _is_demonym(reading, name):
                return None
            return Speaker(step, name.last, verb, name)
        if _is_pronoun(reading, step) and not words[step].capital:
            return Speaker(step, step + 1, verb, None, pronoun=True)
        if passage.is_content(step) and words[step].capital and not titled:
            return Speaker(step, step + 1, verb, Name(step, step + 1, (words[step].fold,), False))
        if passage.is_content(step) and (titled or not words[step].capital):
            if not titled and not _is_noun(reading, step):
                return None
            beside = sorted(
                _beside(reading, step, last), key=lambda name: not is_person(name, reading)
            )
            closer = beside[0] if beside else None
            return Speaker(step, closer.last if closer else step + 1, verb, closer)
        step += 1
    return None


def _beside(reading: Reading, at: int, last: int) -> Iterator[Name]:
    """The names shortly after a noun that may be the one's whom it describes."""
    words = reading.passage.words
    for name in reading.names:
        if not (at < name.first <= at + 6 and name.last <= last) or is_place(name):
            continue
        between = [words[k].lower for k in range(at + 1, name.first)]
        apart = "," in between
        closed = name.last >= last or words[name.last].is_mark
        if not {".", ";"} & set(between) and between[-1:] not in _OF and (closed or not apart):
            yield name


def _role_before(reading: Reading, at: int, first: int) -> Speaker | None:
    passage = reading.passage
    for step in range(at - 1, max(first, at - _REACH) - 1, -1):
        if passage.words[step].text in '"”»;:' or step in reading.quoted:
            return None
        if passage.is_content(step) and passage.words[step].kind == "word":
            return Speaker(step, step + 1, at)
    return None


def _name_over(reading: Reading, at: int) -> Name | None:
    return next((name for name in reading.names if name.first <= at < name.last), None)


def _is_pronoun(reading: Reading, at: int) -> bool:
    return reading.passage.words[at].lower in (
        "he", "she", "it", "they", "who", "il", "elle", "ils", "elles", "qui",
    )  # fmt: skip


def may_be_speaker(reading: Reading, sentence: int, said: Name, context: Reading) -> bool:
    """Whether a sentence of the source may give its words to the named one.

    Where a verb of saying has a person for its subject, only that person counts, and for an
    organisation whoever else the sentence names outside the quotation; where it has a pronoun,
    everyone named shortly before; where it has none, everyone in the sentences around.
    """
    found = speakers(reading, sentence)
    named = [speaker.name for speaker in found if speaker.name]
    first, last = reading.passage.bounds[sentence]
    here = [n for n in reading.names if first <= n.first < last and n.first not in reading.quoted]
    person = is_person(said, context)
    if any(same_name(said, name) for name in named):
        return True
    if person and named and any(is_person(name, context) for name in named):
        return _by_pronoun(reading, sentence, said, found)
    if any(same_name(said, name) for name in here):
        return True
    if named and not any(speaker.pronoun for speaker in found):
        return False
    return _by_pronoun(reading, sentence, said, found) or (
        not found and _around(reading, sentence, said)
    )


def _by_pronoun(reading: Reading, sentence: int, said: Name, found: Sequence[Speaker]) -> bool:
    if not any(speaker.pronoun or speaker.name is None for speaker in found):
        return False
    words = reading.passage.words
    things = all(words[speaker.first].lower in ("it",) for speaker in found if speaker.pronoun)
    if things and is_person(said, reading) and any(speaker.pronoun for speaker in found):
        return False
    return _near(reading, sentence, said, 3)


def _around(reading: Reading, sentence: int, said: Name) -> bool:
    return _near(reading, sentence, said, 2) or _near(reading, sentence + 2, said, 2)


def _near(reading: Reading, sentence: int, said: Name, back: int) -> bool:
    """Whether the name stands in this sentence or up to `back` before it."""
    passage = reading.passage
    return any(
        same_name(said, name) and 0 <= sentence - passage.sentence_of[name.first] <= back
        for name in reading.names
    )


def is_anothers(
    context: Reading, sentences: Collection[int], said: Name, told: Sequence[Name]
) -> bool:
    """Whether sentences of the source surely give their words to another person: they name that
    one as a speaker and not the one who is `said` to be, and the text, with its names `told`,
    leaves the other out."""
    spoken = [
        speaker.name
        for sentence in sentences
        for speaker in speakers(context, sentence)
        if speaker.name is not None and is_person(speaker.name, context)
    ]
    named = [n for n in context.names if context.passage.sentence_of[n.first] in sentences]
    return (
        bool(spoken)
        and is_person(said, context)
        and not any(same_name(said, name) for name in named)
        and not any(same_name(one, other) for one in spoken for other in told)
    )
