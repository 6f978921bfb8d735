"""The bounds that an archive has reached are those that linking names for the same articles."""

import pytest

from service.archive.comparing import limits
from service.archive.comparing.limits import limits_of_archive
from service.archive.steps import Steps
from service.domain.limits import LimitName
from tests.archive.archives import REPORTS, archived


def test_ordinary_articles_reach_none(tmp_path):
    assert archived(tmp_path, REPORTS)["limits"] == {}


@pytest.mark.parametrize(
    ("bound", "name"), [("MOST_HELD_TOGETHER", LimitName.VERSIONS), ("MAX_POSITIONS", LimitName.COMPARED_POSITIONS)]
)
def test_each_bound_is_named(tmp_path, monkeypatch, bound, name):
    archived(tmp_path, REPORTS)
    monkeypatch.setattr(limits, bound, 1)
    (reached,) = limits_of_archive(Steps(str(tmp_path)))
    assert (reached.name, reached.bound, reached.article_id) == (name, 1, None)
