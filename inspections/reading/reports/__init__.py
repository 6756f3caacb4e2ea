"""What all published inspection reports share: pages, front page, judgement table, dates, findings.

A reader of one kind of report (``readers/report_*.py``, ``readers/letter_*.py``) says which titles,
aspects and headings that kind has, and is composed from these parts. Nothing here names a document,
an authority or a grade: names and grades come from the catalogue.
"""
