"""Keys: made once, kept as a hash, told apart."""

import pytest

from service.config.api_keys import Scope, holder, new_key, read_keys


def test_a_key_is_known_again_by_its_line_alone():
    secret, key = new_key("desk", [Scope.WRITE, Scope.READ])
    assert key.line.startswith("desk:read+write:")
    assert secret not in key.line
    (read,) = read_keys(key.line)
    assert holder(secret, [read]) == key


def test_no_two_keys_are_alike():
    assert len({new_key("desk", [Scope.READ])[0] for _ in range(100)}) == 100


def test_the_right_one_of_several_is_found():
    made = [new_key(name, [Scope.READ]) for name in ("a", "b", "c")]
    keys = [key for _, key in made]
    assert [holder(secret, keys) for secret, _ in made] == keys


@pytest.mark.parametrize("secret", ["", "quotes_", "x", "é", "\udcff", "a" * 100_000])
def test_others_are_nobodys(secret: str):
    _, key = new_key("desk", [Scope.READ])
    assert holder(secret, [key]) is None
    assert holder(key.digest, [key]) is None


@pytest.mark.parametrize(
    "line",
    [
        "desk",
        "desk:read",
        "desk:read:abc",
        f"desk::{'0' * 64}",
        f"desk:everything:{'0' * 64}",
        f"desk:read,write:{'0' * 64}",
        f"d/k:read:{'0' * 64}",
        f"desk:read:{'0' * 64} x",
        f"desk:read:{'0' * 64} desk:read:{'1' * 64}",
    ],
)
def test_lines_that_are_no_key_are_refused(line: str):
    with pytest.raises(ValueError, match=r"^(key \d is not NAME:SCOPES:HASH|two keys have the same name)"):
        read_keys(line)


@pytest.mark.parametrize(("name", "scopes"), [("", [Scope.READ]), ("a b", [Scope.READ]), ("desk", [])])
def test_a_key_needs_a_name_and_a_scope(name: str, scopes: list[Scope]):
    with pytest.raises(ValueError, match="not NAME:SCOPES:HASH"):
        new_key(name, scopes)
