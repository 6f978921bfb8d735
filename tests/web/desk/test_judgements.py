"""The list of judgements, and new ones on two speakers or statements."""

from flask.testing import FlaskClient

from service.store import Store
from tests.web.desk.conftest import DRY


def test_judgements_are_listed_with_what_they_are_about(client: FlaskClient, filled: Store):
    assert "No judgements yet." in client.get("/desk/judgements").text
    body = {"subject": "statement", "first": "a:1", "second": "c:1", "verdict": "different", "by": "Lee"}
    client.post("/desk/judgements", data=body)
    client.post("/desk/judgements", data={**body, "subject": "speaker", "by": "Kim", "reason": "Met them."})
    page = client.get("/desk/judgements").text
    assert page.index("Not the same speaker</strong>\nby Kim") < page.index("Not the same statement</strong>\nby Lee")
    for shown in ("Omar Said</a>", "Ana Pérez</a>", f"{DRY}</a>", "“Met them.”"):
        assert shown in page, shown
    filled.articles.forget("c")
    assert "Not the same speaker" in client.get("/desk/judgements").text
