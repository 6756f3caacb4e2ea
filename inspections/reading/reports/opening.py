"""How every report of an inspection begins, whatever its framework: its front page, and the event that it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Catalogue, Framework
from inspections.reading.document import Document
from inspections.reading.facts import InspectionFact, InspectionKind, Name, Reading, StatementFact, Warned, Words
from inspections.reading.reports import assemble, front
from inspections.reading.reports.layout import Flow
from inspections.reading.reports.table import Grades


@dataclass(frozen=True)
class Opening:
    """A report's flow and framework, and what its front page gives: the days on site and the title."""

    document: Document
    catalogue: Catalogue
    framework: Framework
    found: Flow
    first: int  # where the front page ends
    on_site: front.Dated
    title: front.Title

    @property
    def began(self) -> date | None:
        return first_day(self.on_site)

    @property
    def grades(self) -> Grades:
        return Grades(self.catalogue.scales[self.framework.scales[0]])

    @property
    def title_words(self) -> Words:
        """The title; where there is none, the first words of the report."""
        return self.title.words or self.found.words(0, min(200, len(self.found.text)))

    def event(
        self, service: str, kind: InspectionKind, named: re.Match[str] | None, warnings: list[Warned]
    ) -> InspectionFact:
        """The inspection without its outcome. ``named``: where the report says what it is, if the title does not."""
        title = self.title_words
        what = self.found.words(*named.span()) if named else None
        return InspectionFact(
            key="1",
            authorities=self.title.authorities,
            service=Name(service, title),
            service_name=None,
            inspectorates=assemble.named_inspectorates(self.found, self.framework.inspectorates, self.catalogue),
            kind=kind,
            kind_words=what,
            framework=Name(self.framework.slug, what or title),
            inspected=self.on_site.when,
            published=assemble.published(self.document, self.found, self.first, title, warnings),
            mentions=title.spans,
        )

    def reading(
        self,
        reader: str,
        kind: str,
        inspections: tuple[InspectionFact, ...],
        statements: tuple[StatementFact, ...],
        warnings: list[Warned],
    ) -> Reading:
        """All that was found; the report came out on the day that its first inspection was published."""
        published = inspections[0].published
        return assemble.reading(
            self.document, reader, kind, self.title.words, published, inspections, statements, tuple(warnings)
        )


def first_day(on_site: front.Dated) -> date | None:
    return on_site.periods[0][0] if on_site.periods else None


def opening(document: Document, catalogue: Catalogue, framework: str, pages: int) -> Opening:
    """``pages``: how many pages the front page may take."""
    found = assemble.flow_of(document)
    first = found.until_page(pages)
    on_site = front.inspected(found, first)
    title = front.title(found, first, catalogue, first_day(on_site))
    return Opening(document, catalogue, catalogue.frameworks[framework], found, first, on_site, title)
