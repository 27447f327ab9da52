"""The checks, one file a kind."""
