import pytest

pytest.importorskip("daft", reason="needs the extra for archives: pip install '.[archive]'")
