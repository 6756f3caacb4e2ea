"""Words of a report, of a body and of nobody, in many wordings that pages have for them."""

from __future__ import annotations

import pytest

from tests.reading.said import last_said

THE_REPORT = [
    (
        "The inspectors report that social workers see children as often as they should, and “more often "
        "when something has gone wrong”."
    ),
    "The letter, signed by His Majesty's Inspector Ann Lee, states: “Children are seen often.”",
    "Writing to the director, inspectors said: “Children are seen often.”",
    "“Children are seen often,” the letter adds. “They are known.”",
    "Inspectors were clear: “Children are seen often and known well.”",
    "According to Ofsted, “children are seen often and known well”.",
    "Ofsted's verdict? “Children are seen often and known well.”",
    "The report's authors say: “Children are seen often and known well.”",
    "“Children are seen often and known well” - Ofsted report, May 2023",
    "Among the findings: “Children are seen often and known well.”",
    "Page 4 of the report reads: “Children are seen often and known well.”",
    "Paragraph 17 notes: “Children are seen often and known well.”",
    "What did the inspectors say? “Children are seen often and known well.”",
    (
        "The watchdog's report, published on Friday, praised leaders who “know the service inside out "
        "and back to front”."
    ),
    "Inspectors highlighted “strong and stable leadership at every level”.",
    "It describes staff as “tired but loyal to the children”.",
    "Inspectors saw “real warmth between staff and children”.",
    "The report speaks of “real warmth between staff and children”.",
    "There is, the report concludes, “real warmth between staff and children”.",
    "There is “real warmth between staff and children”, the report concludes.",
    "Staff show “real warmth”, according to the letter, and “know their children well”.",
    "Ofsted highlighted, among other things, “real warmth between staff and children”.",
    "Published today, the report praises the “real warmth between staff and children”.",
    "It went on: “There is real warmth between staff and children.”",
    "The letter's opening line is “There is real warmth between staff and children.”",
    "Its conclusion: “There is real warmth between staff and children.”",
    "To quote the letter: “There is real warmth between staff and children.”",
    "The inspectors, in their letter to Ms Lee, say: “There is real warmth between staff and children.”",
    "In its report Ofsted said that children in Kent “wait too long for a settled home”.",
    "Children in Kent “wait too long for a settled home”, Ofsted has said.",
    "“Children wait too long for a settled home,” Ofsted found.",
    "“Children wait too long for a settled home.” (Ofsted report, p. 4)",
    "“Children wait too long for a settled home” was how Ofsted put it.",
    "The report was critical of leaders, who had “no grip on the basics of practice”.",
    "It was, in the inspectors' phrase, “a service in recovery and not yet well”.",
    "The phrase that stays with me from the report is “a service in recovery and not yet well”.",
    "As the report puts it, “children wait too long for a settled home”.",
    "As inspectors noted, “children wait too long for a settled home”.",
    "Ofsted rightly says we have “a settled and able workforce”.",
    "We were told by inspectors that we have “a settled and able workforce”.",
    "In 2019 Ofsted had said that leaders “did not know what they did not know”.",
    "She told him that the inspectors had said “you are nearly there now”.",
    "Bo Marsh, the director, quoted the inspectors: “Children are seen often and known well.”",
    "Bo Marsh, the director, read from the letter: “Children are seen often and known well.”",
    "Bo Marsh, the director, said that inspectors found “a service in recovery and not yet well”.",
    "The chair said that in the words of the inspectors it was “a service in recovery and not yet well”.",
    "“Caseloads are too high,” the letter says, but “children [are] seen as often as they should be”.",
    "But, the charity points out, the inspectors say as well: “Caseloads are far too high.”",
    ("The line most likely to be read out at the next meeting is this one: “Children are seen often and known well.”"),
    ("Inspectors, who looked at the ‘front door’, concluded that “thresholds are understood and applied well”."),
]

A_BODY = [
    (
        (
            "The children's charity Base Camp, which runs a drop-in centre in Sneinton, said the grade was "
            "“no surprise to anyone who works with them”."
        ),
        "Base Camp",
    ),
    ("A council spokesman called the statement “political point-scoring of the worst kind”.", "the council"),
    (
        "A spokesperson for the Department for Education said: “We will not hesitate to act.”",
        "Department for Education",
    ),
    ("A Department for Education spokesperson said: “We will not hesitate to act.”", "Department for Education"),
    ("A spokesman for Ofsted said: “We do not comment on individual cases.”", "Ofsted"),
    ("A spokeswoman for the authority said: “We are sorry.”", "authority"),
    ("In a statement the council said: “We are sorry for what happened.”", "the council"),
    ("“We know this and we are sorry for it,” a council statement said.", "the council"),
    ("The council's statement read: “We know this and we are sorry for it.”", "the council"),
    ("The council responded: “We know this and we are sorry for it.”", "the council"),
    ("The authority has apologised for what it called “a failure of leadership at every level”.", "the council"),
    ("Kent County Council said it was “deeply sorry for the failings in the report”.", "Kent County Council"),
    ("A joint statement from the council and the NHS said: “We know this and we are sorry for it.”", "NHS"),
    ("Unison said: “Our members are worn out and it shows.”", "Unison"),
    ("The NSPCC said: “Children cannot wait for another year.”", "NSPCC"),
    ("The charity Mencap said: “Children cannot wait for another year.”", "Mencap"),
    ("Kent Parent Carer Forum said: “Families cannot wait for another year.”", "Kent Parent Carer Forum"),
]

NOBODY = [
    "The report did not use the words “inadequate at every level of the service”.",
    "Nobody at the council would say it was “a failure of the whole system”.",
    "The song “You'll never walk alone my friend” was played as inspectors left.",
    "A poster in the hall reads “Be kind to one another always”.",
    "The framework is known as “Inspecting local authority children's services”.",
    "The council's plan, “Every child a good childhood for Kent”, was praised by inspectors.",
    "Its strategy is called “Getting it right for every child”.",
    "Inspectors would not have said “the service is in good shape today”.",
    "The leaflet claims that Ofsted called the council “hopeless, rudderless and late”.",
    (
        "A leaflet quoted the report as saying that the council was “hopeless, rudderless and late”; it "
        "said no such thing."
    ),
    "If inspectors ask, say “we are proud of what we do here”.",
    "The Government's own review described the law as “out of date and out of step”.",
    "The peer review described the service as “well led and financially aware”.",
    (
        "A peer review carried out for the Local Government Association described the service as “well "
        "led and financially aware”."
    ),
    "A consultant's report called the finances “gone and not coming back this year”.",
    "A serious case review found that agencies “missed every chance to act”.",
    "The school's report said pupils “make a flying start in reading and maths”.",
    "The council's own audit found that files were “thin and late more often than not”.",
    "The survey found that staff felt “valued and supported by their managers”.",
    "An internal email described inspectors as “the people in the grey suits”.",
    "The newspaper's headline read “Council fails children yet again, says Ofsted”.",
    "The committee was told that staff were “tired but determined to go on”.",
    "Members were advised that the service was “on a journey of real improvement”.",
    "Number of referrals “up by half since the inspection took place”.",
]


@pytest.mark.parametrize("text", THE_REPORT)
def test_it_knows_words_of_the_report(text):
    assert last_said(text).kind == "report"


@pytest.mark.parametrize(("text", "organisation"), A_BODY)
def test_it_knows_the_voice_of_a_body(text, organisation):
    made = last_said(text)
    assert (made.kind, made.speaker, made.organisation) == ("organisation", None, organisation)


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_nobody_is_shown_to_have_said_stay_unstated(text):
    assert last_said(text).kind == "unstated"
