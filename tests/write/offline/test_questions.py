"""A question is asked where the next fact answers it, and of the story's own event only."""

from dataclasses import replace

import pytest

from podcaster.write.offline.facts import Fact
from podcaster.write.offline.language import load
from podcaster.write.offline.questions import Known, Lead, leads_to_harm, questions, reply
from podcaster.write.offline.quotes import quotation
from podcaster.write.offline.text import protect

BEFORE = Fact("The road was closed.", ("s1.1",), 1)
GRAVE = Known(frozenset(), frozenset(), own_harm=True)


def asked(text: str, known: Known = GRAVE, language: str = "en", **more: object) -> list[str]:
    fact = Fact(text, ("s1.2",), 2, **more)  # type: ignore[arg-type]
    return [lead.kind for lead in questions(fact, BEFORE, known, load(language))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Twelve people died on the roads.", "en"),
        ("The landslide killed at least 40 and cut off three villages.", "en"),
        ("Onze autres personnes ont été blessées.", "fr"),
        ("Tres personas resultaron heridas.", "es"),
    ],
)
def test_the_toll_of_the_storys_own_event_is_asked_for(text: str, language: str) -> None:
    assert asked(text, GRAVE, language)[:1] == ["harm"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two crashes of the same plane, in 2018 and 2019, killed 346 people.", "en"),
        ("The agency said 416 motorists died during the weekend last year.", "en"),
        ("Malaria kills 260,000 children every year.", "en"),
        ("In 2012 a dentist from India died of an infection.", "en"),
        ("Servier devra verser plus de 180 millions d’euros aux victimes.", "fr"),
        ("L’an dernier, 12 personnes sont mortes sur cette route.", "fr"),
        ("En noviembre, un hombre de 72 años fue hallado muerto.", "es"),
    ],
)
def test_nobody_asks_for_the_victims_of_another_event(text: str, language: str) -> None:
    assert "harm" not in asked(text, GRAVE, language)


def test_the_toll_is_asked_for_once_and_only_where_the_event_did_harm() -> None:
    text = "Eleven others were injured."
    assert "harm" not in asked(text, Known(frozenset(), frozenset()))
    told = Known(frozenset(), frozenset(), said="3 people died.", own_harm=True)
    assert "harm" not in asked(text, told)


def test_nobody_asks_what_comes_next_or_what_was_years_back() -> None:
    assert asked("The collector had paid $127 million for the picture in 2013.") == []
    assert asked("The tunnel will open to all traffic again on Friday morning.") == []
    assert asked("“It will open,” the mayor wrote of the road.") == []


def test_somebody_who_has_just_been_heard_is_not_asked_for() -> None:
    heard = Known(frozenset(), frozenset({"Falcke"}), last="Heino Falcke spoke in Brussels.")
    away = Known(frozenset(), frozenset({"Falcke"}), last="More than 200 people took part.")
    assert asked("“It was dark.”", heard, speaker="Falcke") == []
    assert asked("“It was dark.”", away, speaker="Falcke") == ["voice"]


@pytest.mark.parametrize(
    ("said", "text", "language", "kind", "values"),
    [
        ("NASA released images.", "The images show a star.", "en", "shows", ("the images", "do")),
        (
            "La NASA a publié des images.",
            "Les images montrent une étoile.",
            "fr",
            "shows",
            ("les images", "montrent"),
        ),
        (
            "A union called a strike.",
            "The union wants 9 percent.",
            "en",
            "wants",
            ("the union", "does"),
        ),
    ],
)
def test_one_asks_what_a_known_thing_shows_or_wants(
    said: str, text: str, language: str, kind: str, values: tuple[str, str]
) -> None:
    def kinds(known: Known, *, opens: bool = True) -> list[Lead]:
        fact = Fact(text, ("s1.2",), 2, opens=opens)
        return list(questions(fact, BEFORE, known, load(language)))

    known = Known(frozenset(), frozenset(), said=said)
    assert kinds(known)[0] == Lead(kind, dict(zip(("subject", "verb"), values, strict=True)))
    assert kind not in [lead.kind for lead in kinds(known, opens=False)]
    assert kind not in [lead.kind for lead in kinds(Known(frozenset(), frozenset()))]


@pytest.mark.parametrize(
    ("text", "language", "kind", "values", "answer"),
    [
        (
            "Turnout was 72 percent, the highest since 1992.",
            "en",
            "topic",
            "turnout",
            "It was 72 percent, the highest since 1992.",
        ),
        (
            "La participation a atteint 51 % dans tout le pays.",
            "fr",
            "topic",
            "la participation",
            "Elle a atteint 51 % dans tout le pays.",
        ),
        (
            "In Scotland, 62 percent of voters were for staying.",
            "en",
            "where",
            "in Scotland",
            "62 percent of voters were for staying.",
        ),
    ],
)
def test_one_asks_for_a_thing_or_a_place_by_its_name(
    text: str, language: str, kind: str, values: str, answer: str
) -> None:
    fact = Fact(text, ("s1.2",), 2)
    known = Known(frozenset({"Scotland"}), frozenset())
    found = list(questions(fact, BEFORE, known, load(language)))
    assert [lead.kind for lead in found if lead.kind == kind]
    lead = next(lead for lead in found if lead.kind == kind)
    assert values in lead.values.values()
    assert lead.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "The price wasn’t made public.",
        "A bank failed on Monday.",
        "The shipping company Flynas bought 30 ships.",
        "On 17 November, the revolt started.",
    ],
)
def test_one_asks_for_nothing_unheard_of_denied_or_just_past(text: str) -> None:
    found = questions(Fact(text, ("s1.2",), 2), BEFORE, Known(frozenset(), frozenset()), load("en"))
    assert [lead.kind for lead in found] == []


@pytest.mark.parametrize(
    ("text", "language", "kind", "answer"),
    [
        ("That was in 2005.", "en", "when", "In 2005."),
        ("That’s the largest failure since 2008.", "en", "", ""),
        ("C’était en 1987.", "fr", "when", "En 1987."),
        ("Fue en 1997.", "es", "when", "En 1997."),
    ],
)
def test_what_leans_on_a_fact_can_be_the_answer_to_a_question(
    text: str, language: str, kind: str, answer: str
) -> None:
    assert reply(text, load(language)) == (kind, answer)


def test_no_graver_side_is_announced_before_an_earlier_year() -> None:
    fact = Fact("In 1999 over 17,000 people died.", ("s1.2",), 2, must=True, deadly=True)
    assert not leads_to_harm(replace(fact, place=9), BEFORE, load("en"))
    own = replace(fact, text="Over 17,000 people died.", place=9)
    assert leads_to_harm(own, BEFORE, load("en"))


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("In an interview with NBC he said: “We are sorry for it.”", "en", ""),
        ("“We are sorry for it,” Bill Nelson, its head, said at a news conference.", "en", None),
        ("Samedi à Washington Barack Obama a déclaré : « C’est la meilleure chance. »", "fr", ""),
        ("« Quelle douleur immense », a écrit la CGT de la centrale sur Twitter.", "fr", "la CGT"),
        (
            "« Il m’avait prévenu la veille », a dit le maire, Paul Roux, nommé en 2019 et qui"
            " n’avait encore rien gagné à ce poste.",
            "fr",
            "le maire, Paul Roux, nommé en 2019",
        ),
    ],
)
def test_a_speaker_is_a_name_or_a_role_and_nothing_around_it(
    text: str, language: str, speaker: str | None
) -> None:
    found = quotation(protect(text), load(language))
    said_by = found.speaker if found else ""
    if speaker is None:
        assert "conference" not in said_by
    else:
        assert said_by.startswith(speaker)
        assert "Twitter" not in said_by
        assert not said_by.endswith(" et")
        assert bool(said_by) == bool(speaker)


def test_what_a_question_names_is_answered_by_a_pronoun() -> None:
    text = "Shareholders of Hawaiian are to receive 18 dollars a share in cash."
    fact = Fact(text, ("s1.2",), 2)
    found = questions(fact, BEFORE, Known(frozenset(), frozenset()), load("en"))
    lead = next(lead for lead in found if lead.kind == "shareholders")
    assert lead.answer == "They are to receive 18 dollars a share in cash."


def test_nobody_asks_for_whom_the_answer_would_only_repeat() -> None:
    known = Known(frozenset(), frozenset(), said="Gasoline rose.")
    text = "The White House said the average price of gasoline has dropped by 40 cents a gallon."
    assert not any(
        lead.values.get("who") or lead.values.get("subject")
        for lead in questions(Fact(text, ("s1.2",), 2), BEFORE, known, load("en"))
    )


def test_nobody_asks_for_reactions_right_after_one() -> None:
    text = "US President Barack Obama congratulated him."
    told = Known(frozenset(), frozenset(), said="Salman Rushdie called it a “great choice”.")
    assert "reaction" in asked(text, Known(frozenset(), frozenset(), said="He won a prize."))
    assert "reaction" not in asked(text, told)


def test_a_name_that_the_parser_takes_for_a_noun_keeps_its_capital() -> None:
    fact = Fact("Tsipras said that the mandate wasn’t one for a rupture.", ("s1.2",), 2)
    known = Known(frozenset(), frozenset({"Tsipras"}), said="Alexis Tsipras resigned.\nHe left.")
    made = [lead.asked for lead in questions(fact, BEFORE, known, load("en")) if lead.asked]
    assert [one.question for one in made] == ["And what did Tsipras say?"]


def test_nobody_asks_whether_anyone_came_to_harm_after_the_dead() -> None:
    text = "Nobody aboard the ship was seriously injured."
    assert "unhurt" in asked(text, Known(frozenset(), frozenset(), said="It ran aground."))
    told = "It ran aground.\nThe six others are presumed dead.\nIts crew called for help."
    assert "unhurt" not in asked(text, Known(frozenset(), frozenset(), said=told))
