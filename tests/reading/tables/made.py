"""Small tables under the headers of the published ones: as CSV, or as an ODS of several sheets."""

import csv
import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

CHILDRENS = [
    "Web link", "Local authority area code", "Local authority name", "Ofsted region", "Inspection date",
    "Publication date", "Overall effectiveness",
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care", "The experiences and progress of care leavers",
]  # fmt: skip
HISTORY = [*CHILDRENS[:3], "Local authority status", *CHILDRENS[3:6], "Inspection type", *CHILDRENS[6:]]
IN_YEAR = [
    *CHILDRENS[:3], "Region", "Inspection/Visit date", "Publication date", "Inspection/Visit type", *CHILDRENS[6:],
    "Visit Theme",
]  # fmt: skip
FURTHER_EDUCATION = [
    "URN", "Name", "Five-Year Ofsted Inspection Data publish date", "Publication type", "Remit", "As at date",
    "Published date", "Government office region", "Local authority area", "Postcode", "Provider type",
    "Overall effectiveness", "Quality of education", "Behaviour and attitudes", "Personal development",
    "Leadership and management", "Is safeguarding effective?", "Contribution to meeting skills needs",
]  # fmt: skip
AREA_SEND = [
    "Web link to Ofsted local authority webpage", "Local authority code", "Area name", "Ofsted region",
    "Inspection start date", "Inspection publication date",
    "Inspection outcome: written statement of action required?",
    "Number significant weaknesses identified in written statement of action", "Revisit start date",
    "Revisit publication date", "Revisit outcome: sufficient progress in addressing all significant weaknesses?",
    "Number significant weaknesses where sufficient progress has been made",
    "Number significant weaknesses where sufficient progress has not been made",
]  # fmt: skip
YOUTH_JUSTICE = [
    "la_name", "la_ref", "score_%", "overall_rating", "publication_date", "report_url", "staff",
    "partnerships_and_services", "information_and_facilities", "assessment", "planning", "reviewing",
    "implementation_and_delivery", "resettlement_policy_and_provision", "governance_and_leadership",
    "outofcourt_disposal_policy_and_provision", "policy_and_provision", "joint_working",
]  # fmt: skip
REPORT_CARDS = [
    "urn", "name", "local_authority_31Aug2025", "laestab", "inspection_start_date", "safeguarding_standards",
    "inclusion", "curriculum", "achievement", "behaviour", "personal", "earlyYears", "postSixteen", "leadership",
]  # fmt: skip
SCHOOLS = [
    "URN", "LAESTAB", "School name", "Ofsted phase", "Type of education", "Local authority",
    "Latest ungraded inspection number since last graded inspection",
    "Does the ungraded inspection relate to the URN of the current school?", "URN at time of the ungraded inspection",
    "LAESTAB at time of the ungraded inspection", "School name at time of the latest ungraded inspection",
    "School type at time of the latest ungraded inspection",
    "Number of ungraded inspections since the last graded inspection", "Date of latest ungraded inspection",
    "Ungraded inspection publication date", "Did the latest ungraded inspection convert to a graded inspection?",
    "Ungraded inspection overall outcome", "Inspection number of latest graded inspection", "Inspection type",
    "Inspection start date", "Publication date",
    "Does the latest graded inspection relate to the URN of the current school?",
    "URN at time of latest graded inspection", "LAESTAB at time of latest graded inspection",
    "School name at time of latest graded inspection", "School type at time of latest graded inspection",
    "Overall effectiveness", "Category of concern", "Quality of education", "Behaviour and attitudes",
    "Personal development", "Effectiveness of leadership and management", "Safeguarding is effective?",
    "Early years provision (where applicable)", "Sixth form provision (where applicable)",
    "Previous inspection number", "Previous inspection start date", "Previous publication date",
    "Does the previous graded inspection relate to the URN of the current school?",
    "URN at time of previous graded inspection", "LAESTAB at time of previous graded inspection",
    "School name at time of previous graded inspection", "School type at time of previous graded inspection",
    "Previous graded inspection overall effectiveness", "Previous category of concern",
    "Previous quality of education", "Previous behaviour and attitudes", "Previous personal development",
    "Previous effectiveness of leadership and management", "Previous safeguarding is effective?",
    "Previous early years provision (where applicable)", "Previous sixth form provision (where applicable)",
]  # fmt: skip
SCHOOL = [
    "106092", "3562053", "Bredbury Green Primary School", "Primary", "Community School", "Stockport", "", "", "", "",
    "", "", "", "", "", "", "", "10199265", "S5 Inspection", "08/06/2022", "11/07/2022", "Yes", "106092", "3562053",
    "Bredbury Green Primary School", "Community School", "2", "", "2", "2", "2", "2", "Yes", "3", "9", "354786",
    "14/03/2011", "05/04/2011", "No", "100001", "3562001", "Bredbury Old School", "Foundation School", "3", "NTI",
    "9", "9", "9", "2", "9", "8", "9",
]  # fmt: skip
TITLE = ["Five-Year Ofsted Inspection Data: Further education and skills"]
STOCKPORT = [
    "50237", "Stockport Metropolitan Borough Council", "03/12/2024", "OS", "Further Education and Skills", "31/08/2021",
    "17/04/2018", "North West", "Stockport", "SK3 0BJ", "Local authority provider", "2", "9", "9", "9", "2", "Yes", "-",
]  # fmt: skip


def as_csv(*rows):
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def further_education(*rows, header=FURTHER_EDUCATION, above=(TITLE, ["This worksheet contains one table."])):
    return as_csv(*above, header, *(rows or (STOCKPORT,)))


def changed(row, header, **values):
    """A row with other cells, by the name of the column in lower case with underscores."""
    cells = list(row)
    names = ["".join(c if c.isalnum() else "_" for c in each.lower()) for each in header]
    for name, value in values.items():
        (place,) = [at for at, each in enumerate(names) if each.strip("_") == name]
        cells[place] = value
    return cells


def as_ods(sheets, columns_repeated=1, hidden=()):
    """Sheets by name, each a list of rows; a day becomes a cell of a date."""
    tables = "".join(_table(name, rows, columns_repeated, name in hidden) for name, rows in sheets.items())
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return out.getvalue()


def _table(name, rows, repeated, hidden):
    lines = "".join(f"<table:table-row>{''.join(_cell(c, repeated) for c in row)}</table:table-row>" for row in rows)
    style = ' table:style-name="off"' if hidden else ""
    return f'<table:table table:name="{escape(name)}"{style}>{lines}</table:table>'


def _cell(value, repeated):
    often = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    if value == "":
        return f"<table:table-cell{often}/>"
    if isinstance(value, date):
        day = value.isoformat()
        return (
            f'<table:table-cell{often} office:value-type="date" office:date-value="{day}">'
            f"<text:p>{day}</text:p></table:table-cell>"
        )
    if isinstance(value, int):
        kind = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell{often} {kind}><text:p>{value}</text:p></table:table-cell>"
    return f'<table:table-cell{often} office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def as_xlsx(sheets, hidden=()):
    """The same as ``as_ods``, as the other kind of workbook: days are numbers with the style of a date."""
    office = "http://schemas.openxmlformats.org"
    main, kinds = f"{office}/spreadsheetml/2006/main", f"{office}/officeDocument/2006/relationships"
    numbered = list(enumerate(sheets.items(), 1))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>'
        + "".join(
            f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"{_HIDDEN * (name in hidden)}/>'
            for at, (name, _) in numbered
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{office}/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="r{at}" Type="{kinds}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at, _ in numbered
        )
        + f'<Relationship Id="styles" Type="{kinds}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    } | {f"xl/worksheets/sheet{at}.xml": _worksheet(main, rows) for at, (_, rows) in numbered}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


_HIDDEN = ' state="hidden"'


def _worksheet(main, rows):
    lines = "".join(
        f'<row r="{at}">{"".join(_xlsx_cell(f"{_letters(place)}{at}", value) for place, value in enumerate(row))}</row>'
        for at, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'


def _letters(place):
    """The name of a column: A to Z, AA ..."""
    before = _letters(place // 26 - 1) if place >= 26 else ""
    return before + chr(ord("A") + place % 26)


def _xlsx_cell(where, value):
    if value == "":
        return ""
    if isinstance(value, date):
        return f'<c r="{where}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{where}"><v>{value}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
