"""The writer without a language model."""
