"""Which build of torch an installation takes, and what becomes of a virtual environment that is half-made."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.scripts.package_index import CPU_TORCH, CUDA_TORCH, OTHER, Index, folder_of, serving

# Virtual environments are made and filled.
pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).parents[2] / "scripts" / "install.py"
# Stands in for the standard library's `venv`, which takes seconds: copies an environment that it has made.
COPYING = """
import shutil, sys
shutil.copytree({!r}, sys.argv[1], symlinks=True, dirs_exist_ok=True)
"""


@pytest.fixture(scope="module")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment to copy: making one takes seconds."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    (folder.parent / "venv.py").write_text(COPYING.format(str(folder)))
    return folder


@pytest.fixture
def venv(tmp_path: Path, empty_environment: Path) -> Path:
    return shutil.copytree(empty_environment, tmp_path / "venv", symlinks=True)


@pytest.fixture
def usual():
    """An index like the usual one: its torch is a CUDA build."""
    with serving(Index(CUDA_TORCH, OTHER)) as index:
        yield index


@pytest.fixture
def of_torch():
    """An index like torch's own for the CPU."""
    with serving(Index(CPU_TORCH)) as index:
        yield index


@pytest.fixture
def copied(empty_environment: Path) -> dict[str, str]:
    """The setting with which environments are made by copying."""
    return {"PYTHONPATH": str(empty_environment.parent)}


def _install(venv: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Install, with no setting of this machine's pip."""
    lock = venv.parent / "requirements.lock"
    lock.write_text("other==1.0\ntorch==2.13.0\n")
    here = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "TORCH_", "PYTHON"))}
    here |= {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1", **environment}
    return subprocess.run([sys.executable, SCRIPT, venv, lock], env=here, capture_output=True, text=True)


def _torch(venv: Path) -> str:
    program = "import other, torch; print(torch.__version__)"
    return subprocess.run([venv / "bin/python", "-c", program], capture_output=True, text=True).stdout.strip()


def test_torchs_own_index_is_asked_where_the_usual_one_has_a_cuda_build_only(venv, usual, of_torch):
    done = _install(venv, PIP_INDEX_URL=usual.url, TORCH_INDEX=of_torch.url)
    assert done.returncode == 0, done.stderr
    assert f"taking torch==2.13.0+cpu from {of_torch.url}" in done.stderr
    assert _torch(venv) == "2.13.0+cpu"
    assert _install(venv, PIP_INDEX_URL=usual.url, TORCH_INDEX=of_torch.url).returncode == 0
    assert (usual.downloads, of_torch.downloads) == ([OTHER[0]], [CPU_TORCH[0]])  # the second run downloads nothing


def test_a_cpu_build_of_the_configured_index_is_taken(venv, of_torch):
    with serving(Index(CUDA_TORCH, CPU_TORCH, OTHER)) as mirror:
        done = _install(venv, PIP_INDEX_URL=mirror.url, TORCH_INDEX=of_torch.url)
    assert done.returncode == 0, done.stderr
    assert _torch(venv) == "2.13.0+cpu"
    assert mirror.downloads == [CPU_TORCH[0], OTHER[0]]
    assert of_torch.downloads == []


def test_a_folder_of_wheels_is_enough_without_a_network(venv, tmp_path):
    folder = folder_of(tmp_path / "wheels", CPU_TORCH, OTHER)
    done = _install(venv, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(folder))
    assert done.returncode == 0, done.stderr
    assert _torch(venv) == "2.13.0+cpu"


def test_one_line_says_that_there_is_no_cpu_build_and_nothing_is_downloaded(venv, usual):
    done = _install(venv, PIP_INDEX_URL=usual.url, TORCH_INDEX="http://127.0.0.1:9/simple")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "no CPU build of torch 2.13.0" in done.stderr
    assert usual.downloads == []


def test_a_cuda_build_that_cannot_be_imported_is_replaced(venv, usual, of_torch, tmp_path):
    cuda = folder_of(tmp_path / "cuda", CUDA_TORCH)
    pip = [venv / "bin/python", "-m", "pip"]  # its own command belongs to the environment that was copied
    subprocess.run([*pip, "install", "--quiet", "--no-index", cuda / CUDA_TORCH[0]], check=True)
    assert _torch(venv) == ""
    done = _install(venv, PIP_INDEX_URL=usual.url, TORCH_INDEX=of_torch.url)
    assert done.returncode == 0, done.stderr
    assert _torch(venv) == "2.13.0+cpu"


def test_an_environment_without_its_interpreter_is_made_anew(venv, copied):
    (venv / "bin/python").unlink()
    (venv / "left-over").touch()
    done = _install(venv, PIP_NO_INDEX="1", TORCH_INDEX="http://127.0.0.1:9/simple", **copied)
    assert f"{venv} is incomplete: making it anew." in done.stderr
    assert "no CPU build" in done.stderr
    assert not (venv / "left-over").exists()


def test_an_environment_that_was_broken_off_is_made_anew(venv, copied, tmp_path):
    wheels = folder_of(tmp_path / "wheels", CPU_TORCH)
    broken = _install(venv, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels), **copied)
    assert broken.returncode != 0
    assert "No matching distribution found for other" in broken.stderr
    (venv / "left-over").touch()
    (wheels / OTHER[0]).write_bytes(OTHER[1])
    done = _install(venv, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels), **copied)
    assert done.returncode == 0, done.stderr
    assert f"{venv} is incomplete: making it anew." in done.stderr
    assert _torch(venv) == "2.13.0+cpu"
    assert not (venv / "left-over").exists()


def test_an_environment_broken_off_before_it_has_pips_command_is_made_anew(tmp_path, copied):
    lock = tmp_path / "requirements.lock"
    lock.write_text("other==1.0\ntorch==2.13.0\n")
    command = [sys.executable, SCRIPT, tmp_path / "venv", lock]
    first = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    while not (tmp_path / "venv/bin/python").exists():
        assert first.poll() is None
        time.sleep(0.01)
    os.killpg(first.pid, signal.SIGKILL)  # the command that makes the environment, too
    first.wait()
    folder = folder_of(tmp_path / "wheels", CPU_TORCH, OTHER)
    done = _install(tmp_path / "venv", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(folder), **copied)
    assert done.returncode == 0, done.stderr
    assert "is incomplete: making it anew." in done.stderr
    assert (tmp_path / "venv/bin/pip").exists()
    assert _torch(tmp_path / "venv") == "2.13.0+cpu"
