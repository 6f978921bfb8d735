"""What is known about an article in the end: what the caller sends, then what its page says, then what its text shows;
pure.
"""

from dataclasses import fields, replace

from service.domain.articles import MetadataSource, MetadataSources
from service.ingestion.html_extraction import Page
from service.ingestion.languages import is_english, language_name, language_of
from service.ingestion.metadata import Metadata

# What a caller sends as the language of articles that are to be read whatever it is.
ANY_LANGUAGE = "any"


def known_metadata(sent: Metadata, page: Page) -> tuple[Metadata, MetadataSources]:
    """Each field, and where it comes from; what is sent wins."""
    sent = replace(sent, language=None if sent.language == ANY_LANGUAGE else sent.language)
    given = {field.name: value for field in fields(sent) if (value := getattr(sent, field.name))}
    language, source = _language(page)
    known = replace(page.metadata, language=language)
    sources = replace(page.sources, language=source)
    return replace(known, **given), replace(sources, **dict.fromkeys(given, MetadataSource.REQUEST))


def refused_language(sent: Metadata, page: Page) -> str | None:
    """What people call the language of an article that is not read, as sent or as its text shows; None if it is read.

    What a page says of it refuses nothing: templates often have another one than the article.
    """
    language = sent.language or language_of(page.text)
    if language in (None, ANY_LANGUAGE) or is_english(language):
        return None
    return language_name(language)


def _language(page: Page) -> tuple[str | None, MetadataSource | None]:
    """That of the text; as the page writes it, such as "en-GB", where both agree or the text is too short to tell."""
    found, said = language_of(page.text), page.metadata.language
    if found is None or (said is not None and _primary(said) == found):
        return said, page.sources.language
    return found, MetadataSource.TEXT


def _primary(tag: str) -> str:
    return tag.partition("-")[0].casefold()
