"""What the objects of the JSON interface hold, as JSON Schema: every key is always there, the unknown is null."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
SWITCH: Schema = {"type": "boolean"}
DATE: Schema = {"type": "string", "format": "date"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def of(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """The value, or null where no source states it."""
    return {"anyOf": [schema, {"type": "null"}]}


def listed(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def one_of(*values: str) -> Schema:
    return {"type": "string", "enum": list(values)}


def holding(**keys: Schema) -> Schema:
    """An object that always has these keys; more may be added."""
    return {"type": "object", "required": list(keys), "properties": keys}


def with_edition(schema: Schema) -> Schema:
    return {"allOf": [of("Answer"), schema]}


def a_list(schema: Schema) -> Schema:
    results = {
        "count": {"type": "integer", "minimum": 0},
        "filters": {"type": "object", "additionalProperties": listed(TEXT)},
        "next": or_null(TEXT),
        "previous": or_null(TEXT),
        "results": listed(schema),
    }
    return with_edition(holding(**results))


GRADE = {"scale": TEXT, "grade": or_null(TEXT), "label": TEXT, "rank": or_null(NUMBER), "of": or_null(NUMBER)}
PROOFS = listed(of("Evidence"))
SCHEMAS: dict[str, Schema] = {
    "Answer": holding(edition=of("Edition")),
    "Edition": holding(number=NUMBER, published={"type": "string", "format": "date-time"}, digest=SHA256),
    "Alive": holding(status=TEXT, edition=or_null(of("Edition"))),
    "Problem": holding(type=TEXT, title=TEXT, status={"type": "integer", "minimum": 400, "maximum": 599}, detail=TEXT),
    "Evidence": {
        "type": "object",
        "required": ["source", "text", "field"],
        "properties": {
            "source": TEXT,
            "start": NUMBER,
            "end": NUMBER,
            "sheet": or_null(TEXT),
            "row": or_null(NUMBER),
            "text": TEXT,
            "field": TEXT,
        },
        "anyOf": [{"required": ["start", "end"]}, {"required": ["sheet", "row"]}],
    },
    "When": holding(
        edtf=TEXT,
        earliest=or_null(DATE),
        latest=or_null(DATE),
        basis=one_of("stated", "derived", "candidates"),
        as_printed=listed(TEXT),
        words=TEXT,
        note=or_null(TEXT),
        evidence=PROOFS,
    ),
    "Grade": holding(**GRADE),
    "Judgement": holding(
        aspect=TEXT,
        aspect_slug=or_null(TEXT),
        overall=SWITCH,
        **GRADE,
        as_worded=or_null(TEXT),
        basis=TEXT,
        note=or_null(TEXT),
        evidence=PROOFS,
    ),
    "Statement": holding(
        id=TEXT,
        url=TEXT,
        kind=one_of("finding", "response", "comment", "withdrawal"),
        stance=or_null(TEXT),
        text=TEXT,
        parts=listed(TEXT),
        in_quotation_marks=SWITCH,
        attributed_to=TEXT,
        speaker=or_null(TEXT),
        speaker_private=SWITCH,
        role=or_null(TEXT),
        organisation=or_null(TEXT),
        said=or_null(of("When")),
        status=one_of("stands", "withdrawn"),
        inspections=listed(TEXT),
        verification=or_null(one_of("exact", "altered", "not-found", "primary-not-held")),
        source=TEXT,
        evidence=PROOFS,
    ),
    "Inspection": holding(
        id=TEXT,
        url=TEXT,
        title=TEXT,
        authorities=listed(holding(name=TEXT, slug=TEXT, gss=or_null(TEXT), dfe=or_null(TEXT))),
        service=holding(kind=TEXT, name=TEXT),
        inspectorates=listed(TEXT),
        kind=TEXT,
        framework=or_null(TEXT),
        inspected=or_null(of("When")),
        published=or_null(of("When")),
        overall=or_null(of("Grade")),
        overall_absent=or_null(one_of("not stated", "ungraded by design", "abolished")),
        outcome=or_null(TEXT),
        judgements=listed(of("Judgement")),
        findings=listed(of("Statement")),
        statements=listed(of("Statement")),
        previous=or_null(TEXT),
        next=or_null(TEXT),
        follows=or_null(TEXT),
        sources=listed(holding(id=TEXT, title=TEXT, publisher=or_null(TEXT), url=TEXT)),
        not_stated=listed(TEXT),
        disputed=listed(holding(field=TEXT, values=listed({"type": "object"}))),
        evidence=PROOFS,
    ),
    "Authority": holding(
        slug=TEXT,
        url=TEXT,
        name=TEXT,
        official_name=TEXT,
        other_names=listed(TEXT),
        gss=or_null(TEXT),
        dfe=or_null(TEXT),
        kind=TEXT,
        region=TEXT,
        opened=or_null(DATE),
        closed=or_null(DATE),
        services=listed(holding(kind=TEXT, name=TEXT)),
        inspections=NUMBER,
    ),
    "Source": holding(
        id=TEXT,
        url=TEXT,
        title=TEXT,
        publisher=or_null(TEXT),
        kind=TEXT,
        file=TEXT,
        published=or_null(of("When")),
        received=or_null(DATE),
        licence=or_null(TEXT),
        original_url=or_null(TEXT),
        archived_url=or_null(TEXT),
        sha256=SHA256,
        text=TEXT,
        passages=listed(holding(start=NUMBER, end=NUMBER, furniture=SWITCH)),
        inspections=listed(TEXT),
        statements=listed(TEXT),
        evidence=PROOFS,
    ),
    "Scale": holding(
        slug=TEXT,
        url=TEXT,
        name=TEXT,
        inspectorate=TEXT,
        used=holding(since=or_null(DATE), until=or_null(DATE)),
        grades=listed(holding(grade=TEXT, label=TEXT, rank=or_null(NUMBER), of=NUMBER)),
    ),
    "Hit": holding(
        kind=TEXT,
        id=TEXT,
        title=or_null(TEXT),
        url=TEXT,
        text=TEXT,
        marked=listed(TEXT),
        who=or_null(TEXT),
        when=or_null(TEXT),
        status=one_of("stands", "withdrawn"),
        start=or_null(NUMBER),
        end=or_null(NUMBER),
    ),
    "QuoteCheck": holding(
        verdict=one_of("exact", "altered", "absent"),
        places=NUMBER,
        matches=listed(
            holding(
                source=TEXT,
                start=NUMBER,
                end=NUMBER,
                text=TEXT,
                inspections=listed(TEXT),
                differences=listed(holding(kind=TEXT, theirs=TEXT, held=TEXT)),
            )
        ),
        searched=holding(sources=NUMBER, publishers=listed(TEXT), years=listed(NUMBER)),
    ),
    "EditionTold": holding(added=NUMBER, changed=NUMBER, withdrawn=NUMBER),
    "DataPackage": holding(
        name=TEXT,
        title=TEXT,
        description=TEXT,
        homepage=TEXT,
        version=TEXT,
        created={"type": "string", "format": "date-time"},
        id=TEXT,
        resources=listed(holding(name=TEXT, description=TEXT, path=TEXT, format=TEXT, mediatype=TEXT)),
    ),
}
ANSWERS: dict[str, Schema] = {
    "authorities.json": a_list(of("Authority")),
    "authorities/<slug:slug>.json": with_edition(of("Authority")),
    "authorities/<slug:slug>/<slug:kind>.json": with_edition(of("Authority")),
    "inspections.json": a_list(of("Inspection")),
    "inspections/<slug:ref>.json": with_edition(of("Inspection")),
    "statements.json": a_list(of("Statement")),
    "statements/<slug:ref>.json": with_edition(of("Statement")),
    "sources.json": a_list(of("Source")),
    "sources/<slug:ref>.json": with_edition(of("Source")),
    "search.json": a_list(of("Hit")),
    "quote-check.json": with_edition(of("QuoteCheck")),
    "scales.json": a_list(of("Scale")),
    "scales/<slug:slug>.json": with_edition(of("Scale")),
    "editions.json": a_list(of("EditionTold")),
    "editions/<counted:number>.json": with_edition(of("EditionTold")),
    "data/datapackage.json": with_edition(of("DataPackage")),
}
