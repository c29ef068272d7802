"""PDF files made here: a verbatim record in two columns, a letter, and files without words in them."""

import pytest
from making_files import Words, column, flat, pdf

from penholder.errors import CannotOpen
from penholder.intake import open_page

TURNS = [
    "Mr. Brown (Ruritania): My delegation asked for this meeting because the situation in the north has grown worse in the last two months, as we were told on Monday, and because the Council has not met on it since May.",
    "We call on all parties to let aid through. The draft that we have put before the Council would ask the Secretary-General to report within thirty days, and we hope that all members will vote for it.",
    "The President: I thank the representative of Ruritania for his statement, and I now give the floor to the representative of Freedonia, who has asked to speak on the same question.",
    "Ms. Green (Freedonia) (spoke in French): We shall vote in favour of the draft. It is balanced and says what must be said, and it leaves the door open to talks between the two sides next month.",
    "We regret that one member has said it will vote against. A veto would not end the war; it would only end the Council's part in ending it, and we ask that member to think again before Friday.",
    "Mr. Stone (Sylvania): I shall be brief. My Government does not see how this draft helps anybody, and it was not consulted on the text until the evening before last, which is no way to seek agreement.",
    "The President: There are no more names inscribed on the list of speakers. The Council has thus ended this stage of its consideration of the item on its agenda.",
]
FIRST = [(50, 800, 12, "United Nations"), (500, 800, 12, "S/PV.9999"), (50, 770, 20, "Security Council"), (50, 745, 10, "Seventy-ninth year"), (480, 760, 9, "Provisional"), (50, 700, 14, "9999th meeting"), (50, 680, 10, "Tuesday, 12 March 2024, 3 p.m."), (50, 665, 10, "New York")]  # fmt: skip
TITLE = "Letter dated 11 March 2024 from the Permanent Representatives of Ruritania and Freedonia to the United Nations addressed to the President of the Security Council"
HONOUR = [
    "I have the honour, on behalf of the Governments of Ruritania, Freedonia and Sylvania, to request an urgent meeting of the Security Council on the situation in Graustark, in accordance with rule 2 of its provisional rules of procedure.",
    "We would be grateful if you could have the present letter circulated as a document of the Security Council.",
]


def sheet(number: int, left: list[Words], right: list[Words]) -> Words:
    """A sheet of a record: running head, two columns, running foot."""
    head = [(50, 800, 9, "S/PV.9999"), (250, 800, 9, "The situation in Ruritania"), (490, 800, 9, "12/03/2024")]
    return [*head, *flat(left), *flat(right), (50, 40, 9, f"{number}/24"), (490, 40, 9, "24-06789")]


def record() -> bytes:
    """A record of three sheets; a paragraph goes on from a column to the next and from a sheet to the next."""
    first = column(TURNS[:3], 50, 285, 740)
    second = column(TURNS[3:5], 310, 545, 740)
    third = column(TURNS[5:], 50, 285, 740)
    moved = [(x - 260, y, size, text) for x, y, size, text in second[-1][4:]]  # the rest of it heads the next sheet
    second[-1] = second[-1][:4]
    down = [(x, y - 12 * len(moved), size, text) for x, y, size, text in flat(third)]
    return pdf(
        [
            FIRST,
            sheet(2, first, second),
            sheet(3, [[(x, 740 - 12 * n, s, t) for n, (x, _, s, t) in enumerate(moved)]], [down]),
        ]
    )


def test_a_verbatim_record_is_read_column_by_column() -> None:
    """Each paragraph is one line of running text, whole and in order, across columns and sheets; its speakers are named as printed."""
    page = open_page(record())
    body = [page.text[line.start : line.end] for line in page.lines if line.role == "body"]
    assert body == TURNS
    assert [(speaker.name, speaker.of) for speaker in page.speakers] == [
        ("Mr. Brown", "Ruritania"),
        ("The President", ""),
        ("Ms. Green", "Freedonia"),
        ("Mr. Stone", "Sylvania"),
        ("The President", ""),
    ]
    assert str(page.published) == "2024-03-12"
    assert page.title == "9999th meeting"
    assert page.partial is None


def test_running_heads_are_lines_of_their_own() -> None:
    """What stands at head and foot of every sheet is kept as furniture."""
    page = open_page(record())
    furniture = [page.text[line.start : line.end] for line in page.lines if line.role == "furniture"]
    assert sum("The situation in Ruritania" in text for text in furniture) == 2
    assert any("2/24" in text for text in furniture)


def test_a_letter() -> None:
    """Title, day of distribution and paragraphs of a letter; the masthead is furniture."""
    mast = [(50, 800, 12, "United Nations"), (500, 800, 12, "S/2024/222"), (50, 770, 20, "Security Council"), (420, 770, 9, "Distr.: General"), (420, 758, 9, "12 March 2024"), (420, 740, 9, "Original: English")]  # fmt: skip
    title = flat(column([TITLE], 50, 500, 690, size=13, indent=0))
    signed = [(320, 500, 10, "(Signed) John Brown"), (320, 488, 10, "Permanent Representative of Ruritania"), (50, 40, 8, "24-04321 (E)")]  # fmt: skip
    page = open_page(pdf([[*mast, *title, *flat(column(HONOUR, 90, 520, 630)), *signed]]))
    roles = {page.text[line.start : line.end]: line.role for line in page.lines}
    assert page.title == TITLE
    assert [roles[text] for text in HONOUR] == ["body", "body"]
    assert str(page.published) == "2024-03-12"
    assert roles["12 March 2024"] == "dateline"
    assert roles["Original: English"] == roles["24-04321 (E)"] == "furniture"


def test_a_divided_word_is_made_whole() -> None:
    """A hyphen at a line's end goes where the language or the document has the word in one piece, and stays in `non-permanent`."""
    lines = [(50, 700 - 12 * n, 10, text) for n, text in enumerate(("The Council of fifteen has ten seats that are held by non-", "permanent members, and each of those members has a vote that mat-", "ters as much as that of any other when a question is procedural."))]  # fmt: skip
    text = open_page(pdf([lines])).text
    assert "non-permanent members" in text
    assert "matters as much" in text


@pytest.mark.parametrize(
    "raw, said",
    [
        (pdf([[]]), "without a text layer"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF file that could not be parsed"),
        (pdf([[(50, 700, 10, "Some words.")]])[:300], "PDF file"),
    ],
)
def test_a_pdf_without_words_is_named(raw: bytes, said: str) -> None:
    """A scan and a broken file each have their one sentence."""
    with pytest.raises(CannotOpen, match=said):
        open_page(raw)


def test_a_broken_pdf_still_gives_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the parser dies, the strings of the streams are read in one pass, and the page says so."""
    from penholder.intake import guard

    with monkeypatch.context() as patch:
        patch.setattr(guard.Child, "ask", lambda self, request, raw: self.end())
        page = open_page(pdf([flat(column(HONOUR, 90, 520, 630))]))
    assert page.partial is not None
    assert "urgent meeting of the Security Council" in page.text
