"""The forecast for the show's place, from Open-Meteo (CC BY 4.0, no key)."""

from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from podcaster.errors import GatherError
from podcaster.gather.dispatch import item_id
from podcaster.gather.guard import Origin
from podcaster.gather.numbering import number_sentences
from podcaster.gather.web import Web
from podcaster.gather.words import WeatherWords, desk_words
from podcaster.models import NewsItem, Story
from podcaster.request import BuildRequest
from podcaster.show import Place

OPEN_METEO = "https://api.open-meteo.com/v1/forecast"
PUBLISHER = "Open-Meteo"
PAGE = "https://open-meteo.com/"
LICENCE = "CC BY 4.0"


class _Daily(BaseModel):
    """One day of Open-Meteo's answer, each list of length 1, in the units asked for."""

    model_config = ConfigDict(frozen=True)

    weather_code: tuple[int]
    temperature_2m_max: tuple[float]
    temperature_2m_min: tuple[float]
    precipitation_probability_max: tuple[int | None] = Field(default=(None,))
    wind_speed_10m_max: tuple[float]


class _Answer(BaseModel):
    daily: _Daily


def weather_story(
    web: Web,
    request: BuildRequest,
    place: Place,
    story_id: str,
    api: str = OPEN_METEO,
    private: frozenset[Origin] = frozenset(),
) -> Story:
    """The day's forecast as a story of a few sentences.

    Raises GatherError where it can't be had, or isn't for this day.
    """
    day = request.date.isoformat()
    imperial = place.units == "imperial"
    query = {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "daily": ",".join(_Daily.model_fields),
        "timezone": request.show.timezone,
        "start_date": day,
        "end_date": day,
        "temperature_unit": "fahrenheit" if imperial else "celsius",
        "wind_speed_unit": "mph" if imperial else "kmh",
    }
    page = web.get(f"{api}?{urlencode(query)}", private)
    try:
        daily = _Answer.model_validate_json(page.content).daily
    except ValidationError as error:
        raise GatherError(f"{PUBLISHER} gives no forecast for {place.name} on {day}") from error
    words = desk_words(request.show.language).weather
    if daily.weather_code[0] not in words.sky:
        raise GatherError(f"{PUBLISHER} gives a sky that has no name: {daily.weather_code[0]}")
    where = urlencode({"latitude": place.latitude, "longitude": place.longitude, "date": day})
    item = NewsItem(
        id=item_id(f"{PAGE}?{where}"),
        source=PUBLISHER,
        url=PAGE,
        title=words.title.format(place=place.name),
        text=" ".join(_sentences(daily, place, words)),
        language=request.show.language,
        published=request.now,
        licence=LICENCE,
    )
    return Story(
        id=story_id,
        title=item.title,
        items=(item,),
        sentences=number_sentences(story_id, (item,)),
        topic="weather",
    )


def _sentences(daily: _Daily, place: Place, words: WeatherWords) -> list[str]:
    """Those of the language's sentences whose figures are known."""
    chance = daily.precipitation_probability_max[0]
    figures = {
        "place": place.name,
        "sky": words.sky[daily.weather_code[0]],
        "low": round(daily.temperature_2m_min[0]),
        "high": round(daily.temperature_2m_max[0]),
        "degrees": words.degrees[place.units],
        "wind": round(daily.wind_speed_10m_max[0]),
        "speed": words.speed[place.units],
        "chance": chance,
    }
    return [
        sentence.format(**figures)
        for sentence in words.sentences
        if chance is not None or "{chance}" not in sentence
    ]
