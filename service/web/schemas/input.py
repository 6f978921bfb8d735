"""The base of what requests may contain: an unknown field is refused by its name, with those that are known; flags."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, pre_load

# As marshmallow says it.
_UNKNOWN = "Unknown field."
# No request has a tenth of that. Validating an item takes some 20 microseconds, and a body has room for millions.
_MOST_FIELDS, _MOST_ITEMS = 100, 10_000
# Of an unknown name, which may be as long as the body.
_LONGEST_NAME = 100


class InputSchema(Schema):
    """A request's body or parameters, or a part of them."""

    @pre_load
    def _count(self, given: Any, **_: object) -> Any:  # noqa: ANN401 - whatever was sent
        """Refuse what has too many parts, before each of them is looked at."""
        if not isinstance(given, dict):
            return given
        if len(given) > _MOST_FIELDS:
            raise ValidationError(f"There are {len(given)} fields; no object has more than {_MOST_FIELDS}.")
        for name, value in given.items():
            if isinstance(value, list) and len(value) > _MOST_ITEMS:
                message = f"There are {len(value)} items; no list has more than {_MOST_ITEMS}."
                raise ValidationError(message, str(name)[:_LONGEST_NAME])
        return given

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **more: Any) -> None:  # noqa: ANN401, ARG002
        """Name the fields that nobody knows, and those that are known."""
        if not isinstance(error.messages, dict):
            return
        known = ", ".join(sorted(field.data_key or name for name, field in self.load_fields.items()))
        for name, messages in error.messages.items():
            if messages == [_UNKNOWN]:
                error.messages[name] = [f"Unknown field {str(name)[:_LONGEST_NAME]!r}. There are: {known}."]


class Flag(fields.Boolean):
    """True or false, and nothing that could be taken for them: to Python, 0 is false."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:  # noqa: ANN401 - its base's
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **more)
