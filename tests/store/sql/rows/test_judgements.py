"""Judgements and their rows."""

import json

from service.domain.judgements import Judgement, Subject
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.rows.judgements import judgement_of, judgement_of_values, judgement_values

JUDGEMENT = Judgement("j1", Subject.SPEAKER, "a", "b", "same", "Lee", 1.5, None)


def test_a_row_is_the_judgement():
    assert judgement_of(JudgementRow(**judgement_values(JUDGEMENT))) == JUDGEMENT


def test_an_answer_that_is_repeated_is_the_judgement():
    assert judgement_of_values(json.loads(json.dumps(judgement_values(JUDGEMENT)))) == JUDGEMENT
