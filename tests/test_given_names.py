"""Which given names tell a gender, of a list of how many bear them."""

from training.attribution.given_names import genders


def test_a_name_tells_a_gender_where_nearly_all_who_bear_it_share_it():
    # Lists, bearers, the share of women.
    people = {
        "Ida": [20, 5000, 0.99, 1],
        "Ìda": [3, 50, 0.0, 1],
        "Omar": [20, 5000, 0.01, 1],
        "Kim": [20, 5000, 0.7, 1],
        "Rare": [20, 20, 1.0, 1],
        "Local": [2, 5000, 1.0, 1],
        "Ann Lee": [20, 5000, 1.0, 1],
    }
    assert dict(genders(people)) == {"ida": "f", "omar": "m"}
