"""The bounds that all articles of an archive have reached together."""

from collections.abc import Iterator

from service.archive.engine import col, daft
from service.archive.steps import Steps
from service.domain.limits import LimitName, ReachedLimit
from service.linking.conflicts.affiliation import MAX_POSITIONS
from service.linking.statements.blocking import MAX_BLOCK_SIZE
from service.linking.statements.statements import MOST_HELD_TOGETHER


def limits_of_archive(steps: Steps) -> Iterator[ReachedLimit]:
    """Those that the steps of a comparison have reached: as `linking.reached_limits` finds them, from fewer words."""
    if steps.parts("compare/common-keys").n_rows:
        yield ReachedLimit(LimitName.COMMON_WORDS, MAX_BLOCK_SIZE)
    clusters = steps.parts("compare/clusters").frame()
    if clusters.where(daft.functions.list_count(col("members"), "all") > MOST_HELD_TOGETHER).count_rows():
        yield ReachedLimit(LimitName.VERSIONS, MOST_HELD_TOGETHER)
    speakers = steps.parts("compare/speakers").frame()
    if speakers.where(col("n_positions") > MAX_POSITIONS).count_rows():
        yield ReachedLimit(LimitName.COMPARED_POSITIONS, MAX_POSITIONS)
