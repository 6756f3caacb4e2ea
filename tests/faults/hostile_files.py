"""Files made to hurt what reads them: each is refused in a sentence, or read, within limits of time and memory.

A name here is the file's; a kind is everything before its ending, so one trick is tried in every format that has it.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.place import SEEDS
from tests.soak.rows import Campaign, Row

ARTICLE = (
    b"<p>Ofsted inspected the adult learning service of Kent in May 2019 and judged it good, the council said.</p>"
)
PROSE = SEEDS[0].read_bytes()
GIGABYTE = 1 << 30
MOST_SECONDS = 150.0  # of the processor, for a whole import of one such file: a file may have 120
MOST_MEGABYTES = 2100  # of any one process

Maker = Callable[[Path], None]
Part = bytes | Iterator[bytes]


def written(data: Callable[[], bytes]) -> Maker:
    return lambda path: path.write_bytes(data()) and None


def sparse(size: int, start: bytes = b"") -> Maker:
    """Zeros that take no room on the disk."""

    def make(path: Path) -> None:
        path.write_bytes(start)
        os.truncate(path, size)

    return make


# -- PDF ------------------------------------------------------------------------------------------


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A file of these objects, numbered from 1, with a table of where they stand."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def million_pages() -> bytes:
    """Six levels of ten, each level ten times the same node below: a million pages in a few hundred bytes."""
    levels = [
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (10 ** (6 - level), b" ".join([b"%d 0 R" % (level + 3)] * 10))
        for level in range(6)
    ]
    return pdf(CATALOG, *levels, b"<< /Type /Page /MediaBox [0 0 10 10] >>")


def many_true_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 100_003))
    pages = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>"] * 100_000
    return pdf(CATALOG, b"<< /Type /Pages /Count 100000 /Kids [%s] >>" % kids, *pages)


def deep_page_tree() -> bytes:
    nodes = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % number for number in range(3, 50_003)]
    return pdf(CATALOG, *nodes, b"<< /Type /Page /MediaBox [0 0 10 10] >>")


def circle_of_pages() -> bytes:
    return pdf(CATALOG, b"<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>")


def deflated_zeros(size: int) -> bytes:
    packer, out, block = zlib.compressobj(9), [], bytes(1 << 20)
    out += [packer.compress(block) for _ in range(size >> 20)]
    return b"".join([*out, packer.flush()])


def page_with(stream: bytes, filters: bytes) -> bytes:
    return pdf(
        CATALOG, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
    )  # fmt: skip


def deflated_page() -> bytes:
    return page_with(deflated_zeros(GIGABYTE), b"/FlateDecode")


def twice_deflated_page() -> bytes:
    return page_with(zlib.compress(deflated_zeros(4 * GIGABYTE), 9), b"[/FlateDecode /FlateDecode]")


def brackets_page() -> bytes:
    return page_with(zlib.compress(b"[" * 5_000_000 + b"<<" * 5_000_000), b"/FlateDecode")


def brackets_trailer() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 5_000_000 + b"\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def circle_of_tables() -> bytes:
    head = b"%PDF-1.7\n"
    return head + (
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(head), len(head))
    )


# -- pages and texts ------------------------------------------------------------------------------


def nested(tag: bytes, times: int = 100_000) -> Callable[[], bytes]:
    return lambda: b"<html><body>" + b"<%s>" % tag * times + ARTICLE * 5 + b"</body></html>"


def laughing_page() -> bytes:
    laughs = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 11)
    )
    return b"<!DOCTYPE html [%s]><html><body>%s<p>&a10;</p></body></html>" % (laughs, ARTICLE * 5)


def many_attributes() -> bytes:
    return b"<html><body><p %s>" % b" ".join(b"a%d=x" % number for number in range(300_000)) + ARTICLE * 5


def one_long_line(word: bytes) -> Callable[[], bytes]:
    return lambda: PROSE + b"\n\n" + word * (100_000 // len(word))


# -- spreadsheets ---------------------------------------------------------------------------------

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(**parts: Part) -> bytes:
    """An archive; what unpacks to more than memory should hold is given in pieces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            with archive.open(name, "w") as part:
                for piece in [data] if isinstance(data, bytes) else data:
                    part.write(piece)
    return out.getvalue()


def gigabyte_within(before: bytes, after: bytes) -> Iterator[bytes]:
    yield before
    for _ in range(1024):
        yield b"0" * (1 << 20)
    yield after


def xlsx(sheet: Part, strings: Part = b"", name: str = "A") -> bytes:
    book = f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATED}">'
    relation = f'<Relationship Id="r1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts: dict[str, Part] = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": f'{book}<sheets><sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relation}</Relationships>"
        ).encode(),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    return zipped(**parts)


def ods(rows: bytes, before: bytes = b"", large: bool = False) -> bytes:
    """One table; ``large``: with a gigabyte in the place of its ``%s``."""
    space = "".join(f' xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "table", "text")).encode()
    content: Part = (
        b'<?xml version="1.0"?>' + before + b"<office:document-content" + space + b"><office:body><office:spreadsheet>"
        b'<table:table table:name="A">' + rows + b"</table:table></office:spreadsheet></office:body>"
        b"</office:document-content>"
    )
    if large:
        content = gigabyte_within(*content.split(b"%s"))
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>'
    ).encode()
    return zipped(mimetype=ODS.encode(), **{"META-INF/manifest.xml": manifest, "content.xml": content})


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 11))
    + b"]>"
)
CELL = b'<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
END = b"</sheetData></worksheet>"
CELLS = b'<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
ROW = b"<table:table-row>" + CELLS + b"</table:table-row>"
MANY_ROWS = range(1, 1_000_000)
SHARED = b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
REPEATED = (
    b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384">'
    b"<text:p>ha</text:p></table:table-cell></table:table-row>"
)

HOSTILE: dict[str, Maker] = {
    **{f"zeros-10-gb{ending}": sparse(10 * GIGABYTE) for ending in (".txt", ".html", ".pdf", ".csv", ".ods", ".xlsx")},
    "zeros-after-a-head.pdf": sparse(10 * GIGABYTE, b"%PDF-1.7\n"),
    "zeros-after-a-head.xlsx": sparse(10 * GIGABYTE, b"PK\x03\x04"),
    "zeros-60-mb.pdf": sparse(60_000_000, b"%PDF-1.7\n"),
    "pipe.txt": lambda path: os.mkfifo(path),
    "endless.txt": lambda path: path.symlink_to("/dev/zero"),
    "million-pages.pdf": written(million_pages),
    "hundred-thousand-pages.pdf": written(many_true_pages),
    "deep-page-tree.pdf": written(deep_page_tree),
    "circle-of-pages.pdf": written(circle_of_pages),
    "circle-of-tables.pdf": written(circle_of_tables),
    "deflated-gigabyte.pdf": written(deflated_page),
    "twice-deflated.pdf": written(twice_deflated_page),
    "brackets-in-a-page.pdf": written(brackets_page),
    "brackets-in-a-trailer.pdf": written(brackets_trailer),
    "nested-div.html": written(nested(b"div")),
    "nested-b-i.html": written(nested(b"b><i")),
    "nested-table.html": written(nested(b"table><tr><td")),
    "nested-list.html": written(nested(b"ul><li")),
    "nested-made-up.html": written(nested(b"x-y")),
    "laughs.html": written(laughing_page),
    "attributes.html": written(many_attributes),
    "open-comment.html": written(lambda: b"<html><body>" + ARTICLE * 5 + b"<!--" * 100_000),
    "entities.html": written(lambda: b"<html><body><p>" + b"&amp;&#x202e;&lt;" * 100_000 + ARTICLE * 5),
    "long-word.txt": written(one_long_line(b"a")),
    "long-marks.txt": written(one_long_line("“".encode())),
    "long-brackets.txt": written(one_long_line(b"((")),
    "long-numbers.txt": written(one_long_line(b"1 ")),
    "long-names.txt": written(one_long_line(b"Mr A ")),
    "long-dates.txt": written(one_long_line(b"1 May 2019 to ")),
    "long-grades.txt": written(one_long_line(b"judged good, ")),
    "long-spaces.txt": written(one_long_line(b" \xc2\xa0\t")),
    "long-lines.txt": written(one_long_line(b"\n")),
    "combining.txt": written(one_long_line("a\u0301\u202e\u200b".encode())),
    "long-cell.csv": written(lambda: b'a,b\n"' + b"x" * 3_000_000 + b'",1\n'),
    "open-quote.csv": written(lambda: b'a,b\n"' + b'x""\n' * 1_000_000),
    "wide.csv": written(lambda: b"a," * 1_000_000 + b"\n" + b"1," * 500_000),
    "million-rows.csv": written(lambda: b"a,b\n" + b"1,2\n" * 1_000_000),
    "bomb.xlsx": written(lambda: xlsx(gigabyte_within(*(SHEET + CELL + END).split(b"%s")))),
    "bomb-of-rows.xlsx": written(
        lambda: xlsx(SHEET + b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in MANY_ROWS) + END)
    ),
    "bomb-of-strings.xlsx": written(
        lambda: xlsx(SHEET + SHARED + END, b"<sst>" + b"<si><t>ha</t></si>" * 5_000_000)
    ),
    "laughs.xlsx": written(lambda: xlsx(LAUGHS + SHEET + CELL % b"&a10;" + END)),
    "nested.xlsx": written(lambda: xlsx(SHEET + b"<row>" * 100_000 + END)),
    "far-cell.xlsx": written(lambda: xlsx(SHEET + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + END)),
    "farther-cell.xlsx": written(lambda: xlsx(SHEET + b'<row r="99999999"><c r="ZZZZZZZ9"><v>1</v></c></row>' + END)),
    "many-parts.xlsx": written(lambda: zipped(**{f"part{number}.xml": b"<a/>" for number in range(60_000)})),
    "bomb.ods": written(lambda: ods(ROW, large=True)),
    "laughs.ods": written(lambda: ods(ROW % b"&a10;", LAUGHS)),
    "repeated.ods": written(lambda: ods(REPEATED)),
    "repeated-many-times.ods": written(lambda: ods(REPEATED * 1000)),
    "nested.ods": written(lambda: ods(b"<table:table-row>" * 100_000)),
}  # fmt: skip
SIDECARS: dict[str, bytes] = {
    "deep": b"a = " + b"[" * 40_000,
    "deep-tables": b"[" + b"a." * 30_000 + b"a]\n",
    "dotted-keys": b"".join(b"a%s = 1\n" % (b".a" * length) for length in range(1, 300)),
    "long-number": b"a = " + b"9" * 90_000,
    "large": b"# nothing\n" * 1_000_000,
    "not-utf-8": b"publisher = '\xff'",
    "date-of-no-year": b"received = 9999-99-99",
    "zeros": bytes(50_000),
}
SLOW = {"twice-deflated.pdf", "bomb.xlsx", "bomb.ods", "bomb-of-strings.xlsx", "bomb-of-rows.xlsx", "million-rows.csv",
        "attributes.html", "deflated-gigabyte.pdf"}  # fmt: skip


def make_sidecar(name: str) -> Maker:
    """A good text whose sidecar is hostile."""

    def make(path: Path) -> None:
        path.write_bytes(PROSE)
        path.with_suffix(".toml").write_bytes(SIDECARS[name])

    return make


def all_hostile() -> dict[str, Maker]:
    return HOSTILE | {f"sidecar-{name}.txt": make_sidecar(name) for name in SIDECARS}


def import_each(names: list[str]) -> list[Row]:
    """Each beside a good source, by the real command: what it says, and what it takes."""
    rows = []
    for ending in sorted({Path(name).suffix for name in names}):
        lost, seconds, megabytes, of = [], 0.0, 0.0, [name for name in names if name.endswith(ending)]
        for name in of:
            with tempfile.TemporaryDirectory() as folder:
                told, spent, held = import_one(Path(folder), name)
                lost += [f"{name}: {each}" for each in told]
                seconds, megabytes = max(seconds, spent), max(megabytes, held)
        measured = f"the slowest took {seconds:.1f} s of the processor, the largest process {megabytes:.0f} MB"
        rows.append(Row("Files", f"hostile {ending} or its sidecar", len(of), tuple(lost), measured))
    return rows


def import_one(folder: Path, name: str) -> tuple[list[str], float, float]:
    """What was wrong about the import; seconds of the processor and megabytes it took."""
    sources = folder / "sources"
    sources.mkdir()
    good = SEEDS[1]
    (sources / good.name).write_bytes(good.read_bytes())
    all_hostile()[name](sources / name)
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/record.sqlite3", "PYTHONDONTWRITEBYTECODE": "1"}
    said = folder / "said"
    lost = []
    started = time.perf_counter()
    with said.open("wb") as opened:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "import_sources", str(sources), "--skip-unreadable"],
            cwd=ROOT, env=environment, stdout=opened, stderr=opened, start_new_session=True,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = code = os.waitstatus_to_exitcode(status)
    words = said.read_text(encoding="utf-8", errors="replace")
    if code != 0:
        lost.append(f"the import ended with {code}: {words[-300:]}")
    if good.name not in words or "Traceback" in words or "the reader failed" in words:
        lost.append(f"it was not said in a sentence: {words[:400]}")
    spent, held = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    if spent > MOST_SECONDS or held > MOST_MEGABYTES:
        lost.append(f"it took {spent:.0f} s of the processor ({time.perf_counter() - started:.0f} s) and {held:.0f} MB")
    return lost, spent, held


CAMPAIGNS = [Campaign("files-hostile", lambda: import_each(sorted(all_hostile())))]
