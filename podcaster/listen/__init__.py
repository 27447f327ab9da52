"""Listening back: what a recogniser hears, how high and loud a voice is, how clean it sounds."""
