"""The whole-record files: of one edition throughout, finished before they have their name, made by one run alone."""

import csv
import fcntl
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from inspections import models
from inspections.management.commands import prepare_downloads
from inspections.recording.backups import restore
from inspections.recording.downloads import MANIFEST, TABLES, write_downloads
from inspections.recording.going_back import roll_back
from inspections.recording.loading import record_readings
from inspections.web.edition import forget_what_is_held
from tests.recording.perturbed import long_rows, table

DIGEST = "d" * 64


def answer(_):
    """A table of one row, which every list could be."""
    return [b"edition\r\n", b"1\r\n"]


def never(address):
    raise AssertionError(f"{address} is asked for once more")


def publish(catalogue, **changes):
    rows = [dict(row) for row in long_rows()]
    rows[0].update(changes)
    record_readings([table(rows, packed=True)], [], catalogue)
    return models.Edition.objects.first()


def editions_in(answer):
    return {row["edition"] for row in csv.DictReader(answer.getvalue().decode().splitlines())}


@pytest.mark.parametrize("asked", range(len(TABLES)))
def test_no_edition_is_given_the_rows_of_the_next(asked, empty_record, catalogue, tmp_path, settings, monkeypatch):
    settings.DOWNLOADS = folder = tmp_path / "downloads"
    first, ask, addresses = publish(catalogue), prepare_downloads.ask_the_site, []

    def ask_while_an_import_lands(edition, address):
        if len(addresses) == asked:
            publish(catalogue, grade="inadequate", grade_as_worded="Inadequate")
        addresses.append(address)
        return ask(edition, address)

    monkeypatch.setattr(prepare_downloads, "ask_the_site", ask_while_an_import_lands)
    with pytest.raises(CommandError, match=r"Edition 2 took the place of 1 meanwhile\..*prepare_downloads"):
        call_command("prepare_downloads", verbosity=0)
    assert len(addresses) == asked + 1
    assert not (folder / first.digest).exists()
    call_command("prepare_downloads", verbosity=0)
    (made,) = folder.iterdir()
    assert made.name == models.Edition.objects.first().digest != first.digest
    for name in TABLES:
        with (made / f"{name}.csv").open(newline="") as file:
            assert {row["edition"] for row in csv.DictReader(file)} <= {"2"}


def test_an_edition_of_the_same_number_with_another_digest_is_another(empty_record, catalogue):
    edition = publish(catalogue)
    assert b"".join(prepare_downloads.ask_the_site(edition, "/inspections.csv")).startswith(b"inspection,")
    edition.digest = DIGEST
    with pytest.raises(CommandError, match="took the place"):
        prepare_downloads.ask_the_site(edition, "/inspections.csv")


def test_an_answer_that_is_broken_off_is_told_with_what_to_do(empty_record, catalogue, tmp_path, settings, monkeypatch):
    settings.DOWNLOADS = tmp_path / "downloads"
    publish(catalogue)

    def break_off(*_):
        yield b"inspection,"
        raise OperationalError("a new edition was published")

    monkeypatch.setattr(prepare_downloads, "ask_the_site", break_off)
    with pytest.raises(CommandError, match=r"a new edition was published.*Run again"):
        call_command("prepare_downloads", verbosity=0)


def test_only_one_run_works_in_the_folder(tmp_path):
    refused = []

    def ask(address):
        handle = os.open(tmp_path, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(handle)
        refused.append(address)
        return answer(address)

    write_downloads(ask, tmp_path, 1, DIGEST)
    assert refused == list(TABLES.values())
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # and the next may
    os.close(handle)


@pytest.mark.parametrize("held", ["", "\0" * 40, '{"edition": 1, "dig', "[]", "{}", '{"edition": 1}'])
def test_files_whose_manifest_is_cut_off_are_made_anew(held, tmp_path):
    files = write_downloads(answer, tmp_path, 1, DIGEST)
    manifest = tmp_path / DIGEST / MANIFEST
    told = manifest.read_text()
    manifest.write_text(held)
    assert write_downloads(answer, tmp_path, 1, DIGEST)[0] == files[0]
    assert manifest.read_text()[:60] == told[:60]
    assert write_downloads(never, tmp_path, 1, DIGEST)[0] == files[0]


def test_every_file_is_on_the_disk_before_the_folder_has_its_name(tmp_path, monkeypatch):
    kept, named, fsync, rename = set(), [], os.fsync, Path.rename

    def note_kept(handle):
        kept.add(os.fstat(handle).st_ino)
        fsync(handle)

    def note_named(path, target):
        named.append(set(kept))
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", note_kept)
    monkeypatch.setattr(Path, "rename", note_named)
    write_downloads(answer, tmp_path, 1, DIGEST)
    place = tmp_path / DIGEST
    (before,) = named
    assert {path.stat().st_ino for path in (place, *place.iterdir())} <= before
    assert tmp_path.stat().st_ino in kept - before


@pytest.mark.of_a_file
def test_files_of_one_edition_are_not_offered_under_another_of_the_same_digest(
    empty_record, catalogue, tmp_path, settings, client
):
    """Rows tell the number of their edition; one that was gone back to has the digest of the one it goes back to."""
    settings.DOWNLOADS = tmp_path / "downloads"
    first = publish(catalogue)
    publish(catalogue, grade="inadequate", grade_as_worded="Inadequate")
    again = roll_back(catalogue, to=1).edition
    assert (again.number, again.digest) == (3, first.digest)
    call_command("prepare_downloads", verbosity=0)
    assert editions_in(client.get("/data/inspections.csv")) == {"3"}
    restore(empty_record.with_name(f"{empty_record.name}-edition-1"), catalogue)
    forget_what_is_held()
    assert client.get("/healthz").json()["edition"]["number"] == 1
    assert client.get("/data/inspections.csv").status_code == 404
    assert b"/data/inspections.csv" not in client.get("/data/").content
    assert not any("hash" in each for each in client.get("/data/datapackage.json").json()["resources"])
