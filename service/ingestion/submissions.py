"""Submissions, and how they become articles: text is extracted from HTML, ids are assigned, limits enforced."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from itertools import count
from pathlib import Path

from service.domain.articles import Article
from service.errors import ArticleError, OutgoingError
from service.ingestion.article_metadata import ANY_LANGUAGE, known_metadata, refused_language
from service.ingestion.html_extraction import Page, decoded, read_page
from service.ingestion.metadata import Metadata, plain_name
from service.ingestion.reading_effort import check_article, check_total, check_total_effort, reading_effort
from service.outbound.http_client import Guard, Reply

# Beyond any text and any patience, yet within what a thread may wait.
NO_LIMIT = 10**9
# As many hexadecimal digits as all ids have, and some more: these are never looked at for likeness.
_LENGTH = 16
_HTML_SUFFIXES = frozenset({".html", ".htm"})
# A server that does not say what it sends, sends a page.
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", ""})
_EMPTY = {
    "text": "has no text",
    "html": "has no text that can be found in its HTML",
    "url": "has no text that can be found at its URL",
}

# What stands at a URL; raises OutgoingError.
Fetch = Callable[[str], Reply]
FETCH: Fetch = Guard().get


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as submitted: its text, or the HTML page that contains it, or else the URL of either."""

    id: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None

    @property
    def metadata(self) -> Metadata:
        """What the caller says about the article."""
        outlet = plain_name(self.outlet)
        return Metadata(self.title, outlet, self.published_at, self.authors, self.url, self.language)


def articles_of(
    submissions: Sequence[Submission],
    *,
    max_characters: int = NO_LIMIT,
    max_total: int = NO_LIMIT,
    fetch: Fetch = FETCH,
) -> tuple[Article, ...]:
    """The articles of the submissions, in their order; without an id, the id is a digest of the content.

    Ids of quotations and speakers are made of it, and so differ from those of other requests. Raises ArticleError if
    one has no text or cannot be fetched, or two have the same id; TooLargeError if one is too long, or all together.
    """
    _check_ids(submissions)
    # Before anything is fetched or extracted.
    check_total(sum(len(submission.text or "") for submission in submissions), max_total)
    articles = (
        _article(submission, submission.id, index=index, max_characters=max_characters, fetch=fetch)
        for index, submission in enumerate(submissions)
    )
    taken = {submission.id for submission in submissions}
    named: list[Article] = []
    effort = 0
    for article in articles:
        article_id = article.id or _free(_default_id(article), taken)
        taken.add(article_id)
        named.append(replace(article, id=article_id))
        check_total(sum(len(each.text) for each in named), max_total)
        effort += reading_effort(article.text)
        check_total_effort(effort, max_total)
    return tuple(named)


def storable_article(submission: Submission, *, max_characters: int = NO_LIMIT, fetch: Fetch = FETCH) -> Article:
    """The article of a submission to be stored; without an id, its id is a digest of its content.

    Raises ArticleError if it has no text or a null character, TooLargeError if it is too long.
    """
    article = _article(submission, submission.id, index=None, max_characters=max_characters, fetch=fetch)
    if "\0" in _content_of(article):
        raise ArticleError("The article has a null character, which cannot be stored.", field="text")
    return article if submission.id is not None else replace(article, id=_default_id(article))


def _default_id(article: Article) -> str:
    return f"a{sha256(_content_of(article).encode('utf-8')).hexdigest()[:_LENGTH]}"


def _content_of(article: Article) -> str:
    names = ("id", "title", "outlet", "url", "published_at", "text")
    return "\n".join(str(getattr(article, name)) for name in names)


def _free(name: str, taken: Container[str | None]) -> str:
    """That name, or one with a number if the same content is submitted twice."""
    return next(each for number in count(1) if (each := name if number == 1 else f"{name}-{number}") not in taken)


def digest_of(sent: object) -> str:
    """A digest of everything submitted, but not of what is at its URL; the values need a faithful `repr`."""
    return sha256(repr(sent).encode("utf-8")).hexdigest()


def submission_from_file(path: Path) -> Submission:
    """The article in a UTF-8 file, with the file's name as its id; HTML if the suffix says so."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(f"{path} is not in UTF-8: byte {error.start} is invalid.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ArticleError(f"{path} cannot be read: {reason}.") from error
    if not text.strip():
        raise ArticleError(f"{path} is empty.")
    return submission_of(text, article_id=path.stem, is_html=path.suffix.lower() in _HTML_SUFFIXES)


def submission_of(text: str, *, article_id: str, is_html: bool = False) -> Submission:
    """The submission of this text or page."""
    return Submission(article_id, html=text) if is_html else Submission(article_id, text=text)


def submissions_of_folder(folder: Path) -> tuple[Submission, ...]:
    """The articles of all text files in the folder, by name; none if the folder does not exist."""
    return tuple(submission_from_file(path) for path in sorted(folder.glob("*.txt")))


def _check_ids(submissions: Sequence[Submission]) -> None:
    given: set[str] = set()
    for index, submission in enumerate(submissions):
        if submission.id in given:
            raise ArticleError(f"Two articles have the id {submission.id!r}.", index=index, field="id")
        if submission.id is not None:
            given.add(submission.id)


def _article(
    submission: Submission, article_id: str | None, *, index: int | None, max_characters: int, fetch: Fetch
) -> Article:
    """An article without an id has none yet: that is made of its content."""
    called = _called(article_id, index)
    field, page = _content(submission, called, fetch, index=index)
    _check_text(field, page.text, called, index=index, max_characters=max_characters)
    _check_language(submission, page, called, index=index)
    known, sources = known_metadata(submission.metadata, page)
    return Article(
        id=article_id or "",
        text=page.text,
        title=known.title,
        outlet=known.outlet,
        url=known.url,
        published_at=known.published_at,
        authors=known.authors,
        language=known.language,
        metadata_from=sources,
    )


def _check_text(field: str, text: str, called: str, *, index: int | None, max_characters: int) -> None:
    if not text.strip():
        raise ArticleError(f"{called} {_EMPTY[field]}.", index=index, field=field)
    check_article(text, called, max_characters=max_characters, index=index, field=field)
    _check_unicode(text, called, index=index)


def _check_language(submission: Submission, page: Page, called: str, *, index: int | None) -> None:
    language = refused_language(submission.metadata, page)
    if language is not None:
        message = (
            f"{called} is in {language}, and only English is read; send it with the language {ANY_LANGUAGE!r} to "
            "have it read nevertheless."
        )
        raise ArticleError(message, index=index, field="language")


def _content(submission: Submission, called: str, fetch: Fetch, *, index: int | None) -> tuple[str, Page]:
    """The field that leads to the article's text, and the text with what its page says about it."""
    if submission.text is not None:
        return "text", Page(submission.text)
    if submission.html is not None:
        return "html", read_page(submission.html, address=submission.url)
    if submission.url is None:
        return "text", Page("")
    try:
        return "url", _page_of(fetch(submission.url), submission.url)
    except OutgoingError as error:
        message = f"{called} cannot be fetched from {submission.url}: {error}."
        raise ArticleError(message, index=index, field="url") from error


def _page_of(reply: Reply, url: str) -> Page:
    if reply.status != HTTPStatus.OK:
        raise OutgoingError(f"its server responded with status {reply.status}")
    if reply.media_type == "text/plain":
        return Page(decoded(reply.body, reply.charset))
    if reply.media_type in _HTML_TYPES:
        return read_page(decoded(reply.body, reply.charset), address=url)
    raise OutgoingError(f"it is {reply.media_type}, not a web page")


def _called(article_id: str | None, index: int | None) -> str:
    if article_id is not None:
        return f"The article {article_id!r}"
    return "The article" if index is None else f"Article {index + 1}"


def _check_unicode(text: str, called: str, *, index: int | None) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"{called} has half a surrogate pair at character {error.start}."
        raise ArticleError(message, index=index, field="text") from error
