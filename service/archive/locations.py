"""Where files lie: on this machine, or in an object store such as S3, by a path or a URL."""

from pathlib import Path
from urllib.parse import urlsplit

from pyarrow.fs import FileSystem, LocalFileSystem

from service.errors import SettingsError


def opened(location: str) -> tuple[FileSystem, str]:
    """The file system of a location and the path within it; raises SettingsError if it cannot be asked."""
    if "://" not in location:
        return LocalFileSystem(), str(Path(location).absolute())
    url = urlsplit(location)
    if "@" in url.netloc or url.query:
        # Notes would hold it, and the engine would not know it.
        raise SettingsError(
            "A URL of an archive holds neither keys nor a query: the environment has AWS_ACCESS_KEY_ID."
        )
    try:
        files, path = FileSystem.from_uri(location)
        # Who may not read learns it now, and not from the engine later.
        files.get_file_info(path)
    except (OSError, ValueError) as error:
        raise SettingsError(f"{location} cannot be reached: {error}") from error
    return files, path
