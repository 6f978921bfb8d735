"""What is handed in becomes articles."""

from pathlib import Path

import pytest

from service.errors import ArticleError, TooLargeError
from service.intake import Submission, articles_of, submissions_of_folder


def test_texts_are_taken_as_they_are():
    (article,) = articles_of([Submission("a", "\ufeff one\r\ntwo ", title="T", outlet="O")])
    assert (article.text, article.title, article.outlet) == ("\ufeff one\r\ntwo ", "T", "O")


def test_articles_without_an_id_get_one_that_is_free():
    given = [Submission(text="x"), Submission("a1", "x"), Submission(text="x"), Submission("a3", "x")]
    assert [article.id for article in articles_of(given)] == ["a2", "a1", "a4", "a3"]


@pytest.mark.parametrize(
    ("submissions", "index", "field"),
    [
        ([Submission("a", "x"), Submission("b", " ")], 1, "text"),
        ([Submission("a")], 0, "text"),
        ([Submission("a", html="<p> </p>")], 0, "html"),
        ([Submission("a", "x"), Submission("a", "y")], 1, "id"),
        ([Submission("a", "\udfff")], 0, "text"),
    ],
)
def test_what_is_no_article_is_named(submissions: list[Submission], index: int, field: str):
    with pytest.raises(ArticleError) as raised:
        articles_of(submissions)
    assert (raised.value.index, raised.value.field) == (index, field)


def test_an_article_may_be_as_long_as_the_limit():
    assert articles_of([Submission(text="xx")], max_characters=2)
    with pytest.raises(TooLargeError, match="3 characters; the limit is 2"):
        articles_of([Submission(text="xxx")], max_characters=2)


def test_a_folder_gives_its_texts_by_name(tmp_path: Path):
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [each.id for each in submissions_of_folder(tmp_path)] == ["a", "b"]
    assert submissions_of_folder(tmp_path / "none") == ()
