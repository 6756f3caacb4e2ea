"""The outcome of an area's inspection told in words of its own, and the outcomes that a page only explains."""

import pytest

from tests.reading.given import given

HEAD = (
    "3 April 2025\n\nOfsted and the Care Quality Commission carried out an Area SEND inspection in {} from 3 to 7 "
    "February 2025. {}\n"
)


@pytest.mark.parametrize(
    ("area", "sentence", "outcome"),
    [
        ("Enfield", "Children with SEND typically have positive experiences and outcomes.", "typically-positive"),
        ("Kent", "Children and young people with SEND in Kent typically have positive experiences and outcomes.",
         "typically-positive"),
        ("Bury", "Young people with special needs in the borough typically get positive experiences and outcomes.",
         "typically-positive"),
        ("Torbay", "Children with SEND across the area typically enjoy positive experiences and outcomes.",
         "typically-positive"),
        ("Luton", "It said that children with SEND living in Luton typically had positive experiences and outcomes.",
         "typically-positive"),
        ("Derby", "They found widespread or systemic failings.", "widespread-and-or-systemic-failings"),
        ("Leeds", "There are three possible outcomes and this was the last: it found widespread and systemic failings.",
         "widespread-and-or-systemic-failings"),
        ("Hull", "Of the three possible outcomes it was given the middle one, inconsistent experiences and outcomes.",
         "inconsistent"),
        ("Bolton", "The outcome, which is the middle one, is that they lead to inconsistent experiences and outcomes.",
         "inconsistent"),
    ],
)  # fmt: skip
def test_an_outcome_told_of_the_children_of_an_area_is_read(area, sentence, outcome, page):
    assert given(page(HEAD.format(area, sentence))) == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "Children with SEND do not typically have positive experiences and outcomes.",
        "Children in its nurseries typically have positive experiences and outcomes.",
        "Children with autism typically have positive experiences and outcomes.",
        "Parents say that children with SEND typically have positive experiences and outcomes.",
        "Children with SEND in mainstream schools typically have positive experiences and outcomes.",
        "The lowest is for areas in which experiences and outcomes are inconsistent.",
        "It is given to partnerships whose arrangements lead to inconsistent experiences and outcomes.",
        "The other two are for places where there are widespread or systemic failings.",
        "The remaining one means widespread or systemic failings.",
        "It is not for those where there are widespread and/or systemic failings.",
        "There are three possible outcomes, the lowest being widespread and/or systemic failings.",
        "There are three, the best of which is that arrangements typically lead to positive experiences and outcomes.",
        "The best outcome is that arrangements typically lead to positive experiences and outcomes.",
        "The outcome above it is that arrangements typically lead to positive experiences and outcomes.",
        "A good area is one whose arrangements typically lead to positive experiences and outcomes.",
        "(The other two, for the curious, are that they typically lead to positive experiences and outcomes, or vary.)",
        "The others are that arrangements typically lead to positive experiences and outcomes, and the middle one.",
    ],
)
def test_what_some_children_have_or_some_areas_get_is_no_outcome(sentence, page):
    assert given(page(HEAD.format("Enfield", sentence))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The other two are for areas where they vary, and for those with widespread or systemic failings.",
        "The other two are the one for inconsistent experiences and outcomes and the lowest.",
        "There are areas where there are widespread and/or systemic failings.",
        "Councils that have widespread or systemic failings must send a plan within weeks.",
        "Those with inconsistent experiences and outcomes are seen again in three years.",
    ],
)
def test_what_is_explained_beside_it_does_not_take_its_place(sentence, page):
    told = "Children with SEND in Enfield typically have positive experiences and outcomes.\n\n" + sentence
    assert given(page(HEAD.format("Enfield", told))) == ["typically-positive"]
