"""What all pages may load."""

from flask.testing import FlaskClient

from service.web.rendering import style_hash


def test_the_policy_allows_the_pages_own_style_and_nothing_else(client: FlaskClient):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert f"style-src {style_hash()};" in policy
    assert "script" not in client.get("/").text
