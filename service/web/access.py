"""Who may ask what: a key's scopes against what each view needs. Without keys, everybody may ask everything."""

from collections.abc import Sequence
from functools import partial

from flask import Flask, Response, g, request
from werkzeug.exceptions import Forbidden, HTTPException, Unauthorized

from service.keys import ApiKey, Scope, holder
from service.web.errors import http_problem

# For everybody: orchestrators and browsers ask these before they have a key, and they tell nothing of articles.
_OPEN = frozenset(
    {"health.alive", "health.ready", "versions.version", "docs.openapi", "docs.swagger_ui", "docs.asset", "static"}
)
# Posts that store nothing.
_READS = frozenset({"analyses.analyse", "pages.answer"})
# For those who run the service: views, or all those of a blueprint.
_ADMINISTERS = frozenset({"metrics.figures", "webhooks"})


def register_access(app: Flask, keys: Sequence[ApiKey]) -> None:
    """Asks for a key before each view but the open ones."""
    if keys:
        app.before_request(partial(_check, keys))


def caller() -> str:
    """Who asks: the name of the key, or else the address."""
    return str(g.get("key_name") or request.remote_addr)


def is_open() -> bool:
    """Whether everybody may ask what is asked: an open view, none at all, or what a browser asks beforehand."""
    return request.endpoint is None or request.endpoint in _OPEN or request.method == "OPTIONS"


def _check(keys: Sequence[ApiKey]) -> Response | None:
    """The refusal; None where the view may be asked."""
    if is_open():
        return None
    secret = _secret()
    if secret is None:
        return _unauthorized("This needs an API key.")
    key = holder(secret, keys)
    if key is None:
        return _unauthorized("This is no API key of this service.", error="invalid_token")
    scope = _needed()
    if scope not in key.scopes:
        return _forbidden(scope)
    g.key_name = key.name
    return None


def _needed() -> Scope:
    if {request.endpoint, request.blueprint} & _ADMINISTERS:
        return Scope.ADMIN
    if request.method in {"GET", "HEAD"} or request.endpoint in _READS:
        return Scope.READ
    return Scope.WRITE


def _secret() -> str | None:
    """The key: as a bearer token, or as the password of a browser's own dialogue."""
    try:
        given = request.authorization
    # Werkzeug lets this one through for what is neither base64 nor ASCII: then it is no key.
    except ValueError:
        return ""
    if given is None:
        return None
    return given.token if given.type == "bearer" else given.password


def _unauthorized(detail: str, **more: str) -> Response:
    return _refusal(Unauthorized(detail), _challenge("Bearer", **more), _challenge("Basic", charset="UTF-8"))


def _forbidden(scope: Scope) -> Response:
    refusal = Forbidden(f"This needs an API key with the scope {scope}.")
    return _refusal(refusal, _challenge("Bearer", error="insufficient_scope", scope=scope))


def _refusal(error: HTTPException, *challenges: str) -> Response:
    return http_problem(error, headers=[("WWW-Authenticate", challenge) for challenge in challenges])


def _challenge(scheme: str, **more: str) -> str:
    # Not by Werkzeug: it leaves the quotes out, which the realm must have.
    return f"{scheme} " + ", ".join(f'{name}="{value}"' for name, value in {"realm": "quotes", **more}.items())
