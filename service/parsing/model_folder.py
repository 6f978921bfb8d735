"""Whether a folder can hold models at all, before Stanza and torch are imported, which takes seconds."""

from pathlib import Path

from service.errors import ModelError

# Our own encoder, one file a processor, or what Stanza's own downloads bring.
_SIGNS = ("encoder.pt", "pos.pt", "resources.json")


def ensure_models(folder: Path) -> None:
    """Raise ModelError for a folder that is not there, or holds no models."""
    if not any((folder / sign).is_file() for sign in _SIGNS):
        raise ModelError(f"there are no models in {folder}: it has none of {', '.join(_SIGNS)}")
