"""Files that cannot be taken: each refusal names the file, the place, the words and the remedy."""

import hashlib

import pytest

from inspections.reading import read_paths
from inspections.reading.facts import Unreadable
from inspections.reading.sources import PUBLISHER_KINDS, hold

GOOD = "Ofsted judged Stockport Council’s children’s services to be good in May 2016.\n"


@pytest.fixture
def source(tmp_path):
    def write(data=GOOD, sidecar=None, name="page.txt"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        if sidecar is not None:
            path.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
        return path

    return write


def refused(path):
    with pytest.raises(Unreadable) as caught:
        hold(path)
    assert all(problem.remedy for problem in caught.value.problems)
    return caught.value


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.4 and so on", "binary"),
        (b"PK\x03\x04 and so on", "binary"),
        (b"text with a \x00 in it", "binary"),
    ],
)
def test_what_is_no_text_is_refused(data, message, source):
    error = refused(source(data))
    assert error.name == "page.txt" and message in error.problems[0].message


def test_text_that_is_not_utf_8_is_refused_with_line_column_and_words(source):
    problem = refused(source(b"First line.\nA caf" + b"\xe9 in Stockport.\n")).problems[0]
    assert (problem.line, problem.column) == (2, 6)
    assert "caf" in problem.words and "UTF-8" in problem.remedy


def test_a_text_is_held_exactly_as_received(source):
    data = "\ufeffLine one.\r\nLine\u00a0two.\r\n".encode()
    held = hold(source(data))
    assert held.text.encode() == data and held.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("sidecar", "key", "message"),
    [
        ('grade = "good"\n', "grade", "does not know"),
        ('publisher = "X"\nauthority = "Stockport"\n', "authority", "does not know"),
        ('received = "soon"\n', "received", "not a date"),
        ("received = 2026-11-21T10:00:00\n", "received", "not a date"),
        ("publisher = 3\n", "publisher", "words"),
        ('url = "example.org/page"\n', "url", "web address"),
        ('publisher = "X"\npublished = "last May"\n', "published", "not a date: last May"),
        ('published = "2016-02-30"\n', "published", "not a date"),
        ('published = "2016-05-12/2016-05-13"\n', "published", "not a date"),
        ("published = 2016-05-12T10:00:00\n", "published", "not a date"),
        ('publisher_kind = "blog"\n', "publisher_kind", "not one this record knows: blog"),
        ('[[oddity]]\nwords = "good"\n', "oddity", "reason"),
        ('[[oddity]]\nwords = "good"\nreason = "x"\nfact = "y"\n', "oddity", "words and reason"),
    ],
)
def test_a_sidecar_says_only_what_a_text_cannot(sidecar, key, message, source):
    error = refused(source(sidecar=sidecar))
    assert error.name == "page.toml"
    assert error.problems[0].words == key and message in error.problems[0].message and error.problems[0].line > 0


@pytest.mark.parametrize("published", ['"2016-05-12"', "2016-05-12", '"2016-05"', '"2016"'])
def test_a_sidecar_dates_its_source_by_day_month_or_year(published, source):
    held = hold(source(sidecar=f"published = {published}\n"))
    assert held.sidecar.published == published.strip('"')


def test_the_remedy_lists_every_kind_of_publisher_and_each_is_taken(source):
    problem = refused(source(sidecar='publisher_kind = "blog"\n')).problems[0]
    assert (problem.line, problem.words) == (1, "publisher_kind")
    for kind in PUBLISHER_KINDS:
        assert kind in problem.remedy
        assert hold(source(sidecar=f'publisher_kind = "{kind}"\n')).sidecar.publisher_kind == kind


def test_a_sidecar_without_its_source_is_named(source, tmp_path, catalogue):
    source(sidecar='publisher = "X"\n')
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pgae.toml").write_text('publisher = "X"\n')
    readings, unreadable = read_paths([tmp_path], catalogue)
    assert [each.held.name for each in readings] == ["page.txt"]
    assert [(each.name, each.problems[0].message) for each in unreadable] == [
        ("pgae.toml", "stands beside no source of its name")
    ]


@pytest.mark.parametrize("mark", ["\x01", "\x07", "\x0b", "\x0e", "\x1b", "\x1f"])
def test_characters_that_no_text_has_are_refused_with_their_place(mark, source):
    problem = refused(source(f"{GOOD}\tand a{mark}b\n")).problems[0]
    assert "has characters that no text has" in problem.message and f"{ord(mark):04X}" in problem.message
    assert (problem.line, problem.column) == (2, 7)
    assert "and a\ufffdb" in problem.words


def test_a_nul_far_down_is_no_text_either(source):
    assert "no text has" in refused(source(GOOD * 100 + "\x00")).problems[0].message


def test_tabs_and_page_breaks_are_text(source):
    assert hold(source("One.\tTwo.\r\n\fThree.\r")).text == "One.\tTwo.\r\n\fThree.\r"


def test_every_problem_of_a_sidecar_is_told_at_once(source):
    assert len(refused(source(sidecar='grade = "good"\nreceived = "soon"\nurl = "x"\n')).problems) == 3


@pytest.mark.parametrize("sidecar", ["publisher = \n", "publisher = 'a\n", "received = 2026-13-45\n"])
def test_a_sidecar_that_is_not_toml_is_refused(sidecar, source):
    assert "not valid TOML" in refused(source(sidecar=sidecar)).problems[0].message


def test_an_oddity_whose_words_no_longer_stand_is_refused(source):
    good = 'publisher = "X"\n\n[[oddity]]\nwords = "Ofsted"\nreason = "seen"\n\n'
    error = refused(source(sidecar=good + '[[oddity]]\nwords = "OSTED judged"\nreason = "a slip"\n'))
    (problem,) = error.problems
    assert (error.name, problem.line, problem.words) == ("page.toml", 7, "OSTED judged")
    assert "page.txt" in problem.message


def test_oddities_written_as_one_list_are_placed_at_the_list(source):
    error = refused(source(sidecar='publisher = "X"\noddity = [{words = "OSTED", reason = "a slip"}]\n'))
    assert (error.name, error.problems[0].line) == ("page.toml", 2)


def test_an_oddity_is_found_whatever_marks_it_is_typed_with(source):
    held = hold(source(sidecar='[[oddity]]\nwords = "Council\'s"\nreason = "straight mark"\n'))
    assert held.sidecar.oddities[0].words == "Council's"


def test_missing_and_strange_files_are_named(tmp_path, catalogue):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "empty").mkdir()
    _, missing = read_paths([tmp_path / "nowhere.txt", tmp_path / "picture.png", tmp_path / "empty"], catalogue)
    said = "; ".join(str(error) for error in missing)
    assert "nowhere.txt: is not there" in said and ".png" in said and "holds no source" in said


def test_one_file_that_cannot_be_read_does_not_hide_the_others(source, tmp_path, catalogue):
    source()
    source(b"", name="empty.txt")
    readings, unreadable = read_paths([tmp_path], catalogue)
    assert [r.held.name for r in readings] == ["page.txt"] and [u.name for u in unreadable] == ["empty.txt"]
