"""The steps in which the tables came to be, gone one by one or back: for records of an older make."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

AT_ONCE = ("inspections", "0001_all_tables")


def go_step_by_step(alias, until=None):
    """Forwards or back to the step of this name, or to the last; the names of all that are gone then."""
    executor = MigrationExecutor(connections[alias])
    if executor.recorder.has_table():
        executor.recorder.record_unapplied(*AT_ONCE)
    executor.loader = MigrationLoader(connections[alias], replace_migrations=False)
    last = [step for step in executor.loader.graph.leaf_nodes() if step != AT_ONCE]
    executor.migrate([("inspections", until)] if until else last)
    return sorted(name for app, name in executor.recorder.applied_migrations() if (app, name) != AT_ONCE)
