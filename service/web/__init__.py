"""HTTP: schemas, blueprints, problem documents, the page."""

from typing import cast

from flask import current_app

from service.application.use_cases import UseCases

EXTENSION = "quotes"
# As MAX_CONTENT_LENGTH, for batches.
MAX_BATCH_BYTES = "MAX_BATCH_BYTES"


def use_cases() -> UseCases:
    """The use cases of the running app; the one reach into it."""
    return cast(UseCases, current_app.extensions[EXTENSION])
