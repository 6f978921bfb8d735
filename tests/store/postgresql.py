"""A PostgreSQL server for the tests: Debian's, run by a plain user in a folder of its own, reached by its socket."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Nobody's own: root may not run the server.
_PLAIN_USER = "nobody"


def programs() -> Path | None:
    """The folder of the newest server's programs; None where none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    return found[-1] if found else Path(on_path).parent if on_path else None


@dataclass(frozen=True)
class Server:
    """A server of its own folder, at work until it is stopped."""

    programs: Path
    home: Path

    @property
    def url(self) -> str:
        """The URL of an empty database."""
        return f"postgresql://quotes@/postgres?host={self.home}"

    def start(self) -> None:
        """Return when it answers."""
        options = f"-k {self.home} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        self._control("--wait", "--log", self.home / "log", "--options", options, "start")

    def stop(self) -> None:
        """End it at once, whoever is connected."""
        self._control("--mode=immediate", "stop")

    def _control(self, *arguments: object) -> None:
        _run(self.programs / "pg_ctl", "--pgdata", self.home / "data", *arguments)


@contextmanager
def started(folder: Path) -> Iterator[Server]:
    """A server that the programs in the folder run; it must be at work at the end, too."""
    with tempfile.TemporaryDirectory(prefix="quotes-pg-") as home:
        if os.geteuid() == 0:
            shutil.chown(home, _PLAIN_USER)
        options = ("--auth=trust", "--username=quotes", "--encoding=UTF8", "--no-sync")
        _run(folder / "initdb", *options, "--pgdata", f"{home}/data")
        server = Server(folder, Path(home))
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The URL of an empty database."""
    with started(folder) as server:
        yield server.url


def _run(*command: object) -> None:
    prefix = ["setpriv", "--reuid", _PLAIN_USER, "--regid", "nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run([*prefix, *map(str, command)], check=True, env=environment, cwd="/", stdout=subprocess.DEVNULL)
