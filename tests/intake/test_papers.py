"""UN documents as pasted text: masthead, running heads, and prose that is all kept. Texts of our own."""

from penholder.intake.pages import Page
from penholder.intake.papers import is_un_paper

PRESS = """United Nations
Press Release
SC/99999
12 March 2024

Press Statement on the Attack in Ruritania

The following press statement was issued today by the President of the Council for March, Jane Doe (Sylvania):

The members of the Council condemned in the strongest terms the attack in Ruritania on 11 March, which cost at least twelve lives.
"""
RECORD = """United Nations
S/PV.9999
Security Council
Seventy-ninth year
9999th meeting
Tuesday, 12 March 2024, 3 p.m.
New York
Provisional

24-06789 (E)

The meeting was called to order at 3.05 p.m.

Mr. Brown (Ruritania): My delegation asked for this meeting because the situation in the north has grown worse in the last two months.
12/03/2024 The situation in Graustark S/PV.9999
24-06789 3/24
Ms. Green (Freedonia) (spoke in French): We shall vote in favour of the draft.
"""


def roles(text: str) -> dict[str, str]:
    page = Page.from_text(text)
    assert page.text == text
    return {text[line.start : line.end]: line.role for line in page.lines}


def test_a_press_release() -> None:
    """Its number and day are no text, and the line that says who issued it is."""
    page, found = Page.from_text(PRESS), roles(PRESS)
    assert found["SC/99999"] == found["Press Release"] == "furniture"
    assert found["12 March 2024"] == "dateline"
    assert page.title == "Press Statement on the Attack in Ruritania"
    assert str(page.published) == "2024-03-12"
    assert [role for line, role in found.items() if line.endswith(("(Sylvania):", "lives."))] == ["body", "body"]


def test_a_verbatim_record_as_text() -> None:
    """The masthead and the running heads between two turns are furniture; the turns are kept."""
    found = roles(RECORD)
    assert found["9999th meeting"] == "headline"
    assert {
        found[line]
        for line in (
            "S/PV.9999",
            "Provisional",
            "24-06789 (E)",
            "24-06789 3/24",
            "12/03/2024 The situation in Graustark S/PV.9999",
        )
    } == {"furniture"}
    assert [role for line, role in found.items() if line.startswith(("Mr.", "Ms."))] == ["body", "body"]
    assert str(Page.from_text(RECORD).published) == "2024-03-12"
    assert str(Page.from_text(RECORD, published="2024-04-01").published) == "2024-04-01"


def test_a_story_that_names_a_symbol_is_no_paper() -> None:
    """The letter's number in a sentence does not make a news story a UN document."""
    assert not is_un_paper(
        "Council meets\n\nBy Ann Author\n\nThe letter (S/2024/222) asks for a meeting, diplomats said on Friday."
    )
    assert not is_un_paper("Security Council\n\nUnited Nations\n\nThe Council met on Friday.")
    assert is_un_paper(RECORD)
