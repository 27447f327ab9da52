"""Guids and dates that never change, whatever is built when."""

import datetime as dt
import uuid

from podcaster.models import Numbers
from podcaster.publish.identity import (
    episode_guid,
    podcast_guid,
    proposed_guid,
    published_at,
)
from tests.publish.days import DAY, NOW, show


def test_the_podcasts_guid_is_the_namespaces_own_example() -> None:
    assert podcast_guid("https://podnews.net/rss/") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert (
        podcast_guid("mp3s.nashownotes.com/pc20rss.xml") == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )


def test_two_machines_without_a_base_url_get_different_guids() -> None:
    feed = "http://localhost:8000/daily/feed.xml"
    later = NOW + dt.timedelta(microseconds=1)
    assert proposed_guid(feed, None, NOW) != proposed_guid(feed, None, later)
    assert proposed_guid(feed, "http://x", NOW) == proposed_guid(feed, "http://x", later)


def test_a_day_has_one_guid() -> None:
    podcast = str(uuid.UUID(int=7))
    assert episode_guid(podcast, str(DAY)) == episode_guid(podcast, str(DAY))
    assert episode_guid(podcast, str(DAY)) != episode_guid(podcast, "trailer")


def test_an_episode_is_never_dated_in_the_future() -> None:
    assert published_at(show(), DAY, NOW) == NOW
    tomorrow = published_at(show(), DAY + dt.timedelta(days=1), NOW)
    assert tomorrow == NOW


def test_earlier_days_built_today_keep_their_order() -> None:
    days = [DAY - dt.timedelta(days=back) for back in range(4)]
    moments = [published_at(show(), day, NOW) for day in days]
    assert moments == sorted(moments, reverse=True)
    assert moments[3].astimezone(show().zone).date() == days[3]


def test_numbers_do_not_shift_when_a_day_is_missed() -> None:
    assert Numbers.of(dt.date(2026, 1, 1)) == Numbers(season=2026, episode=1)
    assert Numbers.of(DAY) == Numbers(season=2026, episode=328)
