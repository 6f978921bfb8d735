"""Records with fields of ours, or with others that are mapped."""

import pytest

from quotes_client import Article
from quotes_client.formats.found import UnreadableError
from quotes_client.formats.records import FieldMap

OURS = FieldMap.of(())


@pytest.mark.parametrize(
    ("record", "article"),
    [
        ({"text": "Rain.", "title": None, "outlet": ""}, Article("Rain.")),
        (
            {"url": "https://x.example", "authors": ["Mara Lind", " Jon Ode"]},
            Article(url="https://x.example", authors=("Mara Lind", "Jon Ode")),
        ),
        ({"text": "Rain.", "authors": "Mara Lind; Jon Ode"}, Article("Rain.", authors=("Mara Lind", "Jon Ode"))),
    ],
)
def test_fields_of_ours(record: object, article: Article):
    assert OURS.article(record) == article


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ([], "is not an article but a list"),
        ("x", "is not an article but a list or a single value"),
        ({"body": "x"}, r"is not an article: the fields are authors, .*; others need --map NAME=FIELD"),
        ({"title": "x"}, "has no text, html or url"),
    ],
)
def test_what_is_not_an_article(record: object, reason: str):
    with pytest.raises(UnreadableError, match=reason):
        OURS.article(record)


def test_with_a_map_other_fields_are_ignored_and_paths_are_followed():
    names = FieldMap.of(("story.body=text", "a.b=title"))
    record = {"story": {"body": "Rain."}, "a.b": "Dots", "section": "x", "outlet": "Post"}
    assert names.article(record) == Article("Rain.", title="Dots", outlet="Post")
    with pytest.raises(UnreadableError, match="has no text"):
        names.article({"story": "x"})


@pytest.mark.parametrize("option", ["title", "=title", "headline=heading", ""])
def test_a_map_names_fields_of_ours(option: str):
    with pytest.raises(ValueError, match=r"is not NAME=FIELD; the fields are authors"):
        FieldMap.of((option,))
