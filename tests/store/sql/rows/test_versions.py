"""Versions of articles, and their rows."""

from dataclasses import replace

from service.domain.versions import ArticleVersion
from service.linking.versions import changes_between, quotations_of
from service.store.sql.editing_tables import ArticleVersionRow
from service.store.sql.rows.versions import only_version, version_of, version_values, whole_version_of
from tests.linking.reports import report

BEFORE = report("a", ("Ana Pérez", "The wells of the valley have been dry for months.", ("mayor", "Lima")))
AFTER = report("a", ("Ana Pérez", "The wells of the valley have been wet for months."), (None, "We wait for rain."))
BEFORE, AFTER = (
    replace(one, article=replace(one.article, title=title, authors=("Ana Lee",), language="en"))
    for one, title in ((BEFORE, "Dry"), (AFTER, "Wet"))
)


def test_a_version_comes_back_from_its_row():
    changes = changes_between(BEFORE, AFTER)
    row = ArticleVersionRow(**version_values(AFTER, 2, 1.5, changes))
    whole = whole_version_of(row)
    assert (whole.number, whole.changes, whole.quotations) == (2, changes, quotations_of(AFTER))
    assert {change.kind.value for change in changes} == {
        *("title_changed", "words_changed", "quotation_added"),
        "affiliation_changed",
    }
    assert (whole.article.authors, whole.article.language) == (("Ana Lee",), "en")
    assert version_of(row) == ArticleVersion(whole.article, 2, changes)


def test_a_change_that_was_stored_before_titles_were_compared_has_none():
    values = version_values(AFTER, 2, 1.5, changes_between(BEFORE, AFTER))
    for change in values["changes"]:
        del change["title_before"], change["title_after"]
    assert {change.title_before for change in version_of(ArticleVersionRow(**values)).changes} == {None}


def test_the_only_version_is_the_article():
    only = only_version(BEFORE, 1.5)
    assert only == whole_version_of(ArticleVersionRow(**version_values(BEFORE, 1, 1.5)))
