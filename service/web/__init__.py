"""HTTP: schemas, blueprints, problem documents, the page."""

from typing import cast

from flask import current_app

from service.usecases import UseCases

EXTENSION = "quotes"


def use_cases() -> UseCases:
    """The use cases of the running app; the one reach into it."""
    return cast(UseCases, current_app.extensions[EXTENSION])
