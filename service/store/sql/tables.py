"""The tables. What articles say is stored as rows; all else is derived from those and can be recomputed.

Tables and columns keep the names that they had before the classes got theirs: `voices` and `voice_id` are name
variants, `ties` name links, `versions` and `version` duplicates, `links` matches, `holders` postings, `told_speakers`
speakers of one article, `moved` redirects, and `place` is the index within an article.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Sorted as Python sorts, whatever the database's language is: answers must not depend on it.
_Text = Text().with_variant(Text(collation="C"), "postgresql")
_Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_Number = BigInteger().with_variant(Integer(), "sqlite")
_OF_ARTICLE = "articles.id"


class Table(DeclarativeBase):
    """All tables of the store."""

    type_annotation_map = {str: _Text, dict[str, Any]: _Json, list[Any]: _Json, int: _Number}  # noqa: RUF012


class ArticleRow(Table):
    """An article as it was sent; `received_at` is in seconds since 1970."""

    __tablename__ = "articles"
    number: Mapped[int] = mapped_column(primary_key=True)
    """In the order in which articles came."""
    id: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    title: Mapped[str | None]
    outlet: Mapped[str | None] = mapped_column(index=True)
    url: Mapped[str | None]
    published_at: Mapped[str | None]
    published_time: Mapped[float | None] = mapped_column(index=True)
    """`published_at` in seconds since 1970; without a zone, it is taken for UTC."""
    received_at: Mapped[float]
    fingerprint: Mapped[str]
    """Of the columns above, as far as articles have them: the same content sent again is the same article."""
    authors: Mapped[list[Any]]
    language: Mapped[str | None]
    metadata_from: Mapped[dict[str, Any]]
    """The source of each piece of metadata, where there is one."""
    limits: Mapped[list[Any]] = mapped_column(server_default="[]")
    """The bounds that the article has reached, each with its name and number."""


class SpeakerRow(Table):
    """A speaker of one article, by that article's names for them."""

    __tablename__ = "told_speakers"
    article_id: Mapped[str] = mapped_column(ForeignKey(_OF_ARTICLE), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    aliases: Mapped[list[Any]]
    gender: Mapped[str | None]
    voice_id: Mapped[str] = mapped_column(index=True)


class AffiliationRow(Table):
    """What one article says that a speaker is."""

    __tablename__ = "affiliations"
    article_id: Mapped[str] = mapped_column(ForeignKey(_OF_ARTICLE), primary_key=True)
    speaker_id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    field: Mapped[str] = mapped_column(server_default="text")
    role: Mapped[str | None]
    organization: Mapped[str | None]
    voice_id: Mapped[str]
    published_at: Mapped[str]
    """The article's, empty if it has none: the newest are compared."""
    __table_args__ = (Index("ix_affiliations_newest", "voice_id", "published_at", "article_id", "start", "end"),)


class QuotationRow(Table):
    """A quotation with its attribution: offsets into the article, and the speaker of that article."""

    __tablename__ = "quotations"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    article_id: Mapped[str] = mapped_column(ForeignKey(_OF_ARTICLE), index=True)
    place: Mapped[int]
    kind: Mapped[str]
    is_speech: Mapped[bool]
    text: Mapped[str]
    parts: Mapped[list[Any]]
    cue: Mapped[list[Any] | None]
    mention: Mapped[list[Any] | None]
    speaker_id: Mapped[str | None]
    unattributed_because: Mapped[str | None]
    confidence: Mapped[float]
    evidence: Mapped[list[Any]]
    context: Mapped[list[Any]]
    reported_as: Mapped[str]
    fellows: Mapped[dict[str, Any]]
    voice_id: Mapped[str | None] = mapped_column(index=True)
    version: Mapped[int | None] = mapped_column(index=True)
    statement_id: Mapped[str | None] = mapped_column(index=True)


class NameVariantRow(Table):
    """A name variant, and the speaker over all articles that it is one of."""

    __tablename__ = "voices"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    gender: Mapped[str | None]
    speaker_id: Mapped[str] = mapped_column(index=True)


class NameKeyRow(Table):
    """A key under which a name variant is found."""

    __tablename__ = "name_keys"
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    voice_id: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012


class NameLinkRow(Table):
    """Two name variants that are related; `n_apart` articles name both."""

    __tablename__ = "ties"
    first: Mapped[str] = mapped_column(primary_key=True)
    second: Mapped[str] = mapped_column(primary_key=True, index=True)
    is_shorter: Mapped[bool]
    n_apart: Mapped[int]
    verdict: Mapped[bool | None]
    """Whether they are one speaker, where an editor has decided."""


class DuplicatesRow(Table):
    """Duplicates: quotations with the same words and speaker; `sample` is the representative, which is compared."""

    __tablename__ = "versions"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    printed: Mapped[bytes | None]
    """What the words between marks mean, in short; nothing where there are none."""
    whole: Mapped[bytes | None]
    """What all words mean, in short; nothing where all are printed."""
    topic: Mapped[str | None]
    """What the first quotation's article is about, in short; nothing where it tells no day."""
    topic_of: Mapped[str | None]
    """The first quotation, that of the smallest id; nothing where its article tells no day."""
    sample: Mapped[dict[str, Any]]


class PostingRow(Table):
    """A key under which duplicates of a day are found, in days since 1970; long before where no article has a date."""

    __tablename__ = "holders"
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012


class CommonKeyRow(Table):
    """A key that too many versions hold to be looked up, and how many they are."""

    __tablename__ = "common_keys"
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n_holders: Mapped[int]


class MatchRow(Table):
    """Two versions that report the same words."""

    __tablename__ = "links"
    first: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    second: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    score: Mapped[float]
    is_repeated: Mapped[bool]


class StatementRow(Table):
    """A statement; the quotations that report it have its id."""

    __tablename__ = "statements"
    id: Mapped[str] = mapped_column(primary_key=True)
    wording: Mapped[str]
    n_reports: Mapped[int]


class MergedSpeakerRow(Table):
    """A speaker over all articles; the name variants that are theirs have the id."""

    __tablename__ = "speakers"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]


class ConflictRow(Table):
    """A conflict; `status` is what an editor said of it, and the times are in seconds since 1970."""

    __tablename__ = "conflicts"
    number: Mapped[int] = mapped_column(primary_key=True)
    """Of no meaning but to the index of words; a conflict that is found again has another."""
    id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(index=True)
    severity: Mapped[str]
    rank: Mapped[int]
    """The gravest first."""
    class_: Mapped[str]
    probability: Mapped[float]
    statement_id: Mapped[str | None] = mapped_column(index=True)
    speaker_id: Mapped[str | None] = mapped_column(index=True)
    summary: Mapped[str]
    claims: Mapped[list[Any]]
    diff: Mapped[list[Any] | None]
    status: Mapped[str]
    found_at: Mapped[float]
    changed_at: Mapped[float]
    assignee: Mapped[str | None]
    words: Mapped[str] = mapped_column(server_default="")
    """Those of its summary and claims as searches read them, each between blanks."""
    __table_args__ = (
        Index("ix_conflicts_gravest", "rank", "id"),
        Index("ix_conflicts_newest", "changed_at", "id"),
    )


class ConflictArticleRow(Table):
    """An article that a conflict rests on."""

    __tablename__ = "conflict_articles"
    conflict_id: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(primary_key=True, index=True)
    is_right: Mapped[bool | None]
    """Whether the claims that it makes are right, where an editor has said so."""


class RedirectRow(Table):
    """An id that was merged away, and the one in its place."""

    __tablename__ = "moved"
    id: Mapped[str] = mapped_column(primary_key=True)
    to: Mapped[str] = mapped_column(index=True)
