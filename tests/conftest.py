"""What the tests share: the way to the material beside the checkout, by name, so that its absence skips and says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the checkout; the test is skipped by name where it is absent, and fails in CI."""
    if not SHARED.is_dir():
        if os.environ.get("PENHOLDER_NEEDS_SHARED"):
            pytest.fail("the folder `shared` is not beside the checkout")
        pytest.skip("needs the folder `shared` beside the checkout")
    return SHARED
