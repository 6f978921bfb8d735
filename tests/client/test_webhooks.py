"""What a receiver makes of messages."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from quotes_client import ForgedError, UnexpectedError, verify
from service.domain.webhooks import Event
from service.web.api.examples import operation_examples
from service.webhooks.signing import Message, new_secret, signed_headers

SECRET = new_secret()
CONFLICT = {
    "id": "c1",
    "kind": "wording",
    "class": "negation",
    "severity": "high",
    "probability": 0.9,
    "statement_id": "t1",
    "speaker_id": None,
    "summary": "They differ.",
    "claims": [],
    "diff": None,
    "status": "open",
    "found_at": "2026-03-01T00:00:00.000+00:00",
    "changed_at": "2026-03-01T00:00:00.000+00:00",
    "speakers": [],
    "articles": [],
    "assignee": None,
    "judgement": None,
}


def signed(content, event=Event.CONFLICT_CREATED, at=None, secret=SECRET):
    message = Message("msg_1", event, datetime(2026, 3, 1, tzinfo=UTC), content)
    return message.body, signed_headers(message, [secret], at or datetime.now(UTC))


def test_a_message_is_read_with_its_conflict():
    body, headers = signed(CONFLICT)
    for given in (body, body.encode()):
        notice = verify(given, {name.title(): value for name, value in headers.items()}, SECRET)
        assert (notice.id, notice.type, notice.timestamp) == ("msg_1", "conflict.created", "2026-03-01T00:00:00+00:00")
        assert (notice.conflict.id, notice.data) == ("c1", CONFLICT)


def test_other_events_have_no_conflict():
    other = verify(*signed({"id": "j1"}, Event.JOB_FINISHED), SECRET)
    assert (other.conflict, other.version) == (None, None)
    with pytest.raises(UnexpectedError, match="not about what its type says"):
        _ = verify(*signed({"id": "c1"}), SECRET).conflict


def test_a_changed_article_is_read_as_its_version():
    version = operation_examples()["listArticleVersions"]["response"]["versions"][0]
    notice = verify(*signed(version, Event.ARTICLE_CHANGED), SECRET)
    assert (notice.version.number, notice.version.changes[0].kind, notice.conflict) == (2, "words_changed", None)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        signed(CONFLICT, secret=new_secret()),
        signed(CONFLICT, at=datetime.now(UTC) - timedelta(minutes=6)),
        (json.dumps(CONFLICT), signed(CONFLICT)[1]),
        (signed(CONFLICT)[0], {}),
        (signed(CONFLICT)[0], {**signed(CONFLICT)[1], "webhook-signature": "v1"}),
        (signed(CONFLICT)[0], {**signed(CONFLICT)[1], "webhook-signature": "v1,a"}),
        (b"\xff", signed(CONFLICT)[1]),
    ],
)
def test_what_is_not_signed_with_the_secret_is_refused(body, headers):
    with pytest.raises(ForgedError):
        verify(body, headers, SECRET)
