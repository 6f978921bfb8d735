"""An object store on this machine that speaks as much of S3's protocol as the engine and its files ask for.

Objects are held in memory. Signatures are not checked; a request without one is refused.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree
from xml.sax.saxutils import escape

_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"
_CHANGED = "Mon, 01 Jun 2026 10:00:00 GMT"


class ObjectStore(ThreadingHTTPServer):
    """The server, with what it holds."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        """By bucket and key, as `bucket/key`."""
        self.uploads: dict[str, dict[int, bytes]] = {}

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def object_store() -> Iterator[ObjectStore]:
    """A store that is there for a while."""
    store = ObjectStore()
    thread = threading.Thread(target=store.serve_forever, daemon=True)
    thread.start()
    try:
        yield store
    finally:
        store.shutdown()
        store.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ObjectStore

    def log_message(self, *_: Any) -> None:
        """Nothing is logged."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        key, query = self._asked()
        if not self._is_signed():
            return
        if "/" not in key.rstrip("/"):
            self._answer(200, b"" if self.command == "HEAD" else self._listing(key.rstrip("/"), query))
        elif key in self.server.objects:
            self._send_object(self.server.objects[key])
        else:
            self._fail(404, "NoSuchKey")

    def do_PUT(self) -> None:
        key, query = self._asked()
        body = self._body()
        if not self._is_signed():
            return None
        source = self.headers.get("x-amz-copy-source")
        if "uploadId" in query:
            self.server.uploads[query["uploadId"]][int(query["partNumber"])] = body
        elif source is not None:
            self.server.objects[key] = self.server.objects[unquote(source).lstrip("/")]
            return self._answer(200, _xml("CopyObjectResult", f"<ETag>{_etag(b'')}</ETag>"))
        else:
            self.server.objects[key] = body
        return self._answer(200, b"", ETag=_etag(body))

    def do_POST(self) -> None:
        key, query = self._asked()
        body = self._body()
        if not self._is_signed():
            return
        if "delete" in query:
            for node in ElementTree.fromstring(body).iter():
                if node.tag.rpartition("}")[2] == "Key":
                    self.server.objects.pop(f"{key.rstrip('/')}/{node.text}", None)
            self._answer(200, _xml("DeleteResult", ""))
        elif "uploads" in query:
            upload = f"upload-{len(self.server.uploads)}"
            self.server.uploads[upload] = {}
            self._answer(200, _xml("InitiateMultipartUploadResult", f"<UploadId>{upload}</UploadId>"))
        else:
            parts = self.server.uploads[query["uploadId"]]
            self.server.objects[key] = b"".join(parts[number] for number in sorted(parts))
            self._answer(200, _xml("CompleteMultipartUploadResult", f"<ETag>{_etag(b'')}</ETag>"))

    def do_DELETE(self) -> None:
        key, _ = self._asked()
        if self._is_signed():
            self.server.objects.pop(key, None)
            self._answer(204, b"")

    def _asked(self) -> tuple[str, dict[str, str]]:
        """Bucket and key, and the query."""
        url = urlsplit(self.path)
        query = parse_qs(url.query, keep_blank_values=True)
        return unquote(url.path).lstrip("/"), {name: values[0] for name, values in query.items()}

    def _is_signed(self) -> bool:
        if "Authorization" not in self.headers:
            self._fail(403, "AccessDenied")
        return "Authorization" in self.headers

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b"".join(iter(self._chunk, b""))
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
            return body
        return b"".join(_signed_chunks(body))

    def _chunk(self) -> bytes:
        chunk = self.rfile.read(int(self.rfile.readline().split(b";")[0], 16))
        self.rfile.readline()
        return chunk

    def _send_object(self, content: bytes) -> None:
        asked = self.headers.get("Range")
        if asked is None:
            return self._answer(200, content, ETag=_etag(content), **{"Last-Modified": _CHANGED})
        first, _, last = asked.removeprefix("bytes=").partition("-")
        start = int(first) if first else max(0, len(content) - int(last))
        end = min(int(last), len(content) - 1) if first and last else len(content) - 1
        place = {"Content-Range": f"bytes {start}-{end}/{len(content)}", "Last-Modified": _CHANGED}
        return self._answer(206, content[start : end + 1], ETag=_etag(content), **place)

    def _listing(self, bucket: str, query: dict[str, str]) -> bytes:
        prefix, delimiter = query.get("prefix", ""), query.get("delimiter", "")
        keys = (key.removeprefix(f"{bucket}/") for key in sorted(self.server.objects) if key.startswith(f"{bucket}/"))
        folders, rows = dict[str, None](), list[str]()
        for key in (key for key in keys if key.startswith(prefix)):
            below = key.removeprefix(prefix)
            if delimiter and delimiter in below:
                folders[prefix + below.partition(delimiter)[0] + delimiter] = None
            else:
                size = len(self.server.objects[f"{bucket}/{key}"])
                changed = "<LastModified>2026-06-01T10:00:00.000Z</LastModified>"
                rows.append(f"<Contents><Key>{escape(key)}</Key>{changed}<Size>{size}</Size></Contents>")
        prefixes = (f"<CommonPrefixes><Prefix>{escape(folder)}</Prefix></CommonPrefixes>" for folder in folders)
        n = f"<IsTruncated>false</IsTruncated><KeyCount>{len(rows) + len(folders)}</KeyCount>"
        return _xml("ListBucketResult", f"<Name>{bucket}</Name><Prefix>{escape(prefix)}</Prefix>{n}", *rows, *prefixes)

    def _fail(self, status: int, code: str) -> None:
        self._answer(status, f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode())

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _signed_chunks(body: bytes) -> Iterator[bytes]:
    """The content of chunks that each have a signature or are followed by a checksum."""
    while body:
        head, _, body = body.partition(b"\r\n")
        size = int(head.split(b";")[0], 16)
        if not size:
            return
        yield body[:size]
        body = body[size + 2 :]


def _xml(name: str, *content: str) -> bytes:
    return f'<?xml version="1.0"?><{name} xmlns="{_NAMESPACE}">{"".join(content)}</{name}>'.encode()


def _etag(content: bytes) -> str:
    return f'"{md5(content, usedforsecurity=False).hexdigest()}"'
