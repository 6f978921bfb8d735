"""API keys: how one is created, how it is stored (hashed), and to whom a given one belongs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe

# Recognisable to people, and to scanners that look for leaked secrets.
_PREFIX = "quotes_"
# 256 random bits cannot be guessed, so a fast hash is enough.
_N_BYTES = 32
_LINE = re.compile(r"([\w.-]{1,64}):([a-z]+(?:\+[a-z]+)*):([0-9a-f]{64})", re.ASCII)


class Scope(StrEnum):
    """What a key allows; none includes another."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """What is stored of a key: its owner's name, its scopes and its hash."""

    name: str
    scopes: frozenset[Scope]
    digest: str

    @property
    def line(self) -> str:
        """The key as the settings have it: NAME:SCOPE+SCOPE:HASH."""
        return f"{self.name}:{'+'.join(scope for scope in Scope if scope in self.scopes)}:{self.digest}"


def new_key(name: str, scopes: Iterable[Scope]) -> tuple[str, ApiKey]:
    """A new key for this owner, and what to store of it.

    Raises ValueError if the name or the scopes cannot be used in the settings.
    """
    secret = _PREFIX + token_urlsafe(_N_BYTES)
    (stored,) = read_keys(ApiKey(name, frozenset(scopes), _digest(secret)).line)
    return secret, stored


def read_keys(lines: str) -> tuple[ApiKey, ...]:
    """The keys of these lines, or of one line with spaces between.

    Raises ValueError, which repeats nothing that could be a key: somebody may have put one there.
    """
    keys = tuple(_read(line, number) for number, line in enumerate(lines.split(), 1))
    if len({key.name for key in keys}) < len(keys):
        raise ValueError("two keys have the same name")
    return keys


def holder(secret: str, keys: Sequence[ApiKey]) -> ApiKey | None:
    """The key with this secret; None if there is none."""
    digest = _digest(secret)
    # All of them, and in a time that does not depend on where the hashes differ.
    found = [key for key in keys if compare_digest(key.digest, digest)]
    return found[0] if found else None


def _read(line: str, number: int) -> ApiKey:
    parts = _LINE.fullmatch(line)
    if parts is None or not set(parts[2].split("+")) <= set(Scope):
        raise ValueError(f"key {number} is not NAME:SCOPES:HASH, as `quotes keys new` prints it")
    return ApiKey(parts[1], frozenset(map(Scope, parts[2].split("+"))), parts[3])


def _digest(secret: str) -> str:
    # A header need not be valid text; then it is not a key either.
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
