"""The environment variables: what they are called, how their texts are read, and which are mistyped."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path

from service.config.api_keys import ApiKey, read_keys
from service.errors import SettingsError

PREFIX = "QUOTES_"
# Of the commands that ask a running service.
_OF_CLIENTS = frozenset({"QUOTES_SERVER", "QUOTES_KEY"})
# Kubernetes sets these for a service that is named "quotes".
_OF_KUBERNETES = re.compile(r"QUOTES_(PORT|SERVICE_(HOST|PORT.*)|PORT_\d+_(TCP|UDP|SCTP).*)")
# The share of letters that two names have in common: a slip of the finger leaves more, another word less.
_ALIKE = 0.8
_SWITCHES = {"yes": True, "no": False}


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def unknown_variables(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each of these variables that has the prefix and is nobody's: probably mistyped."""
    known = sorted(_OF_CLIENTS.union(known))
    mistyped = (name for name in sorted(names) if name.startswith(PREFIX) and name not in known)
    return tuple(_sentence(name, known) for name in mistyped if not _OF_KUBERNETES.fullmatch(name))


def _sentence(name: str, known: list[str]) -> str:
    meant = get_close_matches(name, known, n=1, cutoff=_ALIKE)
    return f"{name} is not a setting" + (f": did you mean {meant[0]}?" if meant else " and is ignored.")


def _text(_: str, text: str) -> str:
    return text


def _path(_: str, text: str) -> Path:
    return Path(text)


def _number(name: str, text: str) -> int:
    if not text.strip().isascii() or not text.strip().isdigit():
        raise SettingsError(f"{name} is {text!r}: it must be a whole number.")
    return int(text)


def _switch(name: str, text: str) -> bool:
    if text.strip() not in _SWITCHES:
        raise SettingsError(f"{name} is {text!r}: it must be yes or no.")
    return _SWITCHES[text.strip()]


def _keys(name: str, text: str) -> tuple[ApiKey, ...]:
    try:
        return read_keys(text)
    except ValueError as error:
        raise SettingsError(f"{name} cannot be used: {error}.") from error


def _words(_: str, text: str) -> tuple[str, ...]:
    return tuple(text.split())


# How the text of a variable is read, by the type of its setting; the name is for the refusal.
READERS: dict[object, Callable[[str, str], object]] = {
    int: _number,
    str: _text,
    str | None: _text,
    bool: _switch,
    Path: _path,
    Path | None: _path,
    tuple[ApiKey, ...]: _keys,
    tuple[str, ...]: _words,
}
