"""What a page holds and doesn't show: it isn't read either, whoever it's meant for."""

import re
from typing import Any

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)


def drop_unseen(root: Any) -> None:
    """Takes out of an lxml tree what its own mark-up hides. What a style sheet hides stays."""
    for element in list(root.iter()):
        if element is root or not isinstance(element.tag, str) or element.getparent() is None:
            continue
        hidden = "hidden" in element.attrib and element.get("hidden") != "until-found"
        if hidden or element.tag == "template" or _HIDING.search(element.get("style", "")):
            element.drop_tree()
