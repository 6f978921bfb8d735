"""Web archives, written by the library that others write them with."""

import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from quotes_client import Article
from quotes_client.formats.files import articles_at
from quotes_client.formats.found import Found, Refused, UnreadableError
from quotes_client.formats.records import FieldMap
from quotes_client.formats.web_archives import archived_pages

PAGE = "<html><body><p>“É,” he said.</p></body></html>"


def archive(*answers: tuple[str, str, bytes], gzip: bool = True) -> bytes:
    """An archive of these answers: status, media type, content."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    for number, (status, kind, content) in enumerate(answers):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        url = f"https://x.example/{number}"
        # With its length, the library keeps no file of its own that nobody closes.
        known = {"payload": io.BytesIO(content), "length": len(content)}
        writer.write_record(writer.create_warc_record(url, "response", http_headers=headers, **known))
        writer.write_record(writer.create_warc_record(url, "metadata", payload=io.BytesIO(b"x"), length=1))
    return file.getvalue()


@pytest.mark.parametrize("gzip", [True, False])
def test_pages_are_articles_and_the_rest_is_left_out(tmp_path, gzip: bool):
    path = tmp_path / "site.warc.gz"
    path.write_bytes(
        archive(
            ("200 OK", "text/html; charset=iso-8859-1", PAGE.encode("cp1252")),
            ("200 OK", "image/png", b"\x89PNG"),
            ("404 Not Found", "text/html", PAGE.encode()),
            ("200 OK", "text/html", b"\0"),
            gzip=gzip,
        )
    )
    page, *refused = articles_at((str(path),), FieldMap.of(()))
    assert page == Found(f"{path} https://x.example/0", Article(html=PAGE, url="https://x.example/0"))
    assert [each.is_expected for each in refused] == [True, True, False]


def test_a_page_has_a_limit(monkeypatch):
    monkeypatch.setattr("quotes_client.formats.web_archives._LARGEST", 10)
    (refused,) = archived_pages("x", io.BytesIO(archive(("200 OK", "text/html", PAGE.encode()))))
    assert refused == Refused("x https://x.example/0 has more than 10 bytes.")


def test_what_is_not_an_archive():
    with pytest.raises(UnreadableError, match="is not a web archive"):
        list(archived_pages("x", io.BytesIO(b"nothing")))
