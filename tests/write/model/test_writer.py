"""Whatever a model does, there is an episode, and nothing in it that the sources don't say."""

import json
import random
import re
from collections.abc import Sequence

import pytest

from podcaster.contracts import WriterSetup
from podcaster.models import ASSERTING_ROLES, Host, Script
from podcaster.write.evidence import judge
from podcaster.write.gate import gated
from podcaster.write.listener import faults
from podcaster.write.model.failures import BadAnswer, ModelFailed
from podcaster.write.model.writer import ModelWriter
from podcaster.write.offline.text import words
from tests.write.editions import BRIDGE_ITEM, LIBRARY_ITEM, PONT_ITEM, edition, measure, show, write
from tests.write.model.scripted import (
    BRIDGE,
    LIBRARY,
    SETTINGS,
    Lines,
    Model,
    Scripted,
    answer,
    good,
    line,
    sentences,
    story_of,
    written,
)

GRAVEST = "A man drowned in the river, and 2 people were injured."
TOLD = edition([BRIDGE_ITEM, LIBRARY_ITEM])
OFFLINE = write(TOLD)


def texts(script: Script) -> str:
    return "\n".join([script.title, script.summary, *(line.text for line in script.lines)])


def noted(script: Script) -> str:
    return "\n".join(script.notes)


def ask_of(lines: Lines) -> Model:
    """A model that tells the first story in these lines and the second as it should."""
    return lambda prompt: answer(lines if story_of(prompt) == "s1" else LIBRARY)


def test_the_models_words_stand_inside_the_offline_writers_frame() -> None:
    script = written(TOLD)
    said = texts(script)
    for told in (*BRIDGE, *LIBRARY):
        assert str(told["text"])[1:] in said
    assert [line.text for line in script.lines[:3]] == [line.text for line in OFFLINE.lines[:3]]
    assert "The Marlow Post" in said
    assert script.lines[-1].role == "close"
    assert "2 of 2 stories" in noted(script)
    assert not [line for line in script.lines if line.story_id and judge(line, TOLD)]
    assert not faults(script, TOLD)


def test_the_delivery_follows_from_what_is_said() -> None:
    script = written(TOLD)
    assert all(line.delivery.tone == "sombre" for line in script.lines if "died" in line.text)


def test_a_model_gets_the_show_and_the_numbered_sentences_and_no_page() -> None:
    chat = Scripted()
    hosts = (
        Host(name="Ava", voice="fake:a", persona="a dry economist"),
        Host(name="Noah", voice="fake:b", persona="asks what things cost"),
    )
    setup = WriterSetup(frozenset(), {**SETTINGS, "banned": ["at the end of the day"]})
    told_by = show().model_copy(update={"hosts": hosts})
    ModelWriter(setup, chat).write(TOLD, told_by, measure)
    system, story = (message["content"] for message in chat.asked[0])
    assert "a dry economist" in story
    assert "asks what things cost" in story
    assert "a conversation" in story
    assert re.search(r"about \d+ words", story)
    assert "at the end of the day" in system
    assert sentences(story).keys() == {s.id for s in TOLD.stories[0].sentences}
    assert BRIDGE_ITEM.url not in story
    assert LIBRARY_ITEM.title not in story


def test_days_are_shown_as_they_are_on_the_day_of_listening() -> None:
    chat = Scripted()
    ModelWriter(WriterSetup(frozenset(), SETTINGS), chat).write(TOLD, show(), measure)
    assert "collapsed yesterday" in chat.asked[0][1]["content"]


def test_only_the_beginning_of_a_long_story_is_shown_and_what_is_gravest() -> None:
    long = BRIDGE_ITEM.model_copy(
        update={
            "text": "\n\n".join(
                [*(f"The river is {n} metres deep at mark {n}." for n in range(90)), GRAVEST]
            )
        }
    )
    chat = Scripted(lambda prompt: "no")
    setup = WriterSetup(frozenset(), {**SETTINGS, "source_words": 100})
    ModelWriter(setup, chat).write(edition([long]), show(minutes=None), measure)
    shown = list(sentences(chat.asked[0][1]["content"]).values())
    assert len(words(" ".join(shown))) < 120
    assert shown[-1] == GRAVEST


# --- a model that fails -----------------------------------------------------------------------


def refusing(prompt: str) -> str:
    raise BadAnswer("the model refused")


def gone(prompt: str) -> str:
    raise ModelFailed("the server can't be reached")


@pytest.mark.parametrize(
    "model",
    [
        refusing,
        gone,
        lambda prompt: "",
        lambda prompt: "I'm sorry, I can't help with that.",
        lambda prompt: "null",
        lambda prompt: '{"lines": []}',
        lambda prompt: '{"lines": [{"host": "Ava"}, 3, null]}',
        lambda prompt: '{"lines": ' + "[" * 5000,
        lambda prompt: good(prompt)[:150],
        lambda prompt: answer([line("Ava", "fact", "Three people died.", "s7.99")]),
        lambda prompt: answer([line("Ava", "fact", "Three people died.")]),
        lambda prompt: answer([line("Ava", "question", "What happened?")]),
        lambda prompt: answer([line("Ava", "fact", "\x00" * 100, "s1.1", "s2.1")]),
    ],
    ids=range(13),
)
def test_an_episode_is_never_lost_to_a_model(model: Model) -> None:
    script = written(TOLD, model)
    assert script.lines == OFFLINE.lines
    assert noted(script).count("written without the model") == 2


def test_a_story_that_fails_leaves_the_others_alone() -> None:
    script = written(TOLD, lambda prompt: good(prompt) if story_of(prompt) == "s2" else "")
    assert str(LIBRARY[1]["text"]) in texts(script)
    assert "Eleven others were injured when the deck fell into the water." in texts(script)
    assert "written without the model (the answer isn't valid JSON): Three die" in noted(script)


def test_after_a_failure_that_is_final_nothing_more_is_asked() -> None:
    def broke(prompt: str) -> str:
        raise ModelFailed("the limit is spent", final=True)

    chat = Scripted(broke)
    script = ModelWriter(WriterSetup(frozenset(), SETTINGS), chat).write(TOLD, show(), measure)
    assert len(chat.asked) == 1
    assert script.lines == OFFLINE.lines
    assert noted(script).count("the limit is spent") == 2


@pytest.mark.parametrize(
    "around",
    [
        "Here is the dialogue:\n```json\n{}\n```\nEnjoy!",
        '<think>The user wants {"lines": []} I suppose.</think>{}',
        "{}",
    ],
)
def test_words_around_the_json_are_passed_over(around: str) -> None:
    script = written(TOLD, lambda prompt: around.replace("{}", good(prompt).replace("}]", "},]")))
    assert "2 of 2 stories" in noted(script)


def test_a_model_that_only_copies_is_not_heard_copying() -> None:
    def parrot(prompt: str) -> str:
        return answer([line("Ava", "fact", said, ref) for ref, said in sentences(prompt).items()])

    script = written(TOLD, parrot)
    assert not [fault for fault in faults(script, TOLD) if fault.fault == "copied"]


def test_an_answer_that_cannot_be_read_is_asked_for_again_with_the_reason() -> None:
    answers = iter(["Sure! Ava: three people died.", answer(BRIDGE), answer(LIBRARY)])
    chat = Scripted(lambda prompt: next(answers))
    script = ModelWriter(WriterSetup(frozenset(), SETTINGS), chat).write(TOLD, show(), measure)
    assert "2 of 2 stories" in noted(script)
    assert chat.asked[1][-2]["content"].startswith("Sure!")
    assert "isn't valid JSON" in chat.asked[1][-1]["content"]


def test_what_cannot_stand_is_mended_by_asking_again_with_the_reason() -> None:
    wrong = line("Ava", "fact", "Some 900 tools came from local firms.", "s2.3")
    answers = iter([answer(BRIDGE), answer([LIBRARY[0], wrong, LIBRARY[2]]), answer(LIBRARY)])
    chat = Scripted(lambda prompt: next(answers))
    script = ModelWriter(WriterSetup(frozenset(), SETTINGS), chat).write(TOLD, show(), measure)
    asked = chat.asked[2][-1]["content"]
    assert "line 2" in asked
    assert "900" in asked
    assert "900" not in texts(script)
    assert "1 mended by asking again" in noted(script)


def test_what_still_cannot_stand_is_said_in_the_sources_own_words() -> None:
    wrong = line("Ava", "fact", "Some 900 tools came from local firms.", "s2.3")
    script = written(
        TOLD, lambda p: answer(BRIDGE if story_of(p) == "s1" else [LIBRARY[0], wrong, LIBRARY[2]])
    )
    assert "900" not in texts(script)
    assert "Some 400 tools were donated by local firms" in texts(script)
    assert "1 replaced by the source's own sentence" in noted(script)


def test_what_has_no_sentence_of_its_own_is_dropped_and_its_question_with_it() -> None:
    lines = (
        *BRIDGE,
        line("Ava", "question", "Who pays for all this?"),
        line("Noah", "fact", "The taxpayers of the whole country pay.", "s1.9999"),
    )
    script = written(TOLD, ask_of(lines))
    assert "pays for all this" not in texts(script)
    assert "taxpayers" not in texts(script)
    assert "2 dropped" in noted(script)


def test_an_answer_to_a_question_that_goes_is_not_said_alone() -> None:
    lines = (
        *BRIDGE[:1],
        line("Noah", "question", "Was it a shameful crime?"),
        line("Ava", "fact", "Because of worries about the same type of bolt.", "s1.7"),
        *BRIDGE[2:],
    )
    script = written(TOLD, ask_of(lines))
    assert "shameful" not in texts(script)
    because = [at for at, line in enumerate(script.lines) if line.text.startswith("Because")]
    assert all(script.lines[at - 1].role == "question" for at in because)
    alone = [line("Noah", "question", "Was it a shameful crime?"), lines[2]]
    library = [line("Noah", "question", "Shame?"), line("Ava", "fact", "By local firms.", "s2.3")]
    script = written(TOLD, lambda prompt: answer(alone if story_of(prompt) == "s1" else library))
    assert script.lines == OFFLINE.lines


def test_a_telling_that_leaves_out_the_gravest_is_not_used() -> None:
    script = written(TOLD, ask_of(BRIDGE[2:]))
    assert "it left out the gravest (s1.1)" in noted(script)
    assert any("3 people died" in line.text for line in script.lines)


def test_naming_the_gravest_sentence_is_not_telling_it() -> None:
    harmless = line("Ava", "fact", "A footbridge over the Marlow river collapsed.", "s1.1")
    assert "it left out the gravest" in noted(written(TOLD, ask_of([harmless, *BRIDGE[2:]])))


# --- a model that makes things up -------------------------------------------------------------

INVENTED = re.compile(
    r"\b(?:47|forty-seven|9,?000|Bill|Torvald|Torvalds|Zurich|Acme|percent|million people|billion"
    r"|terror\w*|shameful|sabotage|wonderful|resign)\b|disgrace",
    re.IGNORECASE,
)
ADDITIONS = (
    ", said Bill Torvald",
    ", and 47 people fled to Zurich",
    " at a cost of 9,000 dollars",
    ", forty-seven in all",
    ". It was sabotage, and the mayor must resign",
    " in a terror attack",
)
LOOSE = (
    line("Noah", "fact", "Acme shares fell by 47 percent.", "s1.1", "s2.1"),
    line("Noah", "quote", "Bill Torvald said: “It is a disgrace.”", "s1.2", "s2.4"),
    line("Noah", "quote", "Rosa Whitfield said: “It is a disgrace.”", "s1.2"),
    line("Noah", "quote", "Marta Olsen said: “We are a disgrace.”", "s2.4"),
    line("Noah", "question", "Why did Bill Torvald do it?"),
    line("Noah", "question", "How did 47 people end up in Zurich?"),
    line("Noah", "question", "Was it sabotage?"),
    line("Noah", "reaction", "Shameful."),
    line("Noah", "reaction", "A disgrace, as Bill Torvald says."),
    line("Noah", "bridge", "Forty-seven, then."),
    line("Noah", "bridge", "Acme is behind it."),
)


def spoiled(lines: Lines, addition: str) -> list[dict[str, object]]:
    return [
        {**told, "text": f"{str(told['text'])[:-1]}{addition}{str(told['text'])[-1]}"}
        for told in lines
    ]


def liar(prompt: str) -> str:
    """Every line of every answer holds something made up."""
    told = {"s1": BRIDGE, "s2": LIBRARY}[story_of(prompt)]
    return answer([bad for addition in ADDITIONS for bad in spoiled(told, addition)] + list(LOOSE))


def half_liar(prompt: str) -> str:
    """Good lines with made-up ones among them: most of the telling can be used."""
    told = {"s1": BRIDGE, "s2": LIBRARY}[story_of(prompt)]
    mixed: list[object] = []
    for place, one in enumerate(told):
        mixed += [one] if one["role"] == "question" else [one, LOOSE[(place * 3) % len(LOOSE)]]
    return answer(mixed)  # type: ignore[arg-type]


@pytest.mark.parametrize("model", [liar, half_liar])
@pytest.mark.parametrize("minutes", [1.0, 5.0])
def test_nothing_made_up_gets_into_an_episode(model: Model, minutes: float) -> None:
    script = gated(written(TOLD, model, show(minutes)), TOLD, judge)
    assert not INVENTED.search(texts(script))
    assert any("died" in line.text for line in script.lines)
    assert sum(line.role in ASSERTING_ROLES for line in script.lines) >= 4


@pytest.mark.parametrize("extra", LOOSE, ids=lambda extra: extra["text"])
def test_each_invention_alone_among_good_lines_goes(extra: dict[str, object]) -> None:
    for place in (1, 4, len(BRIDGE)):
        script = written(TOLD, ask_of([*BRIDGE[:place], extra, *BRIDGE[place:]]))
        assert not INVENTED.search(texts(script)), script.lines
        assert "2 of 2 stories" in noted(script)


@pytest.mark.parametrize("addition", ADDITIONS)
def test_each_addition_to_a_good_line_goes(addition: str) -> None:
    for place in (0, 3, 4):
        lines = [
            *BRIDGE[:place],
            *spoiled(BRIDGE[place : place + 1], addition),
            *BRIDGE[place + 1 :],
        ]
        assert not INVENTED.search(texts(written(TOLD, ask_of(lines))))


# --- length, hosts, formats -------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [0.75, 1.0, 1.5, 2.0])
def test_a_script_is_not_longer_than_asked(minutes: float) -> None:
    script = written(TOLD, told_by=show(minutes))
    assert measure(script.lines) <= 60 * minutes + 2
    assert any("died" in line.text for line in script.lines)


def test_what_the_model_left_untold_fills_the_time() -> None:
    script = written(TOLD, told_by=show(5.0))
    assert any("Engineers closed two further bridges" in line.text for line in script.lines)
    told = [ref for line in script.lines if line.role in ("fact", "quote") for ref in line.evidence]
    assert told.count("s1.3") == 1


def test_a_host_who_says_too_much_shares_what_the_model_gave_them() -> None:
    alone = [{**told, "host": "Ava"} for told in BRIDGE]
    script = written(TOLD, ask_of(alone))
    said = {
        host.name: sum(len(words(line.text)) for line in script.lines if line.host == host.name)
        for host in script.hosts
    }
    assert max(said.values()) <= 0.65 * sum(said.values())


def hosts_of(script: Script, wanted: Sequence[str]) -> set[str]:
    return {line.host for line in script.lines if line.story_id and line.role in wanted}


def test_who_asks_does_not_answer() -> None:
    lines = written(TOLD, ask_of([{**told, "host": "Noah"} for told in BRIDGE])).lines
    asked = [at for at, line in enumerate(lines) if line.role == "question"]
    assert asked
    assert all(lines[at].host != lines[at + 1].host for at in asked)


def test_in_an_interview_the_first_host_only_asks() -> None:
    script = written(TOLD, told_by=show(format="interview"))
    assert str(BRIDGE[2]["text"]) in texts(script)
    assert hosts_of(script, ("fact", "quote")) == {"Noah"}
    assert hosts_of(script, ("question",)) == {"Ava"}


def test_a_brief_has_one_host_who_asks_nothing() -> None:
    script = written(TOLD, told_by=show(2.0, format="brief"))
    assert str(BRIDGE[2]["text"]) in texts(script)
    assert {line.host for line in script.lines} == {"Ava"}
    assert not [line for line in script.lines if line.role == "question"]


def test_a_deep_dive_asks_for_one_story() -> None:
    chat = Scripted()
    writer = ModelWriter(WriterSetup(frozenset(), SETTINGS), chat)
    writer.write(TOLD, show(format="deep-dive"), measure)
    assert [story_of(asked[1]["content"]) for asked in chat.asked] == ["s1"]


def test_three_hosts_work() -> None:
    three = [*BRIDGE[:3], {**BRIDGE[3], "host": "Mia"}, *BRIDGE[4:]]
    script = written(TOLD, ask_of(three), show(hosts=3))
    by_text = {line.text: line.host for line in script.lines}
    assert by_text[str(BRIDGE[3]["text"])] == "Mia"


def test_a_question_asked_within_the_month_is_not_asked_again() -> None:
    first = written(TOLD)
    used = frozenset(line.frame for line in first.lines if line.frame)
    asked = {str(told["text"]) for told in BRIDGE if told["role"] == "question"}
    assert all(text in texts(first) for text in asked)
    assert not any(text in texts(written(TOLD, used=used)) for text in asked)


def test_the_weather_is_told_without_the_model() -> None:
    stories = [TOLD.stories[0], TOLD.stories[1].model_copy(update={"topic": "weather"})]
    chat = Scripted()
    writer = ModelWriter(WriterSetup(frozenset(), SETTINGS), chat)
    script = writer.write(TOLD.model_copy(update={"stories": tuple(stories)}), show(), measure)
    assert {story_of(asked[1]["content"]) for asked in chat.asked} == {"s1"}
    assert "without the model" not in noted(script)


PONT: Lines = (
    line(
        "Camille",
        "fact",
        "À Vierzy, 3 personnes sont mortes dans la chute d’une passerelle.",
        "s1.1",
    ),
    line("Hugo", "question", "Combien de blessés ?"),
    line("Camille", "fact", "Onze autres personnes ont été blessées.", "s1.3"),
    line(
        "Hugo", "quote", "Lucie Ferrand a déclaré : « On a entendu un craquement énorme ».", "s1.2"
    ),
    line("Camille", "fact", "La mairie prévoit 2 millions d’euros pour un nouveau pont.", "s1.5"),
)


def test_it_works_in_french() -> None:
    told = edition([PONT_ITEM], language="fr")
    script = written(told, lambda prompt: answer(PONT), show(language="fr"))
    assert "1 of 1 stories" in noted(script)
    assert "Combien de blessés" in texts(script)
    lies = [
        line("Hugo", "fact", "Le maire Jean Dupuis a démissionné.", "s1.1"),
        line("Hugo", "question", "Pourquoi Jean Dupuis a-t-il fui ?"),
        line("Hugo", "fact", "Le pont coûtera 47 millions d’euros.", "s1.5"),
        line("Hugo", "reaction", "Une honte."),
    ]
    mixed = [one for pair in zip(PONT, [*lies, lies[0]], strict=True) for one in pair]
    said = texts(written(told, lambda prompt: answer(mixed), show(language="fr")))
    assert not re.search(r"Dupuis|47|honte", said)


def test_a_model_that_gives_half_a_megabyte_is_read_in_time() -> None:
    many = [line("Ava", "fact", "Three people died. " * 50, "s1.1") for _ in range(500)]
    assert written(TOLD, lambda prompt: json.dumps({"lines": many})).lines == OFFLINE.lines


def told_by_chance(seed: int) -> Model:
    """Lines of the prompt's own words and of rubbish, in any order and role."""
    chance = random.Random(seed)

    def model(prompt: str) -> str:
        ids = list(sentences(prompt))
        pool = [
            *" ".join(sentences(prompt).values()).split(),
            "?",
            "“",
            "”",
            "—",
            "\u0000",
            "47",
            "…",
        ]
        return answer(
            [
                line(
                    chance.choice(["Ava", "Noah", "Bob", ""]),
                    chance.choice(["fact", "quote", "question", "reaction", "bridge", "open"]),
                    " ".join(chance.choices(pool, k=chance.randint(1, 20))) + chance.choice(".?!”"),
                    *chance.sample([*ids, "s9.9", ""], chance.randint(0, 3)),
                )
                for _ in range(chance.randint(1, 8))
            ]
            + list({"s1": BRIDGE, "s2": LIBRARY}[story_of(prompt)]) * chance.randint(0, 1)
        )

    return model


@pytest.mark.parametrize("seed", range(12))
def test_no_answer_brings_it_down(seed: int) -> None:
    script = written(TOLD, told_by_chance(seed))
    assert any("died" in line.text for line in script.lines)
    assert not [line for line in script.lines if line.story_id and judge(line, TOLD)]
