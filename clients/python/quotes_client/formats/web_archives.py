"""Web archives, WARC and ARC, also compressed; the one file that knows warcio."""

from typing import IO, Any

from quotes_client.formats.encodings import decoded
from quotes_client.formats.found import Findings, Found, Refused, UnreadableError
from quotes_client.submissions import Article

_PAGES = ("text/html", "application/xhtml+xml")
# As much of a page as the service reads by default.
_LARGEST = 5_242_880


def archived_pages(place: str, file: IO[bytes]) -> Findings:
    """The pages that were answered with 200; pictures, scripts, redirects and errors are left out, and counted.

    Raises UnreadableError if it is not a web archive.
    """
    # Only now: it takes a while to load, and few have such archives.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    records = ArchiveIterator(file, arc2warc=True)
    try:
        for record in records:
            if record.rec_type == "response":
                yield _page(f"{place} {record.rec_headers.get_header('WARC-Target-URI')}", record)
    except (ArchiveLoadFailed, OSError, EOFError) as error:
        raise UnreadableError(f"is not a web archive, or is cut off: {error}") from error


def _page(place: str, record: Any) -> Found | Refused:  # noqa: ANN401 - warcio has no types
    headers = record.http_headers
    kind, _, parameters = (headers.get_header("Content-Type") or "" if headers else "").partition(";")
    if headers is None or headers.get_statuscode() != "200" or kind.strip().casefold() not in _PAGES:
        return Refused(f"{place} is not a page.", is_expected=True)
    content = record.content_stream().read(_LARGEST + 1)
    if len(content) > _LARGEST:
        return Refused(f"{place} has more than {_LARGEST} bytes.")
    charset = parameters.partition("charset=")[2].strip(" \"'") or None
    try:
        html = decoded(content, charset=charset)
    except UnreadableError as error:
        return Refused(f"{place} {error}.")
    return Found(place, Article(html=html, url=record.rec_headers.get_header("WARC-Target-URI")))
