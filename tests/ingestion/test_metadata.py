"""What is said about an article, in one form."""

import pytest

from service.ingestion.metadata import plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Post", "The Post"),
        (" The\u00a0 Post\n", "The Post"),
        ("O\u0308 Post", "Ö Post"),
        ("Ö\u00ad Po\u200bst\u202e", "Ö Post"),
        ("\u200b ", None),
        (None, None),
    ],
)
def test_a_name_is_one_however_it_is_typed(name: str | None, plain: str | None):
    assert plain_name(name) == plain
