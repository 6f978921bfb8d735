"""Messages as e-mail: one, or those of a day together."""

from collections.abc import Sequence
from textwrap import shorten

from service.outbound.mail_server import Mail
from service.webhooks.sentences import Sentence

# Mail programs show no more of a subject.
_LONGEST_SUBJECT = 120


def mail_of(id_: str, to: str, sentences: Sequence[Sentence]) -> Mail:
    """The mail to this address; its subject is the sentence, or how many there are."""
    first, *others = sentences
    together = f"{len(sentences)} alerts from the quotes service"
    subject = together if others else shorten(first.text, _LONGEST_SUBJECT, placeholder="…")
    parts = (f"{one.text}\n{one.address}" if one.address is not None else one.text for one in sentences)
    return Mail(id_, to, subject, "\n\n".join(parts) + "\n")
