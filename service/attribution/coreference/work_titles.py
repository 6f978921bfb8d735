"""The title of a document, where the text marks it: the “Social Studies” textbook; a textbook, “Sciences and Life”."""

from service.attribution.document import AnnotatedArticle
from service.domain.quotations import Mention
from service.text.marked_spans import MarkedSpan

# Characters between the noun and the mark of the title that follows it.
_NEAR = 3
# Words under this length may go without a capital in a title ("of", "and", "the").
_SMALL = 4


def find_title(annotated: AnnotatedArticle, document: Mention) -> str | None:
    """The words between the marks inside the description, or right after its noun."""
    parse = annotated.parse
    noun = parse.words[document.head].span
    sentence_end = parse.sentences[parse.sentence(document.head)].span.end
    for marked in annotated.marks_between(document.span.start, min(noun.end + _NEAR, sentence_end)):
        inside = document.span.start <= marked.outer.start < noun.start
        if (inside or 0 <= marked.outer.start - noun.end <= _NEAR) and _is_title(marked):
            return marked.span.text.rstrip(",.")
    return None


def _is_title(marked: MarkedSpan) -> bool:
    """Whether every longer word has a capital, as in a title."""
    longer = [word for word in marked.span.text.split() if len(word) >= _SMALL]
    return bool(longer) and all(word[0].isupper() for word in longer)
