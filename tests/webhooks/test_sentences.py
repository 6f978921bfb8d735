"""What has happened, in one sentence."""

import pytest

from service.domain.versions import ChangeKind
from service.domain.webhooks import Event
from service.webhooks.sentences import sentence_of

CONFLICT = {"id": "c/1", "severity": "high", "summary": "Ana is “mayor”\nin A and “former mayor” in B."}

ARTICLE = {
    "article": {"id": "a 1", "title": "Rain", "outlet": "The Post"},
    "changes": [{"kind": "quotation_added"}, {"kind": "words_changed"}, {"kind": "quotation_added"}],
}
RENAMED = {"kind": "title_changed", "title_before": "Snow", "title_after": "Rain"}


@pytest.mark.parametrize(
    ("event", "content", "text"),
    [
        (
            Event.CONFLICT_CREATED,
            CONFLICT,
            "New conflict (high severity): Ana is “mayor” in A and “former mayor” in B.",
        ),
        (
            Event.CONFLICT_CHANGED,
            CONFLICT,
            "Changed conflict (high severity): Ana is “mayor” in A and “former mayor” in B.",
        ),
        (
            Event.JOB_FINISHED,
            {"total": 3, "done": 2, "failed": 1},
            "A batch is finished: 2 of 3 articles are stored, 1 failed.",
        ),
        (
            Event.JOB_FINISHED,
            {"total": 3, "done": 3, "failed": 0},
            "A batch is finished: 3 of 3 articles are stored.",
        ),
        (
            Event.ARTICLE_CHANGED,
            ARTICLE,
            "“Rain” in The Post has changed after publication; quotations: 2 added, 1 reworded.",
        ),
        (
            Event.ARTICLE_CHANGED,
            {**ARTICLE, "changes": [RENAMED]},
            "“Rain” in The Post has changed after publication; its headline was “Snow”.",
        ),
        (
            Event.ARTICLE_CHANGED,
            {**ARTICLE, "changes": [RENAMED, {"kind": "quotation_removed"}]},
            "“Rain” in The Post has changed after publication; its headline was “Snow”; quotations: 1 removed.",
        ),
        (Event.WEBHOOK_TEST, {}, "This is a test of your alerts from the quotes service."),
    ],
)
def test_each_event_has_a_sentence(event: Event, content: dict[str, object], text: str):
    assert sentence_of(event, content, None).text == text


def test_a_conflict_is_linked_where_the_service_knows_its_address():
    assert sentence_of(Event.CONFLICT_CREATED, CONFLICT, None).address is None
    linked = sentence_of(Event.CONFLICT_CREATED, CONFLICT, "https://quotes.example")
    assert linked.address == "https://quotes.example/desk/conflicts/c%2F1"
    changed = sentence_of(Event.ARTICLE_CHANGED, ARTICLE, "https://quotes.example")
    assert changed.address == "https://quotes.example/desk/articles/a%201"
    assert sentence_of(Event.ARTICLE_CHANGED, ARTICLE, None).address is None


def test_every_change_has_words():
    for kind in set(ChangeKind) - {ChangeKind.TITLE_CHANGED}:
        content = {**ARTICLE, "changes": [{"kind": kind.value}]}
        assert "1 " in sentence_of(Event.ARTICLE_CHANGED, content, None).text
