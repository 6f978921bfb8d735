"""Keys of the indexes of names and quotations, as numbers."""

from collections.abc import Iterable
from hashlib import blake2b


def key_number(content: Iterable[str], *, kind: int = 0) -> int:
    """A number of 63 bits for a key; the lowest two are its kind."""
    digest = blake2b("\0".join(content).encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 3 << 2 | kind
