"""The base of what requests may contain: an unknown field is refused by its name, with those that there are."""

from typing import Any

from marshmallow import Schema, ValidationError

# As marshmallow says it.
_UNKNOWN = "Unknown field."


class InputSchema(Schema):
    """A request's body or parameters, or a part of them."""

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **more: Any) -> None:  # noqa: ANN401, ARG002
        """Name the fields that nobody knows, and those that are known."""
        if not isinstance(error.messages, dict):
            return
        known = ", ".join(sorted(field.data_key or name for name, field in self.load_fields.items()))
        for name, messages in error.messages.items():
            if messages == [_UNKNOWN]:
                error.messages[name] = [f"Unknown field {name!r}. There are: {known}."]
