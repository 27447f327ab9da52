"""Kokoro-82M: the embedded engine, directed between its prosody and its decoder half."""
