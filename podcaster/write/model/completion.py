"""What a chat server sends back, read without trusting its shape."""

from pydantic import BaseModel, Field, ValidationError

from podcaster.write.model.failures import BadAnswer
from podcaster.write.model.purse import Tokens


class Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class Choice(BaseModel):
    message: Message
    finish_reason: str | None = None


class Usage(BaseModel):
    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)


class Completion(BaseModel):
    choices: list[Choice] = Field(min_length=1)


class Counted(BaseModel):
    usage: Usage


def text_of(body: bytes) -> str:
    """The answer's text. Raises BadAnswer where it's cut off, empty, a refusal or no chat."""
    try:
        choice = Completion.model_validate_json(body).choices[0]
    except ValidationError as error:
        raise BadAnswer("the server's answer is no chat") from error
    text = (choice.message.content or "").strip()
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise BadAnswer("the model refused", text)
    if choice.finish_reason == "length":
        raise BadAnswer("the answer was cut off", text)
    if not text:
        raise BadAnswer("the answer was empty")
    return text


def tokens_of(body: bytes) -> Tokens | None:
    """What the server counted; None where it doesn't say."""
    try:
        usage = Counted.model_validate_json(body).usage
    except ValidationError:
        return None
    return Tokens(usage.prompt_tokens, usage.completion_tokens)
