"""Coqui TTS (the maintained `coqui-tts`): XTTS v2, VITS, and its other models, by name or path."""
