"""Exports as they are sent."""

import pytest

from service.config.settings import Settings
from service.errors import BusyError
from service.store import Store
from service.web.exporting import exported_judgements
from tests.services import store_app


def test_a_place_is_free_again_whether_or_not_the_client_reads_on(store: Store, settings: Settings):
    with store_app(settings, store).test_request_context():
        for _ in range(6):
            exported_judgements("csv").close()
            assert exported_judgements("jsonl").get_data() == b""


def test_few_are_sent_at_once(store: Store, settings: Settings):
    with store_app(settings, store).test_request_context():
        held = [exported_judgements("jsonl") for _ in range(4)]
        with pytest.raises(BusyError):
            exported_judgements("jsonl")
        for response in held:
            response.close()
