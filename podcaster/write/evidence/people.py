"""Who a name is: the same entity under another form, a person or not, and whom a pronoun means."""

from collections.abc import Iterator, Sequence
from functools import cache

from podcaster.write.evidence.places import aliases, first_names
from podcaster.write.evidence.reading.entities import Sort
from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading

_DERIVED = frozenset(
    (
        "n an ian ean yan yen yens yenne yennes enne ennes ese ish i er ers s es ais aise ois oise"
        " ien ienne iens in ine e is ic ique iques lese lais laise"
    ).split()
)


def same_name(left: Name, right: Name) -> bool:
    """Whether two names may be one entity's: surname and full name, acronym and what it spells,
    a country and its people."""
    return same_tokens(left.tokens, right.tokens)


@cache
def same_tokens(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    if left[-1] == right[-1]:
        return len(shorter) == 1 or not _two_people(left, right)
    if set(shorter) <= set(longer):
        return True
    places = {aliases().of(" ".join(part)) for part in (left, right)}
    if len(places) == 1 and None not in places:
        return True
    return is_acronym_of(left, right) or is_acronym_of(right, left) or _derived_names(left, right)


def _two_people(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names with one surname differ in their first names."""
    names = first_names()
    firsts = [set(part[:-1]) & names for part in (left, right)]
    return bool(firsts[0] and firsts[1] and not firsts[0] & firsts[1])


def _derived_names(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return len(left) == len(right) == 1 and derived(left[0], right[0])


def derived(left: str, right: str) -> bool:
    """Whether one is the other with an ending: `Rwanda` and `Rwandan`."""
    shorter, longer = sorted((left, right), key=len)
    for cut in (0, 1, 2):
        root = shorter[: len(shorter) - cut]
        if len(root) >= 4 and longer.startswith(root) and longer[len(root) :] in _DERIVED:
            return cut == 0 or shorter[len(root) :] in ("a", "e", "es", "y", "o", "ia", "ie", "s")
    return False


def is_acronym_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one token is made of the initials of the others."""
    if len(short) != 1 or len(full) < 2:
        return False
    letters = short[0].replace(".", "")
    initials = "".join(token[0] for token in full if token)
    return 2 <= len(letters) <= 7 and letters == initials


def is_person(name: Name, reading: Reading) -> bool:
    """Whether the name, or a longer form of it in the reading, begins with a first name, or is
    mostly recognised as a person's."""
    return sort_of(name, reading) == "person"


def sort_of(name: Name, reading: Reading) -> Sort:
    """What sort of thing a name of the reading's, or one that means the same, is for."""
    if any(token in first_names() for token in name.tokens[:-1]):
        return "person"
    return reading.sorts.get(name.tokens[-1], "")


def is_place(name: Name) -> bool:
    return any(aliases().of(joint.join(name.tokens)) is not None for joint in (" ", "-"))


def stand_ins(reading: Reading) -> list[Name]:
    """The pronouns and role words of a text, as further mentions of whom they may mean.

    `she` may be any person of the same sentence before it or of the two sentences before;
    `the company` anything there that is no person. All of them count: a wrong guess hides a fault,
    but never makes one.
    """
    return list(_stand_ins(reading))


def antecedents(reading: Reading) -> Iterator[Name]:
    """The pronouns and role words of a text, as mentions of those whom they most likely mean: the
    last ones named before them that fit, two at most; the last alone for `who` and `which`."""
    passage = reading.passage
    pronouns = passage.lexicon.vocabulary("pronouns")
    roles = passage.lexicon.vocabulary("anaphora")
    definite = passage.lexicon.vocabulary("definite")
    for at, word in enumerate(passage.words):
        if word.kind != "word":
            continue
        role = word in roles and at > 0 and passage.words[at - 1] in definite
        if role and any(name.first in (at + 1, at + 2) for name in reading.names):
            continue
        if not role and word not in pronouns:
            continue
        relative = word.lower in ("who", "which", "whose", "whom", "qui")
        fitting = [n for n in _before(reading, at) if _may_mean(word.lower, role, n, reading)]
        for name in _last_distinct(fitting, 1 if relative else 2):
            yield Name(at, at + 1, name.tokens, False)


def likeliest(reading: Reading, at: int) -> Name | None:
    """The one person whom `he` or `she` at a word most likely means: the subject of the nearest
    clause before it that has a person for one, else the last person named."""
    fitting = [
        name
        for name in _before(reading, at)
        if sort_of(name, reading) in ("person", "") and name.first not in reading.quoted
    ]
    fitting = [name for name in fitting if sort_of(name, reading) == "person"] or fitting
    grammar = reading.passage.grammar
    if grammar is None or not fitting:
        return None
    subjects = [name for name in fitting if _is_subject(grammar, name)]
    here = reading.passage.sentence_of[at]
    for group in (subjects, fitting):
        near = [n for n in group if here - reading.passage.sentence_of[n.first] <= 1]
        if near:
            return near[-1]
    return None


def _is_subject(grammar: Grammar, name: Name) -> bool:
    """Whether a name, or what it's an apposition to, is the subject of a verb."""
    words = range(name.first, name.last)
    above = [grammar.heads[at] for at in words if grammar.deps[at] == "appos"]
    return any(grammar.deps[at].startswith("nsubj") for at in (*words, *above))


def _may_mean(word: str, role: bool, name: Name, reading: Reading) -> bool:
    sort = sort_of(name, reading)
    if word in ("he", "she", "him", "his", "her", "who"):
        return sort in ("person", "")
    if word in ("it", "its", "which"):
        return sort != "person"
    return not role or sort != "place"


def _last_distinct(found: Sequence[Name], most: int) -> list[Name]:
    last: dict[str, Name] = {}
    for name in reversed(found):
        last.setdefault(name.tokens[-1], name)
    return list(last.values())[:most]


def _stand_ins(reading: Reading) -> Iterator[Name]:
    passage = reading.passage
    pronouns = passage.lexicon.vocabulary("pronouns")
    roles = passage.lexicon.vocabulary("anaphora")
    for at, word in enumerate(passage.words):
        if word.kind != "word" or not (word in pronouns or word in roles):
            continue
        for name in _before(reading, at):
            if word.lower in ("it", "its") and is_person(name, reading):
                continue
            if word.lower in ("he", "she", "him", "his", "her", "elle", "il") and is_place(name):
                continue
            yield Name(at, at + 1, name.tokens, False)


def _before(reading: Reading, at: int) -> Sequence[Name]:
    sentence = reading.passage.sentence_of[at]
    groups = reading.passage.groups
    return [
        name
        for name in reading.names
        if name.last <= at
        and sentence - reading.passage.sentence_of[name.first] <= 3
        and not (groups and groups[reading.passage.sentence_of[name.first]] != groups[sentence])
    ]
