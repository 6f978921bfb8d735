"""HTTP: schemas, blueprints, problem documents, the page."""

from typing import cast

from flask import current_app, request, url_for

from service.application.use_cases import UseCases

EXTENSION = "quotes"
# As MAX_CONTENT_LENGTH, for batches.
MAX_BATCH_BYTES = "MAX_BATCH_BYTES"
PUBLIC_URL = "QUOTES_PUBLIC_URL"


def use_cases() -> UseCases:
    """The use cases of the running app; the one reach into it."""
    return cast(UseCases, current_app.extensions[EXTENSION])


def public_url() -> str:
    """Where people reach the service, without a slash at the end: as it is set, or as this request has it."""
    return str(current_app.config.get(PUBLIC_URL) or request.url_root.rstrip("/"))


def page_address(conflict_id: str) -> str:
    """Where the desk shows a conflict, for whoever reads of it elsewhere."""
    return f"{public_url()}{url_for('desk.show_conflict', conflict_id=conflict_id)}"
