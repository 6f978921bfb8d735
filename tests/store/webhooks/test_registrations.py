"""Webhooks as they are stored."""

import pytest

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.store import Store
from service.store.sql.connection import Database
from tests.services import NoParser


@pytest.fixture
def use_cases(store: Store) -> UseCases:
    """Over that store; webhooks may be on this machine."""
    return UseCases(NoParser(), dependencies=Dependencies(store=store))


def test_secrets_stay_out_of_what_is_logged(use_cases: UseCases, database: Database):
    webhook = use_cases.webhooks.add("https://desk.example/", ["job.finished"])
    assert webhook.secret not in repr(webhook)
    assert database.engine.hide_parameters
