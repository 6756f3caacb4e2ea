"""Is everything that is configured as it should be, and does it work on this machine?"""

from typing import Any

from django.core.management.base import BaseCommand

from inspections.recording.configured import check_configuration


class Command(BaseCommand):
    help = "Shows what is configured and tries it; ends with 1 when the site should not be started like this."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        findings = list(check_configuration())
        for finding in findings:
            self.stdout.write(f"{'WRONG' if finding.wrong else 'ok   '}  {finding.words}")
        if any(finding.wrong for finding in findings):
            raise SystemExit(1)
