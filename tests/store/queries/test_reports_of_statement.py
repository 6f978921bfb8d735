"""Statements, speakers and articles as each article has them."""

from service.store import Store
from tests.linking.reports import titled
from tests.store.queries.asked import ANA, DRY, NOT_DRY, OMAR, report_with, speaker_id, statement_id


def test_reports_stand_in_the_order_of_their_publication(store: Store):
    """Whatever their zones: one o’clock in the east is before half past eleven in Greenwich."""
    first, second = store.desk.reports(statement_id(store, "a:1"))
    assert (first.heading.article_id, second.heading.article_id) == ("b", "a")
    assert (first.speaker.name, second.speaker.name) == ("Pérez", ANA)
    assert [post.span.text for post in second.speaker.affiliations] == ["mayor of Lima"]
    assert first.quotation.attribution.speaker_id == second.quotation.attribution.speaker_id
    assert store.desk.reports("nothing") == ()


def test_reprints_have_the_number_of_one_report(store: Store):
    around = "The ministry sent engineers with long ropes to every village of the province on Monday morning. " * 3
    for article_id in ("d", "e"):
        store.articles.save(report_with(article_id, (ANA, DRY), (OMAR, around)))
    reports = {one.heading.article_id: one.report for one in store.desk.reports(statement_id(store, "a:1"))}
    assert reports["d"] == reports["e"]
    statement = store.reader.statement(statement_id(store, "a:1"))
    assert len(set(reports.values())) == statement.n_reports == 3


def test_positions_have_the_text_around_them(store: Store):
    star, post = store.desk.positions(speaker_id(store, "ana"))
    assert (star.heading.outlet, post.affiliation.role) == ("The Star", "mayor")
    place, around = post.affiliation.span, post.surroundings
    assert around.text[place.start - around.start : place.end - around.start] == "mayor of Lima"
    assert (around.start, around.text.startswith("“The wells")) == (0, True)


def test_the_text_around_a_position_is_cut_by_code_points(store: Store):
    far = "🌊 " * 200
    store.articles.save(report_with("d", (OMAR, far, ("captain", None))))
    (post,) = store.desk.positions(speaker_id(store, "omar"))
    place, around = post.affiliation.span, post.surroundings
    assert around.start == place.start - 300
    assert around.text[300 : 300 + len(place)] == "captain"


def test_names_have_a_quotation_each(store: Store):
    found = store.desk.variants(speaker_id(store, "ana"))
    assert [(one.text, one.quotation_id, one.words) for one in found] == [(ANA, "a:1", DRY), ("Pérez", "b:1", NOT_DRY)]


def test_an_articles_speakers_have_the_ids_over_all_articles(store: Store):
    (pérez,) = store.desk.speakers_of_article("b")
    assert (pérez.id, pérez.name) == (speaker_id(store, "ana"), "Pérez")
    assert [post.span.text for post in pérez.affiliations] == ["minister of Peru"]


def test_a_position_in_a_title_has_the_title_around_it(store: Store):
    store.articles.save(titled(report_with("d"), "Bo Lind", "We wait.", ("captain", "Ruhr")))
    (post,) = store.desk.positions(speaker_id(store, "lind"))
    assert (post.affiliation.span.field, post.surroundings.field) == ("title", "title")
    assert post.surroundings.text == "“We wait.” said Bo Lind. captain of Ruhr."
    place = post.affiliation.span
    assert post.surroundings.text[place.start : place.end] == "captain of Ruhr"
