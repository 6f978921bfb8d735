"""The client's way through what is kept, against a service with a store; its parser finds no sentence."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.serving import make_server

from quotes_client import (
    Article,
    Client,
    ConflictKind,
    DeliveryStatus,
    Event,
    MessageFormat,
    Order,
    PairJudgement,
    RefusedError,
    Severity,
    Status,
)
from service.config.settings import Settings
from service.domain.judgements import Subject
from service.store import Store
from tests.linking.reports import report
from tests.services import new_store, store_app
from tests.threaded import in_a_thread

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."


def _articles(store: Store) -> None:
    store.articles.save(report("a", (ANA, DRY)))
    store.articles.save(report("b", ("Pérez", DRY.replace("dry", "not dry"))))
    for number in range(60):
        store.articles.save(report(f"other {number}", (OMAR, f"Parcel{number} went to town{number} by road{number}.")))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two articles that disagree by a word, and sixty others without a word in common: more than a page of a list."""
    opened = new_store(tmp_path, holding=_articles)
    yield opened
    opened.close()


@pytest.fixture
def app(store: Store, settings: Settings) -> Flask:
    """A service over that store."""
    return store_app(settings, store)


@pytest.fixture
def client(app: Flask) -> Iterator[Client]:
    """A client of that service, over HTTP."""
    with in_a_thread(make_server("127.0.0.1", 0, app, threaded=True)) as url, Client(url) as opened:
        yield opened


def test_an_article_is_kept_found_and_forgotten(client: Client):
    kept = client.store(Article("“Rain,” it said.", id="c/1", outlet="The Post"))
    assert (kept.id, kept.outlet, kept.text) == ("c/1", "The Post", "“Rain,” it said.")
    assert client.article("c/1") == kept
    assert [article.id for article in client.articles(outlet="The Post")] == ["c/1"]
    assert client.delete("c/1")
    assert not client.delete("c/1")


def test_an_article_is_replaced_and_its_versions_are_read(client: Client):
    text = "“It will rain before the weekend,” it said."
    assert client.replace("c/1", Article(text)).version == 1
    assert client.replace("c/1", Article(text.replace("rain", "snow"))).version == 2
    newest, first = client.article_versions("c/1")
    assert (newest.number, first.number, first.changes) == (2, 1, ())
    assert (client.article_version("c/1", 1).text, client.article_version("c/1", 1).quotations) == (text, ())


def test_a_request_key_stands_for_one_article(client: Client):
    first = client.store(Article("Nothing."), request_key="k")
    assert client.store(Article("Nothing."), request_key="k") == first
    with pytest.raises(RefusedError, match="409"):
        client.store(Article("Something."), request_key="k")


def test_lists_are_read_to_their_end(client: Client):
    articles = [article.id for article in client.articles()]
    assert (len(articles), len(set(articles)), articles[-1]) == (62, 62, "a")


def test_each_is_shown_by_its_id(client: Client):
    for listed, shown in (
        (client.quotations(words="valley"), client.quotation),
        (client.speakers(words="ana"), client.speaker),
        (client.statements(words="valley"), client.statement),
        (client.conflicts(kind=ConflictKind.WORDING), client.conflict),
    ):
        found = list(listed)
        assert found
        assert [shown(one.id) for one in found] == found


def test_an_unknown_search_is_refused(client: Client):
    with pytest.raises(RefusedError, match="422"):
        list(client.articles(outlets="The Post"))


def test_a_conflict_is_judged(client: Client):
    (conflict,) = client.conflicts()
    assert client.judge_conflict(conflict.id, Status.DISMISSED, by="desk").status is Status.DISMISSED
    assert [one.id for one in client.conflicts(status=Status.DISMISSED)] == [conflict.id]
    judged = client.conflict(conflict.id)
    assert (judged.judgement.judged_by, judged.judgement.reason) == ("desk", None)
    (judgement,) = client.judgements()
    assert (judgement.subject, judgement.judged_by, judgement.reason) == (Subject.CONFLICT, "desk", None)


def test_a_conflict_is_assigned_judged_with_others_and_opened_again(client: Client):
    (conflict,) = client.conflicts()
    assert client.judge_conflict(conflict.id, by="desk", assignee="Kim").assignee == "Kim"
    found = {"right_claim": 1, "source": "https://port.example/minutes"}
    judgement = client.judge_conflict(conflict.id, Status.CONFIRMED, by="desk", **found).judgement
    assert (judgement.right_claim, judgement.none_is_right, judgement.source) == (1, False, found["source"])
    (dismissed,) = client.judge_conflicts([conflict.id], Status.DISMISSED, was=Status.CONFIRMED, by="desk")
    assert dismissed.status is Status.DISMISSED
    assert client.undo_judgement(conflict.id, by="Eve").judgement == judgement
    with pytest.raises(RefusedError):
        client.undo_judgement(conflict.id, by="Eve", judged_at=dismissed.judgement.judged_at)
    history = client.conflict_history(conflict.id)
    assert [(one.status, one.holds, one.withdrawn_by) for one in history] == [
        (Status.DISMISSED, False, "Eve"),
        (Status.CONFIRMED, True, None),
    ]


def test_figures_are_asked_for(client: Client):
    assert {one.n_corrected for one in client.outlet_figures()} <= {0}
    (most,) = client.speaker_figures(1)
    assert most.n_quotations > 0


def test_lists_are_counted(client: Client):
    assert client.total("conflicts") == client.total("conflicts", status=Status.OPEN) == len(list(client.conflicts()))
    assert client.total("quotations", words="nowhere") == 0
    assert client.total("judgements") == 0


def test_conflicts_and_judgements_are_exported(client: Client):
    (conflict,) = client.conflicts()
    client.judge_conflict(conflict.id, Status.CONFIRMED, by="desk", none_is_right=True)
    assert conflict.id in "".join(client.export_conflicts("csv", status=Status.CONFIRMED))
    assert list(client.export_conflicts(status=Status.OPEN)) == []
    assert "ClaimReview" in "".join(client.export_conflicts("claim-review"))
    assert len(list(client.export_judgements())) == 1


def test_an_article_has_its_conflicts(client: Client):
    (conflict,) = client.article("a").conflicts
    assert [conflict] == list(client.conflicts(article_id="a"))
    assert [one.article_id for one in client.quotations(article_id="a")] == ["a"]
    assert [speaker.name for speaker in conflict.speakers] == ["Ana Pérez"]
    assert [article.id for article in conflict.articles] == ["a", "b"]
    assert all(place.exact in place.sentence.exact for claim in conflict.claims for place in claim.evidence)


def test_two_speakers_are_judged(client: Client):
    ana, omar = client.speakers()
    judgement = client.judge(PairJudgement("speaker", ana.id, omar.id, "same", by="desk", reason="A pen name."))
    assert (judgement.verdict, judgement.reason) == ("same", "A pen name.")
    (both,) = client.speakers()
    assert client.speaker(omar.id) == client.speaker(ana.id) == both


def test_webhooks_are_asked_for_changed_and_removed(client: Client):
    made = client.add_webhook("https://desk.example/quotes", [Event.CONFLICT_CREATED])
    assert made.secret.startswith("whsec_")
    assert made.secret not in repr(made)
    assert [one.id for one in client.webhooks()] == [made.id]
    assert client.webhook(made.id).active
    assert not client.change_webhook(made.id, active=False).active
    assert client.change_webhook(made.id, events=[Event.JOB_FINISHED]).events == (Event.JOB_FINISHED,)
    sent = client.test_webhook(made.id)
    assert (sent.status, list(client.deliveries(made.id))) == (DeliveryStatus.PENDING, [sent])
    assert (client.remove_webhook(made.id), client.remove_webhook(made.id)) == (True, False)


def test_searches_are_saved_used_changed_and_removed(client: Client):
    saved = client.save_search("Wells", {"words": "wells", "severity": Severity.HIGH})
    assert (client.saved_search(saved.id), list(client.saved_searches())) == (saved, [saved])
    assert (saved.filters.words, saved.filters.severity, saved.filters.kind) == ("wells", Severity.HIGH, None)
    webhook = client.add_webhook(
        "https://desk.example/", [Event.CONFLICT_CREATED], format=MessageFormat.SLACK, search_id=saved.id
    )
    assert (webhook.format, webhook.search_id, webhook.filter) == (MessageFormat.SLACK, saved.id, None)
    changed = client.change_webhook(webhook.id, search_id=None, filter={"outlet": "The Post"})
    assert (changed.search_id, changed.filter.outlet) == (None, "The Post")
    assert client.change_search(saved.id, filters={"words": "sea"}).filters.severity is None
    assert list(client.conflicts(search_id=saved.id)) == []
    assert (client.remove_search(saved.id), client.remove_search(saved.id)) == (True, False)


def test_the_newest_conflicts_come_first_where_asked(client: Client):
    (conflict,) = client.conflicts(order=Order.NEWEST, changed_since="2024-01-01")
    assert conflict.found_at == conflict.changed_at
    assert list(client.conflicts(changed_since="2100-01-01")) == []


def test_all_is_exported_line_by_line(client: Client):
    lines = [json.loads(line) for line in client.exports(words="valley")]
    assert [line["article_id"] for line in lines] == ["a", "b"]
    rows = list(csv.DictReader(client.exports("csv")))
    assert (len(rows), rows[0]["words"], rows[0]["speaker"]) == (62, DRY, ANA)
    assert len(json.loads("".join(client.exports("schema.org")))["@graph"]) == 62


def test_an_export_that_is_refused_says_why(client: Client):
    with pytest.raises(RefusedError, match="422"):
        list(client.exports("xml"))
