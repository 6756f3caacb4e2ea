"""The page where a quotation is pasted, and the same as JSON."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from inspections.models import Source
from inspections.web.answers import refuse_object, send_object, show
from inspections.web.attribution import Claim, read_claim
from inspections.web.metadata import Metadata
from inspections.web.question import PASSING, FieldError
from inspections.web.quote_check import LONGEST, Checked, Match, TooCommon, check_quotation, describe_searched, take

METADATA = Metadata(
    "Quote check", "Paste a sentence: is it word for word in a report or page held here?", "/quote-check/"
)
LONGEST_NAME = 200


class QuotationForm(forms.Form):
    """What may be asked: the words, where they are said to come from, or one source by its id."""

    q = forms.CharField(
        strip=False,
        max_length=LONGEST,
        error_messages={
            "required": "Paste the words to look for.",
            "max_length": f"At most {LONGEST:,} characters can be checked at once; these are %(show_value)s.",
            "null_characters_not_allowed": "A text cannot hold this character.",
        },
    )
    by = forms.CharField(required=False, max_length=LONGEST_NAME)
    report = forms.CharField(required=False, max_length=16)

    def clean_q(self) -> str:
        words: str = self.cleaned_data["q"]
        if not any(char.isalnum() for char in words):
            raise forms.ValidationError("There is no word in this.")
        if not take(words).runs:
            raise forms.ValidationError("Nothing stands outside the square brackets, which are the quoter’s own.")
        return words

    def clean_by(self) -> Claim | None:
        words: str = self.cleaned_data["by"]
        if not words:
            return None
        claim = read_claim(words)
        if not claim.understood:
            raise forms.ValidationError(
                "Name the inspectorate, the council, or the month and year, such as “Ofsted, May 2016”."
            )
        return claim

    def clean_report(self) -> Claim | None:
        ref: str = self.cleaned_data["report"]
        if not ref:
            return None
        source = Source.objects.titled(ref)
        if source is None:
            raise forms.ValidationError("No source has this id.")
        return Claim(source, source=ref)


def quote_check(request: HttpRequest, form: str = "html") -> HttpResponse:
    """Nothing asked: the form. Else an answer, or what was not understood beside its field."""
    asked = request.GET.copy()
    if "q" in asked:
        asked.setlist("q", [words.replace("\r\n", "\n") for words in asked.getlist("q")])
    if not asked and form == "html":
        return show(request, "pages/quote_check.html", METADATA, searched=describe_searched(), longest=LONGEST)
    question = QuotationForm(asked)
    errors = [
        FieldError(name, asked.get(name, "")[:LONGEST], f"“{name}” is not something this page can be asked.")
        for name in asked
        if name not in question.fields and not name.startswith(PASSING)
    ]
    errors += [
        FieldError(name, "", f"“{name}” can be given once only.") for name in asked if len(asked.getlist(name)) > 1
    ]
    errors += [
        FieldError(name, asked.get(name, ""), str(text)) for name, texts in question.errors.items() for text in texts
    ]
    checked = None
    if not errors:
        try:
            given = question.cleaned_data
            checked = check_quotation(given["q"], given["report"] or given["by"])
        except TooCommon:
            message = "These words stand in too many texts to look into each: give more of the sentence."
            errors = [FieldError("q", asked["q"], message)]
    if errors and form == "json":
        return refuse_object(request, tuple(errors))
    if errors:
        return show(
            request, "pages/quote_check.html", METADATA, status=400, errors={e.field: e.message for e in errors},
            asked=asked, searched=describe_searched(), longest=LONGEST,
        )  # fmt: skip
    assert checked
    if form == "json":
        return send_object(request, checked_object(checked))
    return show(
        request, "pages/quote_check.html", METADATA, checked=checked, asked=asked, query=asked.urlencode(),
        searched=checked.searched, longest=LONGEST,
    )  # fmt: skip


def checked_object(checked: Checked) -> dict[str, Any]:
    claim = checked.attribution
    return {
        "verdict": checked.verdict,
        "places": checked.places,
        "matches": [match_object(match) for match in checked.matches],
        "attribution": {"asked": claim.asked, "state": claim.state} if claim else None,
        "searched": {
            "sources": checked.searched.sources,
            "publishers": list(checked.searched.publishers),
            "years": [checked.searched.first_year, checked.searched.last_year] if checked.searched.first_year else [],
        },
    }


def match_object(match: Match) -> dict[str, Any]:
    return {
        "source": match.source.ref,
        "start": match.span.start,
        "end": match.span.end,
        "text": match.text,
        "inspections": [told.ref for told in match.inspections],
        "differences": [{"kind": d.kind, "theirs": d.theirs, "held": d.held} for d in match.differences],
        "runs": [{"start": span.start, "end": span.end} for span in match.comparison.spans],
        "furniture": match.furniture,
        "url": match.url,
        "attribution": match.attribution.state if match.attribution else None,
    }
