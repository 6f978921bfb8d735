"""Who may ask what: a key's scopes against what each view needs. Without keys, everybody may ask everything."""

from collections.abc import Sequence

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import Forbidden, HTTPException, Unauthorized

from service.config.api_keys import ApiKey, Scope, holder
from service.errors import JudgementError
from service.web.middleware.problems import http_problem

# For everybody: orchestrators and browsers need these before they have a key. They reveal nothing about articles.
_OPEN = frozenset(
    {"health.alive", "health.ready", "versions.version", "docs.openapi", "docs.swagger_ui", "docs.asset", "static"}
    | {"desk.show_sign_in", "desk.sign_in", "desk.sign_out"}
)
# Posts that store nothing.
_READS = frozenset({"analyses.analyse", "pages.answer"})
# For those who run the service: views, or all those of a blueprint.
_ADMINISTERS = frozenset({"metrics.figures", "webhooks"}) | {
    *("desk.show_alerts", "desk.add_alert", "desk.test_alert", "desk.resume_alert"),
    "desk.remove_alert",
}
# Pages for people with a browser. Elsewhere its cookie does not count: other sites can make it send requests there.
_BROWSED = frozenset({"desk", "pages"})
_KEYS = "QUOTES_API_KEYS"


def register_access(app: Flask, keys: Sequence[ApiKey]) -> None:
    """Asks for a key before each view but the open ones."""
    app.config[_KEYS] = tuple(keys)
    if keys:
        app.before_request(_check)


def caller() -> str:
    """Who asks: the name of the key, or else the address."""
    return str(g.key.name if "key" in g else request.remote_addr)


def key_name() -> str | None:
    """The name of the caller's key, if it has one."""
    return str(g.key.name) if "key" in g else None


def editor(given: str | None) -> str:
    """Who judges: the name of the key, or else the name that was given.

    Raises JudgementError where there is neither.
    """
    name = key_name() or given
    if not name:
        raise JudgementError("Say who judges: the service asks for no keys.", field="by")
    return name


def is_open() -> bool:
    """Whether everybody may ask what is asked: an open view, none at all, or what a browser asks beforehand."""
    return request.endpoint is None or request.endpoint in _OPEN or request.method == "OPTIONS"


def asks_for_keys() -> bool:
    """Whether there are keys at all."""
    return bool(current_app.config[_KEYS])


def key_of(secret: str) -> ApiKey | None:
    """The key that this is, of those of this service."""
    return holder(secret, current_app.config[_KEYS])


def allows(scope: Scope) -> bool:
    """Whether the caller of the running request may do what needs this scope."""
    return not asks_for_keys() or ("key" in g and scope in g.key.scopes)


def key_cookie() -> str:
    """The name of the cookie that keeps the key of who has signed in.

    Behind https no other host may set it, and it is sent nowhere else, by what browsers know of this prefix.
    """
    return "__Host-quotes_key" if request.is_secure else "quotes_key"


def _check() -> Response | None:
    """The refusal; None if the view may be asked."""
    if is_open():
        return None
    secret = _secret()
    if secret is None:
        return _unauthorized("This needs an API key.")
    key = key_of(secret)
    if key is None:
        return _unauthorized("This API key is unknown.", error="invalid_token")
    scope = _needed()
    if scope not in key.scopes:
        return _forbidden(scope)
    g.key = key
    return None


def _needed() -> Scope:
    if {request.endpoint, request.blueprint} & _ADMINISTERS:
        return Scope.ADMIN
    if request.method in {"GET", "HEAD"} or request.endpoint in _READS:
        return Scope.READ
    return Scope.WRITE


def _secret() -> str | None:
    """The key: as a bearer token, as the password of a browser's own dialogue, or in the cookie of the sign-in page."""
    cookie = request.cookies.get(key_cookie()) if request.blueprint in _BROWSED else None
    if cookie is not None:
        # After signing in, this one counts, whatever the browser remembers from its own dialogue.
        return cookie
    try:
        given = request.authorization
    # Werkzeug lets this one through for what is neither base64 nor ASCII: then it is not a key.
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
