"""Indexes that no question asks for cost a third of the time and of the room of a million inspections.

They are dropped by what they index: rebuilding each table, as SQLite would for every single field, takes longer.
"""

import django.db.models.deletion
from django.db import migrations, models

UNASKED = {
    "inspections_inspection": (
        "slug", "service_kind", "kind", "framework", "year_from", "sort_date", "previous_id", "follows_id",
    ),
    "inspections_inspectedby": ("inspectorate",),
    "inspections_inspection_services": ("inspection_id",),  # the pair of both begins with it
    "inspections_judgement": ("scale", "grade", "aspect_slug", "scale grade"),
    "inspections_evidence": ("statement_id",),
    "inspections_entry": ("source_id", "statement_id", "authority_id"),
    "inspections_entry_about": ("entry_id",),
}


def drop_unasked(apps, schema_editor):
    connection = schema_editor.connection
    for table, unasked in UNASKED.items():
        with connection.cursor() as cursor:
            constraints = connection.introspection.get_constraints(cursor, table)
        for name, found in constraints.items():
            if found["index"] and not found["unique"] and " ".join(found["columns"]) in unasked:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def make_unasked(apps, schema_editor):
    quote = schema_editor.quote_name
    for table, unasked in UNASKED.items():
        for columns in unasked:
            name, listed = f"{table}_{columns.replace(' ', '_')}", ", ".join(map(quote, columns.split()))
            schema_editor.execute(f"CREATE INDEX {quote(name)} ON {quote(table)} ({listed})")


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0010_long_tables'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop_unasked, make_unasked)],
            state_operations=[
                migrations.RemoveIndex(
                    model_name='judgement',
                    name='inspections_scale_962ea6_idx',
                ),
                migrations.AlterField(
                    model_name='entry',
                    name='authority',
                    field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.authority'),
                ),
                migrations.AlterField(
                    model_name='entry',
                    name='source',
                    field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.source'),
                ),
                migrations.AlterField(
                    model_name='entry',
                    name='statement',
                    field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.statement'),
                ),
                migrations.AlterField(
                    model_name='evidence',
                    name='statement',
                    field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='inspections.statement'),
                ),
                migrations.AlterField(
                    model_name='inspectedby',
                    name='inspectorate',
                    field=models.SlugField(db_index=False, max_length=40),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='follows',
                    field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followed_by', to='inspections.inspection'),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='framework',
                    field=models.SlugField(blank=True, db_index=False, max_length=60),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='kind',
                    field=models.SlugField(db_index=False, max_length=40),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='previous',
                    field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='next', to='inspections.inspection'),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='service_kind',
                    field=models.SlugField(blank=True, db_index=False, max_length=60),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='slug',
                    field=models.SlugField(db_index=False, max_length=120),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='sort_date',
                    field=models.DateField(null=True),
                ),
                migrations.AlterField(
                    model_name='inspection',
                    name='year_from',
                    field=models.PositiveSmallIntegerField(null=True),
                ),
                migrations.AlterField(
                    model_name='judgement',
                    name='aspect_slug',
                    field=models.SlugField(blank=True, db_index=False, max_length=80),
                ),
                migrations.AlterField(
                    model_name='judgement',
                    name='grade',
                    field=models.SlugField(blank=True, db_index=False, max_length=60),
                ),
                migrations.AlterField(
                    model_name='judgement',
                    name='scale',
                    field=models.SlugField(db_index=False, max_length=60),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(condition=models.Q(('source__isnull', False)), fields=['source'], name='entries_source'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(condition=models.Q(('statement__isnull', False)), fields=['statement'], name='entries_statement'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(condition=models.Q(('authority__isnull', False)), fields=['authority'], name='entries_authority'),
        ),
        migrations.AddIndex(
            model_name='evidence',
            index=models.Index(condition=models.Q(('statement__isnull', False)), fields=['statement'], name='evidence_statements'),
        ),
        migrations.AddIndex(
            model_name='inspection',
            index=models.Index(condition=models.Q(('previous__isnull', False)), fields=['previous'], name='inspections_previous'),
        ),
        migrations.AddIndex(
            model_name='inspection',
            index=models.Index(condition=models.Q(('follows__isnull', False)), fields=['follows'], name='inspections_follows'),
        ),
    ]
