"""The writer that asks a language model, story by story, and believes none of it unchecked."""
