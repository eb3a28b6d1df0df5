"""Identifiers that sort by the time they were made."""

import secrets
import time

_MS = 1_000_000


def new_id() -> str:
    """32 hex digits: 48 bits of milliseconds since 1970 (UTC), 12 bits of the rest, 68 random."""
    moment = time.time_ns()
    return f"{moment // _MS:012x}{moment % _MS * 4096 // _MS:03x}{secrets.token_hex(9)[:17]}"
