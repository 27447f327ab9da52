"""One event that sources in two languages tell: seen once both are in the show's language."""

from podcaster.gather.clustering import cluster, gist_of
from podcaster.models import Edition, LeftOut, Story


def told_once(edition: Edition) -> Edition:
    """Without translated stories whose event another story tells, one that wasn't translated if
    there is such a one."""
    gists = [
        gist_of(
            story.title,
            " ".join(sentence.text for sentence in story.sentences),
            story.lead.published,
            edition.language,
        )
        for story in edition.stories
    ]
    repeated: list[Story] = []
    for indices in cluster(gists):
        _, *others = sorted(indices, key=lambda at: (_is_translated(edition.stories[at]), at))
        repeated += [edition.stories[at] for at in others if _is_translated(edition.stories[at])]
    left_out = tuple(
        LeftOut.of(item, "another story tells of the same event")
        for story in repeated
        for item in story.items
    )
    stories = tuple(story for story in edition.stories if story not in repeated)
    changes = {"stories": stories, "left_out": (*edition.left_out, *left_out)}
    return edition.model_copy(update=changes) if repeated else edition


def _is_translated(story: Story) -> bool:
    return story.lead.translated_from is not None
