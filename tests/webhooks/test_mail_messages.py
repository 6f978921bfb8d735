"""Messages as e-mail."""

from service.webhooks.mail_messages import mail_of
from service.webhooks.sentences import Sentence


def test_one_message_is_its_own_subject():
    mail = mail_of("msg_1", "desk@news.example", [Sentence("It is dry.", "https://quotes.example/desk/conflicts/c1")])
    assert (mail.subject, mail.text) == ("It is dry.", "It is dry.\nhttps://quotes.example/desk/conflicts/c1\n")
    assert len(mail_of("msg_1", "desk@news.example", [Sentence("dry " * 90)]).subject) <= 120


def test_those_of_a_day_are_together():
    mail = mail_of("msg_1", "desk@news.example", [Sentence("It is dry."), Sentence("It is wet.")])
    assert (mail.subject, mail.text) == ("2 alerts from the quotes service", "It is dry.\n\nIt is wet.\n")
