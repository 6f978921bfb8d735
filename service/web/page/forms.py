"""The form of the page: boxes for articles, and what its buttons ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from service.ingestion.submissions import Submission
from service.presentation.analysis_view import article_name

_BOXES_AT_FIRST = 2
# More than a request may have articles, by default; each is drawn.
MOST_BOXES = 100


@dataclass(frozen=True, slots=True)
class Box:
    """One article as somebody pasted it."""

    outlet: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The boxes, and the button that was pressed: "read", "all" (with what is uncertain), "add" or "seeds"."""

    boxes: tuple[Box, ...] = (Box(),) * _BOXES_AT_FIRST
    action: str = "read"

    def with_another(self) -> "Form":
        """The same with one more empty box."""
        return replace(self, boxes=(*self.boxes, Box()))

    def submissions(self) -> tuple[Submission, ...]:
        """The articles of the boxes that are not empty, named as the page numbers them."""
        filled = [box for box in self.boxes if box.text.strip()]
        return tuple(
            Submission(article_name(number), box.text, outlet=box.outlet.strip() or None)
            for number, box in enumerate(filled, 1)
        )


def form_of(outlets: Sequence[str], texts: Sequence[str], *, action: str) -> Form:
    """The form with these fields, box by box."""
    # A browser sends every line's end as CR LF; offsets should count what was pasted.
    boxes = tuple(Box(outlet, text.replace("\r\n", "\n")) for outlet, text in _pairs(outlets, texts))
    return Form(boxes or Form().boxes, action)


def _pairs(outlets: Sequence[str], texts: Sequence[str]) -> Iterable[tuple[str, str]]:
    return islice(zip_longest(outlets, texts, fillvalue=""), MOST_BOXES)


def form_of_submissions(submissions: Sequence[Submission]) -> Form:
    """The form with these articles in its boxes."""
    return Form(tuple(Box(each.outlet or "", each.text or "") for each in submissions))
