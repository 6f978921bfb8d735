"""Ids that depend on content alone, so that the same articles get the same ids in any order."""

from collections.abc import Iterable
from hashlib import sha256

# 48 bits: among a million statements, two share an id once in some five hundred such stores.
_LENGTH = 12


def identify(prefix: str, parts: Iterable[str]) -> str:
    """An id made of the parts, whatever their order."""
    content = "\0".join(sorted(parts))
    return prefix + sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
