"""The articles of files, folders and addresses."""

from collections.abc import Iterator
from pathlib import Path

from quotes_client.formats.addresses import Reply, fetched, is_address
from quotes_client.formats.contents import Content, Kind, articles_in
from quotes_client.formats.found import Findings, Refused, UnreadableError
from quotes_client.formats.json_articles import json_lines
from quotes_client.formats.records import FieldMap
from quotes_client.formats.web_archives import archived_pages

_KINDS = {
    **dict.fromkeys((".txt",), Kind.TEXT),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.PAGE),
    **dict.fromkeys((".xml", ".rss", ".atom", ".nitf", ".newsml"), Kind.XML),
    **dict.fromkeys((".json", ".ninjs"), Kind.JSON),
    **dict.fromkeys((".csv", ".tsv"), Kind.CSV),
    **dict.fromkeys((".eml",), Kind.MAIL),
}
_LINES = (".jsonl", ".ndjson")
_ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_SUFFIXES = (*_KINDS, *_LINES, *_ARCHIVES)
_BY_MEDIA_TYPE = {
    "text/plain": Kind.TEXT,
    "text/csv": Kind.CSV,
    "message/rfc822": Kind.MAIL,
    "application/json": Kind.JSON,
    "application/x-ndjson": Kind.LINES,
}


def articles_at(paths: tuple[str, ...], names: FieldMap) -> Findings:
    """The articles of these files, folders and addresses, and what is not one."""
    for path in paths:
        if is_address(path):
            yield from articles_at_address(path, names)
        else:
            for file, article_id in _files(Path(path)):
                yield from _articles_of(file, article_id, names)


def articles_at_address(url: str, names: FieldMap) -> Findings:
    """What stands at an address now."""
    try:
        reply = fetched(url)
    except UnreadableError as error:
        yield Refused(f"{url} {error}.")
        return
    assert reply is not None, "it was asked for whatever it was before"
    yield from articles_of_reply(reply, names)


def articles_of_reply(reply: Reply, names: FieldMap) -> Findings:
    """The articles of an answer."""
    is_xml = reply.kind.endswith(("/xml", "+xml")) and "xhtml" not in reply.kind
    kind = Kind.XML if is_xml else _BY_MEDIA_TYPE.get(reply.kind, Kind.JSON if "json" in reply.kind else Kind.PAGE)
    if not is_xml and reply.kind.partition("/")[0] in ("image", "audio", "video", "font"):
        return iter((Refused(f"{reply.url} is not an article but of the type {reply.kind}."),))
    return articles_in(Content(reply.url, reply.content, kind, reply.charset, url=reply.url), names)


def _articles_of(file: Path, article_id: str, names: FieldMap) -> Findings:
    name = file.name.lower()
    try:
        if name.endswith(_ARCHIVES):
            with file.open("rb") as archive:
                yield from archived_pages(str(file), archive)
        elif name.endswith(_LINES):
            # Line by line: such files are larger than memory.
            with file.open("rb") as lines:
                yield from json_lines(str(file), lines, names)
        else:
            kind = _KINDS.get(file.suffix.lower(), Kind.TEXT)
            yield from articles_in(Content(str(file), file.read_bytes(), kind, id=article_id), names)
    except OSError as error:
        yield Refused(f"{file} cannot be read: {error.strerror}.")
    except UnreadableError as error:
        yield Refused(f"{file} {error}.")


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """The files there, each with the id that a single article in it has."""
    if not path.is_dir():
        yield path, path.stem
        return
    for file in sorted(path.rglob("*")):
        if file.name.lower().endswith(_SUFFIXES) and file.is_file():
            yield file, file.relative_to(path).with_suffix("").as_posix()
