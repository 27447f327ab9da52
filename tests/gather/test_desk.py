"""The whole desk, on a real server: what is told, what isn't, and why."""

import datetime as dt
import threading
from pathlib import Path
from typing import Any

import pytest
import trafilatura

from podcaster.errors import NothingToTell
from podcaster.gather import gather
from podcaster.models import Edition, Source, Story
from podcaster.request import BuildRequest
from podcaster.store.library import Library, Told
from tests.gather.conftest import (
    BRIDGE,
    NEWS,
    NOW,
    TODAY,
    Answer,
    Recorder,
    Site,
    days_ago,
    entry,
    make_request,
    make_show,
    page,
    rss,
)


class Desk:
    """Gathers with one library and one cache, as builds of one show do."""

    def __init__(self, folder: Path, library: Library, progress: Recorder) -> None:
        self.folder, self.library, self.progress = folder, library, progress

    def gather(self, request: BuildRequest) -> Edition:
        return gather(request, self.library, self.folder / "http", self.progress)

    def tell(self, edition: Edition) -> None:
        """What the pipeline does when an episode is published."""
        self.library.mark_told(
            edition.show,
            edition.date,
            [Told(edition.date, item.id, s.title) for s in edition.stories for item in s.items],
        )


@pytest.fixture
def desk(tmp_path: Path, library: Library, progress: Recorder) -> Desk:
    return Desk(tmp_path, library, progress)


EVENTS = {
    "bridge": ("Old bridge over the Tarn closed", BRIDGE),
    "lynx": (
        "Lynx seen in the Vosges for the first time in decades",
        (
            "A lynx with two cubs has been filmed in the Vosges mountains, the forest office said.",
            "Lynxes were released there between 1983 and 1993, and almost none were left by 2020.",
            "The animals were filmed by an automatic camera near Saverne on Sunday night.",
        ),
    ),
    "comet": (
        "Comet passes close to the Sun and survives",
        (
            "A comet discovered by students in Chile has passed within 900,000 kilometres of the"
            " Sun and survived, astronomers said on Monday.",
            "It will be visible to the naked eye next week, shortly before dawn.",
            "Only 12 comets are known to have survived such a passage since 1900.",
        ),
    ),
}


SMALL_NEWS = [
    ("Frogs return to the ponds of Geneva", "About 900 frogs were counted in Geneva in March."),
    ("Night train to Vienna sells out", "All berths from Paris to Vienna are taken until May."),
    ("Glacier above Zermatt loses its tongue", "Ice above Zermatt has shrunk by 80 metres."),
    ("Violin of 1721 sold in London", "A Stradivari brought 9 million pounds at an auction."),
    ("Bakers of Lille strike over flour", "Half of the bakeries in Lille stayed shut on Friday."),
    ("Lemon harvest in Menton fails", "Frost has destroyed most lemons in the orchards."),
    ("Canal du Midi reopens to boats", "The locks near Toulouse were repaired for a year."),
    ("Chess club in Riga turns 100", "Mikhail Tal learned the game in this club in Riga."),
]
FILLING = (
    "Nobody had expected it so early in the year, and many people came to see it for themselves.",
    "The mayor spoke of a surprise for the whole town, and invited everybody to a small feast.",
)


def put_events(site: Site, *names: str, days: float = 0.2) -> str:
    """A feed of these events, each with its page."""
    entries = []
    for name in names:
        title, paragraphs = EVENTS[name]
        link = site.put(f"/{name}.html", page(title, *paragraphs))
        entries.append(entry(title, link, days_ago(days), f"<description>{title}.</description>"))
    return site.put("/feed.xml", rss(*entries), "application/rss+xml")


def titles(edition: Edition) -> list[str]:
    return [story.title for story in edition.stories]


def reasons(edition: Edition) -> dict[str, str]:
    return {entry.title: entry.reason for entry in edition.left_out}


def test_a_feed_s_articles_become_numbered_stories(desk: Desk, site: Site) -> None:
    edition = desk.gather(make_request(make_show(put_events(site, "bridge", "lynx"))))
    assert titles(edition) == [EVENTS["bridge"][0], EVENTS["lynx"][0]]
    first = edition.stories[0]
    assert [sentence.id for sentence in first.sentences] == [f"s1.{n}" for n in range(1, 6)]
    assert first.sentences[0].text == BRIDGE[0]
    assert first.lead.source == "The Wire"
    assert first.lead.published == NOW - dt.timedelta(days=0.2)
    assert edition.outcomes[0].items == 2
    assert desk.library.items([first.lead.id]) == [first.lead]


def test_pages_are_made_sense_of_in_one_thread(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extractor's compiled queries are shared: in two threads at once they crash Python."""
    extract = trafilatura.bare_extraction
    threads: set[str] = set()

    def recorded(*arguments: Any, **options: Any) -> Any:
        threads.add(threading.current_thread().name)
        return extract(*arguments, **options)

    monkeypatch.setattr(trafilatura, "bare_extraction", recorded)
    alone = site.put("/comet.html", page(EVENTS["comet"][0], *EVENTS["comet"][1]))
    request = make_request(make_show(put_events(site, "bridge", "lynx"), alone))
    desk.gather(request)
    assert threads == {threading.current_thread().name}


def test_the_saved_pages_are_told(desk: Desk, site: Site) -> None:
    folder = NEWS / "site"
    if not folder.exists():
        pytest.skip("the shared news pages aren't here")
    for path in folder.glob("*.html"):
        site.put(f"/{path.name}", path.read_bytes())
    feed = (folder / "feed.xml").read_text().replace("http://127.0.0.1:8099", site.url(""))
    url = site.put("/feed.xml", feed, "application/xml")
    request = make_request(make_show(), Source(url=url), date="2023-11-07")
    edition = desk.gather(request)
    assert {story.lead.source for story in edition.stories} == {"CNN", "FOX 13", "TIME", "WIRED"}
    texts = [sentence.text for story in edition.stories for sentence in story.sentences]
    assert len(texts) > 150
    for junk in ("Read more", "iReport", "contributed to this", "Must-Reads", "Planes, trains"):
        assert not [text for text in texts if junk in text]
    assert not [text for text in texts if len(text.split()) < 3]


def test_old_news_of_a_configured_source_waits_and_of_a_named_one_does_not(
    desk: Desk, site: Site
) -> None:
    url = put_events(site, "bridge", days=3)
    with pytest.raises(NothingToTell, match="older than the show's 36 hours") as failure:
        desk.gather(make_request(make_show(url)))
    assert failure.value.exit_code == 3
    assert titles(desk.gather(make_request(make_show(), Source(url=url))))


def test_named_sources_stand_in_for_the_show_s(desk: Desk, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("\n\n".join(BRIDGE))
    edition = desk.gather(make_request(make_show(put_events(site, "lynx")), Source(path=path)))
    assert [story.lead.named for story in edition.stories] == [True]
    assert site.asked == []


def test_undated_news_of_a_feed_takes_its_page_s_date(desk: Desk, site: Site) -> None:
    fresh = '<meta property="article:published_time" content="2026-11-24T05:00:00Z">'
    title, paragraphs = EVENTS["bridge"]
    dated = site.put("/dated.html", page(title, *paragraphs, head=fresh))
    other_title, other = EVENTS["lynx"]
    undated = site.put("/undated.html", page(other_title, *other))
    url = site.put("/feed.xml", rss(entry(title, dated), entry(other_title, undated)), "text/xml")
    edition = desk.gather(make_request(make_show(url)))
    assert titles(edition) == [title]
    published = edition.stories[0].lead.published
    assert published is not None
    assert published.date() == TODAY
    assert "no date" in reasons(edition)[other_title]


def test_what_was_told_yesterday_is_not_told_today(desk: Desk, site: Site) -> None:
    show = make_show(put_events(site, "bridge", "lynx"))
    desk.tell(desk.gather(make_request(show)))
    put_events(site, "bridge", "lynx", "comet")
    tomorrow = {"date": TODAY + dt.timedelta(days=1), "now": NOW + dt.timedelta(days=1)}
    edition = desk.gather(make_request(show, **tomorrow))
    assert titles(edition) == [EVENTS["comet"][0]]
    assert reasons(edition)[EVENTS["bridge"][0]] == "already told on 2026-11-24"


def test_a_rebuilt_day_tells_the_same_again(desk: Desk, site: Site) -> None:
    request = make_request(make_show(put_events(site, "bridge", "lynx")))
    first = desk.gather(request)
    desk.tell(first)
    assert titles(desk.gather(request)) == titles(first)


def test_a_named_source_is_told_though_it_was_told(desk: Desk, site: Site) -> None:
    show = make_show(put_events(site, "bridge"))
    desk.tell(desk.gather(make_request(show)))
    again = make_request(show, Source(url=site.url("/feed.xml")), date=TODAY + dt.timedelta(days=1))
    assert titles(desk.gather(again)) == [EVENTS["bridge"][0]]


def follow_up(desk: Desk, site: Site, hours_later: float) -> Edition:
    """Told today; tomorrow the feed has another report of the same event."""
    show = make_show(put_events(site, "bridge"))
    desk.tell(desk.gather(make_request(show)))
    title = "Old bridge over the Tarn will stay closed for two years"
    link = site.put(
        "/later.html",
        page(
            title,
            "The old bridge over the river Tarn will stay closed for two years, because engineers"
            " found cracks in a third of its arches.",
            "The town council now puts the cost at 9 million euros.",
            "A ferry for pedestrians starts on Thursday, the council said.",
        ),
    )
    when = days_ago(-hours_later / 24)
    summary = (
        "<description>The old bridge over the river Tarn will stay closed for two years, because"
        " engineers found cracks in a third of its arches.</description>"
    )
    old = entry(EVENTS["bridge"][0], site.url("/bridge.html"), days_ago(0.2))
    site.put("/feed.xml", rss(entry(title, link, when, summary), old), "application/rss+xml")
    later = {"date": TODAY + dt.timedelta(days=1), "now": NOW + dt.timedelta(days=1)}
    return desk.gather(make_request(show, **later))


def test_a_told_story_comes_back_with_what_is_new(desk: Desk, site: Site) -> None:
    edition = follow_up(desk, site, hours_later=20)
    (story,) = edition.stories
    assert story.told_on == TODAY
    assert story.title.endswith("two years")
    assert [item.url for item in story.items] == [site.url("/later.html")]


def test_a_second_report_from_before_the_telling_is_nothing_new(desk: Desk, site: Site) -> None:
    with pytest.raises(NothingToTell, match="already told"):
        follow_up(desk, site, hours_later=-8)


def test_two_newsrooms_make_one_story_that_names_both(desk: Desk, site: Site) -> None:
    one = put_events(site, "bridge", "lynx")
    link = site.put(
        "/other.html",
        page(
            "Tarn: old bridge closed after cracks found",
            "Engineers have found cracks in the old bridge over the river Tarn, which was closed on"
            " Monday.",
            "Two of its five arches are affected, the town council said. Repairs will cost about"
            " 4 million euros.",
            "A detour of 14 kilometres is signposted.",
        ),
    )
    summary = (
        "<description>Engineers have found cracks in two arches of the old bridge over the river"
        " Tarn, which was closed on Monday.</description>"
    )
    two = site.put(
        "/two.xml",
        rss(
            entry("Tarn: old bridge closed after cracks found", link, days_ago(0.1), summary),
            title="The Post",
        ),
        "text/xml",
    )
    first_summary = f"<description>{BRIDGE[0]}</description>"
    site.put(
        "/feed.xml",
        rss(
            entry(EVENTS["lynx"][0], site.url("/lynx.html"), days_ago(0.1)),
            entry(EVENTS["bridge"][0], site.url("/bridge.html"), days_ago(0.2), first_summary),
        ),
        "text/xml",
    )
    edition = desk.gather(make_request(make_show(one, two)))
    story = edition.stories[0]
    assert {item.source for item in story.items} == {"The Wire", "The Post"}
    assert {sentence.item_id for sentence in story.sentences} == {item.id for item in story.items}
    assert titles(edition)[1] == EVENTS["lynx"][0]


def test_the_same_article_in_two_feeds_is_told_once(desk: Desk, site: Site) -> None:
    url = put_events(site, "bridge")
    link = site.url("/bridge.html?utm_source=rss#top")
    twin = site.put("/twin.xml", rss(entry(EVENTS["bridge"][0], link, days_ago(0.2))), "text/xml")
    edition = desk.gather(make_request(make_show(url, twin)))
    assert len(edition.stories) == 1
    assert len(edition.stories[0].items) == 1


def test_news_in_another_language_is_left_out_with_the_reason(desk: Desk, site: Site) -> None:
    url = put_events(site, "bridge")
    show = make_show(url, language="fr")
    with pytest.raises(NothingToTell, match=r"another language \(en\) than the show \(fr\)"):
        desk.gather(make_request(show))


def test_a_lying_language_tag_is_seen_through(desk: Desk, site: Site) -> None:
    put_events(site, "bridge")
    tagged = rss(
        entry(
            EVENTS["bridge"][0],
            site.url("/bridge.html"),
            days_ago(0.2),
            f"<description>{' '.join(BRIDGE)}</description>",
        ),
        language="de",
    )
    url = site.put("/feed.xml", tagged, "text/xml")
    assert titles(desk.gather(make_request(make_show(url))))


def test_a_source_that_fails_is_passed_over(desk: Desk, site: Site, tmp_path: Path) -> None:
    site.routes["/broken.xml"] = lambda asked: Answer(500)
    show = make_show(site.url("/gone.xml"), put_events(site, "bridge"), site.url("/broken.xml"))
    edition = desk.gather(make_request(show))
    assert titles(edition) == [EVENTS["bridge"][0]]
    assert [bool(outcome.error) for outcome in edition.outcomes] == [True, False, True]
    assert len([warning for warning in desk.progress.warnings if "passed over" in warning]) == 2


def test_nothing_left_says_why_for_each_source(desk: Desk, site: Site, tmp_path: Path) -> None:
    empty = site.put("/empty.xml", rss(), "text/xml")
    page_url = site.put("/page", "<html><body><p>Hello.</p></body></html>")
    show = make_show(empty, site.url("/gone.xml"), page_url)
    with pytest.raises(NothingToTell) as failure:
        desk.gather(make_request(show))
    for reason in ("no entries", "404", "no article text"):
        assert reason in failure.value.message


def test_html_in_place_of_a_feed_is_tried_as_an_article(desk: Desk, site: Site) -> None:
    title, paragraphs = EVENTS["bridge"]
    site.put("/article", page(title, *paragraphs), "application/xml")
    edition = desk.gather(make_request(make_show(), Source(url=site.url("/article"))))
    assert titles(edition) == [title]


def test_a_site_s_front_page_leads_to_its_feed(desk: Desk, site: Site) -> None:
    put_events(site, "bridge")
    site.put(
        "/",
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>'
        "<body><a href='/bridge.html'>Bridge</a></body></html>",
    )
    edition = desk.gather(make_request(make_show(), Source(url=site.url("/"))))
    assert titles(edition) == [EVENTS["bridge"][0]]


def test_a_page_behind_a_wall_is_told_from_the_feed_if_that_tells_enough(
    desk: Desk, site: Site
) -> None:
    rich = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in BRIDGE)
    url = site.put(
        "/feed.xml",
        rss(
            entry("Rich", site.url("/wall"), days_ago(0.1), f"<description>{rich}</description>"),
            entry("Poor", site.url("/wall2"), days_ago(0.1), "<description>Two.</description>"),
        ),
        "text/xml",
    )
    edition = desk.gather(make_request(make_show(url)))
    assert titles(edition) == ["Rich"]
    assert edition.stories[0].lead.text == "\n\n".join(BRIDGE)
    assert "404" in reasons(edition)["Poor"]


def test_a_feed_cannot_make_us_read_another_private_address(desk: Desk, site: Site) -> None:
    inner = Site()
    secret = inner.put("/secret.html", page("Secret", *BRIDGE))
    url = site.put("/feed.xml", rss(entry("Secret plans", secret, days_ago(0.1))), "text/xml")
    with pytest.raises(NothingToTell, match="private network"):
        desk.gather(make_request(make_show(url)))
    assert inner.asked == []
    inner.close()


def test_the_built_in_show_reads_no_private_address(desk: Desk, site: Site) -> None:
    show = make_show(put_events(site, "bridge"), built_in=True)
    edition = desk.gather(make_request(show))
    assert edition.sample
    assert "private network" in str(edition.outcomes[0].error)
    assert site.asked == []


def test_more_news_than_there_is_room_for_waits(desk: Desk, site: Site) -> None:
    entries = []
    for number, (title, first) in enumerate(SMALL_NEWS):
        link = site.put(f"/{number}", page(title, first, *FILLING))
        entries.append(entry(title, link, days_ago(0.1), f"<description>{first}</description>"))
    url = site.put("/feed.xml", rss(*entries), "text/xml")
    edition = desk.gather(make_request(make_show(url, minutes=2)))
    assert len(edition.stories) == 3
    assert (
        list(reasons(edition).values()).count("there is more news than the episode has room for")
        == 5
    )
    assert len([path for path in site.paths() if path != "/feed.xml"]) == 3


def test_wanted_topics_come_first_and_avoided_ones_last(desk: Desk, site: Site) -> None:
    url = put_events(site, "bridge", "lynx", "comet")
    plain = titles(desk.gather(make_request(make_show(url))))
    assert plain[0] == EVENTS["bridge"][0]
    wanting = titles(desk.gather(make_request(make_show(url, wants=("science",)))))
    assert wanting[0] == EVENTS["comet"][0]
    avoiding = titles(desk.gather(make_request(make_show(url, avoids=("science",)))))
    assert avoiding[-1] == EVENTS["comet"][0]


def test_offline_reads_files_and_says_what_it_did_not_fetch(
    desk: Desk, site: Site, tmp_path: Path
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("\n\n".join(BRIDGE))
    show = make_show(put_events(site, "lynx"))
    request = make_request(show, Source(path=path), Source(url=site.url("/x")), offline=True)
    edition = desk.gather(request)
    assert len(edition.stories) == 1
    assert "offline" in str(edition.outcomes[1].error)
    assert site.asked == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_sample_edition_is_told_offline_and_says_so(desk: Desk, language: str) -> None:
    edition = desk.gather(make_request(make_show(built_in=True, language=language), offline=True))
    assert edition.sample
    assert len(edition.stories) == 6
    assert all(story.lead.published and story.lead.published < NOW for story in edition.stories)
    assert all(10 <= len(story.sentences) <= 18 for story in edition.stories)


def test_the_sample_edition_is_for_the_built_in_show_only(desk: Desk) -> None:
    with pytest.raises(NothingToTell):
        desk.gather(make_request(make_show("http://127.0.0.1:1/feed"), offline=True))


def test_a_day_that_is_over_ends_at_its_midnight(desk: Desk, site: Site) -> None:
    url = put_events(site, "bridge", days=0.2)
    request = make_request(make_show(url), date=TODAY - dt.timedelta(days=1))
    with pytest.raises(NothingToTell, match="after the time this episode covers"):
        desk.gather(request)


def test_stories_are_values(desk: Desk, site: Site) -> None:
    edition = desk.gather(make_request(make_show(put_events(site, "bridge"))))
    assert Edition.model_validate_json(edition.model_dump_json()) == edition
    assert isinstance(edition.stories[0], Story)


def test_videos_and_quizzes_are_no_reports(desk: Desk, site: Site) -> None:
    put_events(site, "bridge")
    link = site.url("/bridge.html")
    url = site.put(
        "/feed.xml",
        rss(
            entry("Watch: Bridge closes over the Tarn", f"{link}?v=1", days_ago(0.1)),
            entry("Weekly quiz: do you know your bridges?", f"{link}?v=2", days_ago(0.1)),
            entry("Watchdog: bridge was unsafe for years", link, days_ago(0.1)),
        ),
        "text/xml",
    )
    edition = desk.gather(make_request(make_show(url)))
    assert titles(edition) == ["Watchdog: bridge was unsafe for years"]
    assert set(reasons(edition).values()) == {"it's a video, a quiz or a live page, by its title"}


def test_a_broken_cache_costs_the_cache_and_nothing_else(
    desk: Desk, site: Site, tmp_path: Path
) -> None:
    url = put_events(site, "bridge")
    (tmp_path / "http").mkdir()
    (tmp_path / "http" / "http.sqlite").write_bytes(b"this is no database" * 1000)
    assert titles(desk.gather(make_request(make_show(url)))) == [EVENTS["bridge"][0]]


def test_an_article_told_long_ago_may_be_told_again(desk: Desk, site: Site) -> None:
    show = make_show(put_events(site, "bridge"), remember_days=7)
    desk.tell(desk.gather(make_request(show)))
    put_events(site, "bridge", days=-7.8)
    later = {"date": TODAY + dt.timedelta(days=8), "now": NOW + dt.timedelta(days=8)}
    assert titles(desk.gather(make_request(show, **later))) == [EVENTS["bridge"][0]]


@pytest.mark.parametrize(
    "link",
    [
        "http://[bad",
        "http://x:99999/a",
        "http://ex ample/",
        "http://a..b/",
        "//[::1",
        "http://",
        "%",
    ],
)
def test_a_broken_link_loses_its_entry_and_nothing_else(desk: Desk, site: Site, link: str) -> None:
    put_events(site, "bridge")
    good = entry(EVENTS["bridge"][0], site.url("/bridge.html"), days_ago(0.1))
    url = site.put("/feed.xml", rss(entry("Broken", link, days_ago(0.1)), good), "text/xml")
    edition = desk.gather(make_request(make_show(url)))
    assert titles(edition) == [EVENTS["bridge"][0]]
    assert "Broken" in reasons(edition)
