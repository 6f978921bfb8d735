"""By which names the service may be called: a page of another site must not reach it under a name of its own."""

from collections.abc import Sequence
from functools import partial
from ipaddress import ip_address

from flask import Flask, Response, request
from werkzeug.exceptions import Forbidden

from service.web.middleware.problems import http_problem

# Orchestrators ask by address, and hear nothing that others may not.
_FOR_ALL = frozenset({"health.alive", "health.ready"})
_OWN = "localhost"


def register_hosts(app: Flask, hosts: Sequence[str], *, is_alone: bool) -> None:
    """Refuses requests for other names than these.

    Without any, a service that `is_alone`, with neither keys nor proxies, answers on this machine's own addresses to
    this machine's own names: a page whose name leads to 127.0.0.1 as soon as it is loaded (DNS rebinding) would count
    as its own.
    """
    if hosts:
        app.before_request(partial(_check, frozenset(host.casefold() for host in hosts)))
    elif is_alone:
        app.before_request(_check_own)


def _check(hosts: frozenset[str]) -> Response | None:
    return None if request.endpoint in _FOR_ALL or _host() in {*hosts, None} else _refusal()


def _check_own() -> Response | None:
    is_local = _is_own(request.environ.get("SERVER_NAME", ""))
    return None if not is_local or request.endpoint in _FOR_ALL or _is_own(_host()) else _refusal()


def _host() -> str | None:
    """The name without its port; None where a program of old times tells none."""
    given = request.headers.get("Host")
    if given is None:
        return None
    name, _, port = given.rpartition(":")
    return (name if name and port.isdecimal() else given).strip("[]").rstrip(".").casefold()


def _is_own(name: str | None) -> bool:
    if name is None or name == _OWN or name.endswith(f".{_OWN}"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _refusal() -> Response:
    return http_problem(Forbidden("The service is not called by this name here: QUOTES_HOSTS lists its names."))
