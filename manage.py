#!/usr/bin/env python3
"""Commands: ``python manage.py import_sources``, ``python manage.py audit_record``, ``python manage.py help``."""

import os
import sys

try:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
except ModuleNotFoundError as absent:
    sys.exit(f"{absent.name} is not installed here: run make serve once, then .venv/bin/python manage.py ...")

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
    try:
        execute_from_command_line([sys.argv[0], "check_config"] if sys.argv[1:] == ["--check-config"] else sys.argv)
    except ImproperlyConfigured as wrong:
        sys.exit(f"{wrong}.")
