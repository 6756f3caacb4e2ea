"""Places in a file are found by their own number, and inspections among them by an index that can be made last.

Django's "integer unsigned" is no key that SQLite finds rows by: each place stood in the table and in two more trees, one of
which was filled from its beginning, so that its pages stayed half empty. The model and a server's table are as they were.
"""

from django.db import migrations

PLACE = (
    'CREATE TABLE "inspections_place" ("position" integer NOT NULL PRIMARY KEY CHECK ("position" >= 0), '
    '"inspection_id" bigint NOT NULL REFERENCES "inspections_inspection" ("id") DEFERRABLE INITIALLY DEFERRED)'
)
INDEX = 'CREATE UNIQUE INDEX "place_once" ON "inspections_place" ("inspection_id")'
PLACE_BEFORE = (
    'CREATE TABLE "inspections_place" ("position" integer unsigned NOT NULL PRIMARY KEY CHECK ("position" >= 0), '
    '"inspection_id" bigint NOT NULL UNIQUE REFERENCES "inspections_inspection" ("id") DEFERRABLE INITIALLY DEFERRED)'
)


def find_by_number(apps, schema_editor):
    write_anew(schema_editor, PLACE, INDEX)


def find_by_key(apps, schema_editor):
    write_anew(schema_editor, PLACE_BEFORE)


def write_anew(schema_editor, *statements):
    """A file's table of places, made otherwise and with its rows."""
    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute('ALTER TABLE "inspections_place" RENAME TO "places_before"')
    schema_editor.execute(statements[0], params=None)
    schema_editor.execute('INSERT INTO "inspections_place" SELECT * FROM "places_before" ORDER BY "position"')
    schema_editor.execute('DROP TABLE "places_before"')
    for statement in statements[1:]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0012_ref_index'),
    ]

    operations = [
        migrations.RunPython(find_by_number, find_by_key),
    ]
