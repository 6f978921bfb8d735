"""What an editor may say: of a conflict, of several, and of two speakers or statements."""

from dataclasses import replace
from typing import Any, ClassVar

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview, Subject
from service.web.schemas.input import Flag, InputSchema
from service.web.schemas.requests import IS_PLAIN, is_unicode

_LONGEST, _LONGEST_NOTE = 200, 2000
# As many as a page of a list has.
_MOST_REVIEWED = 200
_NULL: dict[str, Any] = {"type": "null"}
_FALSE: dict[str, Any] = {"const": False}


def _text(description: str, *, longest: int = _LONGEST, **more: Any) -> fields.String:  # noqa: ANN401 - marshmallow's
    checks = (validate.Length(min=1, max=longest), is_unicode, IS_PLAIN)
    return fields.String(validate=checks, metadata={"description": description}, **more)


def _note(description: str) -> fields.String:
    return _text(description, longest=_LONGEST_NOTE, load_default=None, allow_none=True)


class _Index(fields.Integer):
    """A whole number as JSON has it: 1.0 is one, "1" and true are none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:  # noqa: ANN401 - its base's
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole and not (isinstance(value, float) and value.is_integer()):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **more)


class EditorSchema(InputSchema):
    """Who decides."""

    by = _text(
        "Who decides. Where the service asks for keys, it is the name of the key, whatever stands here; elsewhere it "
        "must be given.",
        load_default=None,
        allow_none=True,
    )


def _decides(*statuses: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a part of the contract
    return {"required": ["status"], "properties": {"status": {"enum": list(statuses)}, **more}}


_ASSIGNS: dict[str, Any] = {
    "required": ["assignee"],
    "properties": dict.fromkeys(("status", "reason", "source"), _NULL),
}


class UndoSchema(EditorSchema):
    """A decision that is taken back."""

    judged_at = _text(
        "When the decision was made, as `judgement` says. If that is no longer the last one, the answer is 409, so "
        "that a request that is sent again takes nothing else back.",
        load_default=None,
        allow_none=True,
    )


class _ReviewSchema(EditorSchema):
    status = fields.Enum(
        Status,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"description": "The decision; later comparisons respect it. Without it, only `assignee` is set."},
    )
    reason = _note("Why; a note to whoever reads the decision.")
    source = _note("Where that can be looked up: a URL, or what it is.")
    assignee = _text("Who looks into it; null for nobody. Left out, it stays as it is.", allow_none=True)

    @validates_schema(skip_on_field_errors=True)
    def _fits(self, given: dict[str, Any], **_: object) -> None:
        findings = [name for name in ("right_claim", "none_is_right") if _is_found(given.get(name))]
        if given["status"] is None:
            if "assignee" not in given:
                raise ValidationError("Give a status, an assignee, or both.")
            decided = [*(name for name in ("reason", "source") if given[name] is not None), *findings]
            if decided:
                raise ValidationError("It belongs to a decision: give the status, too.", decided[0])
        elif findings and given["status"] is not Status.CONFIRMED:
            raise ValidationError("Which claim is right is said of confirmed conflicts.", "status")


def _review_of(given: dict[str, Any]) -> ConflictReview:
    return ConflictReview(**{**given, "by": given["by"] or ""}, is_assigned="assignee" in given)


def _is_found(value: object) -> bool:
    """Whether something was said: the first claim's index is 0, which is not nothing."""
    return value is not None and value is not False


class ConflictJudgementSchema(_ReviewSchema):
    """An editor's review of a conflict: a decision with a `status`, an `assignee`, or both."""

    # What is checked here and in the base, in the terms of the contract.
    CONDITIONS: ClassVar = {
        "anyOf": [
            _decides("confirmed", none_is_right=_FALSE),
            _decides("confirmed", right_claim=_NULL),
            _decides("open", "dismissed", right_claim=_NULL, none_is_right=_FALSE),
            {**_ASSIGNS, "properties": {**_ASSIGNS["properties"], "right_claim": _NULL, "none_is_right": _FALSE}},
        ]
    }

    right_claim = _Index(
        load_default=None,
        allow_none=True,
        validate=validate.Range(min=0, max=1000),
        metadata={"description": "Which of the conflict's `claims` is right, from 0. Only with “confirmed”."},
    )
    none_is_right = Flag(
        load_default=False, metadata={"description": "Whether none of the claims is right. Only with “confirmed”."}
    )

    @validates_schema(skip_on_field_errors=True)
    def _is_one(self, given: dict[str, Any], **_: object) -> None:
        if given["right_claim"] is not None and given["none_is_right"]:
            raise ValidationError("Either one claim is right or none.", "none_is_right")

    @post_load
    def _review(self, given: dict[str, Any], **_: object) -> ConflictReview:
        return _review_of(given)


class ConflictJudgementsSchema(_ReviewSchema):
    """An editor's review of several conflicts at once: of all of them, or of none."""

    CONDITIONS: ClassVar = {"anyOf": [_decides(*(status.value for status in Status)), _ASSIGNS]}

    conflict_ids = fields.List(
        _text("Id of a conflict."),
        required=True,
        validate=validate.Length(min=1, max=_MOST_REVIEWED),
        metadata={"description": "The conflicts."},
    )
    was = fields.Enum(
        Status,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"description": "Only if all of them have this status now; otherwise the answer is 409."},
    )

    @post_load
    def _reviews(self, given: dict[str, Any], **_: object) -> tuple[list[str], dict[str, str], ConflictReview]:
        ids, was = list(dict.fromkeys(given.pop("conflict_ids"))), given.pop("was")
        seen = dict.fromkeys(ids, was.value) if was is not None else {}
        return ids, seen, _review_of(given)


class PairJudgementSchema(EditorSchema):
    """An editor's decision on two speakers or statements."""

    reason = _note("Why.")
    subject = fields.String(
        required=True,
        validate=validate.OneOf([Subject.SPEAKER.value, Subject.STATEMENT.value]),
        metadata={"description": "What the two are."},
    )
    first = _text("Its id, or the id of one of its quotations.", required=True)
    second = _text("The id of the other, likewise.", required=True)
    verdict = fields.String(
        required=True,
        validate=validate.OneOf(["same", "different"]),
        metadata={"description": "Whether the two are the same; later comparisons respect it."},
    )


class DeskReviewSchema(EditorSchema):
    """A decision as the desk's form has it: which side is right counts for confirmed conflicts only."""

    status = fields.Enum(Status, by_value=True, required=True)
    reason = _note("Why.")
    source = _note("Where that can be looked up.")
    right = fields.String(load_default=None, validate=validate.Regexp(r"^(none|[0-9]{1,3})\Z", error="Not a side."))

    @post_load
    def _review(self, given: dict[str, Any], **_: object) -> ConflictReview:
        said = given.pop("right")
        right = said if given["status"] is Status.CONFIRMED else None
        claim = None if right in (None, "none") else int(str(right))
        return replace(_review_of(given), right_claim=claim, none_is_right=right == "none")


class DeskAssignmentSchema(EditorSchema):
    """Who looks into a conflict, as the desk's form has it; nobody, where the field is empty."""

    assignee = _text("Who.", load_default=None)

    @post_load
    def _review(self, given: dict[str, Any], **_: object) -> ConflictReview:
        return _review_of(given)
