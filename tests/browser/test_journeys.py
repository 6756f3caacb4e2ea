"""What a visitor does, in a real browser with script switched off."""

import re
from pathlib import Path

import feedparser
import pytest

pytestmark = pytest.mark.browser

ADDRESSES = (
    "/", "/authorities/", "/authorities/stockport/", "/authorities/stockport/adult-learning/", "/inspections/",
    "/inspections/?grade=good", "/inspections/?year=1999", "/statements/", "/sources/", "/scales/",
    "/scales/ofsted-annual-assessment/", "/data/", "/editions/", "/editions/1/", "/about/", "/nowhere/",
)  # fmt: skip
PROOF = ".proofs a[href*='#p']"


def background(page, selector):
    return page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor")


def test_from_the_front_page_to_the_words_that_prove_a_grade(page, site):
    page.goto(site)
    page.get_by_label("An authority, or words from a report").fill("Stoke")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".best").get_by_role("link", name="Stoke-on-Trent", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Stoke-on-Trent"
    page.get_by_role("link", name=re.compile("^Children’s services.*February 2019")).click()
    assert "Inadequate" in page.locator(".headline").inner_text()
    page.locator(f".headline {PROOF}").first.press("Enter")
    page.wait_for_url("**/sources/**")
    anchor = page.url.partition("#")[2]
    start, end = map(int, re.fullmatch(r"p(\d+)-(\d+)", anchor).groups())
    passage = page.locator(f"[id='{anchor}']")
    assert passage.inner_text().lower().startswith("inadequate")
    assert len(passage.inner_text()) == end - start
    assert background(page, f"[id='{anchor}']") != "rgba(0, 0, 0, 0)"
    assert passage.evaluate("element => element.getBoundingClientRect().top") in range(900) or passage.is_visible()


def test_filtering_by_grade_and_year(page, site):
    page.goto(f"{site}/inspections/")
    filters = page.locator("#filters")
    filters.get_by_role("link", name=re.compile("^Inadequate")).click()
    filters.get_by_role("link", name=re.compile("^2019")).click()
    assert re.fullmatch(r"2 of (?!2 )\d+ inspections with these filters:", page.locator(".n-of-n").inner_text())
    assert "grade=ofsted-four-point%3Ainadequate" in page.url
    assert "year=2019" in page.url
    page.get_by_role("link", name="Drop the filter 2019").click()
    assert "year=2019" not in page.url


def test_every_proof_of_every_inspection_opens_exactly_its_words(page, site):
    """The highlighted characters are those of the span, by the browser's own computed style."""
    answer = page.request.get(f"{site}/inspections.json").json()
    texts = {row["id"]: row["text"] for row in page.request.get(f"{site}/sources.json").json()["results"]}
    checked = 0
    for row in answer["results"]:
        page.goto(site + row["url"])
        links = page.locator(PROOF).evaluate_all("links => links.map(link => link.href)")
        for link in sorted(set(links))[:4]:
            start, end = map(int, re.search(r"#p(\d+)-(\d+)$", link).groups())
            source = re.search(r"/sources/([a-z0-9]+)/", link)[1]
            page.goto(link)
            anchor = f"[id='p{start}-{end}']"
            assert background(page, anchor) != "rgba(0, 0, 0, 0)", link
            assert page.locator(anchor).text_content() == texts[source][start:end].replace("\r\n", "\n"), link
            checked += 1
    assert checked > 20


def lit(page):
    """The highlighted text of a page: every run of characters whose own element is painted."""
    return page.locator(".held").evaluate(
        """held => [...held.querySelectorAll('.m')]
            .filter(mark => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)')
            .map(mark => mark.textContent).join('')"""
    )


def test_a_passage_that_crosses_another_is_highlighted_whole_and_alone(page, wide_site):
    text = next(
        row for row in page.request.get(f"{wide_site}/sources.json").json()["results"] if "visits" in row["title"]
    )
    for words in ("A focused visit by Ofsted to Derby", "the inspection of 3 June 2019. A focused visit by Ofsted"):
        at = text["text"].index(words)
        page.goto(f"{wide_site}{text['url']}#p{at}-{at + len(words)}")
        assert lit(page) == words
    page.goto(wide_site + text["url"])
    assert lit(page) == ""


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_is_wider_than_a_narrow_screen(narrow, site, address):
    narrow.goto(site + address)
    widths = narrow.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]


def test_inspections_and_sources_fit_a_narrow_screen(narrow, site):
    rows = narrow.request.get(f"{site}/inspections.json").json()["results"]
    sources = narrow.request.get(f"{site}/sources.json").json()["results"]
    for row in (*rows, *sources):
        narrow.goto(site + row["url"])
        widths = narrow.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
        assert widths[0] <= widths[1], row["url"]


@pytest.mark.parametrize("width", [1600, 1280, 1100, 1024])
def test_tables_of_counts_beside_each_other_do_not_overlap(page, wide_site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{wide_site}/national/counts/?providers=with")
    pairs = page.evaluate(
        """() => [...document.querySelectorAll(".pair-of-tables")].map(pair => [...pair.children].map(table => {
            const {left, right, top} = table.getBoundingClientRect(); return [left, right, top]}))"""
    )
    assert pairs
    for (_, right, top), (left, _, beside) in pairs:
        assert right <= left or top < beside
    widths = page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]


def test_the_keyboard_reaches_the_main_part_first(page, site):
    page.goto(f"{site}/inspections/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to the main part"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_no_cookie_is_set_and_nothing_is_fetched_from_elsewhere(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ADDRESSES:
        page.goto(site + address)
    assert page.context.cookies() == []
    assert asked
    assert all(url.startswith(site) for url in asked)


def channels(colour):
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    return [c / 12.92 if (c := n / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for n in numbers]


def contrast(one, other):
    bright, dim = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(channels, (one, other))), reverse=True
    )
    return (bright + 0.05) / (dim + 0.05)


def test_colours_keep_their_contrast_in_light_and_dark(narrow, site):
    """Text 4.5:1 on every ground it stands on, marks 3:1."""
    narrow.goto(site)
    colour = """name => {
        const probe = document.createElement('i');
        probe.style.color = `var(--${name})`;
        document.body.append(probe);
        return getComputedStyle(probe).color;
    }"""
    colours = {name: narrow.evaluate(colour, name) for name in (
        "paper", "sheet", "wash", "target", "ink", "quiet", "link", "best", "good", "weak", "worst", "none",
        "line", "focus", "proof",
    )}  # fmt: skip
    for ground in ("paper", "sheet", "wash"):
        for words in ("ink", "quiet", "link"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
    for mark in ("best", "good", "weak", "worst", "none", "line", "focus", "proof"):
        assert contrast(colours[mark], colours["paper"]) >= 3, mark
    assert contrast(colours["ink"], colours["target"]) >= 4.5


def test_an_inspection_prints_on_two_pages(page, site):
    row = page.request.get(f"{site}/inspections.json?kind=monitoring-visit").json()["results"][0]
    page.goto(site + row["url"])
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_the_front_page_leads_straight_to_an_authority_by_its_name(page, site):
    page.goto(site)
    page.get_by_label("An authority, or words from a report").fill("stockport")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=stockport")
    page.locator(".best").get_by_role("link", name="Stockport", exact=True).click()
    assert page.url == f"{site}/authorities/stockport/"


def test_checking_a_quotation_from_the_front_page_to_its_passage(page, site):
    page.goto(site)
    page.get_by_role("link", name="Check whether they wrote it").click()
    words = next(
        row for row in page.request.get(f"{site}/statements.json").json()["results"] if row["in_quotation_marks"]
    )
    sentence = " ".join(words["evidence"][0]["text"].split()[:14])
    page.get_by_label("The words").fill(sentence)
    page.get_by_role("button", name="Check").click()
    assert page.locator(".answer h2").inner_text().startswith("Word for word")
    page.locator(".matches a[href*='#p']").first.click()
    anchor = page.url.partition("#")[2]
    assert background(page, f"[id='{anchor}']") != "rgba(0, 0, 0, 0)"
    found = " ".join(lit(page).split())
    assert found and (found in sentence or sentence in found)
    page.goto(f"{site}/quote-check/")
    page.get_by_label("The words").fill(sentence.replace(sentence.split()[5], "zeppelin", 1))
    page.get_by_role("button", name="Check").click()
    assert "zeppelin" in " ".join(page.locator(".answer ins, .answer del").all_inner_texts())


def test_one_click_selects_a_whole_citation(page, site):
    row = page.request.get(f"{site}/inspections.json?year=2019").json()["results"][0]
    page.goto(site + row["url"])
    card = page.locator(".cite .citation").last
    card.click()
    selected = page.evaluate("() => getSelection().toString()")
    assert " ".join(selected.split()) == " ".join(card.inner_text().split())
    assert row["id"] in selected
    with page.expect_download() as told:
        page.locator(".cite").get_by_role("link", name="BibTeX").click()
    assert row["id"] in Path(told.value.path()).read_text(encoding="utf-8")


def test_following_the_feed_of_an_authority_to_an_inspection(page, site):
    page.goto(f"{site}/authorities/stoke-on-trent/")
    address = page.locator("link[rel=alternate][type='application/atom+xml']").last.get_attribute("href")
    feed = feedparser.parse(page.request.get(site + address).body())
    assert not feed.bozo
    entry = next(entry for entry in feed.entries if "inadequate" in entry.title.lower())
    page.goto(entry.link)
    assert "Inadequate" in page.locator(".headline").inner_text()


def test_searching_a_word_and_reading_it_where_it_stands(page, site):
    page.goto(f"{site}/search/")
    page.get_by_role("search").get_by_role("searchbox").fill("improvement")
    page.get_by_role("button", name="Search").click()
    marked = page.locator(".found mark")
    assert marked.count() and "improvement" in {word.lower() for word in marked.all_inner_texts()}
    page.get_by_role("link", name=re.compile("^Read it in")).first.click()
    assert "improvement" in page.locator(".m:target").first.inner_text().lower() or "improvement" in lit(page).lower()
