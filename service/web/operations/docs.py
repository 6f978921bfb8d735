"""The contract for readers: `/openapi.yaml`, and Swagger UI at `/docs`, whose files come out of its wheel."""

from functools import cache
from importlib.resources import files
from threading import Lock

from flask import Blueprint, Response, render_template, send_from_directory

from service.web.operations.openapi import openapi_yaml

# Swagger UI sets style attributes and draws icons from data URLs; its scripts all come from here.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)

# All who ask at first would make it at the same time, each as slowly as there are others.
_ONE_MAKES_IT = Lock()

docs = Blueprint("docs", __name__)


@docs.get("/openapi.yaml")
def openapi() -> Response:
    """The contract, as its schemas are now."""
    return Response(contract(), content_type="application/yaml; charset=utf-8")


@docs.get("/docs")
def swagger_ui() -> Response:
    """The contract to read and to try."""
    return Response(render_template("docs.html"), headers={"Content-Security-Policy": _POLICY})


@docs.get("/docs/assets/<path:name>")
def asset(name: str) -> Response:
    """A file of Swagger UI."""
    response = send_from_directory(_swagger_ui_folder(), name)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def contract() -> str:
    """The text of the contract; made once, which takes half a second."""
    with _ONE_MAKES_IT:
        return _openapi_yaml()


@cache
def _openapi_yaml() -> str:
    return openapi_yaml()


@cache
def _swagger_ui_folder() -> str:
    return str(files("flask_swagger_ui") / "dist")
