"""What all pages may load."""

from flask.testing import FlaskClient

from service.web.rendering import _shortened, style_hash


def test_the_policy_allows_the_pages_own_style_and_nothing_else(client: FlaskClient):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert f"style-src {style_hash()};" in policy
    assert "script" not in client.get("/").text


def test_what_is_cut_between_marks_is_closed():
    assert _shortened("“It rains and rains.”", 12) == "“It rains…”"
    assert _shortened("It rains and rains.", 12) == "It rains…"
    assert _shortened("“It rains", 20) == "“It rains"
