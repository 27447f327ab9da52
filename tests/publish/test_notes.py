"""Show notes name every source; what directories read of them is whole HTML within 4000 bytes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from podcaster.models import Chapter
from podcaster.publish.notes import Notes, description_html, notes_html
from podcaster.publish.record import SourceLink, VoiceCredit
from podcaster.publish.words import words

text = st.text(max_size=300)


def notes(summary: str = "Today.", sources: int = 2, title: str = "A & <B>") -> Notes:
    return Notes(
        summary,
        [Chapter(start=0, title="Start"), *(Chapter(start=n * 70, title=title) for n in (1, 2))],
        [
            SourceLink(source=f"Press {n}", title=title, url=f"https://example.org/{n}?a=1&b=2")
            for n in range(sources)
        ],
        [VoiceCredit(host="Ava", voice="kokoro:af_heart", licence="Apache-2.0", credit="hexgrad")],
        "en",
    )


def test_they_hold_chapters_sources_voices_and_the_notice() -> None:
    found = notes_html(notes())
    assert "<br />00:00:00 Start<br />00:01:10 A &amp; &lt;B&gt;" in found
    assert '<a href="https://example.org/1?a=1&amp;b=2">A &amp; &lt;B&gt;</a>' in found
    assert "Ava: kokoro:af_heart (Apache-2.0, hexgrad)" in found
    assert words("en")["notice"] in found


def test_a_licence_that_asks_to_be_named_is() -> None:
    url = "https://open-meteo.com/"
    weather = SourceLink(source="Open-Meteo", title="Paris", url=url, licence="CC BY 4.0")
    found = notes_html(replace(notes(), sources=[weather]))
    assert f'<li>Open-Meteo: <a href="{url}">Paris</a> (CC BY 4.0)</li>' in found


@given(summary=st.text(max_size=6000), title=text, sources=st.integers(0, 90))
def test_the_description_is_well_formed_and_within_4000_bytes(
    summary: str, title: str, sources: int
) -> None:
    found = description_html(notes(summary, sources, title))
    assert len(found.encode()) <= 4000
    assert words("en")["notice" if sources else "notice_alone"] in found
    etree.fromstring(f"<div>{found}</div>")


def test_without_sources_none_are_promised() -> None:
    found = notes_html(notes(sources=0))
    assert words("en")["notice_alone"] in found
    assert "below" not in found


def test_a_cut_takes_sources_before_it_takes_the_notice() -> None:
    found = description_html(notes(sources=200))
    assert words("en")["notice"] in found
    assert found.endswith("</ul>")
    assert "Press 3" in found
    assert "Press 199" not in found


def test_two_chapters_are_no_list_that_apps_would_take() -> None:
    few = notes()
    two = Notes(few.summary, few.chapters[:2], few.sources, few.voices, "en")
    assert "00:00:00" not in notes_html(two)
