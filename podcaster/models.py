"""The values that pass between the stages. They know nothing of where they are stored."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

Role = Literal[
    "open", "headline", "fact", "quote", "question", "reaction", "bridge", "recap", "close"
]
Ending = Literal["falling", "rising", "continuing"]
Topic = Literal[
    "world",
    "politics",
    "business",
    "technology",
    "science",
    "health",
    "culture",
    "sport",
    "local",
    "weather",
    "other",
]
Format = Literal["conversation", "brief", "deep-dive", "interview"]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}(-[a-z]{2})?$")]

ASSERTING_ROLES: frozenset[str] = frozenset({"headline", "fact", "quote", "recap"})
"""The roles of lines that say something about the news, and so must carry evidence."""


class Value(BaseModel):
    """A frozen value that refuses what it doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- what is told ---------------------------------------------------------------------------


class Source(Value):
    """A place that news comes from: exactly one of `url` and `path`."""

    name: str = ""
    """How the source is named aloud; taken from the feed or the page when empty."""
    url: str | None = None
    path: Path | None = None
    language: Language | None = None
    """Said by the source itself, or detected, when None."""
    weight: float = Field(default=1.0, gt=0, le=10)
    """How much this source counts in the ranking; 1 is ordinary."""
    named: bool = False
    """Whether the user named it on the command line: then it's told whatever its age."""

    @model_validator(mode="after")
    def _one_location(self) -> Self:
        if (self.url is None) == (self.path is None):
            raise ValueError("a source needs either a url or a path, and not both")
        return self

    @property
    def location(self) -> str:
        return self.url or str(self.path)


class NewsItem(Value):
    """One article as one source published it."""

    id: str
    """Stable: the same article gets the same id on every day (a hash of its address)."""
    source: str
    """The publisher's name, as it's said aloud."""
    url: str
    """Where a reader finds it; a `file:` URL for a local file."""
    title: str
    text: str
    """Plain text, paragraphs separated by an empty line."""
    language: Language
    published: AwareDatetime | None = None
    image_url: str | None = None
    weight: float = 1.0
    named: bool = False
    licence: str = ""
    """Under which it may be used, where the notes have to say so."""
    translated_from: Language | None = None
    """The language that it was published in, where `title` and `text` are a translation."""


class Sentence(Value):
    """One numbered sentence of an item. Evidence points at `id`."""

    id: str
    """`<story id>.<number>`, such as `s2.14`; unique in an edition."""
    item_id: str
    text: str
    original: str | None = None
    """As it was published, where `text` is a translation."""


class Story(Value):
    """One event, told by one or more items; the first item leads."""

    id: str
    """`s1`, `s2`, ... in order of rank."""
    title: str
    items: tuple[NewsItem, ...] = Field(min_length=1)
    sentences: tuple[Sentence, ...] = Field(min_length=1)
    """The sentences of all items, those of the leading item first."""
    topic: Topic = "other"
    score: float = 0.0
    """Rank among the day's stories; higher is told earlier."""
    told_on: dt.date | None = None
    """When an earlier episode told this story: then it comes back as a follow-up."""

    @property
    def lead(self) -> NewsItem:
        return self.items[0]


class LeftOut(Value):
    """Something that was read and not picked, and why."""

    title: str
    source: str
    url: str
    reason: str

    @classmethod
    def of(cls, item: NewsItem, reason: str) -> Self:
        return cls(title=item.title, source=item.source, url=item.url, reason=reason)


class SourceOutcome(Value):
    """What came of asking one source."""

    source: str
    location: str
    items: int
    error: str | None = None


class Edition(Value):
    """The day's stories, deduplicated and ranked, their sentences numbered."""

    show: str
    language: Language
    date: dt.date
    stories: tuple[Story, ...]
    sample: bool = False
    """Whether this is the sample edition that the project ships, and not today's news."""
    outcomes: tuple[SourceOutcome, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    def sentence(self, sentence_id: str) -> Sentence:
        """Raises KeyError where no story has it."""
        return self.sentences_by_id()[sentence_id]

    def sentences_by_id(self) -> Mapping[str, Sentence]:
        return {s.id: s for story in self.stories for s in story.sentences}

    def items_by_id(self) -> Mapping[str, NewsItem]:
        return {item.id: item for story in self.stories for item in story.items}


# --- how it is said -------------------------------------------------------------------------


class Emphasis(Value):
    """A span of words that stands out, words counted from 0 in the line's text."""

    first: int = Field(ge=0)
    last: int = Field(ge=0)
    strength: float = Field(default=0.5, gt=0, le=1)


class Delivery(Value):
    """How a line is read. Names resolve to the presets' numbers; a number given here wins."""

    tone: str = "neutral"
    style: str = "conversational"
    rate: float | None = Field(default=None, ge=0.5, le=2.0)
    """Factor on the speaking rate; above 1 is faster."""
    pitch: float | None = Field(default=None, ge=-12, le=12)
    """Shift in semitones."""
    range: float | None = Field(default=None, ge=0.0, le=3.0)
    """Factor on the pitch range around the line's own mean."""
    energy: float | None = Field(default=None, ge=-12, le=12)
    """Level in decibels relative to the voice's own."""
    pauses: float | None = Field(default=None, ge=0.3, le=3.0)
    """Factor on the silences at punctuation inside the line."""
    emphasis: tuple[Emphasis, ...] = ()
    ending: Ending | None = None
    pause_after: float | None = Field(default=None, ge=0, le=5)
    """Seconds of silence after the line; the timeline's own gap when None."""


class Host(Value):
    """A speaker of the show."""

    name: str = Field(min_length=1, max_length=40)
    voice: str
    """`<engine>:<voice>`, such as `kokoro:af_heart`."""
    persona: str = "anchor"
    delivery: Delivery = Delivery()


class Line(Value):
    """One turn, or a part of one, said by one host."""

    id: str
    host: str
    """The host's name."""
    text: str = Field(min_length=1)
    """As it's printed: digits stay digits, the speech front end reads them."""
    role: Role
    delivery: Delivery = Delivery()
    story_id: str | None = None
    evidence: tuple[str, ...] = ()
    """Ids of the sentences that the line rests on."""
    why: str = ""
    """Why the delivery is what it is, for whoever edits the script."""
    frame: str = ""
    """Which framing template made it, so that it isn't used again too soon."""
    overruled: str | None = None
    """A person's reason for letting an unsupported line stand."""

    @model_validator(mode="after")
    def _asserting_lines_carry_evidence(self) -> Self:
        if self.role in ASSERTING_ROLES and not self.evidence and not self.overruled:
            raise ValueError(f"line {self.id}: a {self.role} line needs evidence")
        return self


class Script(Value):
    """The dialogue of one episode."""

    show: str
    language: Language
    date: dt.date
    title: str
    """The episode's title, without a number."""
    summary: str
    """What the episode tells, in one or two sentences, for feed and page."""
    hosts: tuple[Host, ...] = Field(min_length=1)
    lines: tuple[Line, ...] = Field(min_length=1)
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _hosts_exist_and_ids_are_unique(self) -> Self:
        names = {host.name for host in self.hosts}
        if stranger := next((line for line in self.lines if line.host not in names), None):
            raise ValueError(f"line {stranger.id}: no host is called {stranger.host!r}")
        if len({line.id for line in self.lines}) != len(self.lines):
            raise ValueError("two lines have the same id")
        return self

    @property
    def heard(self) -> tuple[Host, ...]:
        """The hosts who have a line; in a brief not all do."""
        speaking = {line.host for line in self.lines}
        return tuple(host for host in self.hosts if host.name in speaking)


class Word(Value):
    """A word as heard; times in seconds from the start of its take."""

    word: str
    start: float = Field(ge=0)
    end: float = Field(ge=0)


class Take(Value):
    """One line as it was rendered: audio on disk, never in memory."""

    line_id: str
    path: Path
    seconds: float = Field(gt=0)
    sample_rate: int = Field(gt=0)
    words: tuple[Word, ...]
    engine: str
    voice: str
    cached: bool
    not_honoured: tuple[str, ...] = ()
    """Controls that the line asked for and the engine couldn't give."""


class Heard(Value):
    """What a recogniser made of one line's take."""

    line_id: str
    heard: str
    words: int
    """That should have been heard, numbers counted as they're said."""
    wrong: int
    """Words put in, left out or taken for others."""
    misheard: tuple[tuple[str, str], ...] = ()
    """Each stretch that differs, as said and as heard."""
    means: str = ""
    """How the line was said again; empty where its first take stands."""
    passed: bool
    """Whether few enough words are wrong."""


class Recording(Value):
    """All takes of a script, in the order of its lines."""

    takes: tuple[Take, ...]
    heard: tuple[Heard, ...] = ()
    """One per line where somebody listened, else none."""
    render_seconds: float = 0.0
    """Wall-clock seconds spent rendering what wasn't cached."""
    notes: tuple[str, ...] = ()


# --- what comes out -------------------------------------------------------------------------


class Numbers(Value):
    """Where an episode stands in its show, for feed and tags."""

    season: int
    episode: int

    @classmethod
    def of(cls, date: dt.date) -> Self:
        """The year, and the day in it: numbers that neither a missed nor a late build shifts."""
        return cls(season=date.year, episode=date.timetuple().tm_yday)


class Chapter(Value):
    """A stretch of the episode; `start` in seconds from its beginning."""

    start: float = Field(ge=0)
    title: str
    url: str | None = None
    image_url: str | None = None
    story_id: str | None = None


class Loudness(Value):
    """Measured on the finished file by BS.1770 (EBU R 128)."""

    integrated_lufs: float
    true_peak_db: float
    range_lu: float


class Silence(Value):
    """A stretch of the finished file in which nothing sounds; seconds from its beginning."""

    start: float = Field(ge=0)
    seconds: float = Field(gt=0)


class Soundness(Value):
    """What else was measured on the finished file."""

    silences: tuple[Silence, ...] = ()
    """Those longer than two seconds."""
    clipped: int = Field(default=0, ge=0)
    """Samples that stand at full scale, three or more in a row."""
    dc_offset: float = 0.0
    """The mean of all samples, full scale being 1."""
    host_lufs: dict[str, float] = Field(default_factory=dict)
    """Each host's own integrated loudness over the episode."""


class Master(Value):
    """The finished audio file and where everything is in it."""

    path: Path
    mime_type: str
    seconds: float
    loudness: Loudness
    starts: tuple[float, ...]
    """When each line begins, in seconds from the start of the file, in the script's order."""
    chapters: tuple[Chapter, ...]
    soundness: Soundness = Soundness()
    notes: tuple[str, ...] = ()


class Episode(Value):
    """What was published, as `build --json` prints it."""

    show: str
    date: dt.date
    language: Language
    title: str
    guid: str
    audio: Path
    feed: Path
    page: Path
    script: Path
    seconds: float
    lufs: float
    true_peak_db: float
    stories: int
    lines: int
    rendered: int
    cached: int
    rtf: float
    """Seconds of rendering per second of rendered audio; 0 when all was cached."""
