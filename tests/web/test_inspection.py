"""THE page a journalist is sent: what it shows of every kind of inspection."""

from itertools import pairwise


def test_an_overall_grade_that_was_abolished_is_not_invented(wide_record, words_of, first_named):
    row = first_named("Somerset")
    said = words_of(row["url"])
    assert "No overall judgement (abolished April 2026)" in said
    assert row["overall"] is None
    assert row["overall_absent"] == "abolished"
    assert [j["aspect"] for j in row["judgements"]] == [
        "The impact of leaders", "Help and protection", "Children in care", "Care leavers",
    ]  # fmt: skip


def test_a_report_card_shows_each_aspect_on_its_own_scale(wide_record, words_of, first_named):
    row = first_named("Sunderland")
    assert {j["scale"] for j in row["judgements"]} == {"ofsted-report-card", "ofsted-safeguarding"}
    assert "No overall grade: each aspect is judged by itself" in words_of(row["url"])


def test_sources_that_disagree_are_both_shown(wide_record, words_of, first_named):
    row = first_named("Derby", "3 June 2019")
    said = words_of(row["url"])
    assert "Sources disagree" in said
    assert "Good (Ofsted’s four grades)" in said
    assert "Inadequate (Ofsted’s four grades)" in said
    assert row["overall"] is None
    values = row["disputed"][0]["values"]
    assert [value["words"] for value in values] == ["Good (Ofsted’s four grades)", "Inadequate (Ofsted’s four grades)"]
    assert all(value["evidence"] for value in values)
    assert "Sources disagree" in words_of("/inspections/?authority=derby")


def test_an_event_that_may_be_either_of_two_says_so_on_all_three_pages(wide_record, words_of, first_named):
    coarse = first_named("Derby", "focused visit, September 2019")
    assert len(coarse["candidates"]) == 2
    said = words_of(coarse["url"])
    assert "Derby: children’s services, focused visit, 10 September 2019" in said
    assert "May be the same as another" in said
    assert "May be the same as another" in words_of(first_named("10 September")["url"])


def test_a_date_without_its_year_stays_so(wide_record, words_of, first_named):
    row = first_named("Leeds", "September, year not stated")
    assert row["inspected"]["edtf"] == "XXXX-09"
    assert row["inspected"]["earliest"] is None
    assert "inspected.year" in row["not_stated"]
    assert "the source prints only “September”" in words_of(row["url"])


def test_ungraded_visits_carry_their_own_words(wide_record, words_of, first_named):
    row = first_named("Leeds", "revisit")
    assert row["overall_absent"] == "ungraded by design"
    assert "sufficient progress in three of six weaknesses" in words_of(row["url"])
    assert row["judgements"] == []


def test_a_quotation_says_how_it_compares_with_the_report(wide_record, words_of, first_named):
    said = words_of(first_named("Trafford", "6 to 9 March")["url"])
    assert "managers have improved the […] teaching of English" in said
    assert "Word for word in the report, which this record holds" in said
    assert "Not found in the report, which this record holds" in said


def test_a_withdrawal_stands_under_its_own_banner(wide_record, words_of, first_named):
    said = words_of(first_named("Leeds", "revisit")["url"])
    assert "A withdrawal We withdraw our words and apologise. Example Party , 30 April 2019 or 30 April 2024" in said


def test_before_and_after_lead_both_ways(wide_record, client, first_named):
    later, earlier = first_named("Trafford", "6 to 9 March"), first_named("Trafford", "May 2014")
    assert later["previous"] == earlier["id"]
    assert earlier["next"] == later["id"]
    assert earlier["url"] in client.get(later["url"]).content.decode()
    assert later["url"] in client.get(earlier["url"]).content.decode()


def test_a_grade_is_drawn_as_its_place_and_named_with_its_scale(wide_record, client, first_named):
    text = client.get(first_named("Leeds", "February 2019")["url"]).content.decode()
    assert '<rect class="tone-worst" x="0" y="22" width="26" height="5"/>' in text
    assert text.count('class="rung" x="4"') == 3
    assert "4 of 4 on the scale, where 1 is best" in text
    assert 'href="/scales/ofsted-four-point/">Ofsted’s four grades</a>' in text


def test_a_judgement_without_its_grade_is_not_stated(record, client):
    rows = client.get("/inspections.json?kind=monitoring-visit").json()["results"]
    judgements = [judgement for row in rows for judgement in row["judgements"]]
    assert len(judgements) == 4
    assert {(j["grade"], j["label"], j["rank"]) for j in judgements} == {(None, "not stated", None)}


def test_an_abolished_council_links_to_its_successors_and_lends_no_grade(wide_record, client, words_of):
    assert "Cumberland , Westmorland and Furness , which inherit none of its grades" in words_of(
        "/authorities/cumbria/"
    )
    after = client.get("/authorities/cumberland/").content.decode()
    assert "/authorities/cumbria/" in after
    assert "This record holds no inspection of Cumberland Council, which began on 1 April 2023." in after


def test_a_council_of_the_name_of_the_one_before_it_is_told_from_it(wide_record, words_of):
    assert "It took the place of Somerset County Council (until 2023)" in words_of("/authorities/somerset/")
    assert "It was succeeded by Somerset Council, which inherits none" in words_of(
        "/authorities/somerset-county-council/"
    ).replace(" ,", ",")
    assert "took the place of Bournemouth (until 2019), Dorset County Council (until 2019), Poole" in words_of(
        "/authorities/bournemouth-christchurch-and-poole/"
    )
    assert "It took the place of Cumbria (until 2023)" in words_of("/authorities/cumberland/")


def test_words_that_do_not_follow_each_other_are_not_joined_in_silence(record, client, words_of):
    row = client.get("/statements.json?kind=withdrawal").json()["results"][0]
    spans = [(proof["start"], proof["end"]) for proof in row["evidence"] if proof["field"] == "text"]
    assert any(after[0] - before[1] > 50 for before, after in pairwise(spans))
    assert "The source says other things here: […]" in words_of(row["url"])
    assert "[…]" in words_of("/statements/?kind=withdrawal")


def test_paragraphs_of_one_quotation_follow_without_a_gap(record, client, words_of):
    row = next(row for row in client.get("/statements.json").json()["results"] if row["speaker"] == "Janine Bridges")
    assert len([proof for proof in row["evidence"] if proof["field"] == "text"]) == 4
    assert "[…]" not in words_of(row["url"]).partition("Where it stands")[0].partition("Who")[0]
