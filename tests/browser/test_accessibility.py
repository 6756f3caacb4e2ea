"""WCAG 2.2 AA, as far as a machine can tell: axe on every kind of page, and the keyboard, zoom and colours."""

import pytest

pytestmark = pytest.mark.browser

WIDTHS = (1280, 320)
RECORDS = ("site", "wide_site")
VIOLATIONS = {"resultTypes": ["violations"]}  # of all else one example is enough
ALL = VIOLATIONS | {"rules": {"target-size": {"enabled": True}}}  # of WCAG 2.2, which axe leaves off by itself
COLOURS = VIOLATIONS | {"runOnly": ["color-contrast", "link-in-text-block"]}  # all that differs in the dark
RUN = "options => axe.run(options).then(({violations, passes}) => [violations, passes.length])"


def complaints(page, options):
    """What axe finds, a line for each element."""
    violations, passed = page.evaluate(RUN, options)
    assert violations or passed, "axe looked at nothing"
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in violations
        for node in rule["nodes"]
    ]


@pytest.fixture
def scripted(browser):
    """A page with script, for axe alone: the site itself has none."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("record_served", RECORDS)
def test_axe_finds_no_violation_on_any_kind_of_page_in_light_and_dark_wide_and_narrow(
    request, scripted, kinds_of_page, record_served
):
    """Each page is opened once, and looked at as a visitor would who turns it dark and makes it narrow."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    site = request.getfixturevalue(record_served)
    found = {}
    for name, address in kinds_of_page(scripted, site).items():
        scripted.goto(site + address)
        scripted.evaluate(axe.axe_script)
        for width in WIDTHS:
            scripted.set_viewport_size({"width": width, "height": 900})
            for scheme, options in (("light", ALL), ("dark", COLOURS)):
                scripted.emulate_media(color_scheme=scheme)
                if told := complaints(scripted, options):
                    found[name, scheme, width, address] = told
    assert not found


def test_axe_would_tell_of_a_violation_in_the_dark_and_in_the_narrow(scripted):
    """A page that is right when it is opened, and wrong once it is dark or narrow."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    scripted.set_content(
        "<!doctype html><html lang=en><title>a</title><style>@media (prefers-color-scheme: dark) "
        "{p {color: #ccc; background: #fff}} @media (max-width: 400px) {h1 {color: #ccc}}</style>"
        "<main><h1>Words</h1><p>Words</p></main>"
    )
    scripted.evaluate(axe.axe_script)
    assert complaints(scripted, ALL) == []
    scripted.emulate_media(color_scheme="dark")
    assert "<p>Words</p>" in "".join(complaints(scripted, COLOURS))
    scripted.emulate_media(color_scheme="light")
    scripted.set_viewport_size({"width": 320, "height": 900})
    assert "<h1>Words</h1>" in "".join(complaints(scripted, ALL))


REACHABLE = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, '
    + 'textarea, summary, [tabindex="0"]')].filter(each => each.checkVisibility({checkVisibilityCSS: true})
    && !each.closest('details:not([open]) > :not(summary)'))"""
FOCUSED = """() => {
    const all = window.reachable, here = document.activeElement, style = getComputedStyle(here);
    return [all.indexOf(here), all.length, style.outlineStyle, parseFloat(style.outlineWidth), here.outerHTML];
}"""
WALKED = ("home", "inspections", "quote check", "inspection", "authority", "statements")


@pytest.mark.parametrize("width", WIDTHS)
def test_tab_reaches_every_link_and_field_in_order_with_a_visible_focus(site, scripted, kinds_of_page, width):
    scripted.set_viewport_size({"width": width, "height": 900})
    pages = kinds_of_page(scripted, site)
    for name in WALKED:
        scripted.goto(site + pages[name])
        scripted.evaluate(f"window.reachable = ({REACHABLE})()")
        expected = 0
        while True:
            scripted.keyboard.press("Tab")
            at, many, style, thick, element = scripted.evaluate(FOCUSED)
            assert at == expected, (name, f"{element[:160]} is reached where number {expected} should be")
            assert style not in ("none", "hidden") and thick >= 2, (name, element[:160])
            expected += 1
            if expected == many:
                break
        assert expected > 15


def test_the_skip_link_shows_itself_and_leads_past_the_navigation(page, site):
    page.goto(f"{site}/inspections/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("record_served", RECORDS)
def test_nothing_is_scrolled_sideways_at_four_hundred_per_cent(request, browser, kinds_of_page, record_served):
    """A window of 1280 by 1024 at 400% is 320 by 256."""
    site = request.getfixturevalue(record_served)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 256})
    page = context.new_page()
    wide = {}
    for name, address in kinds_of_page(page, site).items():
        page.goto(site + address)
        across, room = page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
        if across > room:
            wide[name] = (address, across)
    context.close()
    assert not wide


def test_nothing_moves_whatever_is_asked(browser, site, kinds_of_page):
    context = browser.new_context()
    page = context.new_page()
    for name, address in kinds_of_page(page, site).items():
        page.goto(site + address)
        for motion in ("reduce", "no-preference"):
            page.emulate_media(reduced_motion=motion)
            moving = page.evaluate(
                """() => document.getAnimations().length + [...document.querySelectorAll('*')].filter(each => {
                    const style = getComputedStyle(each);
                    return style.animationName !== 'none' || style.transitionDuration !== '0s'
                        || style.scrollBehavior === 'smooth';
                }).length"""
            )
            assert moving == 0, (name, motion)
    context.close()


def test_forced_colours_keep_the_judged_rung_and_the_passage_apart(browser, site, kinds_of_page):
    """The judged rung differs from the others by fill, a highlighted passage by its outline."""
    context = browser.new_context(forced_colors="active", java_script_enabled=False)
    page = context.new_page()
    pages = kinds_of_page(page, site)
    page.goto(site + pages["scale"])
    shown = page.locator(".ladder").first.evaluate(
        """ladder => [...ladder.querySelectorAll('rect, path, line')].map(each => {
            const style = getComputedStyle(each), box = each.getBBox();
            return [each.getAttribute('class') || '', style.fill, style.stroke, box.width * box.height];
        })"""
    )
    judged = [area for names, fill, _, area in shown if "tone-" in names and fill != "none"]
    others = [area for names, _, _, area in shown if names == "rung"]
    assert judged and others and min(judged) > 3 * max(others), shown
    page.goto(site + pages["inspection"])
    link = page.locator(".proofs a[href*='#p']").first.get_attribute("href")
    page.goto(site + link)
    style = page.locator(f"[id='{link.partition('#')[2]}']").evaluate("e => getComputedStyle(e).outlineStyle")
    assert style == "solid"
    context.close()


def test_a_screen_reader_hears_the_timeline_as_named_links(page, site):
    page.goto(f"{site}/authorities/stoke-on-trent/")
    heard = page.locator("main").aria_snapshot()
    marks = page.locator("a.mark-link")
    assert marks.count() > 3
    for at in range(marks.count()):
        name = marks.nth(at).get_attribute("aria-label") or marks.nth(at).locator("title").text_content()
        assert name.strip()
        assert name.split(",")[0][:40] in heard
