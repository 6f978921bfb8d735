"""What the pages ask of a store, on both databases."""

from dataclasses import replace

import pytest

from service.domain.conflicts import Status
from service.domain.judgements import Subject
from service.domain.queries import Filters, Overview, PageRequest
from service.store import Store
from service.store.sql.connection import Database
from tests.linking.reports import report

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")
DECISION = ("Lee", "By ear.")


def told(article_id, *variants, **more):
    one = report(article_id, *variants)
    return replace(one, article=replace(one.article, **more))


@pytest.fixture
def store(database: Database) -> Store:
    """Three articles: a changed word and another post; and something else."""
    opened = Store(database.engine.url.render_as_string(hide_password=False))
    for one in (
        told(
            "b", ("Pérez", NOT_DRY, ("minister", "Peru")), outlet="The Star", published_at="2024-05-02T01:00:00+02:00"
        ),
        told("a", (ANA, DRY, ("mayor", "Lima")), outlet="The Post", published_at="2024-05-01T23:30:00"),
        told("c", (OMAR, "We wait for rain.")),
    ):
        opened.articles.save(one)
    yield opened
    opened.close()


def speaker_id(store: Store, words: str) -> str:
    return store.reader.speakers(Filters(words=words), PageRequest()).items[0].id


def statement_id(store: Store, quotation_id: str) -> str:
    return str(store.reader.quotation(quotation_id).statement_id)


def test_it_is_told_how_much_there_is(store: Store):
    n_conflicts = len(store.reader.conflicts(Filters(), PageRequest()).items)
    assert store.desk.overview() == Overview(3, 3, n_conflicts)
    assert n_conflicts > 0


def test_outlets_are_told_once_each_and_sorted(store: Store):
    store.articles.save(told("d", outlet="The Post"))
    assert store.desk.outlets() == ("The Post", "The Star")


def test_headings_and_names_by_ids(store: Store):
    headings = store.desk.summaries(["a", "nothing"])
    assert {key: one.outlet for key, one in headings.items()} == {"a": "The Post"}
    ana = speaker_id(store, "ana")
    assert store.desk.names([ana, "nothing"]) == {ana: ANA}
    assert store.desk.summaries([]) == store.desk.names([]) == {}


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
        store.articles.save(told(article_id, (ANA, DRY), (OMAR, around)))
    reports = {one.heading.article_id: one.report for one in store.desk.reports(statement_id(store, "a:1"))}
    assert reports["d"] == reports["e"]
    statement = store.reader.statement(statement_id(store, "a:1"))
    assert len(set(reports.values())) == statement.n_reports == 3


def test_posts_are_told_with_the_text_around_them(store: Store):
    star, post = store.desk.positions(speaker_id(store, "ana"))
    assert (star.heading.outlet, post.affiliation.role) == ("The Star", "mayor")
    place, around = post.affiliation.span, post.surroundings
    assert around.text[place.start - around.start : place.end - around.start] == "mayor of Lima"
    assert (around.start, around.text.startswith("“The wells")) == (0, True)


def test_the_text_around_a_post_is_cut_by_code_points(store: Store):
    far = "🌊 " * 200
    store.articles.save(told("d", (OMAR, far, ("captain", None))))
    (post,) = store.desk.positions(speaker_id(store, "omar"))
    place, around = post.affiliation.span, post.surroundings
    assert around.start == place.start - 300
    assert around.text[300 : 300 + len(place)] == "captain"


def test_names_have_a_quotation_each(store: Store):
    found = store.desk.variants(speaker_id(store, "ana"))
    assert [(one.text, one.quotation_id, one.words) for one in found] == [(ANA, "a:1", DRY), ("Pérez", "b:1", NOT_DRY)]


def test_an_articles_cast_goes_by_the_ids_of_all(store: Store):
    (pérez,) = store.desk.speakers_of_article("b")
    assert (pérez.id, pérez.name) == (speaker_id(store, "ana"), "Pérez")
    assert [post.span.text for post in pérez.affiliations] == ["minister of Peru"]


def test_what_was_told_apart_is_near(store: Store):
    store.editing.judge_pair(Subject.STATEMENT, ("a:1", "b:1"), "different", DECISION)
    store.editing.judge_pair(Subject.SPEAKER, ("a:1", "b:1"), "different", DECISION)
    (near,) = store.desk.similar_statements(statement_id(store, "a:1"))
    assert near.id == statement_id(store, "b:1")
    (kin,) = store.desk.similarly_named_speakers(store.reader.quotation("a:1").attribution.speaker_id)
    assert kin.name == "Pérez"
    assert store.desk.similar_statements("nothing") == store.desk.similarly_named_speakers("nothing") == ()


def test_conflicts_of_an_article_and_of_a_statement(store: Store):
    of_statement = store.desk.conflicts_of_statement(statement_id(store, "a:1"))
    assert of_statement
    assert set(of_statement) <= set(store.desk.conflicts_of_article("a"))
    assert store.desk.conflicts_of_article("c") == ()


def test_rulings_tell_what_they_are_about(store: Store):
    store.editing.judge_pair(Subject.STATEMENT, ("a:1", "c:1"), "different", DECISION)
    store.editing.judge_pair(Subject.SPEAKER, ("a:1", "c:1"), "different", DECISION)
    (conflict, *_) = store.desk.conflicts_of_statement(statement_id(store, "a:1"))
    store.editing.judge_conflict(conflict.id, Status.DISMISSED, DECISION)
    (statements,) = store.desk.judgements_on_statement(statement_id(store, "c:1"))
    assert {one.statement_id for one in statements.subjects} == {statement_id(store, one) for one in ("a:1", "c:1")}
    (speakers,) = store.desk.judgements_on_speaker(speaker_id(store, "omar"))
    assert {one.text for one in speakers.subjects} == {ANA, OMAR}
    (dismissed,) = store.desk.judgements_on_conflicts([conflict])[conflict.id]
    assert (dismissed.judgement.verdict, dismissed.judgement.judged_by) == ("dismissed", "Lee")
    newest, *_ = store.desk.judgements(PageRequest(limit=1)).items
    assert newest == dismissed
    assert len(store.desk.judgements(PageRequest()).items) == 3


def test_a_ruling_on_a_place_in_an_article_names_its_outlet(store: Store):
    store.articles.save(told("d", (ANA, "Nothing of the kind.", ("former mayor", "Lima")), outlet="The Moon"))
    posts = store.reader.conflicts(Filters(kind="affiliation"), PageRequest()).items
    for conflict in posts:
        store.editing.judge_conflict(conflict.id, Status.CONFIRMED, DECISION)
    rulings = store.desk.judgements(PageRequest()).items
    assert {one.text for ruling in rulings for one in ruling.subjects} <= {"The Post", "The Star", "The Moon"}
    assert all(ruling.subjects for ruling in rulings)
    assert rulings


def test_what_is_gone_is_left_out(store: Store):
    store.editing.judge_pair(Subject.STATEMENT, ("a:1", "c:1"), "different", DECISION)
    store.articles.forget("c")
    (ruling,) = store.desk.judgements(PageRequest()).items
    assert [one.text for one in ruling.subjects] == [DRY]
