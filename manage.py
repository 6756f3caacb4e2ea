#!/usr/bin/env python3
"""Commands: ``python manage.py import_sources``, ``python manage.py audit_record``."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
    execute_from_command_line(sys.argv)
