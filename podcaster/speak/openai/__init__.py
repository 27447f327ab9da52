"""Speech from any server that speaks OpenAI's `/v1/audio/speech`."""
