"""Every proof of a text is one address and exactly its own characters, however proofs overlap."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from inspections.web.held_text import Fact, Paragraph, lay_out

FACT = Fact("grade", "/inspections/x/", "X")


class Reader(HTMLParser):
    """Collects the characters under each class and id of a block's markup."""

    def __init__(self):
        super().__init__()
        self.open, self.under, self.ids = [], {}, []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        names = set(found.get("class", "").split()) | ({found["id"]} if "id" in found else set())
        self.ids += [found["id"]] if "id" in found else []
        self.open.append(names)

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        for name in set().union(*self.open) | {"*"}:
            self.under[name] = self.under.get(name, "") + data


def read(block):
    reader = Reader()
    for paragraph in block.paragraphs:
        reader.feed(str(paragraph.html))
    reader.close()
    return reader


def highlighted(block, mark):
    """What the style sheet paints when the address of a mark is open."""
    under = read(block).under
    return under[mark.anchor] if mark.thread is None else under[f"t{mark.thread}"]


def proofs(*spans):
    return [(start, end, FACT) for start, end in spans]


def test_nested_and_crossing_proofs_keep_their_own_characters():
    text = "Ofsted judged the service good in May."
    blocks = lay_out(text, [Paragraph(0, len(text))], proofs((0, 13), (7, 30), (0, len(text)), (26, 30)))
    assert [text[m.start : m.end] for m in blocks[0].marks] == [highlighted(blocks[0], m) for m in blocks[0].marks]
    assert [m.number for m in blocks[0].marks] == [1, 2, 3, 4]


def test_a_proof_over_two_paragraphs_is_highlighted_in_both():
    text = "First it ends here.\n\nThen it begins again."
    blocks = lay_out(text, [Paragraph(0, 19), Paragraph(21, len(text))], proofs((9, 30)))
    assert len(blocks) == 1
    assert highlighted(blocks[0], blocks[0].marks[0]) == text[9:30]


def test_the_text_is_escaped_and_whole():
    text = "a < b & <script>c</script>"
    blocks = lay_out(text, [Paragraph(0, len(text))], proofs((2, 9)))
    assert "<script>" not in str(blocks[0].paragraphs[0].html)
    assert read(blocks[0]).under["*"] == text


def test_words_between_paragraphs_are_not_lost():
    text = "One.\n\nTwo, which no passage holds.\n\nThree."
    blocks = lay_out(text, [Paragraph(0, 4), Paragraph(36, len(text))], [])
    assert "".join(read(block).under["*"] for block in blocks).split() == text.split()


def test_the_same_passage_for_two_facts_is_one_mark():
    other = Fact("when", "/inspections/y/", "Y")
    blocks = lay_out("good", [Paragraph(0, 4)], [(0, 4, FACT), (0, 4, other), (0, 4, FACT)])
    assert [mark.facts for mark in blocks[0].marks] == [(FACT, other)]


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet="ab <&\n\u00e9", min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    cuts = sorted(set(draw(st.lists(ends, max_size=6))))
    paragraphs = [Paragraph(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, paragraphs, [(min(pair), max(pair)) for pair in pairs]


@given(marked_texts())
def test_any_overlap_is_highlighted_exactly(drawn):
    text, paragraphs, spans = drawn
    blocks = lay_out(text, paragraphs, proofs(*spans))
    shown = {(m.start, m.end): highlighted(block, m) for block in blocks for m in block.marks}
    for (start, end), words in shown.items():
        assert words == text[start:end]
    assert {span for span in spans if text[slice(*span)].strip()} <= set(shown)
    ids = [each for block in blocks for each in read(block).ids]
    assert sorted(ids) == sorted(f"p{start}-{end}" for start, end in shown)
