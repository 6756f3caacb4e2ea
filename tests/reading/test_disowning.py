"""Words that a page takes back, or says that nobody wrote."""

from __future__ import annotations

import pytest

from tests.reading.said import said


def test_what_a_page_takes_back_is_disowned() -> None:
    made = said(
        "Our leaflet told residents that Ofsted had called it “a shambles all through”. No Ofsted report says that."
    )
    assert made[0].disowned
    kept = said("The report says: “Plans do not say what must change.” It is blunt.")
    assert not kept[0].disowned


@pytest.mark.parametrize(
    "text",
    [
        "The leaflet has Ofsted saying that it “has turned its back on children”. We looked, and it isn't there.",
        "Ofsted called the council “hopeless, rudderless and late”, it says. Those words are in neither letter.",
        "The MP wrote that inspectors found “a service in chaos”. He has since withdrawn the remark.",
        "The paper says inspectors called the team “cruel and slow”. We are happy to make clear that they did not.",
        "Inspectors found “a service in chaos”, we were told. They said nothing of the sort.",
        "The councillor claimed the report said “nobody is safe here”. It does not say that.",
        "You have had a leaflet from another party. It calls the services “a disgrace to us all”. It gives no source.",
        "A leaflet went round in May. It describes the service as “cruel and slow”. Ofsted was not asked.",
    ],
)
def test_it_disowns_words_that_nobody_wrote(text: str) -> None:
    assert said(text)[0].disowned


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this story said that Ofsted had called services “cruel and in disarray”. We are sorry.",
        "Ofsted had called it “dangerous and in disarray”. Those words were used by a campaigner, not by Ofsted.",
        "The report calls it “dangerous and in disarray”, we wrote. The words were not those of the inspectors.",
        "Inspectors found “a service in chaos”. The remark should have been attributed to a parent.",
    ],
)
def test_a_correction_disowns_what_was_printed(text: str) -> None:
    assert said(text)[0].disowned


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "“Drift is the word that we wrote most often,” the inspectors said, and added: “It is in every file.”",
            True,
        ),
        ("“It is what we said in May,” the report says, and: “Plans do not say what must change.”", True),
        (
            "Last week we wrote that Ofsted had said “cruel and in disarray” and “hopeless and late”. We are sorry.",
            False,
        ),
    ],
)
def test_the_words_of_one_quotation_do_not_take_back_the_next(text: str, kept: bool) -> None:
    assert said(text)[1].disowned is not kept


@pytest.mark.parametrize(
    "text",
    [
        "“I went to page one,” says the leader, Ann Lee, “and I thought they had sent a wrong file.”\n\nThey had not.",
        "The leader, Ann Lee, said: “I met an inspector.”\n\nCllr Day noted that that was not in the report.",
        "CQC said that people were “treated as neighbours”. It did not say everything was perfect.",
        "A mother who asked the Post not to print her name said: “They wrote down what I told them on the phone.”",
        "Ofsted found “a service that listens”. The letter does not say why.",
    ],
)
def test_what_is_denied_of_something_else_takes_back_no_words(text: str) -> None:
    assert not any(each.disowned for each in said(text))
