"""Asking a model for the translation of an article, some sentences at a time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from podcaster.contracts import Foreign
from podcaster.errors import WriteError
from podcaster.write.model.answer import LONGEST_TEXT, closed, json_in
from podcaster.write.model.chat import Chat, Message
from podcaster.write.model.failures import BadAnswer, ModelFailed
from podcaster.write.model.prompts import TRANSLATIONS, again, to_mend, to_translate

LETTERS_A_TOKEN = 2
"""Of the original, for each token that an answer may have: it must hold the translation, the ids
and the JSON around them."""


class Interpreter:
    """One build's; once the server has said that it's no use, it isn't asked again."""

    def __init__(self, chat: Chat, max_tokens: int) -> None:
        self._chat = chat
        self._letters = max_tokens * LETTERS_A_TOKEN
        self._final = ""

    def translate(self, texts: Sequence[Foreign], language: str, into: str) -> Mapping[str, str]:
        """As Translator has it; what came before a failure isn't lost."""
        faulty = any(text.faults for text in texts)
        found: dict[str, str] = {}
        for part in _parts(texts, self._letters):
            if faulty and not any(text.faults for text in part):
                continue
            try:
                found |= self._part(part, language, into)
            except ModelFailed as failed:
                self._final = failed.reason if failed.final else ""
                if not found:
                    raise WriteError(failed.reason) from failed
                break
        return found

    def _part(self, texts: Sequence[Foreign], language: str, into: str) -> dict[str, str]:
        if self._final:
            raise ModelFailed(self._final, final=True)
        wanted = [text for text in texts if text.faults] or texts
        ids = [text.id for text in wanted]
        messages = to_translate(texts, language, into)
        if any(text.faults for text in texts):
            messages += to_mend(texts)
        shape = _schema(ids)
        try:
            return self._asked(messages, shape, ids)
        except BadAnswer as bad:
            return self._asked([*messages, *again(bad.text, bad.reason, TRANSLATIONS)], shape, ids)

    def _asked(
        self, messages: Sequence[Message], shape: Mapping[str, Any], ids: Sequence[str]
    ) -> dict[str, str]:
        return read_translations(self._chat.ask(messages, shape), ids)


def read_translations(text: str, ids: Sequence[str]) -> dict[str, str]:
    """The answer's texts for these ids. Raises BadAnswer where it has none."""
    value = json_in(text)
    listed = value.get("sentences") if isinstance(value, dict) else value
    found: dict[str, str] = {}
    for entry in listed if isinstance(listed, list) else ():
        if not isinstance(entry, dict):
            continue
        ref, said = str(entry.get("id", "")).strip("[] "), entry.get("text")
        if ref in ids and isinstance(said, str) and said.strip():
            found.setdefault(ref, " ".join(said.split())[:LONGEST_TEXT])
    if not found:
        raise BadAnswer('no entry of "sentences" has an id that was asked for, and a text', text)
    return found


def _parts(texts: Sequence[Foreign], letters: int) -> Iterator[Sequence[Foreign]]:
    part: list[Foreign] = []
    for text in texts:
        if part and sum(len(other.text) for other in (*part, text)) > letters:
            yield part
            part = []
        part.append(text)
    if part:
        yield part


def _schema(ids: Sequence[str]) -> dict[str, Any]:
    sentence = {"id": {"type": "string", "enum": list(ids)}, "text": {"type": "string"}}
    return closed({"sentences": {"type": "array", "items": closed(sentence)}})
