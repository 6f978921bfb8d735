"""Filters of webhooks and saved searches."""

import pytest
from marshmallow import ValidationError

from service.domain.queries import Filters
from service.web.schemas.alerts.filters import AppliedFilterSchema, ConflictFilterSchema

EVERY = {"outlet", "speaker_id", "kind", "severity", "status", "since", "until", "words", "article_id"}


def test_filters_are_read_as_those_of_the_list():
    given = {"outlet": " The Post ", "since": "1970-01-02", "words": "dry"}
    assert ConflictFilterSchema().load(given) == Filters("The Post", since=86_400.0, words="dry")
    assert set(ConflictFilterSchema().fields) == EVERY


@pytest.mark.parametrize("given", [{"limit": 1}, {"changed_since": "2024-05-01"}, {"kind": "size"}, {"outlet": None}])
def test_others_are_refused(given: dict[str, object]):
    with pytest.raises(ValidationError):
        ConflictFilterSchema().load(given)


def test_every_filter_is_shown():
    shown = AppliedFilterSchema().dump(Filters(kind="wording", until=0.0))
    assert set(shown) == EVERY
    assert (shown["kind"], shown["until"], shown["since"]) == ("wording", "1970-01-01T00:00:00.000+00:00", None)
