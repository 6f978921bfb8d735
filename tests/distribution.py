"""Which tests a parallel worker runs together, and in which order: what takes seconds to make is made once."""

from typing import Any

from xdist.scheduler import LoadScopeScheduling

# The models, Chromium: loaded by one worker alone. Other tests run together with those of their file.
TOGETHER = {
    "models": (
        "tests/archive/",
        "tests/parsing/",
        "tests/store/test_stories.py",
        "tests/test_seeds.py",
        "tests/web/desk/test_tour.py",
    ),
    "browser": ("tests/web/desk/test_accessibility.py", "tests/web/desk/test_adding.py", "tests/web/desk/test_look.py"),
}
# Long, and each of their tests stands alone.
APART = ("tests/test_contract.py", "tests/test_growth.py", "tests/test_no_text_raises.py")
# What takes longest begins first: one that began last would keep the other workers waiting.
LONGEST = (
    "models",
    "tests/scripts/test_make.py",
    "tests/test_docs.py",
    "browser",
    "tests/test_killing.py",
    "tests/store/links/test_linking.py",
    "tests/test_survival.py",
    "tests/scripts/test_install.py",
    "tests/store/test_faults.py",
    "tests/runtime/test_supervisor.py",
    "tests/store/test_outages.py",
    "tests/test_http.py",
    "tests/test_contract.py",
    "tests/client/test_typescript.py",
    "tests/test_operations.py",
    "tests/test_deployment.py",
    "tests/application/test_rehearsal.py",
    "tests/web/operations/test_contract_parts.py",
    "tests/test_no_text_raises.py",
    "tests/test_growth.py",
)


def group_of(test: str) -> str:
    """What the test with this id runs together with."""
    file = test.partition("::")[0]
    if file in APART:
        return test
    return next((group for group, starts in TOGETHER.items() if file.startswith(starts)), file)


def rank_of(test: str) -> int:
    """The tests of the lowest rank begin."""
    group = group_of(test).partition("::")[0]
    return LONGEST.index(group) if group in LONGEST else len(LONGEST)


class ByGroup(LoadScopeScheduling):
    """Gives out one group after another, in the order in which the tests were found."""

    def __init__(self, config: Any, log: Any) -> None:
        super().__init__(config, log)
        # xdist would begin with the groups of many tests.
        self.config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        """As xdist's manual has it, this is where groups are named."""
        return group_of(nodeid)
