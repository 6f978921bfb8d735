"""Whether the service lives and is ready."""

from flask import Flask

from service import create_app
from service.config.settings import Settings
from tests.conftest import CannedUseCases
from tests.web.problem_documents import assert_problem


def test_readiness(app: Flask, settings: Settings, analysis):
    assert app.test_client().get("/readyz").json == {"status": "ready"}
    unready = create_app(settings, use_cases=CannedUseCases(analysis, is_ready=False)).test_client()
    assert_problem(unready.get("/readyz"), 503)
    assert unready.get("/healthz").json == {"status": "alive"}
