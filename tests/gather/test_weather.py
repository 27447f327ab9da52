"""The forecast in the listener's units, or a note that there is none."""

import datetime as dt
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from podcaster.errors import GatherError
from podcaster.gather import gather
from podcaster.gather.weather import weather_story
from podcaster.gather.web import Web
from podcaster.models import Source, Story
from podcaster.show import Place
from podcaster.store.library import Library
from tests.gather.conftest import (
    BRIDGE,
    Answer,
    Asked,
    Recorder,
    Site,
    make_request,
    make_show,
)

PARIS = Place(name="Paris", latitude=48.85, longitude=2.35)


def answer(asked: Asked) -> Answer:
    """As api.open-meteo.com answers; the figures depend on the units asked for."""
    query = parse_qs(urlsplit(asked.path).query)
    imperial = query["temperature_unit"] == ["fahrenheit"]
    daily = {
        "time": query["start_date"],
        "weather_code": [61],
        "temperature_2m_max": [52.3 if imperial else 11.3],
        "temperature_2m_min": [41.2 if imperial else 5.1],
        "precipitation_probability_max": [80],
        "wind_speed_10m_max": [15.4 if imperial else 24.8],
    }
    body = {
        "latitude": 48.86,
        "longitude": 2.34,
        "daily_units": {"time": "iso8601"},
        "daily": daily,
    }
    return Answer(200, json.dumps(body).encode(), {"Content-Type": "application/json"})


def forecast(web: Web, meteo: Site, place: Place = PARIS, language: str = "en") -> Story:
    request = make_request(make_show(language=language, timezone="Europe/Paris"))
    private = frozenset({meteo.origin})
    return weather_story(web, request, place, "s4", meteo.url("/v1/forecast"), private)


@pytest.fixture
def meteo(site: Site) -> Site:
    site.fallback = answer
    return site


def test_a_forecast_is_a_short_story_with_its_source(web: Web, meteo: Site) -> None:
    story = forecast(web, meteo)
    assert (story.topic, story.lead.source) == ("weather", "Open-Meteo")
    assert (story.lead.url, story.lead.licence) == ("https://open-meteo.com/", "CC BY 4.0")
    assert [sentence.text for sentence in story.sentences] == [
        "The forecast for Paris is light rain.",
        "Temperatures will be between 5 and 11 degrees Celsius.",
        "The chance of rain or snow is 80 percent.",
        "Winds will reach 25 kilometers an hour at most.",
    ]
    query = parse_qs(urlsplit(meteo.asked[0].path).query)
    assert query["start_date"] == query["end_date"] == ["2026-11-24"]
    assert query["timezone"] == ["Europe/Paris"]


def test_a_forecast_in_the_listener_s_units_and_language(web: Web, meteo: Site) -> None:
    imperial = PARIS.model_copy(update={"units": "imperial"})
    assert "between 41 and 52 degrees Fahrenheit" in forecast(web, meteo, imperial).lead.text
    assert forecast(web, meteo, language="fr").lead.text.startswith(
        "À Paris, on attend une pluie faible. Les températures iront de 5 à 11 degrés Celsius."
    )
    assert forecast(web, meteo, language="es").title == "El tiempo en Paris"


@pytest.mark.parametrize(
    "body",
    [
        b"no json",
        b'{"error": true, "reason": "out of range"}',
        b'{"daily": {"weather_code": []}}',
        b'{"daily": {"weather_code": [123], "temperature_2m_max": [1], "temperature_2m_min": [1],'
        b' "wind_speed_10m_max": [1]}}',
    ],
)
def test_an_answer_that_is_no_forecast_is_said_to_be_none(
    web: Web, site: Site, body: bytes
) -> None:
    site.fallback = lambda asked: Answer(200, body)
    with pytest.raises(GatherError, match="Open-Meteo gives"):
        forecast(web, site)


def test_an_episode_without_weather_says_so(
    library: Library, tmp_path: Path, progress: Recorder
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("\n\n".join(BRIDGE))
    show = make_show(place=PARIS, sources=(Source(path=path),))
    edition = gather(make_request(show, offline=True), library, tmp_path / "http", progress)
    assert edition.notes == ("No weather: this build is offline.",)
    assert len(edition.stories) == 1


@pytest.mark.network
def test_open_meteo_itself_gives_a_forecast(web: Web) -> None:
    now = dt.datetime.now(dt.UTC)
    request = make_request(make_show(), now=now, date=now.date())
    assert len(weather_story(web, request, PARIS, "s1").sentences) == 4
