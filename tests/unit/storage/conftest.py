"""Every test of the storage runs twice: in a file, and on a real PostgreSQL."""

import pytest

from mi_desktop.storage import Office


@pytest.fixture
def office(either_office: Office) -> Office:
    return either_office
