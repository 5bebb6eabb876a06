"""The time of day as files keep it."""

from __future__ import annotations

from datetime import datetime


def timestamp() -> str:
    """Now: ISO 8601, to the second, with its offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
