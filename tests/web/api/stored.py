"""Stored articles in a few words each, and what the tests of the API ask about them."""

from dataclasses import replace

from tests.linking.reports import report

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")


def report_with(article_id, *variants, **more):
    """A report whose article has more known about it."""
    one = report(article_id, *variants)
    return replace(one, article=replace(one.article, **more))


def post(client, path, body, **headers):
    """The answer to a body as JSON."""
    return client.post(path, json=body, headers=headers)


def items(answer):
    """The items of a page of a list."""
    assert answer.status_code == 200, answer.text
    (found,) = [value for name, value in answer.json.items() if name != "next"]
    return found
