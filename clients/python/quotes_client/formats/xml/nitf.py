"""Articles in NITF, the News Industry Text Format of IPTC."""

from xml.etree.ElementTree import Element

from quotes_client.formats.found import UnreadableError
from quotes_client.formats.times import iso_time
from quotes_client.formats.xml.elements import all_of, attribute_of, first_of, text_of
from quotes_client.submissions import Article

_PARAGRAPHS = ("p", "hl2", "li")


def nitf_article(root: Element) -> Article:
    """The article of a document. Raises UnreadableError if it has no text."""
    body = first_of(root, "body.content")
    text = paragraphs_of(body)
    if not text:
        raise UnreadableError("has no text")
    docdata = first_of(root, "docdata")
    return Article(
        text,
        id=attribute_of(first_of(docdata, "doc-id"), "id-string"),
        title=text_of(first_of(root, "hl1")) or text_of(first_of(root, "headline", "title")),
        outlet=_outlet(root),
        published_at=_published_at(root, docdata),
        authors=_authors(root),
    )


def paragraphs_of(body: Element | None) -> str:
    """The paragraphs of a body, a blank line between them; what stands in `q` and `bq` has quotation marks."""
    if body is None:
        return ""
    quoted = {paragraph for quotation in all_of(body, "bq") for paragraph in all_of(quotation, *_PARAGRAPHS)}
    captions = {paragraph for media in all_of(body, "media", "figure") for paragraph in all_of(media, *_PARAGRAPHS)}
    found = [(each, _marked(each)) for each in all_of(body, *_PARAGRAPHS) if each not in captions]
    return "\n\n".join(_between(text) if each in quoted else text for each, text in found if text)


def _marked(paragraph: Element) -> str:
    for quotation in all_of(paragraph, "q"):
        text = text_of(quotation) or ""
        if text and not text.startswith(("“", '"', "‘")):
            for child in list(quotation):
                quotation.remove(child)
            quotation.text = f"“{text}”"
    return text_of(paragraph) or ""


def _between(text: str) -> str:
    return text if text.startswith(("“", '"')) else f"“{text}”"


def _outlet(root: Element) -> str | None:
    published = first_of(root, "pubdata")
    return (
        attribute_of(published, "name")
        or text_of(first_of(root, "distributor"))
        or attribute_of(first_of(root, "doc.copyright"), "holder")
    )


def _published_at(root: Element, docdata: Element | None) -> str | None:
    dates = (
        attribute_of(first_of(docdata, "date.issue"), "norm"),
        attribute_of(first_of(docdata, "date.release"), "norm"),
        attribute_of(first_of(root, "pubdata"), "date.publication"),
        attribute_of(first_of(root, "story.date"), "norm"),
    )
    return next((time for date in dates if (time := iso_time(date))), None)


def _authors(root: Element) -> tuple[str, ...] | None:
    """Those named in bylines, without the line below about who they are."""
    names = []
    for byline in all_of(root, "byline"):
        people = [text_of(person) for person in all_of(byline, "person")]
        names += people or [(byline.text or "").strip()]
    return tuple(name for name in names if name) or None
