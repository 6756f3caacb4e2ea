"""Every question the site asks of the record, by name."""

from __future__ import annotations

from django.db import models


class AuthorityQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Councils."""


class InspectionQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Events."""


class StatementQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Who said what."""


class SourceQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Texts as received."""
