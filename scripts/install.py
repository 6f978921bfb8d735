"""`python scripts/install.py VENV LOCK`: a virtual environment with the pinned packages and torch's CPU build.

For the Makefile and the Dockerfile, before anything is installed: standard library only. The builds of torch that most
indexes offer for Linux want gigabytes of CUDA libraries, so which index has the CPU build is settled before a download.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

# As torch's installation guide names it; TORCH_INDEX names another, such as a mirror.
TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
OLDEST_PYTHON = (3, 11)
# There while an installation is under way. Found at its start, it tells of one that was broken off.
_UNDER_WAY = ".installing"


class InstallError(Exception):
    """What cannot be installed here, in one line that says what to do."""


def main() -> None:
    """Install, or end with one line that says why not."""
    folder, lock = map(Path, sys.argv[1:3])
    try:
        install(folder, lock)
    except InstallError as error:
        sys.exit(f"install: {error}")
    except subprocess.CalledProcessError as error:
        # pip has said why.
        sys.exit(error.returncode)


def install(folder: Path, lock: Path) -> None:
    """Make the environment, or complete the one that is there."""
    if sys.version_info < OLDEST_PYTHON:
        raise InstallError(f"Python 3.11 or later is needed, and {sys.executable} is {platform.python_version()}.")
    _make_environment(folder)
    torch = _pinned_torch(lock)
    _install_torch(folder, torch)
    _say(f"installing the packages of {lock}.")
    # The lock file names every package, so nothing is left to the resolver; torch is there already.
    _pip(folder, "install", "--no-deps", "--quiet", "--requirement", str(lock))
    if not _has_torch(folder, torch):
        raise InstallError(f"torch {torch} is installed, but cannot be imported: {_python(folder)} -c 'import torch'")
    (folder / _UNDER_WAY).unlink()


def _make_environment(folder: Path) -> None:
    """Make the virtual environment; one that is broken or half-made is made anew."""
    under_way = folder / _UNDER_WAY
    is_broken = under_way.exists() or not _runs(folder, "-m", "pip", "--version")
    if folder.exists() and is_broken:
        _say(f"{folder} is incomplete: making it anew.")
    folder.mkdir(parents=True, exist_ok=True)
    # Before anything else is there: pip itself, installed by halves, can run and lack its command.
    under_way.touch()
    if is_broken:
        _empty(folder)
        # By its command, which says what is missing where Debian has left out a part of Python.
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)


def _empty(folder: Path) -> None:
    """Remove all but the mark, which `venv --clear` would remove first."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != _UNDER_WAY:
            path.unlink()


def _install_torch(folder: Path, version: str) -> None:
    """Install the CPU build: from the configured index or folder if they offer it, or else from torch's own index."""
    if _has_torch(folder, version):
        return
    cpu_build = f"torch=={version}+cpu"
    index = os.environ.get("TORCH_INDEX") or TORCH_INDEX
    if f"{version}+cpu" in _offered(folder):
        _say(f"the configured index offers {cpu_build}: taking it.")
        _pip(folder, "install", "--no-deps", cpu_build)
    elif not sys.platform.startswith("linux"):
        # Elsewhere the usual build is one for the CPU.
        _pip(folder, "install", "--no-deps", f"torch=={version}")
    elif f"{version}+cpu" in _offered(folder, "--index-url", index):
        _say(f"the configured index offers no CPU build of torch {version}: taking {cpu_build} from {index}.")
        _pip(folder, "install", "--no-deps", "--index-url", index, cpu_build)
    else:
        raise InstallError(
            f"no CPU build of torch {version} for this Python, neither at the configured index nor at {index}. Name a "
            "folder that has one by PIP_FIND_LINKS, an index by TORCH_INDEX; or install torch into "
            f"{folder} yourself, and try again."
        )


def _pinned_torch(lock: Path) -> str:
    pin = re.search(r"^torch==([\w.]+)$", lock.read_text("utf-8"), re.MULTILINE)
    if pin is None:
        raise InstallError(f"{lock} pins no torch.")
    return pin[1]


def _has_torch(folder: Path, version: str) -> bool:
    """Whether that version is there and works: a CUDA build without its libraries does not."""
    return _runs(folder, "-c", f"import torch; assert torch.__version__.split('+')[0] == '{version}'")


def _offered(folder: Path, *options: str) -> set[str]:
    """The versions of torch that pip finds for this Python and machine, from the lists of files alone."""
    answer = subprocess.run(
        [_python(folder), "-m", "pip", "index", "versions", "torch", "--retries", "2", *options],
        capture_output=True,
        text=True,
    )
    versions = re.search(r"^Available versions: (.*)$", answer.stdout, re.MULTILINE)
    return set(versions[1].split(", ")) if versions else set()


def _runs(folder: Path, *arguments: str) -> bool:
    python = _python(folder)
    return python.exists() and subprocess.run([python, *arguments], capture_output=True).returncode == 0


def _pip(folder: Path, *arguments: str) -> None:
    subprocess.run([_python(folder), "-m", "pip", "--disable-pip-version-check", *arguments], check=True)


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _say(text: str) -> None:
    print(f"install: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
