"""What every test shares."""

from pathlib import Path

import pytest
from django.test import override_settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True, scope="session")
def _no_collected_files():
    """Tests serve styles from ``static/``: what ``collectstatic`` makes need not be there."""
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STATIC_ROOT=None, STORAGES=plain, WHITENOISE_USE_FINDERS=True):
        yield


@pytest.fixture
def shared():
    """The folder of examples beside the checkout; a test that needs it is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED
