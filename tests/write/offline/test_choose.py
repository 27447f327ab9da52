"""Sentences that stand together are told together, from where their paragraph begins."""

import datetime as dt
from dataclasses import replace

from podcaster.write.offline.blocks import BASE_STEPS, cut_short, within_share
from podcaster.write.offline.choose import Step, lead, steps, told
from podcaster.write.offline.days import Calendar
from podcaster.write.offline.facts import Fact, Material, Unit
from podcaster.write.offline.language import load
from podcaster.write.offline.material import material
from tests.write.editions import edition, item

MATCH = """
Halden won the cup on Sunday, beating Vierzy 4-2 on penalties.

Rosa Whitfield put Halden ahead after ten minutes. Marta Olsen scored a second goal.

Then Vierzy scored twice in two minutes. Whitfield scored again. Vierzy equalized at the end.

It is the third title for Halden.
"""
FLOOD = """
The river rose by three metres at Halden.

The library opened its doors to those who had to leave.

The mayor thanked the fire brigade for its work. Two people died near the mill.

Shops will open again in May.
"""


def read(text: str) -> Material:
    story = edition([item(text, "Halden", "Halden Post")]).stories[0]
    calendar = Calendar(load("en"), None, dt.date(2024, 5, 14))
    return material(story, load("en"), calendar)


def test_a_paragraph_is_told_from_its_beginning_and_in_its_order() -> None:
    found = read(MATCH)
    heard: dict[int, int] = {}
    for step in steps(found, 0):
        assert step.nth == heard.get(step.run, 0)
        heard[step.run] = step.nth + 1
    assert len(heard) == 2


def test_what_is_chosen_is_told_as_the_article_has_it() -> None:
    found = read(MATCH)
    places = [fact.place for unit in told(found, steps(found, 0)) for fact in unit]
    assert places == sorted(places)


def test_what_leads_to_the_gravest_comes_with_it_and_first() -> None:
    found = read(FLOOD)
    texts = [found.units[step.unit].text for step in steps(found, 0)]
    died = next(number for number, text in enumerate(texts) if "died" in text)
    assert "fire brigade" in texts[died - 1]
    assert not any("Shops" in text for text in texts[:died])


def test_the_lead_is_what_the_article_begins_with() -> None:
    assert lead(read(MATCH)) == 0


def test_what_is_grave_does_not_come_between_the_lead_and_its_news() -> None:
    found = read(FLOOD)
    title = Fact(
        "Flood drives hundreds from their homes in Halden", ("s1.1",), 0, value=2.0, opens=True
    )
    opened = replace(found, units=(Unit((title,)), *found.units[1:]))
    texts = [unit[0].text for unit in told(opened, steps(opened, 0))]
    assert texts[0] == title.text
    assert "library" in texts[1]
    assert texts.index("Two people died near the mill.") < texts.index(
        "Shops will open again in May."
    )


def test_harm_of_another_year_stays_in_its_place() -> None:
    found = read(FLOOD.replace("Two people died", "In 1997, two people died"))
    places = [fact.place for unit in told(found, steps(found, 0)) for fact in unit]
    assert places == sorted(places)


def step(nth: int, *, run: int = 1, loose: bool = False) -> Step:
    return Step(0, run, nth, nth, 1, nth, 1.0, must=False, facts=1, copied=0, quoted=0, loose=loose)


def test_a_run_is_cut_short_between_its_second_sentence_and_its_last() -> None:
    run = [step(n) for n in range(BASE_STEPS + 1)]
    assert cut_short(run[:-1], run) == 1
    assert cut_short(run, run) == 0
    after = replace(run[-1], loose=True)
    assert cut_short(run[:-1], [*run[:-1], after]) == 0


def test_a_story_that_gets_less_than_its_base_is_cut_short_where_there_is_more_of_it() -> None:
    run = [step(n) for n in range(BASE_STEPS + 2)]
    assert cut_short(run[: BASE_STEPS - 1], run) > cut_short(run[:BASE_STEPS], run)
    assert cut_short(run[:1], run[:1]) == 0


QUOTED = """
"We heard a crack like thunder," said Rosa Whitfield, a baker. The bridge at Halden fell on Monday.

It had been built by the county.

Three people died in the water.
"""


def test_the_news_comes_before_a_quotation_above_it() -> None:
    found = read(QUOTED)
    first = steps(found, 0)[0]
    assert "fell" in found.units[first.unit].text
    assert not found.units[first.unit].facts[0].speaker


def test_what_must_be_told_waits_for_no_share() -> None:
    long = (
        "The mayor asked everybody who lives beside the old mill to leave home before midnight.",
        "Firefighters from seven villages carried sandbags through the narrow lanes all evening.",
        "Trains stopped between Halden and Vierzy because mud covered both tracks for hours.",
    )
    text = f"The river rose at Halden.\n\n{' '.join(long)} Three people died in their cars."
    found = read(text)
    assert any(step.must for step in steps(found, 0))
    assert "died" in " ".join(fact.text for unit in told(found, steps(found, 0)) for fact in unit)


def test_an_episode_keeps_to_its_share_of_copied_lines() -> None:
    run = [step(number) for number in range(9)]
    copied = [replace(one, copied=1) if one.nth in (0, 2, 6, 7) else one for one in run]
    kept = within_share(copied)
    assert sum(one.copied for one in kept) == 1
    assert kept == copied[:2]
    standing = [replace(one, stands=True) for one in copied]
    assert [one.nth for one in within_share(standing)] == [0, 1, 3, 4, 5, 8]
    assert within_share(run) == run


def test_what_points_at_a_sentence_is_told_after_it_or_not_at_all() -> None:
    text = """
The ferry to Halden was delayed on Monday.

Passengers waited for hours. The harbour stayed shut.

Divers began to look for a lost anchor in the bay.

Nobody in town knew who had owned the anchor.

Shops will open again in May.
"""
    found = read(text)
    order = steps(found, 0)
    places = [step.place for step in order]
    [anchor] = [step for step in order if "who had owned" in found.units[step.unit].text]
    assert anchor.needs is not None
    assert places.index(anchor.needs) < places.index(anchor.place)
    divers = next(step for step in order if step.place == anchor.needs)
    assert anchor.follows(divers)
