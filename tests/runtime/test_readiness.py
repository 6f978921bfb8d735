"""Whether the service of this machine is ready."""

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from service.errors import SettingsError
from service.runtime.readiness import is_ready
from tests.threaded import in_a_thread


@pytest.mark.slow
@pytest.mark.parametrize(("status", "ready"), [(200, True), (503, False)])
def test_the_service_is_asked_where_it_listens(status: int, ready: bool):
    server = make_server("127.0.0.1", 0, Response(status=status))
    with in_a_thread(server):
        assert is_ready(f"0.0.0.0:{server.server_port}") is ready


def test_where_nothing_listens_nothing_is_ready():
    assert not is_ready("127.0.0.1:9")


def test_a_socket_cannot_be_asked():
    with pytest.raises(SettingsError, match="no port"):
        is_ready("unix:/run/quotes.socket")
