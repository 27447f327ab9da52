"""What a speech server in OpenAI's manner answers: plain tones, as long as the text."""

import io
from contextlib import AbstractContextManager

import numpy as np
import soundfile

from tests.openai_server import Answer, Asked, Server, serving

SAMPLE_RATE = 24_000
SECONDS_A_LETTER = 0.06


def tone(letters: int, speed: float = 1.0, rate: int = SAMPLE_RATE) -> np.ndarray:
    times = np.arange(round(letters * SECONDS_A_LETTER / speed * rate)) / rate
    return (0.2 * np.sin(2 * np.pi * 180 * times)).astype(np.float32)


def wav(asked: Asked) -> Answer:
    file = io.BytesIO()
    sound = tone(len(asked["input"]), float(asked.get("speed", 1)))
    padding = np.zeros(SAMPLE_RATE // 2, np.float32)
    samples = np.concatenate([padding, sound, padding])
    soundfile.write(file, samples, SAMPLE_RATE, format="WAV", subtype="PCM_16")
    return Answer(file.getvalue(), kind="audio/wav")


def pcm(asked: Asked) -> Answer:
    sound = (tone(len(asked["input"])) * 32767).astype("<i2")
    return Answer(sound.tobytes(), kind="audio/pcm")


def sound(asked: Asked) -> Answer:
    return pcm(asked) if asked["response_format"] == "pcm" else wav(asked)


def speech_server() -> AbstractContextManager[Server]:
    return serving(sound)
