"""Packages that are installed here: what they need, and their wheels, packed again."""

from importlib.metadata import distribution
from io import BytesIO
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def needed(requirement: Requirement, found: set[str]) -> set[str]:
    """This package and all that it needs; an extra counts only as it is spelled, as for pip before 23.3."""
    name = canonicalize_name(requirement.name)
    package = distribution(name)
    extras = requirement.extras & set(package.metadata.get_all("Provides-Extra") or ())
    found.add(name)
    for line in package.requires or ():
        other = Requirement(line)
        is_wanted = other.marker is None or any(other.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        is_known = canonicalize_name(other.name) in found and not other.extras
        if is_wanted and not is_known:
            needed(other, found)
    return found


def packed(name: str) -> tuple[str, bytes]:
    """The wheel of an installed package, without its commands."""
    package = distribution(name)
    content = BytesIO()
    with ZipFile(content, "w") as wheel:
        for file in package.files or ():
            path = file.locate()
            if ".." not in file.parts and path.exists() and "__pycache__" not in file.parts:
                wheel.writestr(str(file), path.read_bytes())
    lines = (package.read_text("WHEEL") or "").splitlines()
    # The last one: a wheel for both Pythons names the older first.
    *_, tag = (line.partition(": ")[2] for line in lines if line.startswith("Tag: "))
    return f"{name.replace('-', '_')}-{package.version}-{tag}.whl", content.getvalue()
