"""What a release does to the tree: rebuilt days, old audio, what's kept, who gets the files."""

import datetime as dt
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from lxml import etree

from podcaster.contracts import PublishedFile, PublishReport
from podcaster.errors import PublishError
from podcaster.models import Numbers, Recording
from podcaster.publish import publish
from podcaster.publish.folder import FolderPublisher
from podcaster.publish.release import republish
from tests.publish.days import DAY, NOW, Desk, edition, master, mp3, recording, script, show

LATER = NOW + dt.timedelta(hours=2)


def enclosures(desk: Desk) -> list[str]:
    feed = etree.parse(desk.out / "daily" / "feed.xml")
    return [enclosure.get("url") for enclosure in feed.findall("channel/item/enclosure")]


def modified(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_rebuilt_day_keeps_guid_and_date_and_gets_new_audio(desk: Desk) -> None:
    first = desk.publish()
    second = desk.publish(now=LATER, audio=mp3(880))
    assert first.guid == second.guid
    assert first.audio != second.audio
    assert not first.audio.exists()
    (url,) = enclosures(desk)
    assert url.endswith(second.audio.name)
    feed = etree.parse(second.feed)
    assert feed.findtext("channel/item/pubDate") == "Tue, 24 Nov 2026 06:30:00 +0000"


def test_publishing_the_same_again_writes_nothing(desk: Desk) -> None:
    desk.publish()
    before = modified(desk.out / "daily")
    desk.publish(now=LATER)
    assert modified(desk.out / "daily") == before


def test_a_second_show_gets_its_own_feed_and_both_are_listed(desk: Desk) -> None:
    desk.publish()
    told = script().model_copy(update={"show": "daily-fr"})
    french = show(name="daily-fr", title="La Paire du matin", language="fr")
    taken = recording(told)
    finished = master(told, taken, desk.folder / "work" / "fr.mp3", mp3(300))
    publish(
        edition(),
        told,
        taken,
        finished,
        french,
        desk.covers(),
        FolderPublisher(desk.out),
        desk.library,
        desk.out,
        desk.base_url,
        NOW,
        {},
        desk.picture(),
        Numbers.of(DAY),
    )
    listed = etree.parse(desk.out / "podcasts.opml").findall("body/outline")
    assert [(entry.get("text"), entry.get("xmlUrl")) for entry in listed] == [
        ("La Paire du matin", "https://pods.example.org/x/daily-fr/feed.xml"),
        ("The Morning Pair", "https://pods.example.org/x/daily/feed.xml"),
    ]
    guids = {
        etree.parse(feed).findtext("channel/{https://podcastindex.org/namespace/1.0}guid")
        for feed in desk.out.glob("*/feed.xml")
    }
    assert len(guids) == 2


def test_the_feed_keeps_the_newest_and_what_it_drops_is_gone(desk: Desk) -> None:
    short = show(keep=2)
    published = [
        desk.publish(DAY - dt.timedelta(days=back), NOW - dt.timedelta(days=back), of=short)
        for back in (2, 1, 0)
    ]
    assert len(enclosures(desk)) == 2
    dropped = published[0].audio.parent
    (dropped / "script.yaml").touch()
    assert not published[0].audio.exists()
    assert [path.name for path in dropped.iterdir()] == ["script.yaml"]
    assert all(episode.audio.exists() for episode in published[1:])


def test_what_is_too_old_leaves_the_feed_however_few_there_are(desk: Desk) -> None:
    for back in (9, 3, 2, 0):
        desk.publish(DAY - dt.timedelta(days=back), NOW, of=show(keep_days=3))
    assert [url.rsplit("/")[-2] for url in enclosures(desk)] == ["2026-11-24", "2026-11-22"]
    assert not list(desk.out.glob("daily/2026-11-21/*.mp3"))


def test_what_publishing_did_not_put_there_stays(desk: Desk) -> None:
    desk.publish()
    drafts = [
        desk.out / "daily" / DAY.isoformat() / name for name in ("script.yaml", "edition.json")
    ]
    for draft in drafts:
        draft.write_text("mine")
    desk.publish(now=LATER, audio=mp3(880))
    assert all(draft.read_text() == "mine" for draft in drafts)


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_an_episode_whose_audio_was_harmed_leaves_the_feed(desk: Desk, harm: str) -> None:
    yesterday = desk.publish(DAY - dt.timedelta(days=1), NOW - dt.timedelta(days=1))
    if harm == "gone":
        yesterday.audio.unlink()
    else:
        os.truncate(yesterday.audio, 100)
    today = desk.publish()
    (url,) = enclosures(desk)
    assert url.endswith(today.audio.name)


def test_what_is_left_of_a_harmed_episode_stays_and_a_rebuild_brings_it_back(desk: Desk) -> None:
    yesterday, then = DAY - dt.timedelta(days=1), NOW - dt.timedelta(days=1)
    harmed = desk.publish(yesterday, then)
    (harmed.audio.parent / "chapters.json").unlink()
    desk.publish()
    assert len(enclosures(desk)) == 1
    assert harmed.audio.exists()
    desk.publish(yesterday, NOW)
    assert len(enclosures(desk)) == 2


def test_the_podcasts_guid_outlives_a_new_base_url(desk: Desk) -> None:
    def guid() -> str | None:
        feed = etree.parse(desk.out / "daily" / "feed.xml")
        return feed.findtext("channel/{https://podcastindex.org/namespace/1.0}guid")

    desk.publish()
    first = guid()
    moved = replace(desk, base_url="https://elsewhere.example")
    moved.publish(now=LATER)
    assert guid() == first
    assert enclosures(desk)[0].startswith("https://elsewhere.example/daily/")


def test_republishing_moves_the_feed_without_building_anything(desk: Desk) -> None:
    episode = desk.publish()
    warnings: list[str] = []
    tree = FolderPublisher(desk.out)
    republish(show(), desk.library, tree, desk.out, None, LATER, warnings.append)
    assert enclosures(desk) == [f"http://localhost:8000/daily/{DAY}/{episode.audio.name}"]
    assert warnings == []


@dataclass
class Recorder:
    """Another publisher: notes what it's given."""

    given: list[str] = field(default_factory=list)

    def publish(self, files: Sequence[PublishedFile]) -> PublishReport:
        assert all(file.path.is_file() for file in files)
        self.given += [file.address for file in files]
        return PublishReport(written=len(files), unchanged=0)


def test_another_publisher_gets_the_whole_release_with_the_feed_last(desk: Desk) -> None:
    yesterday = desk.publish(DAY - dt.timedelta(days=1), NOW - dt.timedelta(days=1))
    today = desk.publish()
    recorder = Recorder()
    republish(show(), desk.library, recorder, desk.out, None, NOW, lambda _: None)
    assert recorder.given[-1] == "daily/feed.xml"
    assert len(recorder.given) == len(set(recorder.given))
    for episode in (yesterday, today):
        assert episode.audio.relative_to(desk.out).as_posix() in recorder.given
        assert episode.page.relative_to(desk.out).as_posix() in recorder.given


def test_the_report_is_published_beside_the_episode(desk: Desk) -> None:
    episode = desk.publish(report={"loudness": -16.1, "path": Path("x")})
    report = json.loads((episode.audio.parent / "report.json").read_text())
    assert report == {"loudness": -16.1, "path": "x"}


def test_a_translated_sentence_has_its_original_beside_it(desk: Desk) -> None:
    story, other = edition().stories
    item = story.lead.model_copy(update={"translated_from": "de"})
    original = "Die Brücke in Kehl <öffnet> heute."
    first = story.sentences[0].model_copy(update={"original": original})
    changes = {"items": (item,), "sentences": (first, *story.sentences[1:])}
    stories = (story.model_copy(update=changes), other)
    episode = desk.publish(news=edition().model_copy(update={"stories": stories}))
    entries = json.loads((episode.audio.parent / "evidence.json").read_text(encoding="utf-8"))
    cited = {s["id"]: s for entry in entries for s in entry["sentences"]}
    assert (cited["s1.1"]["original"], cited["s1.1"]["language"]) == (original, "de")
    assert "original" not in cited["s1.2"]
    page = episode.page.read_text(encoding="utf-8")
    assert "Translated from the original (German):" in page
    assert '<span lang="de">Die Brücke in Kehl &lt;öffnet&gt; heute.</span>' in page


def test_evidence_stands_behind_each_line_in_file_and_page(desk: Desk) -> None:
    episode = desk.publish()
    entries = json.loads((episode.audio.parent / "evidence.json").read_text())
    sentence = next(entry for entry in entries if entry["line"] == "l2")["sentences"][0]
    assert sentence["text"] == "The bridge at Kehl opens today."
    page = episode.page.read_text(encoding="utf-8")
    assert "https://example.org/s1?a=1&amp;b=2" in page
    assert "<blockquote><p>The bridge at Kehl opens today.</p>" in page


def test_takes_that_do_not_match_the_lines_are_refused(desk: Desk) -> None:
    told = script()
    taken = recording(told)
    finished = master(told, taken, desk.folder / "a.mp3", mp3(440))
    fewer = Recording(takes=taken.takes[:-1])
    with pytest.raises(PublishError, match="7 lines, 6 takes"):
        publish(
            edition(),
            told,
            fewer,
            finished,
            show(),
            desk.covers(),
            FolderPublisher(desk.out),
            desk.library,
            desk.out,
            None,
            NOW,
            {},
            desk.picture(),
            None,
        )
    assert not (desk.out / "daily" / "feed.xml").exists()
