"""What the lists show, to be saved as files: for who has signed in, by links on the desk's own pages."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

from flask import Response, abort, request, url_for

from service.domain.conflicts import Status
from service.domain.queries import Filters, PageRequest
from service.web.desk.blueprint import desk, fields
from service.web.desk.searching import asked_of, of_shown_status
from service.web.exporting import exported_conflicts, exported_judgements
from service.web.schemas import DeskSearchSchema

# The files by their names, each with its format.
_OF_CONFLICTS = {"conflicts.csv": "csv", "conflicts.jsonl": "jsonl", "claim-reviews.jsonld": "claim-review"}
_OF_JUDGEMENTS = {"judgements.csv": "csv", "judgements.jsonl": "jsonl"}
# What a browser says of a request that a page of the desk or the reader's own hand makes.
_OWN = frozenset({None, "same-origin", "none"})


@desk.get("/exports/<name>")
@fields(DeskSearchSchema)
def export(given: tuple[Filters, PageRequest, str | None], name: str) -> Response:
    """The conflicts of which all holds, filtered as the list filters them; or all judgements."""
    if request.headers.get("Sec-Fetch-Site") not in _OWN:
        abort(403, "Pages of other sites cannot export. Open the desk, and export from there.")
    if name in _OF_JUDGEMENTS:
        return _as_file(exported_judgements(_OF_JUDGEMENTS[name]), name)
    if name not in _OF_CONFLICTS:
        abort(404, f"There is no export {name!r}.")
    search, place, speaker = given
    asked = asked_of(of_shown_status(search), place, speaker)
    if not asked.is_clear:
        abort(422, f"{len(asked.speakers) or 'No'} speakers match {speaker!r}. Choose one on the list, then export.")
    return _as_file(exported_conflicts(_OF_CONFLICTS[name], asked.search), name)


def conflict_exports(asked: Mapping[str, str]) -> dict[str, str]:
    """Where the conflicts of these fields of an address can be had as files, by what to call the files."""
    confirmed = {**asked, "status": Status.CONFIRMED.value}
    return {
        "CSV": _address("conflicts.csv", asked),
        "JSON lines": _address("conflicts.jsonl", asked),
        "ClaimReview (confirmed ones)": _address("claim-reviews.jsonld", confirmed),
    }


def judgement_exports() -> dict[str, str]:
    """The same of all judgements."""
    return {"CSV": _address("judgements.csv"), "JSON lines": _address("judgements.jsonl")}


def _address(name: str, asked: Mapping[str, str] = MappingProxyType({})) -> str:
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{url_for('desk.export', name=name)}{query}"


def _as_file(response: Response, name: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
