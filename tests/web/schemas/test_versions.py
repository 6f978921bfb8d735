"""Which article a request replaces."""

import pytest

from service.errors import ArticleError
from service.ingestion.submissions import Submission
from service.web.schemas import submission_under


@pytest.mark.parametrize("own", [None, "a"])
def test_the_address_names_the_article(own: str | None):
    assert submission_under("a", Submission(own, "Rain.")) == Submission("a", "Rain.")


@pytest.mark.parametrize(("article_id", "own"), [("a", "b"), ("a/../b", None), ("a" * 201, None)])
def test_others_are_refused(article_id: str, own: str | None):
    with pytest.raises(ArticleError):
        submission_under(article_id, Submission(own, "Rain."))
