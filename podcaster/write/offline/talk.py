"""A conversation as it grows: who speaks, how much each has said, which line is whose."""

import re
from collections import Counter
from collections.abc import Sequence

from podcaster.models import Host, Line, Role
from podcaster.write.offline.delivery import reading
from podcaster.write.offline.frames import Framed
from podcaster.write.offline.language import Language
from podcaster.write.offline.spoken import finished
from podcaster.write.offline.text import capitalised, words

GRAVE = frozenset({"serious", "sombre"})
"""Tones after which the same host doesn't turn light at once."""


class Talk:
    """Lines in the order they're said. Hosts are known by their place among the show's."""

    def __init__(self, hosts: Sequence[Host], language: Language) -> None:
        self.hosts = tuple(hosts)
        self.language = language
        self.lines: list[Line] = []
        self.speaker = 0
        self._said: Counter[int] = Counter()
        self._next: int | None = None

    @property
    def alone(self) -> bool:
        return len(self.hosts) == 1

    @property
    def other(self) -> int:
        """Who speaks next if the speaker doesn't go on: of the others, the one who said least."""
        return self.after(self.speaker)

    def after(self, host: int) -> int:
        """Who speaks after this host: who was handed the next turn, or who said least."""
        if self._next not in (None, host):
            return self._next
        others = [place for place in range(len(self.hosts)) if place != host]
        return min(others, key=lambda place: (self._said[place], place), default=host)

    def bridging(self) -> int:
        """Who leads over to another story: not who tells it, nor, if it can be, who just spoke."""
        free = [place for place in range(len(self.hosts)) if place != self._next]
        return min(free, key=lambda place: (place == self.speaker, self._said[place], place))

    def hand_over(self, host: int) -> None:
        """The next turn but for a bridge is this host's, and somebody else leads over to it."""
        if self.speaker == host:
            self.speaker = self.other
        self._next = host

    def name(self, place: int) -> str:
        return self.hosts[place].name

    def lead_of(self, place: int) -> int:
        """How many words the host has said more than the one who said least of the others."""
        others = [self._said[other] for other in range(len(self.hosts)) if other != place]
        return self._said[place] - min(others, default=self._said[place])

    def turn(self) -> int:
        """How many words the speaker has said since the turn began."""
        count = 0
        for line in reversed(self.lines):
            if line.host != self.name(self.speaker):
                break
            count += len(words(line.text))
        return count

    def say(
        self,
        host: int,
        text: str,
        role: Role,
        *,
        story: str | None = None,
        evidence: Sequence[str] = (),
        frame: str = "",
        weighs: bool = False,
    ) -> None:
        """`weighs` says that what comes next is grave."""
        if host == self._next:
            self._next = None
        text = finished(text, self.language)
        last = self.lines[-1] if self.lines else None
        hushed = last is not None and last.host == self.name(host) and last.delivery.tone in GRAVE
        chosen = reading(text, role, self.language, weighs=weighs, hushed=hushed)
        self.lines.append(
            Line(
                id=f"l{len(self.lines) + 1}",
                host=self.name(host),
                text=text,
                role=role,
                delivery=chosen.delivery,
                story_id=story,
                evidence=tuple(dict.fromkeys(evidence)),
                why=chosen.why,
                frame=frame,
            )
        )
        self.speaker = host
        self._said[host] += len(words(text))

    def tell(
        self,
        host: int,
        framed: Framed,
        told: str,
        role: Role,
        *,
        story: str | None = None,
        evidence: Sequence[str] = (),
        weighs: bool = False,
    ) -> None:
        """A framed fact; sentences of the frame that stand before it become a line of their own."""
        opening, rest = parted(framed.text, told)
        if opening:
            role_before: Role = "bridge" if story else "open"
            self.say(host, opening, role_before, story=story, frame=framed.frame)
        frame = "" if opening else framed.frame
        said = capitalised(rest)
        self.say(host, said, role, story=story, evidence=evidence, frame=frame, weighs=weighs)

    def frame(
        self,
        host: int,
        framed: Framed,
        role: Role,
        *,
        story: str | None = None,
        weighs: bool = False,
    ) -> None:
        self.say(host, framed.text, role, story=story, frame=framed.frame, weighs=weighs)


def parted(text: str, told: str) -> tuple[str, str]:
    """The sentences of a framed fact that end before what is told, and the rest of it."""
    at = text.rfind(told)
    at = at if at >= 0 else len(text)
    ends = [match.end() for match in re.finditer(r"[.?!]\s+", text[:at])]
    return (text[: ends[-1]].strip(), text[ends[-1] :]) if ends else ("", text)
