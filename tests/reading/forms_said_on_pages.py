"""A third batch of forms of quotations: short pages, as papers, press offices, parties and clerks write them."""

from __future__ import annotations

from collections.abc import Mapping

PAPERS: Mapping[str, str] = {
    (
        "The report, published today, said leaders had “{f1}” and praised social workers as “{f2}”.\n\n"
        "{t}, {r}, said: “{q1}.\n\n“{q2}.”\n\n{t2}, {r2}, added: “{q3}.”"
    ): "f1=R f2=R q1=A q2=A q3=B",
    (
        "{t}, {o}'s {r}, has hailed the result.\n\n{s} said: “{q1}.”\n\nBut {n2}, who chairs the parents' forum, "
        "was more cautious.\n\n“{q2},” {he2} said. “{q3}.”"
    ): "q1=A q2=B q3=B",
    (
        "Inspectors noted that “{q1}”.\n\nThey added: “{q2}.”\n\nResponding to the findings, {t}, {r}, said: “{q3}.”"
    ): "q1=R q2=R q3=A",
    (
        "“{q1},” the report says.\n\nIt goes on to say that there is “{f1}”.\n\n{r} {t} said the council "
        "would act.\n\n“{q2},” {he} told the Gazette."
    ): "q1=R f1=R q2=A",
    (
        "Opposition councillors have called for {n}, the {r}, to resign.\n\n{t2}, leader of the Labour group, said: "
        "“{q1}.”\n\nA council spokesperson said: “{q2}.”"
    ): "q1=B q2=O",
    (
        "A mother of two, who asked not to be named, told the Gazette: “{q1}.”\n\n{t}, {r}, said: “{q2}.”\n\n"
        "The mother added: “{q3}.”"
    ): "q1=P q2=A q3=P?",
    (
        "{n}, the council's {r}, told last night's meeting that inspectors had been fair.\n\n“{q1},” {he} said.\n\n"
        "{t2} asked when the plan would be ready. “{q2}?” {he2} said.\n\n{Mr} {l} replied: “{q3}.”"
    ): "q1=A q2=B q3=A",
    (
        "Staff at the council were told of the result by email.\n\nIn it {n}, {r}, wrote: “{q1}.”\n\n"
        "One social worker told the Gazette: “{q2}.”"
    ): "q1=A q2=P",
    (
        "The judgement was a blow, said {t}, {r}.\n\n“{q1},” {he} admitted.\n\nFor the Conservatives, {t2} "
        "said: “{q2}.”"
    ): "q1=A q2=B",
    (
        "{t}, {r}, said: “{q1}.”\n\n{t2}, {r2}, said: “{q2}.”\n\n{t3}, {r3}, said: “{q3}.”\n\n"
        "The inspectors' report said: “{q4}.”"
    ): "q1=A q2=B q3=N q4=R",
    (
        "Ofsted's verdict was damning: “{q1}.”\n\nThe council accepted the findings. {t}, {r}, said: “{q2}.”"
    ): "q1=R q2=A",
    (
        "{n} fostered for the council for nine years.\n\n“{q1},” {he} said. “{q2}.”\n\n{t2}, {r2}, said: “{q3}.”"
    ): "q1=A q2=A q3=B",
    (
        "When inspectors came, they found “{f1}”. {t}, {r}, does not dispute that. “{q1},” {he} said. “{q2}.”"
    ): "f1=R q1=A q2=A",
    (
        "{c} MP {n} has written to the council.\n\nIn the letter {he} says: “{q1}.”\n\n{t2}, {r2}, said: “{q2}.”"
    ): "q1=A q2=B",
    (
        "The report singled out care leavers, who it said received “{f1}”.\n\n“{q1},” said {n}, {r}. "
        "“{q2}.”\n\nInspectors will be back next year."
    ): "f1=R q1=A q2=A",
}  # fmt: skip
PRESS: Mapping[str, str] = {
    (
        "Inspectors said:\n\n* “{q1}”\n* “{q2}”\n\n{t}, {o}'s {r}, said:\n\n“{q3}.\n\n“{q4}.”"
    ): "q1=R q2=R q3=A q4=A",
    (
        "{t}, {r} at {o}, said: “{q1}.”\n\n{n2}, {r2} at {o}, said: “{q2}.\n\n“{q3}.”\n\nThe report can be "
        "read on the Ofsted website."
    ): "q1=A q2=B q3=B",
    (
        "The report highlights a number of strengths, including:\n\n- “{f1}”\n- “{f2}”\n\nWelcoming the report, "
        "{t}, {r}, said: “{q1}.”"
    ): "f1=R f2=R q1=A",
    (
        "Inspectors found that:\n\n“{q1}.”\n\n“{q2}.”\n\n{n}, {r}, said: “{q3}.”"
    ): "q1=R q2=R q3=A",
    (
        "{t}, {r}, said: “{q1}.\n\n“I'd like to thank {n2}, our {r2}, and all of the team.\n\n“{q2}.”"
    ): "q1=A zA=A q2=A",
    (
        "{n}, {r}, said: “{q1}.”\n\nNotes to editors\n\nThe inspection took place in July. The full report, "
        "“Inspection of local authority children's services”, is on Ofsted's website."
    ): "q1=A",
    (
        "Cllr {n}, {r}, commented: “{q1}.” Cllr {l} continued: “{q2}.”"
    ): "q1=A q2=A",
    (
        "What our leaders say\n\n{t}, {r}\n\n“{q1}.”\n\n{t2}, {r2}\n\n“{q2}.”"
    ): "q1=A q2=B",
    (
        "“{q1},” said {t}, {r} at {o}. “Inspectors described our staff as ‘{f1}’. {q2}.”"
    ): "q1=A zB=A f1=R?",
    (
        "Among the comments in the report were: “{q1}”; “{q2}”; and “{q3}”.\n\n{t}, {r}, said: “{q4}.”"
    ): "q1=R? q2=R? q3=R? q4=A",
    (
        "{t}, {r}, and {n2}, {r2}, have welcomed the report.\n\n{t} said: “{q1}.”\n\n{n2} added: “{q2}.”"
    ): "q1=A q2=B",
    (
        "The report said “{f1}” was evident across the service. It also noted “{f2}”.\n\n"
        "“{q1},” said {t}, {r}. “{q2}.”"
    ): "f1=R f2=R q1=A q2=A",
}  # fmt: skip
OTHER_PAGES: Mapping[str, str] = {
    (
        "Your Focus Team has read the report. It says: “{q1}.”\n\n{t}, our spokesperson for children, said: “{q2}.”"
    ): "q1=R q2=A",
    (
        "{t} asked the {r}, {n2}, about the report. {n2} replied: “{q1}.”"
    ): "q1=B?",
    (
        "Cllr {n} ({c} East) said: “{q1}.”\n\nCllr {n2} ({c} West) said: “{q2}.”"
    ): "q1=A q2=B",
    (
        "Dear colleagues,\n\nInspectors wrote that “{q1}”. I could not agree more.\n\nYours\n\n{n}\n{r}"
    ): "q1=R",
    (
        "The leader of the council read out the following from the report: “{q1}.”"
    ): "q1=R?",
    (
        "What they told us: “{q1}.” (Foster carer)\n\n“{q2}.” (Care leaver)"
    ): "q1=P? q2=P?",
    (
        "As {t}, {r}, told this website at the time, “{q1}”. This week {he} took a different line: “{q2}.”"
    ): "q1=A? q2=A?",
    (
        "“{q1}.” Not my words, but those of Ofsted."
    ): "q1=R?",
    (
        "“{q1}.” Those were the words of {t}, {r}, in 2019. And now? “{q2},” {he} says."
    ): "q1=A? q2=A?",
    (
        "Labour say “{q1}”. We say that is not good enough."
    ): "q1=O?",
    (
        "The petition, started by {n}, says: “{q1}.”"
    ): "q1=A?",
    (
        "A Facebook comment read: “{q1}.”"
    ): "q1=P?",
    (
        "The union's letter to {n}, {r}, says: “{q1}.”"
    ): "q1=O?",
    (
        "The council's improvement plan says: “{q1}.”"
    ): "q1=O?",
    (
        "The council's own self-evaluation had said: “{q1}.”"
    ): "q1=O?",
    (
        "A letter from the minister to the council says: “{q1}.”"
    ): "q1=P?",
    (
        "An email from {n}, {r}, to staff, seen by the Gazette, says: “{q1}.”"
    ): "q1=A",
    (
        "A report by the commissioner, {n}, says: “{q1}.”"
    ): "q1=A?",
    (
        "The report to cabinet by {n}, {r}, says: “{q1}.”"
    ): "q1=A?",
    (
        "A peer review last year found “{f1}”. {t}, {r}, said: “{q1}.”"
    ): "q1=A",
    (
        "The Local Government Ombudsman said in May: “{q1}.”"
    ): "q1=P?",
    (
        "A coroner warned in March: “{q1}.” {t}, {r}, said: “{q2}.”"
    ): "q1=P? q2=A",
}  # fmt: skip
WHOLE = {
    "zA": "I'd like to thank {n2}, our {r2}, and all of the team",
    "zB": "Inspectors described our staff as ‘{f1}’. {q2}",
}
GROUPS: dict[str, tuple[str, Mapping[str, str]]] = {
    "pages of papers": ("news", PAPERS),
    "pages of press offices": ("council", PRESS),
    "other pages": ("party news", OTHER_PAGES),
}
