"""Tellings that stand apart and speak of one inspection, or stand together and speak of several.

Each page is read whole: council, service, kind of visit, its day, the day of its report and its grade.
"""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

Told = tuple[str, str, str, str | None, str | None, str | None]
HEAD = "Published: 12 June 2020\n\nOfsted reports on children’s services in many places.\n\n"
CHILDREN = "childrens-services"
PAGES: dict[str, tuple[str, list[Told]]] = {
    "the year since which a grade has stood is its own, and not that of a later visit": (
        HEAD + "Trafford council’s children’s services have been rated good since 2015, but Ofsted was back in March "
        "2019. Salford has been good since 2018.",
        [
            ("trafford", CHILDREN, "full", "2015", None, "good"),
            ("trafford", CHILDREN, "unstated", "2019-03", None, None),
            ("salford", CHILDREN, "full", "2018", None, "good"),
        ],
    ),
    "a year in a clause of its own is of the grade told there": (
        (
            "County Times, 12 May 2016\n\nChildren’s services in Cumbria have been told they must improve.\n\nOfsted "
            "inspectors went to Cumbria in March. Two months later their report rated children’s services as requiring "
            "improvement, where in 2015 they had been inadequate."
        ),
        [
            ("cumbria", CHILDREN, "full", "2016-03", None, "requires-improvement"),
            ("cumbria", CHILDREN, "full", "2015", None, "inadequate"),
        ],
    ),
    "the overall judgement is of the service told of, and not of the board named behind it": (
        (
            "Ofsted inspected children’s services in Coventry between 20 January and 11 February 2014. Members noted "
            "that the overall judgement was inadequate, and that the Local Safeguarding Children Board was judged "
            "inadequate."
        ),
        [
            ("coventry", CHILDREN, "full", "2014-01-20/2014-02-11", None, "inadequate"),
            ("coventry", "lscb", "full", None, None, "inadequate"),
        ],
    ),
    "a timeline has no day of publication, and its verdicts are of what stands above them": (
        (
            "Our inspections: a timeline\n\nMarch 2015\nOfsted inspects children’s services in Gateshead for a month. "
            "The verdict: good.\n\nJuly 2019\nA focused visit looks at the front door.\n\nOctober 2023\nOfsted returns "
            "for a standard inspection of children’s services. The verdict: outstanding."
        ),
        [
            ("gateshead", CHILDREN, "full", "2015-03", None, "good"),
            ("gateshead", CHILDREN, "focused-visit", "2019-07", None, None),
            ("gateshead", CHILDREN, "full", "2023-10", None, "outstanding"),
        ],
    ),
    "inspected and judged: the one that was inspected": (
        HEAD + "Luton’s children’s services were last inspected in 2016 and judged to require improvement.",
        [("luton", CHILDREN, "full", "2016", None, "requires-improvement")],
    ),
    "visits counted over years are none of them in particular": (
        HEAD + "Six monitoring visits of children’s services took place in Medway between 2019 and 2022.",
        [],
    ),
    "what councils get is a rule": (HEAD + "In Bury we know that councils rated inadequate get monitoring visits.", []),
    "what is asked is not told": (HEAD + "Had Sefton’s children’s services had a monitoring visit?", []),
    "inspectors who come back to a local area revisit it": (
        (
            "SEND in Peterborough\n\nOfsted and the Care Quality Commission inspected SEND services in Peterborough in "
            "June 2019. They came back in 2022 and found sufficient progress in two areas of three."
        ),
        [
            ("peterborough", "area-send", "full", "2019-06", None, None),
            ("peterborough", "area-send", "revisit", "2022", None, None),
        ],
    ),
    "notes in a list": (
        (
            "Ofsted round-up\nPublished 3 March 2022\n\nHow our neighbours’ children’s services fared when Ofsted last "
            "called:\n\n• Devon: inspected January 2020. Inadequate.\n• Cornwall: inspected October 2019. Good.\n"
            "• Plymouth City Council: inspected October 2018. Requires improvement.\n"
            "• Torbay: inspected February 2022, report awaited.\n"
        ),
        [
            ("devon", CHILDREN, "full", "2020-01", None, "inadequate"),
            ("cornwall", CHILDREN, "full", "2019-10", None, "good"),
            ("plymouth", CHILDREN, "full", "2018-10", None, "requires-improvement"),
            ("torbay", CHILDREN, "unstated", "2022-02", None, None),
        ],
    ),
    "a grade behind a colon, and an inspectorate that is not of another service": (
        (
            "HM Inspectorate of Probation inspected Blackpool’s youth justice service in October 2022. Lancashire’s "
            "youth justice service was last inspected in 2018 by the same inspectorate: ‘Good’."
        ),
        [
            ("blackpool", "youth-justice", "unstated", "2022-10", None, None),
            ("lancashire", "youth-justice", "full", "2018", None, "good"),
        ],
    ),
    "visits counted from several that were told of": (
        (
            "City of Stoke-on-Trent\n\nOfsted inspected the Council’s children’s services in February 2019. There had "
            "been monitoring visits since. The first, in August 2019, had not been followed by a letter. The letter "
            "about the second, which took place on 12 and 13 November 2019, was published on 9 December 2019."
        ),
        [
            ("stoke-on-trent", CHILDREN, "unstated", "2019-02", None, None),
            ("stoke-on-trent", CHILDREN, "monitoring-visit", "2019-08", None, None),
            ("stoke-on-trent", CHILDREN, "monitoring-visit", "2019-11-12/2019-11-13", "2019-12-09", None),
        ],
    ),
    "what the visit told of before was": (
        (
            "Lewisham Council | News\n\nPublished: 20 December 2021\n\nAn Ofsted inspector and a colleague came to see "
            "our adult learning service on 10 and 11 November 2021. This was a monitoring visit."
        ),
        [("lewisham", "adult-learning", "monitoring-visit", "2021-11-10/2021-11-11", None, None)],
    ),
    "where things stood when inspectors called before": (
        (
            HEAD + "Children’s services in Trafford ‘require improvement to be good’, Ofsted has said, but are a long "
            "way from where they were when the watchdog called in 2012.\n\nThat year’s inspection ended in the worst "
            "possible judgement, inadequate."
        ),
        [
            ("trafford", CHILDREN, "unstated", None, None, "requires-improvement"),
            ("trafford", CHILDREN, "full", "2012", None, "inadequate"),
        ],
    ),
    "reports on several councils that came out on one day": (
        (
            "Ofsted press release\n15 April 2014\n\nOfsted today publishes inspection reports for two local "
            "authorities "
            "under the single inspection framework. Hartlepool and Essex were judged good for overall effectiveness."
        ),
        [
            ("hartlepool", CHILDREN, "full", None, "2014-04-15", "good"),
            ("essex", CHILDREN, "full", None, "2014-04-15", "good"),
        ],
    ),
    "one of several services there is not the county’s own": (
        (
            "Press notice, 27 February 2025\n\nA youth justice service in Lancashire has been rated "
            "‘Outstanding’ by HM "
            "Inspectorate of Probation."
        ),
        [],
    ),
    "an inspection of a force is none of a council": (
        (
            "Joint inspection in Bolton\n\nOfsted, the Care Quality Commission and HMICFRS carried out a "
            "joint targeted "
            "area inspection in Bolton from 16 to 20 October 2023. In its PEEL inspection of 2022 HMICFRS graded the "
            "force good at preventing crime."
        ),
        [("bolton", "multi-agency-response", "joint-targeted", "2023-10-16/2023-10-20", None, None)],
    ),
    "the issue of a paper is no visit": (
        (
            "Correction\nIn our issue of 3 May we wrote about Swindon’s children’s services. They were in fact rated "
            "“requires improvement to be good” by Ofsted, in July 2019; it is Swindon’s SEND services that differ."
        ),
        [("swindon", CHILDREN, "full", "2019-07", None, "requires-improvement")],
    ),
    "a heading calls a visit by its kind, and the first visit told below it is another": (
        (
            "St Helens Council\n\nThe revisit: what it says\n\nOfsted and CQC first came to look at SEND in "
            "St Helens in "
            "May 2018. They came back from 28 to 30 June 2021."
        ),
        [
            ("st-helens", "area-send", "revisit", "2021-06-28/2021-06-30", None, None),
            ("st-helens", "area-send", "full", "2018-05", None, None),
        ],
    ),
    "visits of two councils, the first in one month and the second in another": (
        (
            HEAD + "Croydon and Lewisham have both had focused visits, the first in February 2019 on care leavers and "
            "the second in May 2019 on the front door."
        ),
        [
            ("croydon", CHILDREN, "focused-visit", "2019-02", None, None),
            ("lewisham", CHILDREN, "focused-visit", "2019-05", None, None),
        ],
    ),
    "a service of both boroughs that a heading names": (
        (
            "Inspection round-up\n\nMiddlesbrough and Redcar and Cleveland\n\nSouth Tees Youth Offending "
            "Service, which "
            "covers both boroughs, was rated ‘Requires improvement’ by HM Inspectorate of Probation. The fieldwork was "
            "in June 2019."
        ),
        [("middlesbrough+redcar-and-cleveland", "youth-justice", "full", "2019-06", None, "requires-improvement")],
    ),
    "a grade before a stop is not of the council behind it": (
        (
            "Evening Gazette, 29 November 2007\n\nOfsted’s annual performance assessment gave children’s "
            "services marks "
            "this week. Stockton’s got four, outstanding; Redcar and Cleveland’s a two."
        ),
        [],
    ),
    "every inspection since a year is none in that year": (
        (
            "Hansard, 12 July 2017\n\nBirmingham’s children’s services have been judged inadequate at every inspection "
            "since 2009. Ofsted’s most recent report, of November 2016, said so again."
        ),
        [("birmingham", CHILDREN, "full", None, "2016-11", "inadequate")],
    ),
    "what a pilot gave was indicative": (
        (
            "The Care Quality Commission assessed adult social care in Leicester in November 2024 and rated it good. "
            "Lincolnshire, assessed in a pilot in 2023, was given an indicative rating of good."
        ),
        [("leicester", "adult-social-care", "full", "2024-11", None, "good")],
    ),
    "what inspectors found that services now need": (
        (
            HEAD + "Six Ofsted inspectors, who were in Kirklees between 10 and 21 June 2019, found that services now "
            "require improvement to be good. Next door, Calderdale Council had its children’s services rated good in "
            "January 2018."
        ),
        [
            ("kirklees", CHILDREN, "full", "2019-06-10/2019-06-21", None, "requires-improvement"),
            ("calderdale", CHILDREN, "full", "2018-01", None, "good"),
        ],
    ),
    "the day on which a report was published, and the visit told of next": (
        (
            "Bulletin, 1 November 2019\n\nOfsted published its report on North Tyneside’s children’s services on 25 "
            "October 2019. The short inspection took place from 9 to 13 September 2019."
        ),
        [("north-tyneside", CHILDREN, "short", "2019-09-09/2019-09-13", "2019-10-25", None)],
    ),
    "a sentence that ends in a colon and a grade is no row of the table it stands among": (
        (
            "Suffolk County Council\n\nOur fostering service was rated good by Ofsted in 2013.\nOur adult "
            "learning service, "
            "run by others, was inspected by Ofsted in February 2018: good.\nYouth justice: a plan is made each year.\n"
        ),
        [
            ("suffolk", "fostering", "full", "2013", None, "good"),
            ("suffolk", "adult-learning", "full", "2018-02", None, "good"),
        ],
    ),
    "a framework called by its name says what was inspected, whatever was spoken of before": (
        (
            "Published: 9 September 2019\n\nIn 2011 Ofsted and CQC inspected safeguarding and looked-after children in "
            "Lincolnshire. In May 2019, under ILACS, Ofsted told us that our services are outstanding."
        ),
        [
            ("lincolnshire", "safeguarding", "unstated", "2011", None, None),
            ("lincolnshire", CHILDREN, "full", "2019-05", None, "outstanding"),
        ],
    ),
    "a month without a year is the same inspection's as the year told before it": (
        (
            "Ofsted had rated Torbay’s children’s services inadequate in 2018 following the inspection of March to "
            "April."
        ),
        [("torbay", CHILDREN, "full", "2018", None, "inadequate")],
    ),
}


def told(words: str, catalogue) -> list[Told]:
    reading = read(hold_text("page.txt", words.encode(), Sidecar()), catalogue)
    return [
        (
            "+".join(name.slug for name in fact.authorities),
            fact.service.slug if fact.service else "",
            fact.kind,
            fact.inspected.edtf if fact.inspected else None,
            fact.published.edtf if fact.published else None,
            fact.overall.grade if fact.overall else None,
        )
        for fact in reading.inspections
    ]


@pytest.mark.parametrize(("words", "expected"), PAGES.values(), ids=PAGES)
def test_each_inspection_has_what_is_told_of_it(words, expected, catalogue):
    assert told(words, catalogue) == expected


def test_parts_told_of_with_a_year_are_of_the_inspection_of_that_year(catalogue):
    words = (
        "Children’s Trust newsletter, January 2009\n\nIn the annual performance assessment for 2008, services for "
        "children and young people in Bexley were judged good overall. The joint area review of June 2006 had rated "
        "the council’s services for children as adequate. Enjoying and achieving was judged outstanding in 2008."
    )
    reading = read(hold_text("page.txt", words.encode(), Sidecar()), catalogue)
    parts = {fact.kind: [judged.grade.grade for judged in fact.judgements] for fact in reading.inspections}
    assert parts == {"annual-assessment": ["outstanding"], "joint-area-review": []}


def test_a_part_that_no_framework_names_gives_no_overall_grade(catalogue):
    words = (
        "HM Inspectorate of Probation inspected Blackpool’s youth offending service in March 2022. Bicycle repair "
        "provision was rated ‘Outstanding’."
    )
    reading = read(hold_text("page.txt", words.encode(), Sidecar()), catalogue)
    assert [(fact.overall, fact.judgements) for fact in reading.inspections] == [(None, ())]
