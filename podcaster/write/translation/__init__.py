"""News in another language, translated by somebody whom nobody believes unchecked."""

from podcaster.write.translation.stage import translate

__all__ = ["translate"]
