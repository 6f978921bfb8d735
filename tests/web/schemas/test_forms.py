"""Articles of the desk's form."""

import pytest

from service.errors import ArticleError
from service.ingestion.submissions import Submission
from service.web.schemas.forms import submission_of_form


def test_fields_become_a_submission():
    given = {"text": "Ä", "outlet": "The Post", "published_at": "2024-05-01"}
    assert submission_of_form(given) == Submission(text="Ä", outlet="The Post", published_at="2024-05-01")


@pytest.mark.parametrize(
    ("given", "field"),
    [({"url": "ftp://x"}, "url"), ({"text": "x", "published_at": "May"}, "published_at"), ({"title": "x"}, None)],
)
def test_the_first_field_that_is_refused_is_named(given: dict[str, str], field: str | None):
    with pytest.raises(ArticleError) as refused:
        submission_of_form(given)
    assert refused.value.field == field
