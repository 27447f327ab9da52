"""Publish: an episode becomes files, pages and a feed that apps subscribe to."""

from podcaster.publish.stage import publish

__all__ = ["publish"]
