"""What is handed in becomes articles."""

from pathlib import Path

import pytest

from service.errors import ArticleError, TooLargeError
from service.ingestion.submissions import Submission, articles_of, storable_article, submissions_of_folder
from service.outbound.http_client import Guard, Reply


def test_texts_are_taken_as_they_are():
    (article,) = articles_of([Submission("a", "\ufeff one\r\ntwo ", title="T", outlet="O")])
    assert (article.text, article.title, article.outlet) == ("\ufeff one\r\ntwo ", "T", "O")


def test_articles_without_an_id_are_named_by_their_content():
    """Ids of quotations are made of it: those of two requests must not be the same for other articles."""
    first, second = (articles_of([Submission(text=text)])[0].id for text in ("It rains.", "It snows."))
    assert first != second
    assert [first] == [article.id for article in articles_of([Submission(text="It rains.")])]
    assert storable_article(Submission(text="It rains.")).id == first


def test_the_same_article_twice_has_two_ids():
    named, *others = articles_of([Submission("x", "x"), Submission(text="x"), Submission(text="x")])
    assert named.id == "x"
    assert others[1].id == f"{others[0].id}-2"


def test_an_article_without_an_id_is_refused_by_its_number():
    with pytest.raises(ArticleError, match=r"^Article 2 has no text\.$"):
        articles_of([Submission(text="x"), Submission(text=" ")])


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
    assert articles_of([Submission(text="xxx")], max_characters=3)
    with pytest.raises(TooLargeError, match="4 characters; the limit is 3"):
        articles_of([Submission(text="xxxx")], max_characters=3)


@pytest.mark.parametrize("unit", ['"', "a ", "“a” ", "“So,” he said. "])
def test_what_is_no_text_is_refused_if_it_is_long(unit: str):
    """It would take as much time as three articles of its length."""
    assert articles_of([Submission(text=unit * 100)], max_characters=3_000)
    with pytest.raises(TooLargeError, match="words and marks; the limit is 1000"):
        articles_of([Submission(text=(unit * 3_000)[:3_000])], max_characters=3_000)


@pytest.mark.parametrize("unit", ["word, ", "“A” ", "Ann "])
def test_all_articles_together_may_have_fewer_words_and_marks(unit: str):
    texts = [Submission(text=(unit * 1000)[:1000])] * 4
    assert articles_of(texts[:1], max_characters=4000, max_total=9000)
    with pytest.raises(TooLargeError, match="words and marks together, quotation marks thrice; the limit is 800"):
        articles_of(texts, max_characters=4000, max_total=4000)


def test_a_folder_gives_its_texts_by_name(tmp_path: Path):
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [each.id for each in submissions_of_folder(tmp_path)] == ["a", "b"]
    assert submissions_of_folder(tmp_path / "none") == ()


def _page(body: str, media_type: str = "text/html", status: int = 200):
    return lambda url: Reply(status, media_type, "utf-8", body.encode())


@pytest.mark.parametrize("media_type", ["text/html", "application/xhtml+xml", ""])
def test_an_article_with_a_url_alone_is_fetched(media_type: str):
    fetch = _page("<p>“Yes,” she said.</p><p>“No,” he said.</p>", media_type)
    (article,) = articles_of([Submission(url="http://news.example/1")], fetch=fetch)
    assert (article.text, article.url) == ("“Yes,” she said.\n\n“No,” he said.", "http://news.example/1")


def test_plain_text_is_taken_as_it_is():
    (article,) = articles_of([Submission(url="http://news.example/1")], fetch=_page("a\n b <p>", "text/plain"))
    assert article.text == "a\n b <p>"


def test_an_article_with_a_text_or_page_is_not_fetched():
    def fetch(url: str):
        pytest.fail("fetched")

    given = [Submission(text="x", url="http://news.example/1"), Submission(html="<p>x</p>", url="http://n.example")]
    assert [article.text for article in articles_of(given, fetch=fetch)] == ["x", "x"]


@pytest.mark.parametrize(
    ("fetch", "message"),
    [
        (_page("x", status=404), "responded with status 404"),
        (_page("x", "application/pdf"), "is application/pdf, not a web page"),
        (_page("<p> </p>"), "no text that can be found at its URL"),
        (Guard().get, r"'b' cannot be fetched from http://127.0.0.1/: its address is not public\."),
    ],
)
def test_what_cannot_be_fetched_is_named(fetch, message: str):
    with pytest.raises(ArticleError, match=message) as raised:
        articles_of([Submission("a", "x"), Submission("b", url="http://127.0.0.1/")], fetch=fetch)
    assert (raised.value.index, raised.value.field) == (1, "url")
