"""The sample edition that the project ships, for a first episode without any network."""

import datetime as dt
import tomllib
from collections.abc import Sequence

from pydantic import AwareDatetime, Field

from podcaster.errors import NothingToTell
from podcaster.gather.dispatch import item_id
from podcaster.gather.numbering import number_sentences
from podcaster.models import Edition, Language, NewsItem, SourceOutcome, Story, Topic, Value
from podcaster.resources import resource_folder
from podcaster.show import Show


class SampleStory(Value):
    title: str
    source: str
    url: str
    published: AwareDatetime
    topic: Topic
    text: str = Field(min_length=200)


class SampleFile(Value):
    """`templates/editions/sample.<language>.toml`."""

    story: tuple[SampleStory, ...] = Field(min_length=1)


def sample_edition(
    show: Show,
    date: dt.date,
    room: int,
    outcomes: Sequence[SourceOutcome] = (),
    notes: Sequence[str] = (),
) -> Edition:
    """The first `room` stories, told as what they are: true, dated, and not today's.

    Raises NothingToTell for a language that no sample edition was written in.
    """
    language = show.language.partition("-")[0]
    path = resource_folder("templates") / "editions" / f"sample.{language}.toml"
    if not path.is_file():
        raise NothingToTell(
            f"There is no sample edition in the language {show.language!r}.",
            "Name a source with --source, or build in en, fr or es.",
        )
    sample = SampleFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    return Edition(
        show=show.name,
        language=show.language,
        date=date,
        stories=tuple(
            _story(f"s{number}", story, language)
            for number, story in enumerate(sample.story[:room], start=1)
        ),
        sample=True,
        outcomes=tuple(outcomes),
        notes=tuple(notes),
    )


def _story(story_id: str, story: SampleStory, language: Language) -> Story:
    item = NewsItem(
        id=item_id(story.url),
        source=story.source,
        url=story.url,
        title=story.title,
        text="\n\n".join(" ".join(block.split()) for block in story.text.strip().split("\n\n")),
        language=language,
        published=story.published,
    )
    return Story(
        id=story_id,
        title=story.title,
        items=(item,),
        sentences=number_sentences(story_id, (item,)),
        topic=story.topic,
    )
