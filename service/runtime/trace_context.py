"""Where a request stands among the requests of other services (W3C Trace Context); pure, but for the new ids."""

import re
from dataclasses import dataclass
from secrets import token_hex

# A later version may add parts, which are ignored.
_HEADER = re.compile(r"(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")
_VERSION = "00"
_NOT_SAMPLED = "00"


@dataclass(frozen=True, slots=True)
class Trace:
    """Our part of a trace: the trace that it belongs to, its own id, and the flags that go on."""

    trace_id: str
    span_id: str
    flags: str

    @property
    def header(self) -> str:
        """`traceparent`, as whom we ask in our turn should hear it."""
        return f"{_VERSION}-{self.trace_id}-{self.span_id}-{self.flags}"


def trace_of(header: str | None) -> Trace:
    """Our span in the trace of this `traceparent`, or in a new trace if it names none."""
    parts = _HEADER.fullmatch(header or "")
    if parts is None or (parts[1] == _VERSION and parts[5] is not None):
        return Trace(token_hex(16), token_hex(8), _NOT_SAMPLED)
    return Trace(parts[2], token_hex(8), parts[4])
