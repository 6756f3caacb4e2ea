"""The door for a web server: ``gunicorn inspections.wsgi``."""

import os
import secrets

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")

# A web process only reads. One replica for its whole life: two would show two editions in one visit.
if settings.REPLICAS:
    settings.DATABASES["default"] = secrets.choice(settings.REPLICAS)

application = get_wsgi_application()
