"""A show: what it is called, who speaks, where its news comes from, how it sounds."""

from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator

from podcaster.models import Delivery, Format, Host, Language, Source, Topic, Value

AudioFormat = Literal["mp3", "m4a", "opus"]


class Sound(Value):
    """How the episode is mastered."""

    format: AudioFormat = "mp3"
    channels: int = Field(default=1, ge=1, le=2)
    bitrate_kbps: int | None = Field(default=None, ge=32, le=320)
    """96 for mono and 128 for stereo when not set."""
    loudness_lufs: float = Field(default=-16.0, ge=-30, le=-9)
    true_peak_db: float = Field(default=-1.0, ge=-9, le=0)
    music: str = "morning"
    """The mood of the idents that the project synthesises; `none` for no music."""
    music_seed: int = 0
    intro: Path | None = None
    """The user's own opening; synthesised when None."""
    outro: Path | None = None
    between: Path | None = None
    bed: bool = False
    """Whether music lies, ducked, under opening and headlines."""


class Place(Value):
    """Where the show's weather is."""

    name: str = Field(min_length=1, max_length=80)
    """As it's said aloud."""
    latitude: float = Field(ge=-90, le=90)
    """Degrees north."""
    longitude: float = Field(ge=-180, le=180)
    """Degrees east."""
    units: Literal["metric", "imperial"] = "metric"


class Show(Value):
    """One podcast. Built from `[show.<name>]` in podcaster.toml, or from the built-in default."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")
    """Names the show's folder, feed and address."""
    title: str = Field(min_length=1, max_length=150)
    description: str = ""
    language: Language = "en"
    minutes: float | None = Field(default=5.0, ge=0.5, le=120)
    timezone: str = "UTC"
    format: Format = "conversation"
    writer: str = "offline"
    translator: str | None = None
    """Puts news in another language into the show's; such news is left out when None."""
    engine: str | None = None
    """Renders every host with this engine's own voices, whatever the hosts name."""
    hosts: tuple[Host, ...] = Field(min_length=1)
    fallback: tuple[str, ...] = ()
    """Voices to try, in order, where a host's own can't be had."""
    presets: Path | None = None
    """A folder with the show's own tones.toml and styles.toml, on top of the project's."""
    lexicon: Path | None = None
    """The show's own pronunciations, on top of the project's and the engine's: a TOML file, or a
    folder of them, one a language (`fr.toml`)."""
    sources: tuple[Source, ...] = ()
    freshness_hours: float = Field(default=36.0, gt=0)
    remember_days: int = Field(default=30, ge=1, le=3650)
    """For how long a story that was told isn't told again, but as a follow-up."""
    place: Place | None = None
    """Its weather is told after the news; none is when None."""
    wants: tuple[Topic, ...] = ()
    avoids: tuple[Topic, ...] = ()
    delivery: Delivery = Delivery()
    author: str = ""
    email: str = ""
    website: str = ""
    category: str = "News"
    subcategory: str = "Daily News"
    explicit: bool = False
    license: str = ""
    funding: str = ""
    hub: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """A WebSub hub that the feed names and that is told of each release."""
    artwork: Path | None = None
    keep: int = Field(default=60, ge=1)
    """Episodes that the feed names; older audio is deleted once no feed names it."""
    keep_days: int | None = Field(default=None, ge=1)
    """Days, counted back from the latest episode, after which one leaves the feed."""
    catch_up: Literal["none", "latest", "all"] = "latest"
    """Which missed days a schedule builds when the machine is back."""
    on_success: str = ""
    on_failure: str = ""
    """A command, or a web address, that is told how a scheduled build ended."""
    sound: Sound = Sound()
    built_in: bool = False
    """Whether this is the embedded default, which may read the sample edition."""

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"no time zone is called {value!r}; try Europe/Paris") from error
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)
