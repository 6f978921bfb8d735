"""`quotes archive`: what it takes, and what it says where its extra is missing."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """The collector of garbage of this process stays as it was."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_it_needs_its_extra(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "service.archive.run", None)
    ran = run("archive", ".", str(tmp_path / "out"))
    assert (ran.exit_code, "pip install 'quotes-service[archive]'" in ran.output) == (2, True)


def test_a_place_without_articles_is_refused(run, tmp_path):
    pytest.importorskip("daft", reason="needs the extra for archives: pip install '.[archive]'")
    (tmp_path / "empty").mkdir()
    ran = run("archive", str(tmp_path / "empty"), str(tmp_path / "out"))
    assert (ran.exit_code, "has no files of articles" in ran.output) == (2, True)


def test_another_runner_is_refused(run, tmp_path):
    pytest.importorskip("daft", reason="needs the extra for archives: pip install '.[archive]'")
    ran = run("archive", str(tmp_path), str(tmp_path / "out"), "--runner", "spark", "--workers", "1")
    assert (ran.exit_code, "neither native nor a ray:// address" in ran.output) == (2, True)
    assert gc.get_freeze_count() > 0


@pytest.mark.slow
def test_the_service_does_without_it():
    """Neither the app nor the command loads the engine before an archive is read."""
    program = "import sys, service.app, service.cli.commands; print('daft' in sys.modules or 'pyarrow' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


# Standing in for threads of the engine, which abort the process when the interpreter takes itself down.
_ENDING = """
import atexit, os, sys
from service.__main__ import main

class Engine:
    def __del__(self):
        os._exit(134)

sys.modules["daft"] = engine = Engine()
atexit.register(print, "shut down")
sys.argv[1:] = {arguments}
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["archive", "--unknown"], 2)])
def test_once_the_engine_is_loaded_the_exit_code_is_that_of_the_command(arguments, code):
    program = _ENDING.format(arguments=arguments)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.endswith("shut down\n")) == (code, True)
