"""A speaker's page."""

from flask.testing import FlaskClient

from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.web.desk.conftest import ANA, DRY, OMAR, told


def speaker_of(store: Store, words: str) -> str:
    return store.reader.speakers(Filters(words=words), PageRequest()).items[0].id


def test_posts_are_told_over_time(client: FlaskClient, filled: Store):
    page = client.get(f"/desk/speakers/{speaker_of(filled, 'ana')}").text
    assert page.index("2 May 2024") < page.index("1 May 2024")
    assert '<span class="m affiliation">mayor of Lima</span>' in page
    for shown in (
        ">mayor</td>",
        ">Lima</td>",
        "also Pérez",
        "Where the reports disagree",
        DRY,
        'href="/desk/articles/a#a1-',
    ):
        assert shown in page, shown


def test_a_speaker_of_whom_nothing_is_told(client: FlaskClient, filled: Store):
    page = client.get(f"/desk/speakers/{speaker_of(filled, 'omar')}").text
    assert "No article says who this is." in page
    assert "We wait for rain." in page


def test_two_speakers_are_judged_to_be_one(client: FlaskClient, filled: Store):
    ana, omar = speaker_of(filled, "ana"), speaker_of(filled, "omar")
    found = client.get(f"/desk/speakers/{ana}?words=omar").text
    assert f'value="{omar}"' in found
    body = {"subject": "speaker", "first": ana, "second": omar, "verdict": "same", "by": "Lee", "reason": "A pen name."}
    answer = client.post("/desk/judgements", data={**body, "back": f"/desk/speakers/{ana}"})
    page = client.get(answer.headers["Location"], follow_redirects=True).text
    assert "The same speaker</strong>\nby Lee" in page
    assert OMAR in page
    assert "“A pen name.”" in page


def test_a_name_is_parted_from_its_speaker(client: FlaskClient, filled: Store):
    ana = speaker_of(filled, "ana")
    page = client.get(f"/desk/speakers/{ana}").text
    assert 'name="second" value="b:1"' in page
    body = {"subject": "speaker", "first": ana, "second": "b:1", "verdict": "different", "by": "Lee"}
    assert client.post("/desk/judgements", data=body).status_code == 303
    assert len(filled.reader.speakers(Filters(), PageRequest()).items) == 3


def test_speakers_of_kin_names_are_offered(client: FlaskClient, filled: Store):
    ana = speaker_of(filled, "ana")
    filled.articles.save(told("d", ("Eva Pérez", "There is nothing that we would rather do.")))
    short = speaker_of(filled, "Pérez")
    assert short == ana
    apart = filled.reader.quotation("b:1").attribution.speaker_id
    assert ANA in client.get(f"/desk/speakers/{apart}").text


def test_an_earlier_id_leads_on(client: FlaskClient, store: Store):
    store.articles.save(told("d", ("Ruiz", "We are here to stay for good.")))
    ruiz = speaker_of(store, "ruiz")
    store.articles.save(told("e", ("Eva Ruiz", "There is nothing that we would rather do.")))
    answer = client.get(f"/desk/speakers/{ruiz}")
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/desk/speakers/{speaker_of(store, 'eva')}")
