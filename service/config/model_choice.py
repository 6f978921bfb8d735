"""Which models a user of this machine chose: the folder's name in a file, where later runs find it."""

import os
from pathlib import Path

from service.errors import SettingsError


def chosen_models(file: Path) -> Path | None:
    """The folder that the file names; None if nothing was chosen.

    Raises SettingsError if that folder is gone.
    """
    try:
        folder = Path(os.fsdecode(file.read_bytes().removesuffix(b"\n")))
    # Where this user may not look, it is not this user's choice that lies there: HOME is often left from another one.
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None
    if not folder.is_dir():
        raise SettingsError(
            f"{file} names the models in {str(folder)!r}: it does not exist. Choose others with `quotes models use`."
        )
    return folder


def choose_models(file: Path, folder: Path) -> None:
    """Keep the choice of the folder; raises SettingsError if the file cannot be written."""
    unfinished = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(os.fsencode(folder.absolute()) + b"\n")
        # At once: a service that starts meanwhile reads the choice before or the one after.
        unfinished.replace(file)
    except OSError as error:
        raise SettingsError(f"{file} cannot be written: {error.strerror}.") from error


def choose_no_models(file: Path) -> None:
    """Forget the choice; raises SettingsError if that cannot be done."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(f"{file} cannot be removed: {error.strerror}.") from error
