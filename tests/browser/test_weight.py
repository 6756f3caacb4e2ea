"""What a page costs a phone on a bad line: bytes over the wire, requests, and nothing that jumps."""

import re

import pytest

pytestmark = pytest.mark.browser

HEAVIEST = 60_000  # bytes over the wire with styles, compressed
REQUESTS = 3
TRIES = 3
PATIENCE = 500  # times that a request is waited for
STILL = 0.001  # of the screen, times how far: a hundredth of what is called good; a font may round to another pixel

SHIFTS = """() => new Promise(done => {
    let moved = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) moved += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => setTimeout(() => done(moved), 60));
})"""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("record_served", ["site", "wide_site"])
def test_every_kind_of_page_is_light_and_still(request, browser, kinds_of_page, record_served, width):
    site = request.getfixturevalue(record_served)
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    addresses = kinds_of_page(page, site)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked, weighed = {}, []
    line.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    line.on("Network.loadingFinished", lambda event: weighed.append((event["requestId"], event["encodedDataLength"])))
    for name, address in addresses.items():
        asked.clear()
        weighed.clear()
        page.goto(site + address)
        moved = page.evaluate(SHIFTS)
        assert len(asked) <= REQUESTS, (name, asked)
        assert all(url.startswith((site, "data:")) for url in asked.values()), (name, asked)
        for _ in range(PATIENCE):  # the browser tells of the end of a request when it gets to it
            if {number for number, _ in weighed} >= set(asked):
                break
            page.wait_for_timeout(20)
        assert {number for number, _ in weighed} >= set(asked), (name, "a request did not end")
        assert 1_000 < sum(size for _, size in weighed) <= HEAVIEST, (name, weighed)
        for _ in range(TRIES):  # a busy machine paints what it has read by then; what jumps of itself jumps each time
            if moved < STILL:
                break
            page.goto(site + address)
            moved = page.evaluate(SHIFTS)
        assert moved < STILL, name
    context.close()


def test_no_page_names_another_place_to_fetch_from(browser, site, kinds_of_page):
    """Links may lead anywhere; nothing that is fetched by itself may."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, address in kinds_of_page(page, site).items():
        text = page.request.get(site + address).text()
        fetched = re.findall(r'<(?:script|img|iframe|source|object|embed)\b[^>]*\bsrc="([^"]*)"', text)
        fetched += re.findall(r'<link rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]*)"', text)
        assert fetched and all(re.match(r"/static/", each) for each in fetched), (name, fetched)
    context.close()
