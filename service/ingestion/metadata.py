"""What is said about an article, in one form: an outlet is the same however its name was typed; pure."""

import unicodedata

# Soft hyphens, zero-width characters, marks of direction: nobody sees them.
_INVISIBLE = "Cf"


def plain_name(name: str | None) -> str | None:
    """The name composed (NFC), with single blanks and nothing invisible; None if nothing is left."""
    if name is None:
        return None
    seen = "".join(character for character in name if unicodedata.category(character) != _INVISIBLE)
    return " ".join(unicodedata.normalize("NFC", seen).split()) or None
