"""Templates to HTML: one environment and one style for every page, with or without a server behind it."""

import time
from base64 import b64encode
from functools import cache
from hashlib import sha256
from textwrap import shorten

from flask import Response
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from service.domain.quotations import CERTAIN_ENOUGH
from service.presentation.analysis_view import heading_of
from service.presentation.dates import day_of, first_seen, hour_of, moment_of
from service.web.plain_names import plain_name


def _seen(seconds: float) -> str:
    return first_seen(seconds, time.time())


def _shortened(text: str, width: int) -> str:
    """At most this long, on one line; where it is cut between quotation marks, they are closed."""
    short = shorten(text, width, placeholder="…")
    return f"{short}”" if short.count("“") > short.count("”") and text.count("“") == text.count("”") else short


# Not Flask's environment: the command line writes the same page, and has no app.
_TEMPLATES = Environment(
    loader=PackageLoader("service.web"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals.update(certain_enough=CERTAIN_ENOUGH)
_TEMPLATES.filters.update(
    day=day_of, hour=hour_of, moment=moment_of, shorten=_shortened, heading=heading_of, called=plain_name, seen=_seen
)


def render(template: str, **content: object) -> str:
    """The template's HTML, with the style that all pages have."""
    return _TEMPLATES.get_template(template).render(css=Markup(_css()), **content)


def html_response(html: str, status: int = 200, *, has_script: bool = False) -> Response:
    """A page that may load nothing but its own style, and the service's own script if it has one; framed by nobody."""
    script = "script-src 'self'; connect-src 'self'; " if has_script else ""
    policy = (
        f"default-src 'none'; {script}style-src {style_hash()}; img-src data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    return Response(html, status, {"Content-Security-Policy": policy}, mimetype="text/html")


@cache
def style_hash() -> str:
    """The pages' style by its digest, as a content security policy names it."""
    return f"'sha256-{b64encode(sha256(_css().encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _css() -> str:
    return "".join(_TEMPLATES.get_template(name).render() for name in ("page.css", "desk.css"))
