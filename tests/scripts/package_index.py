"""A package index on loopback, with wheels that are made up; it tells what was asked of it."""

import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

# What the import of a CUDA build says where the libraries of its declared dependencies are missing.
WANTS_CUDA = "raise ImportError('libcudart.so: cannot open shared object file')"


def wheel(name: str, version: str, source: str = "") -> tuple[str, bytes]:
    """The name and content of a wheel with one package, whose module tells its version."""
    return wheel_of(name, version, {f"{name}/__init__.py": f"__version__ = '{version}'\n{source}\n"})


def wheel_of(
    name: str, version: str, content_of: Mapping[str, str], *, entry_points: str | None = None
) -> tuple[str, bytes]:
    """The name and content of a wheel with these files, by their paths."""
    name = name.replace("-", "_")
    info = f"{name}-{version}.dist-info"
    files = {
        **content_of,
        **({f"{info}/entry_points.txt": entry_points} if entry_points else {}),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={_digest(text)},{len(text)}\n" for path, text in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return f"{name}-{version}-py3-none-any.whl", content.getvalue()


def _digest(text: str) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()).rstrip(b"=").decode()


CUDA_TORCH = wheel("torch", "2.13.0", WANTS_CUDA)
# It needs another package, too, which is installed after it.
CPU_TORCH = wheel("torch", "2.13.0+cpu", "import other")
OTHER = wheel("other", "1.0")


class Index:
    """Wheels by their names below one address; `downloads` names those that were fetched, in order."""

    def __init__(self, *wheels: tuple[str, bytes]) -> None:
        self.wheels = dict(wheels)
        self.downloads: list[str] = []
        self.url = ""

    def page(self, package: str) -> str:
        """The list of a package's files, as the simple API of indexes has it."""
        names = [name for name in self.wheels if name.partition("-")[0].lower() == package.replace("-", "_")]
        return "".join(f'<a href="/files/{name.replace("+", "%2B")}">{name}</a>\n' for name in names)


@contextmanager
def serving(index: Index) -> Iterator[Index]:
    """The index, which answers while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(index))
    index.url = f"http://127.0.0.1:{server.server_port}/simple"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield index
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def folder_of(path: Path, *wheels: tuple[str, bytes]) -> Path:
    """The folder, with the wheels in it."""
    path.mkdir()
    for name, content in wheels:
        (path / name).write_bytes(content)
    return path


def _handler(index: Index) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _, kind, name = self.path.rstrip("/").split("/")
            if kind == "files":
                name = name.replace("%2B", "+")
                index.downloads.append(name)
                self._answer("application/zip", index.wheels[name])
            elif page := index.page(name):
                self._answer("text/html", page.encode())
            else:
                self.send_error(404)

        def _answer(self, content_type: str, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
