"""`/v1/exports`: all quotations, conflicts or judgements, or those that are searched for, in the formats of others."""

from flask import Response

from service.domain.queries import Filters
from service.presentation.export_formats import FORMATS
from service.web.api.blueprint import JsonBlueprint
from service.web.exporting import MEDIA_TYPES, exported_conflicts, exported_judgements, exported_quotations
from service.web.schemas import ConflictExportSchema, ExportSearchSchema, JudgementExportSchema

exports = JsonBlueprint(
    "exports", __name__, description="All stored quotations, conflicts and judgements, for other tools."
)


@exports.get("/v1/exports")
@exports.fails_with(422, 503)
@exports.arguments(ExportSearchSchema, location="query")
@exports.response(200, description="The quotations in the chosen format.")
@exports.doc(responses={200: {"content": {each.media_type: {"schema": {}} for each in FORMATS.values()}}})
def export(wanted: tuple[str, Filters]) -> Response:
    """Export quotations

    A consistent snapshot of all quotations, streamed as JSON lines, a table (CSV), one page of W3C Web Annotations or a
    schema.org graph. The last two contain speech only.
    """
    return exported_quotations(*wanted)


@exports.get("/v1/exports/conflicts")
@exports.fails_with(404, 422, 503)
@exports.arguments(ConflictExportSchema, location="query")
@exports.response(200, description="The conflicts in the chosen format.")
@exports.doc(responses={200: {"content": {media_type: {"schema": {}} for media_type in MEDIA_TYPES.values()}}})
def export_conflicts(wanted: tuple[str, Filters]) -> Response:
    """Export conflicts

    A consistent snapshot, streamed as JSON lines (each as in the list), a table (CSV) with a row for each claim, or a
    schema.org graph with a ClaimReview for each claim of the confirmed ones.
    """
    return exported_conflicts(*wanted)


@exports.get("/v1/exports/judgements")
@exports.fails_with(422, 503)
@exports.arguments(JudgementExportSchema, location="query")
@exports.response(200, description="The judgements in the chosen format.")
@exports.doc(responses={200: {"content": {MEDIA_TYPES[name]: {"schema": {}} for name in ("jsonl", "csv")}}})
def export_judgements(wanted: dict[str, str]) -> Response:
    """Export judgements

    A consistent snapshot of all judgements that hold, the oldest first, as JSON lines or a table (CSV).
    """
    return exported_judgements(wanted["format"])
