"""All tables at once: what a new record begins with, instead of the fourteen steps in which they came to be.

A record of an older make goes the steps that it has not gone yet; ``tests/recording/test_tables.py`` holds both ways
to the same tables.
"""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

from inspections.querysets import ENTRY_WORDS, STRETCH_WORDS

FIRST_OF_A_PAIR = {  # the pair of both begins with it, and an index of its own would be asked nothing
    "inspections_inspection_services": "inspection_id",
    "inspections_entry_about": "entry_id",
}


def make_indexes(apps, schema_editor):
    """Full text has no field that both databases know: each makes its own."""
    for index in (ENTRY_WORDS, STRETCH_WORDS):
        for statement in index.statements_that_make_it(schema_editor.connection.vendor):
            schema_editor.execute(statement)


def drop_indexes(apps, schema_editor):
    for index in (ENTRY_WORDS, STRETCH_WORDS):
        for statement in index.statements_that_drop_it(schema_editor.connection.vendor):
            schema_editor.execute(statement)


def leave_out_first_of_pairs(apps, schema_editor):
    """The indexes of new tables are made last of all; these never are."""
    schema_editor.deferred_sql = [
        statement
        for statement in schema_editor.deferred_sql
        if not str(statement).startswith("CREATE INDEX")
        or not any(statement.references_column(table, column) for table, column in FIRST_OF_A_PAIR.items())
    ]


def find_places_by_number(apps, schema_editor):
    import_module("inspections.migrations.0013_place_keys").find_by_number(apps, schema_editor)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ("inspections", "0001_initial"),
        ("inspections", "0002_search_and_quotations"),
        ("inspections", "0003_latest"),
        ("inspections", "0004_provider"),
        ("inspections", "0005_read_model"),
        ("inspections", "0006_kept_readings"),
        ("inspections", "0007_evidence_rows"),
        ("inspections", "0008_sums"),
        ("inspections", "0009_changes_by_name"),
        ("inspections", "0010_long_tables"),
        ("inspections", "0011_indexes_asked_for"),
        ("inspections", "0012_ref_index"),
        ("inspections", "0013_place_keys"),
        ("inspections", "0014_private_speakers"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('number', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('published', models.DateTimeField()),
                ('digest', models.CharField(max_length=64)),
                ('added', models.PositiveIntegerField(default=0)),
                ('changed', models.PositiveIntegerField(default=0)),
                ('withdrawn', models.PositiveIntegerField(default=0)),
                ('read_with', models.CharField(max_length=64)),
                ('retired_digest', models.CharField(max_length=64)),
                ('seal', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=16, unique=True)),
                ('slug', models.SlugField(max_length=80)),
                ('file', models.CharField(max_length=255, unique=True)),
                ('media_type', models.CharField(max_length=80)),
                ('sha256', models.CharField(max_length=64)),
                ('text_sha256', models.CharField(max_length=64)),
                ('text', models.TextField()),
                ('pages', models.JSONField(default=list)),
                ('title', models.TextField()),
                ('kind', models.CharField(max_length=80)),
                ('reader', models.CharField(max_length=80)),
                ('publisher', models.TextField(blank=True)),
                ('publisher_kind', models.CharField(blank=True, max_length=40)),
                ('licence', models.TextField(blank=True)),
                ('licence_url', models.TextField(blank=True)),
                ('url', models.TextField(blank=True)),
                ('archived_url', models.TextField(blank=True)),
                ('received', models.DateField(null=True)),
                ('published_edtf', models.TextField(blank=True)),
                ('published_earliest', models.DateField(null=True)),
                ('published_latest', models.DateField(null=True)),
                ('published_basis', models.CharField(blank=True, max_length=10)),
                ('published_note', models.TextField(blank=True)),
                ('oddities', models.JSONField(default=list)),
                ('warnings', models.JSONField(default=list)),
                ('reading', models.TextField(default='')),
                ('sidecar', models.JSONField(default=dict)),
                ('counts', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='Make',
            fields=[
                ('program', models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='ReadAgain',
            fields=[
                ('read_with', models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=80)),
                ('official_name', models.CharField(max_length=120)),
                ('other_names', models.JSONField(default=list)),
                ('gss', models.CharField(max_length=9)),
                ('gss_codes', models.JSONField(default=list)),
                ('dfe', models.CharField(blank=True, max_length=4)),
                ('kind', models.CharField(max_length=40)),
                ('region', models.CharField(max_length=40)),
                ('opened', models.DateField(null=True)),
                ('closed', models.DateField(null=True)),
                ('successors', models.ManyToManyField(related_name='predecessors', to='inspections.authority')),
            ],
            options={
                'ordering': ['name', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=60)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='inspections.authority')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('authority', 'kind'), name='service_once'),
                ],
                'ordering': ['kind'],
            },
        ),
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=16)),
                ('slug', models.SlugField(db_index=False, max_length=120)),
                ('title', models.TextField()),
                ('service_kind', models.SlugField(blank=True, db_index=False, max_length=60)),
                ('service_name', models.TextField(blank=True)),
                ('inspectorates', models.JSONField(default=list)),
                ('kind', models.SlugField(db_index=False, max_length=40)),
                ('framework', models.SlugField(blank=True, db_index=False, max_length=60)),
                ('framework_basis', models.CharField(blank=True, max_length=10)),
                ('inspected_edtf', models.TextField(blank=True)),
                ('inspected_earliest', models.DateField(null=True)),
                ('inspected_latest', models.DateField(null=True)),
                ('inspected_basis', models.CharField(blank=True, max_length=10)),
                ('inspected_note', models.TextField(blank=True)),
                ('published_edtf', models.TextField(blank=True)),
                ('published_earliest', models.DateField(null=True)),
                ('published_latest', models.DateField(null=True)),
                ('published_basis', models.CharField(blank=True, max_length=10)),
                ('published_note', models.TextField(blank=True)),
                ('year_from', models.PositiveSmallIntegerField(null=True)),
                ('year_to', models.PositiveSmallIntegerField(null=True)),
                ('sort_date', models.DateField(null=True)),
                ('overall_absent', models.CharField(blank=True, max_length=24)),
                ('outcome', models.TextField(blank=True)),
                ('next_due_edtf', models.TextField(blank=True)),
                ('notes', models.JSONField(default=list)),
                ('disputed', models.JSONField(default=list)),
                ('candidates', models.JSONField(default=list)),
                ('provider', models.CharField(blank=True, db_index=True, max_length=40)),
                ('provider_kind', models.TextField(blank=True)),
                ('provider_name', models.TextField(blank=True)),
                ('follows', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followed_by', to='inspections.inspection')),
                ('previous', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='next', to='inspections.inspection')),
                ('services', models.ManyToManyField(related_name='inspections', to='inspections.service')),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('follows__isnull', False)), fields=['follows'], name='inspections_follows'),
                    models.Index(condition=models.Q(('previous__isnull', False)), fields=['previous'], name='inspections_previous'),
                ],
                'constraints': [models.UniqueConstraint(models.F('ref'), name='inspection_once')],
                'ordering': [models.OrderBy(models.F('sort_date'), descending=True, nulls_last=True), 'ref'],
            },
        ),
        migrations.CreateModel(
            name='InspectedBy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inspectorate', models.SlugField(db_index=False, max_length=40)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='by', to='inspections.inspection')),
            ],
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('aspect', models.TextField()),
                ('aspect_slug', models.SlugField(blank=True, db_index=False, max_length=80)),
                ('overall', models.BooleanField(default=False)),
                ('scale', models.SlugField(db_index=False, max_length=60)),
                ('grade', models.SlugField(blank=True, db_index=False, max_length=60)),
                ('as_worded', models.TextField(blank=True)),
                ('basis', models.CharField(default='stated', max_length=10)),
                ('note', models.TextField(blank=True)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='inspections.inspection')),
            ],
            options={
                'ordering': ['inspection', 'position'],
            },
        ),
        migrations.CreateModel(
            name='LongText',
            fields=[
                ('source', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='long_text', serialize=False, to='inspections.source')),
                ('packed', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Members',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter', models.CharField(max_length=16)),
                ('value', models.CharField(max_length=140)),
                ('many', models.PositiveIntegerField()),
                ('places', models.BinaryField()),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('filter', 'value'), name='members_once')],
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('page', models.PositiveIntegerField(null=True)),
                ('number', models.CharField(blank=True, max_length=24)),
                ('furniture', models.BooleanField(default=False)),
                ('heading', models.BooleanField(default=False)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='inspections.source')),
            ],
            options={
                'ordering': ['source', 'start'],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('position', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('inspection', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='place', to='inspections.inspection')),
            ],
        ),
        migrations.CreateModel(
            name='Latest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(max_length=12)),
                ('scale', models.SlugField(blank=True, max_length=60)),
                ('grade', models.SlugField(blank=True, max_length=60)),
                ('held', models.PositiveIntegerField()),
                ('undated', models.PositiveIntegerField()),
                ('full', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='latest_full_of', to='inspections.inspection')),
                ('inspection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='latest_outcome_of', to='inspections.inspection')),
                ('service', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='latest', to='inspections.service')),
                ('since', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='latest_visit_of', to='inspections.inspection')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=16, unique=True)),
                ('kind', models.CharField(max_length=12)),
                ('stance', models.CharField(blank=True, max_length=10)),
                ('text', models.TextField()),
                ('in_quotation_marks', models.BooleanField()),
                ('attributed_to', models.CharField(max_length=14)),
                ('speaker', models.TextField(blank=True)),
                ('role', models.TextField(blank=True)),
                ('organisation', models.TextField(blank=True)),
                ('said_edtf', models.TextField(blank=True)),
                ('said_earliest', models.DateField(null=True)),
                ('said_latest', models.DateField(null=True)),
                ('said_basis', models.CharField(blank=True, max_length=10)),
                ('said_note', models.TextField(blank=True)),
                ('status', models.CharField(default='stands', max_length=10)),
                ('verification', models.CharField(blank=True, max_length=20)),
                ('position', models.PositiveIntegerField()),
                ('inspections', models.ManyToManyField(related_name='statements', to='inspections.inspection')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='inspections.source')),
                ('verified', models.JSONField(default=dict)),
                ('private_speaker', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['source', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=24)),
                ('claim', models.TextField(blank=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('sheet', models.TextField(blank=True)),
                ('row', models.PositiveIntegerField(null=True)),
                ('cells', models.JSONField(default=list)),
                ('inspection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='inspections.inspection')),
                ('judgement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='inspections.judgement')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='inspections.source')),
                ('statement', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='inspections.statement')),
                ('told', models.JSONField(default=list)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('statement__isnull', False)), fields=['statement'], name='evidence_statements'),
                    models.Index(condition=models.Q(('row__isnull', False)), fields=['source', 'sheet', 'row'], name='evidence_rows'),
                ],
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=10)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('withdrawn', models.BooleanField(default=False)),
                ('publisher', models.TextField(blank=True)),
                ('year_from', models.PositiveSmallIntegerField(null=True)),
                ('year_to', models.PositiveSmallIntegerField(null=True)),
                ('authority', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.authority')),
                ('inspection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.inspection')),
                ('source', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.source')),
                ('about', models.ManyToManyField(related_name='entries', to='inspections.service')),
                ('statement', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='inspections.statement')),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('authority__isnull', False)), fields=['authority'], name='entries_authority'),
                    models.Index(condition=models.Q(('statement__isnull', False)), fields=['statement'], name='entries_statement'),
                    models.Index(condition=models.Q(('source__isnull', False)), fields=['source'], name='entries_source'),
                ],
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Stretch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('furniture', models.BooleanField(default=False)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stretches', to='inspections.source')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Sum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12)),
                ('begins', models.CharField(max_length=8)),
                ('many', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['kind', 'begins'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'begins'), name='sum_once')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(max_length=10)),
                ('kind', models.CharField(max_length=12)),
                ('ref', models.CharField(max_length=16)),
                ('title', models.TextField()),
                ('fields', models.JSONField(default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='inspections.edition')),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['kind', 'ref'], name='changes_by_name')],
            },
        ),
        migrations.CreateModel(
            name='Retired',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12)),
                ('ref', models.CharField(max_length=16)),
                ('leads_to', models.CharField(blank=True, max_length=16)),
                ('title', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to='inspections.edition')),
            ],
            options={
                'ordering': ['kind', 'ref'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'ref'), name='retired_once')],
            },
        ),
        migrations.RunPython(make_indexes, drop_indexes),
        migrations.RunPython(leave_out_first_of_pairs, migrations.RunPython.noop),
        migrations.RunPython(find_places_by_number, migrations.RunPython.noop),
    ]
