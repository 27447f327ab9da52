"""Long sentences, cut where both halves stand.

Every rule gives up rather than guess: a half needs its own verb, and nothing that is reported,
denied or conditional loses the words that make it so.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from podcaster.write.offline.attribute import reports_speech
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import clauses, hangs_on_main_verb, news_first
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.tails import added
from podcaster.write.offline.text import capitalised, words

LONG, STILL_LONG = 13, 23
"""Words from which a sentence is cut where it can be, and from which a part of one is."""
SHORTEST = 4
LEAST_ANSWER = 8
"""Words of a cause, a means or an aim that may be asked for; a shorter one isn't worth it."""
LEAST = 6
"""Words that a sentence keeps when what trails after it is said by itself."""
INSERTED = re.compile(r"^([^,]+), [^,]+,(?= )")
"""What stands between commas after a subject."""
IN_A_NAME = re.compile(r"[A-ZÀ-Ý][\w’-]*\s$")
"""What stands before the rest of a longer name: "the Red Bull of ..."."""
NAME = re.compile(r"(?<=[^\W\d_][\s’])[A-ZÀ-Ý][a-zà-ÿ-]+\b(?!’)")
SHORT_ROLE = 9
"""Words up to which a role is said before its name; a longer one makes a sentence of its own."""
TOO_LONG = 28
"""Words from which what only adds to a sentence is left out."""


Rule = Callable[[str, Language], list[Piece] | None]


def pieces(
    text: str, language: Language, long: int = LONG, still_long: int = STILL_LONG
) -> list[Piece]:
    """The sentence in one piece or several, in the order they're said.

    It's cut from `long` words on, and its parts from `still_long`.
    """
    text = text.strip().rstrip(".").strip()
    if len(words(text)) < long:
        return [Piece(text)]
    echoes = language.pattern(language.rewriting.echoing).search(text)
    for rule in RULES:
        cut = rule(text, language)
        if cut is not None and not (echoes and any(piece.besides for piece in cut)):
            parts = [part for piece in cut for part in _parts(piece, language, still_long)]
            return sorted(parts, key=lambda part: part.besides)
    return [Piece(text)]


def _parts(piece: Piece, language: Language, still_long: int) -> list[Piece]:
    """The piece in one or several, of which the first is what the piece is."""
    if piece.answers:
        return [piece]
    first, *rest = pieces(piece.text, language, still_long, still_long)
    first = replace(first, leans=piece.leans or first.leans, besides=piece.besides or first.besides)
    return [first, *(replace(part, besides=piece.besides or part.besides) for part in rest)]


def has_verb(text: str, language: Language) -> bool:
    """Names hold no verbs, though they may look it: "the United States"."""
    return first_verb(text, language) is not None


def first_verb(text: str, language: Language) -> int | None:
    """Where the first finite verb stands; None where there's none."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group(0))

    reading = language.reading
    text = NAME.sub(blank, language.pattern(reading.not_finite).sub(blank, text))
    match = language.pattern(reading.finite).search(text)
    return match.start() if match else None


def starts_with_verb(text: str, language: Language) -> bool:
    match = language.pattern(language.reading.finite).match(text.lstrip())
    return match is not None and not language.pattern(language.reading.not_finite).match(text)


def weighs(text: str, language: Language) -> bool:
    """Whether dropping it would change what is claimed, or hide what is grave."""
    return bool(
        language.pattern(language.reading.weighty).search(text)
        or language.pattern(language.reading.grave).search(text)
        or re.search(r"\d|⟦", text)
    )


def _stands(text: str, language: Language) -> bool:
    """Whether it has a verb of its own, outside what only says who somebody is."""
    who = "|".join(language.rewriting.relative_subject)
    main = re.sub(rf",\s+[^,]*?\b(?:{who})\b[^,]*", " ", text) if who else text
    return len(words(text)) >= SHORTEST and has_verb(main, language)


def _semicolon(text: str, language: Language) -> list[Piece] | None:
    left, mark, right = text.partition("; ")
    if not mark or reports_speech(left, language):
        return None
    if not (_stands(left, language) and _stands(right, language)):
        return None
    return [Piece(left), Piece(capitalised(right), leans=True)]


def _although(text: str, language: Language) -> list[Piece] | None:
    rewriting = language.rewriting
    if not rewriting.although:
        return None
    match = language.pattern(rewriting.although).match(text)
    if match is None:
        return None
    left, mark, right = text[match.end() :].partition(", ")
    if not mark or not (_stands(left, language) and _stands(right, language)):
        return None
    return [Piece(capitalised(left)), Piece(f"{rewriting.contrast} {right}", leans=True)]


def _joined(text: str, language: Language) -> list[Piece] | None:
    """At ", and", where a subject and a verb follow."""
    rewriting = language.rewriting
    for match in language.pattern(rewriting.joins).finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if reports_speech(left, language) or _is_conditional(left, language):
            return None
        if ":" in right:
            continue
        clause = INSERTED.sub(r"\1", right).partition(",")[0]
        subject = language.pattern(language.reading.subject_start).match(right)
        if subject is None or not _stands(left, language) or _is_counted(right, language):
            continue
        if starts_with_verb(right, language) or not _verb_near(clause, language):
            continue
        join = match.group("join")
        said = (
            f"{capitalised(join)} {right}" if join in rewriting.kept_joins else capitalised(right)
        )
        return [Piece(left), Piece(said, leans=True)]
    return None


def _is_counted(clause: str, language: Language) -> bool:
    """Whether its subject is a bare number, of what was named before: "559 were arrested"."""
    number = re.match(r"[\d.,\s]*\d\s+", clause)
    return number is not None and starts_with_verb(clause[number.end() :], language)


def _verb_near(clause: str, language: Language) -> bool:
    """Whether the clause has a verb of its own within its first words."""
    return has_verb(" ".join(clause.split()[1:8]), language)


def _is_conditional(text: str, language: Language) -> bool:
    return bool(
        re.match(language.rewriting.although, text) if language.rewriting.although else False
    )


def _relative(text: str, language: Language) -> list[Piece] | None:
    """ "X, who runs Y, did Z" becomes "X did Z. X runs Y."; at the end, after a name only."""
    rewriting, reading = language.rewriting, language.reading
    for match in language.pattern(rewriting.relative).finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        word = match.group("word").lower()
        if word in rewriting.relative_place:
            if reports_speech(left, language) or not _stands(left, language):
                continue
            if left[-1:].isdigit() or not language.pattern(rewriting.placed).search(left):
                continue
            if "," in right or len(words(right)) < SHORTEST:
                continue
            return [Piece(left), Piece(capitalised(rewriting.place.format(what=right)), leans=True)]
        if word not in rewriting.relative_subject or not starts_with_verb(right, language):
            continue
        if middle := _middle(left, right, language, word):
            return middle
        named = language.pattern(rf"{reading.full_name}$").search(left)
        if (
            named is None
            or IN_A_NAME.search(left[: named.start()])
            or (
                word not in rewriting.relative_person
                and language.pattern(rf"{rewriting.attached}\s*$").search(left[: named.start()])
            )
        ):
            continue
        if reports_speech(left, language) or not _stands(left, language):
            continue
        clause, comma, rest = right.partition(", ")
        if comma and ("," in rest or not rest[:1].islower() or len(words(clause)) < 3):
            continue
        if comma and language.pattern(rewriting.among).match(rest):
            continue
        if comma and (has_verb(rest, language) or "⟦" in rest):
            continue
        main = f"{left} {rest}" if comma else left
        return [Piece(main), Piece(f"{named.group(0)} {clause}")]
    return None


def _middle(left: str, right: str, language: Language, word: str) -> list[Piece] | None:
    """ "X, which does A, does B": two sentences, the second with a pronoun where that's sure."""
    if has_verb(left, language) or len(words(left)) > 6:
        return None
    if language.pattern(language.rewriting.attached).search(left):
        return None
    named = language.pattern(rf"{language.reading.full_name}$").search(left)
    if named and named.start() and word in language.rewriting.relative_person:
        left = named.group(0)
        if not language.pattern(language.rewriting.role_before).fullmatch(text_before(named)):
            return None
    for comma in re.finditer(r",\s+", right):
        clause, rest = right[: comma.start()], right[comma.end() :]
        if starts_with_verb(rest, language) and len(words(clause)) >= 3:
            again = _again(left, clause, word, language)
            return news_first(left, rest, again, clause)
    return None


def text_before(match: re.Match[str]) -> str:
    return match.string[: match.start()]


def _again(left: str, clause: str, word: str, language: Language) -> str:
    """How what was just spoken of is called next: by surname, a pronoun, or in full again."""
    if word in language.rewriting.relative_person:
        full = language.pattern(language.reading.full_name).fullmatch(left)
        whole = language.pattern(language.rewriting.never_short).match(left)
        return left.split()[-1] if full and not whole else left
    for pronoun, verbs in language.rewriting.again.items():
        if language.pattern(verbs).match(clause):
            return pronoun
    return left


def role_first(text: str, language: Language) -> str:
    """ "X, a spokesman for Y, said Z" with the role before the name, where it's a short one."""
    match = _appositive(text, language)
    if match is None or len(words(match.group("what"))) > SHORT_ROLE:
        return text
    name, what, rest = match.group("name"), match.group("what"), match.group("rest")
    return capitalised(language.rewriting.role_first.format(what=what, name=name, rest=rest))


def _appositive(text: str, language: Language) -> re.Match[str] | None:
    written = language.rewriting.apposition
    match = language.pattern(written).match(text) if written else None
    if match is None or not starts_with_verb(match.group("rest"), language):
        return None
    name = match.group("name")
    articled = name.split()[0].lower() in language.quoting.articles
    several = re.search(rf"\b{language.episode.conjunction}\b", name)
    return None if articled or several else match


def _apposition(text: str, language: Language) -> list[Piece] | None:
    """The role before the name; apart, where it's a long one."""
    match = _appositive(text, language)
    if match is None:
        return None
    first = role_first(text, language)
    if first != text:
        return [Piece(first)]
    name, what, rest = match.group("name"), match.group("what"), match.group("rest")
    return [Piece(language.rewriting.copula.format(name=name, what=what)), Piece(f"{name} {rest}")]


def _inserted(text: str, language: Language) -> list[Piece] | None:
    """ "The X, sent by Y, did Z" becomes "The X was sent by Y. It did Z."."""
    rewriting = language.rewriting
    match = language.pattern(rewriting.inserted).match(text) if rewriting.inserted else None
    if match is None or not starts_with_verb(match.group("rest"), language):
        return None
    left, part, rest = match.group("left"), match.group("part"), match.group("rest")
    for pronoun, shown in rewriting.inserted_again.items():
        if language.pattern(shown).match(part):
            still = (
                form
                for written, form in rewriting.inserted_still.items()
                if language.pattern(written).match(part)
            )
            first = next(still, rewriting.inserted_form).format(left=left, part=part)
            return [Piece(first), Piece(f"{pronoun} {rest}", leans=True)]
    return None


def _trailing(text: str, language: Language) -> list[Piece] | None:
    """ "A, the highest since B" becomes "A. That's the highest since B."."""
    for written, form in language.rewriting.trailing.items():
        match = language.pattern(written).search(text)
        if match is None:
            continue
        left = text[: match.start()]
        stands = _stands(left, language) and len(words(left)) >= LEAST
        if stands and not reports_speech(left, language) and not _is_conditional(left, language):
            return [Piece(left), _apart(form, match.group("what"))]
    return None


def _apart(form: str, what: str) -> Piece:
    """What trails after a sentence as it's said by itself."""
    return Piece(capitalised(form.format(what=what)), leans=True)


def _enumeration(text: str, language: Language) -> list[Piece] | None:
    """ "the images show a, b, c and d" becomes "... show a and b. And there's c and d."."""
    rewriting = language.rewriting
    if not rewriting.enumeration or len(words(text)) <= TOO_LONG:
        return None
    match = language.pattern(rewriting.enumeration).match(text)
    if match is None or reports_speech(text, language):
        return None
    first = rewriting.enumeration_first.format(**match.groupdict())
    return [Piece(first), Piece(rewriting.enumeration_more.format(**match.groupdict()), leans=True)]


def _list(text: str, language: Language) -> list[Piece] | None:
    """ "two models: A, a system for X, and B, a system for Y" becomes three sentences."""
    rewriting = language.rewriting
    match = language.pattern(rewriting.list_colon).match(text) if rewriting.list_colon else None
    if match is None or reports_speech(match.group("head"), language):
        return None
    found = [
        Piece(rewriting.copula.format(name=match.group(name), what=match.group(what).strip()))
        for name, what in (("name1", "what1"), ("name2", "what2"))
    ]
    return [Piece(match.group("head")), *found]


def _absolute(text: str, language: Language) -> list[Piece] | None:
    """ "A, X having been trained on Y" becomes "A. X was trained on Y."."""
    rewriting = language.rewriting
    if not rewriting.absolute_have:
        return None
    match = language.pattern(rewriting.absolute_have).search(text)
    if match is None or reports_speech(text[: match.start()], language):
        return None
    left = text[: match.start()]
    if not _stands(left, language):
        return None
    said = rewriting.absolute_has.format(name=match.group("name"), what=match.group("what"))
    return [Piece(left), Piece(said)]


def _meanwhile(text: str, language: Language) -> list[Piece] | None:
    """ "A as B" becomes "A. B."; both are told as they happened."""
    if not language.rewriting.meanwhile:
        return None
    for match in language.pattern(language.rewriting.meanwhile).finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if reports_speech(left, language) or language.pattern(language.reading.weighty).search(
            left
        ):
            return None
        subject = language.pattern(language.reading.subject_start).match(right)
        if (
            subject
            and len(words(left)) >= 6
            and has_verb(left, language)
            and len(words(right)) >= 5
            and _verb_near(right.partition(",")[0], language)
        ):
            return [Piece(left), Piece(capitalised(right), leans=True)]
    return None


def _clause(text: str, language: Language) -> list[Piece] | None:
    """ "A, when B" becomes "A. That was when B."; what is to come, denied or said stays whole."""
    for word, form in language.rewriting.clauses.items():
        left, mark, right = text.partition(f" {word} ")
        left = left.rstrip(",")
        if not mark or reports_speech(left, language) or len(words(left)) < 6:
            continue
        measure = language.rewriting.measure
        if measure and language.pattern(measure).search(left):
            continue
        if language.pattern(language.days.future).search(left):
            continue
        if language.pattern(language.reading.weighty).search(left):
            continue
        subject = language.pattern(language.reading.subject_start).match(right)
        if subject and _stands(left, language) and has_verb(right.partition(",")[0], language):
            return [Piece(left), _apart(form, right)]
    return None


def _shared(text: str, language: Language) -> list[Piece] | None:
    """ "Le X fait A et fait B" becomes "Le X fait A. Il fait B.", where the article tells which."""
    rewriting = language.rewriting
    article = re.sub(r"^[^ ,]{1,12}, ", "", text).split(" ")[0].lower()
    if not rewriting.shared or article not in rewriting.shared_subjects:
        return None
    for match in language.pattern(rewriting.shared).finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if language.pattern(rewriting.shared_bar).search(left) or reports_speech(left, language):
            return None
        if _stands(left, language) and starts_with_verb(right, language) and len(words(right)) >= 4:
            said = rewriting.shared_subjects[article].format(what=right)
            return [Piece(left), Piece(said, leans=True)]
    return None


def _dropped(text: str, language: Language) -> list[Piece] | None:
    """Of a very long sentence, a trailing participle clause goes where it weighs nothing."""
    rewriting = language.rewriting
    for written in (rewriting.participle, rewriting.absolute):
        match = language.pattern(written).search(text) if written else None
        if match is None or len(words(text)) <= TOO_LONG or weighs(match.group(0), language):
            continue
        left = text[: match.start()]
        if len(words(left)) >= 6 and has_verb(left, language):
            return [Piece(left)]
    return None


def _supplement(text: str, language: Language) -> list[Piece] | None:
    """Of a very long sentence, what only adds to a name at its end goes, unless it's grave."""
    if len(words(text)) <= TOO_LONG:
        return None
    for match in language.pattern(language.rewriting.relative).finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        named = re.search(rf"\b{language.episode.conjunction}\s+[A-ZÀ-Ý]", right)
        parts = right.split(", ")[1:]
        goes_on = bool(named) or any(starts_with_verb(part, language) for part in parts)
        if language.pattern(language.reading.grave).search(right) or "⟦" in right or goes_on:
            return None
        if len(words(left)) >= 8 and has_verb(left, language):
            return [Piece(left)]
    return None


def _answer(text: str, language: Language) -> list[Piece] | None:
    """The cause, the means or the aim stands apart, so that it can be asked for."""
    for kind, written in language.rewriting.tails.items():
        match = language.pattern(written).search(text)
        if match is None:
            continue
        left, tail = text[: match.start()], match.group("tail")
        if reports_speech(text, language) or not _plain(left, language):
            continue
        if not hangs_on_main_verb(text, match.start("tail"), language):
            continue
        if len(words(left)) < 5 or len(words(tail)) < LEAST_ANSWER or not has_verb(left, language):
            continue
        return [Piece(left), Piece(capitalised(tail), leans=True, answers=kind)]
    return None


def _plain(text: str, language: Language) -> bool:
    """Whether nothing in it is denied or conditional: "not A because of B" can't be cut."""
    return not language.pattern(language.reading.weighty).search(text)


RULES: tuple[Rule, ...] = (
    _semicolon,
    _although,
    _list,
    _enumeration,
    _absolute,
    _apposition,
    _inserted,
    _trailing,
    _relative,
    _joined,
    _clause,
    _meanwhile,
    _shared,
    added,
    _dropped,
    _answer,
    _supplement,
    clauses,
)
