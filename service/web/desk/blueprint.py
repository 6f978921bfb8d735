"""How the desk's pages are made, how their fields are read, and what becomes of refusals."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from flask import Blueprint, Request, Response, abort, redirect, request, url_for
from webargs.flaskparser import FlaskParser

from service.config.api_keys import Scope
from service.domain.queries import MOST_COUNTED, Page
from service.web.middleware.authentication import allows, key_cookie, key_name
from service.web.middleware.problems import MEDIA_TYPE
from service.web.rendering import html_response, render

desk = Blueprint("desk", __name__, url_prefix="/desk")

# Who judged last in this browser; a year is as long as browsers keep anything.
EDITOR_COOKIE = "quotes_editor"
_EDITOR_SECONDS = 31_536_000
# As much as is looked through at once.
AT_ONCE = 20
# What the form before this page has done: said once, and part of no address that leads back here.
DONE = "done"
# The conflicts that it has judged, likewise: their last judgement can be taken back.
JUDGED = "judged"
# Pages that take keys; all others run nothing.
_WITH_SCRIPT = frozenset({"conflict.html", "conflicts.html"})

_View = TypeVar("_View", bound=Callable[..., Any])
_Item = TypeVar("_Item")


class _FieldParser(FlaskParser):
    """Empty fields count as missing; unknown ones are ignored."""

    DEFAULT_UNKNOWN_BY_LOCATION = {  # noqa: RUF012 - its base's
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "form": FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION["query"],
    }

    def load_querystring(self, req: Request, _: object) -> Mapping[str, str]:
        return _given(req.args)

    def load_form(self, req: Request, _: object) -> Mapping[str, str]:
        return _given(req.form)


_PARSER = _FieldParser()


def fields(schema: Any, *, location: str = "query") -> Callable[[_View], _View]:  # noqa: ANN401 - a schema
    """Hands the view what the schema makes of the fields; what it refuses is answered with 422."""
    return cast(Callable[[_View], _View], _PARSER.use_args(schema, location=location))


def filled_in(values: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """The fields of these names that are not empty; a browser sends every line's end as CR LF."""
    given = _given(values)
    return {name: given[name].replace("\r\n", "\n") for name in names if name in given}


def page(template: str, *, title: str, status: int = 200, **content: object) -> Response:
    """The page of a template under `desk/`."""
    html = render(
        f"desk/{template}",
        title=title,
        has_script=template in _WITH_SCRIPT,
        url_for=url_for,
        here=request.endpoint,
        address=_address(),
        done=request.args.get(DONE, ""),
        most_counted=MOST_COUNTED,
        just_judged=request.args.getlist(JUDGED)[:AT_ONCE],
        editor=request.cookies.get(EDITOR_COOKIE, ""),
        key_name=key_name(),
        may_write=allows(Scope.WRITE),
        may_administer=allows(Scope.ADMIN),
        is_signed_in=key_cookie() in request.cookies,
        is_signing_in=template == "sign_in.html",
        **content,
    )
    return html_response(html, status, has_script=template in _WITH_SCRIPT)


def next_address(found: Page[_Item]) -> str | None:
    """Where the list goes on; None if it ends."""
    if found.cursor is None:
        return None
    return f"{_path()}?{urlencode({**_asked(), 'cursor': found.cursor})}"


def asked_besides(*names: str) -> dict[str, str]:
    """What else the list is asked for: all fields but these, from its first part on."""
    return {name: value for name, value in _asked().items() if name not in {*names, "cursor"}}


def way_back(default: str) -> str:
    """Where the form's page wants to return; no other place than the desk's own pages."""
    given = request.values.get("back", "")
    return given if given.startswith(url_for("desk.find_conflicts")) and given.isprintable() else default


def judged(address: str, editor: str, conflict_ids: Iterable[str] = ()) -> Response:
    """The way to what was judged, with the conflicts that can be judged back; the browser keeps who judged."""
    listed = urlencode([(JUDGED, conflict_id) for conflict_id in conflict_ids])
    address += f"{'&' if '?' in address else '?'}{listed}" if listed else ""
    response = cast(Response, redirect(address, 303))
    # Kept for the desk alone, and from scripts.
    response.set_cookie(
        EDITOR_COOKIE,
        editor,
        max_age=_EDITOR_SECONDS,
        path=url_for("desk.find_conflicts"),
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
    )
    return response


@desk.get("/<path:address>")
def nothing(address: str) -> Response:
    """Unknown addresses get an error page."""
    abort(404, f"The desk has no page {address!r}.")


@desk.after_request
def _as_page(response: Response) -> Response:
    """An error as a page: any error, before or within a view, is a problem document by now."""
    if response.mimetype != MEDIA_TYPE:
        return response
    if response.status_code == 401:
        return _as_from_here() or cast(Response, redirect(url_for("desk.show_sign_in", back=_address()), 303))
    problem = response.get_json()
    shown = page("problem.html", title=problem["title"], status=response.status_code, problem=problem)
    if "Retry-After" in response.headers:
        shown.headers["Retry-After"] = response.headers["Retry-After"]
    return shown


def _as_from_here() -> Response | None:
    """For who has followed a link on another site: the same page once more, asked for by a page of the desk.

    Only then does the browser send the key along.
    """
    if request.method != "GET" or request.headers.get("Sec-Fetch-Site") != "cross-site":
        return None
    return page("again.html", title="The desk")


def _address() -> str:
    """Of this page, or of the desk's start where a form was sent."""
    if request.method != "GET":
        return url_for("desk.find_conflicts")
    is_news = DONE in request.args or JUDGED in request.args
    query = urlencode(_asked()) if is_news else request.query_string.decode("ascii", "replace")
    return f"{_path()}?{query}" if query else _path()


def _asked() -> dict[str, str]:
    return {name: value for name, value in request.args.items() if name not in (DONE, JUDGED)}


def _path() -> str:
    """Not the request's own, which is decoded: an article's id may hold a question mark."""
    return url_for(request.endpoint or "", **(request.view_args or {}))


def _given(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in values.items() if value.strip()}
