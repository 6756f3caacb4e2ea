"""One import makes one edition; the same import again makes none."""

import pytest

from inspections import models
from inspections.catalogue import load
from inspections.recording.loading import record_readings
from tests.world import world


@pytest.fixture(scope="module")
def catalogue():
    return load()


def test_the_world_record_is_served(world_record):
    assert models.Inspection.objects.count() == 4
    assert models.Edition.objects.get().number == 1


def test_the_same_import_again_publishes_nothing(empty_record, catalogue):
    first = record_readings(world(), [], catalogue)
    stood = empty_record.stat()
    again = record_readings(world(), [], catalogue)
    assert (first.published, again.published) == (True, False)
    assert again.edition.number == 1
    assert (empty_record.stat().st_ino, empty_record.stat().st_mtime_ns) == (stood.st_ino, stood.st_mtime_ns)
