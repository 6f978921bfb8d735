"""`GET /version`: what answers here, and how accurate it is known to be."""

from dataclasses import dataclass

from service.application.dependencies import Limits
from service.version import VERSION, Build, measured_accuracy
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.schemas import VersionSchema

versions = JsonBlueprint("versions", __name__, description="The running version.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure of accuracy."""

    name: str
    per_cent: float


@dataclass(frozen=True, slots=True)
class Version:
    """What answers here, and the figures of the last measurement."""

    version: str
    build: Build
    precision: str | None
    store: str | None
    limits: Limits
    figures: tuple[Figure, ...]
    is_measured_build: bool


@versions.get("/version")
@versions.doc(security=[])
@versions.fails_with(is_open=True)
@versions.response(200, VersionSchema)
def version() -> Version:
    """Show the running version

    The version of the service, digests of everything that its answers depend on, the precision in which the models
    compute on this machine, what one request may ask, and the figures of the latest accuracy measurement.
    """
    cases = use_cases()
    build, accuracy = cases.build(), measured_accuracy()
    figures = tuple(Figure(name, per_cent) for name, per_cent in accuracy.figures.items())
    return Version(
        VERSION, build, cases.precision, cases.store_revision, cases.limits, figures, accuracy.build == build
    )
