"""Signing in: a key of the service, kept by the browser until it is closed, out of the reach of scripts."""

from typing import cast

from flask import Response, redirect, request, url_for

from service.config.api_keys import Scope
from service.web.desk.blueprint import desk, page, way_back
from service.web.middleware.authentication import asks_for_keys, key_cookie, key_of


@desk.get("/sign-in")
def show_sign_in() -> Response:
    """The form for the key; where no keys are asked for, the desk itself."""
    if not asks_for_keys():
        return cast(Response, redirect(url_for("desk.find_conflicts"), 303))
    return _sign_in_page()


@desk.post("/sign-in")
def sign_in() -> Response:
    """Keep the key, if it is one with which the desk can be read."""
    secret = request.form.get("key", "").strip()
    key = key_of(secret)
    if key is None:
        return _sign_in_page("This key is not known.")
    if Scope.READ not in key.scopes:
        return _sign_in_page("This key does not allow reading.")
    response = cast(Response, redirect(way_back(url_for("desk.find_conflicts")), 303))
    # No other site can make a browser send it along, which is what "Strict" says.
    response.set_cookie(key_cookie(), secret, secure=request.is_secure, httponly=True, samesite="Strict")
    return response


@desk.post("/sign-out")
def sign_out() -> Response:
    """Forget the key."""
    response = cast(Response, redirect(url_for("desk.show_sign_in"), 303))
    response.delete_cookie(key_cookie(), secure=request.is_secure, httponly=True, samesite="Strict")
    return response


def _sign_in_page(error: str | None = None) -> Response:
    back = way_back(url_for("desk.find_conflicts"))
    return page("sign_in.html", title="Sign in", status=403 if error else 200, error=error, back=back)
