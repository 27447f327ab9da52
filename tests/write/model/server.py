"""What a chat server in OpenAI's manner answers: a scripted model's text."""

import json
from contextlib import AbstractContextManager
from typing import Any

from tests.openai_server import Answer, Asked, Reply, Server, serving
from tests.write.model.scripted import Model, good


def completion(text: str | None, finish: str = "stop", **message: Any) -> Answer:
    body = {
        "id": "c1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, **message},
            }
        ],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200},
    }
    return Answer(json.dumps(body).encode())


def prompt_of(asked: Asked) -> str:
    return str(asked["messages"][1]["content"])


def says(model: Model) -> Reply:
    return lambda asked: completion(model(prompt_of(asked)))


def chat_server() -> AbstractContextManager[Server]:
    return serving(says(good))
