"""The ids of inspections are told apart by an index that can be made when all rows stand.

A key of the column itself cannot be dropped and made again in a file, and to keep it row by row costs a million
inspections four seconds: ids come in no order.
"""

from django.db import migrations, models

TABLE, COLUMN, KEY = "inspections_inspection", '"ref" varchar(16) NOT NULL', " UNIQUE"


class AlterKey(migrations.AlterField):
    """In a file the table is written anew with its columns in their order: Django would put this one last."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "sqlite":
            write_anew(schema_editor, COLUMN + KEY, COLUMN)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "sqlite":
            write_anew(schema_editor, COLUMN, COLUMN + KEY)
        else:
            super().database_backwards(app_label, schema_editor, from_state, to_state)


def write_anew(schema_editor, before, after):
    """The table with a column that says ``after`` where it said ``before``, its rows and its indexes."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT type, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL", [TABLE])
        made = cursor.fetchall()
    (table,) = (sql for kind, sql in made if kind == "table")
    head = f'CREATE TABLE "{TABLE}"'
    if not table.startswith(head) or table.count(before) != 1:
        raise ValueError(f"the table {TABLE} was not made by this program: {table}")
    schema_editor.execute(table.replace(head, f'CREATE TABLE "new_{TABLE}"', 1).replace(before, after), params=None)
    schema_editor.execute(f'INSERT INTO "new_{TABLE}" SELECT * FROM "{TABLE}"')
    schema_editor.execute(f'DROP TABLE "{TABLE}"')
    schema_editor.execute(f'ALTER TABLE "new_{TABLE}" RENAME TO "{TABLE}"')
    for kind, sql in made:
        if kind == "index":
            schema_editor.execute(sql, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0011_indexes_asked_for'),
    ]

    operations = [
        AlterKey(
            model_name='inspection',
            name='ref',
            field=models.CharField(max_length=16),
        ),
        migrations.AddConstraint(
            model_name='inspection',
            constraint=models.UniqueConstraint(models.F('ref'), name='inspection_once'),
        ),
    ]
