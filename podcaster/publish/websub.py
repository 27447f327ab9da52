"""WebSub: a hub is told that the feed has news, and tells whoever subscribed to it there."""

import httpx

SECONDS = 15


def ping(hub: str, feed_url: str) -> str | None:
    """Tells the hub (W3C, WebSub; `hub.mode=publish`). Returns what went wrong, if anything did.

    A release isn't lost because a hub can't be told of it: apps find it when they next ask.
    """
    message = {"hub.mode": "publish", "hub.url": feed_url}
    try:
        httpx.post(hub, data=message, timeout=SECONDS).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"The hub {hub} couldn't be told of the new feed: {error}"
    return None
