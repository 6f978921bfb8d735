"""Messages hold what the API shows."""

import json

import pytest

from service.domain.archive import ArticleSummary, ConflictDetail, NamedSpeaker, StoredConflict
from service.domain.articles import Span
from service.domain.conflicts import Conflict
from service.domain.jobs import Job, JobState
from service.domain.judgements import Judgement, Subject
from service.store.sql.rows.conflicts import detail_of
from service.store.webhooks.event_payloads import conflict_content, job_content
from service.web.schemas import JobSchema, StoredConflictSchema

JUDGEMENT = Judgement("j1", Subject.CONFLICT, "k", "q", "dismissed", "Lee", 3.0, None)
ARTICLE = ArticleSummary("morning", None, "The Post", None, "2024-05-01", 1.0)


def detail(conflict: Conflict, judgement: Judgement | None) -> ConflictDetail:
    """The conflict with a sentence around its first place."""
    stored = StoredConflict.of(conflict, found_at=1.0, changed_at=2.0)
    sentences = {stored.claims[0].evidence[0]: Span(0, 3, "Yes")}
    ana = NamedSpeaker("s1", "Ana Ruiz")
    return detail_of(stored, sentences, speakers=(ana,), articles=(ARTICLE,), judgement=judgement)


@pytest.mark.parametrize(("index", "judgement"), [(0, None), (1, JUDGEMENT)])
def test_a_conflict_is_as_the_api_shows_it(analysis, index: int, judgement: Judgement | None):
    conflict = detail(analysis.conflicts[index], judgement)
    assert json.loads(json.dumps(conflict_content(conflict))) == StoredConflictSchema().dump(conflict)


@pytest.mark.parametrize("finished_at", [None, 2.5])
def test_a_job_is_as_the_api_shows_it(finished_at: float | None):
    job = Job("j1", JobState.RUNNING, 3, 1, 1, 1.5, finished_at)
    assert json.loads(json.dumps(job_content(job))) == JobSchema().dump(job)
