"""A PostgreSQL server for the tests: Debian's, run by a plain user in a folder of its own, reached by its socket."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nobody's own: root may not run the server.
_PLAIN_USER = "nobody"


def programs() -> Path | None:
    """The folder of the newest server's programs; None where none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    return found[-1] if found else Path(on_path).parent if on_path else None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The URL of an empty database."""
    with tempfile.TemporaryDirectory(prefix="quotes-pg-") as home:
        if os.geteuid() == 0:
            shutil.chown(home, _PLAIN_USER)
        data, options = Path(home) / "data", f"-k {home} -c listen_addresses= -c fsync=off"
        _run(folder / "initdb", "--auth=trust", "--username=quotes", "--encoding=UTF8", "--pgdata", data)
        _run(folder / "pg_ctl", "--wait", "--pgdata", data, "--log", Path(home) / "log", "--options", options, "start")
        try:
            yield f"postgresql://quotes@/postgres?host={home}"
        finally:
            _run(folder / "pg_ctl", "--mode=immediate", "--pgdata", data, "stop")


def _run(*command: object) -> None:
    prefix = ["setpriv", "--reuid", _PLAIN_USER, "--regid", "nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run([*prefix, *map(str, command)], check=True, env=environment, cwd="/", stdout=subprocess.DEVNULL)
