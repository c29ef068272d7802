"""The picture of positions: every member by name, with its standard error, at the place that its number says."""

from __future__ import annotations

from lxml import etree

from penholder.brief.pictures import positions
from penholder.council.seats import council_on
from penholder.forecast.snapshots import snapshot, stands

SVG = "{http://www.w3.org/2000/svg}"


def test_members_and_another_state() -> None:
    """From high to low, the state that does not sit among them, errors beside the snapshot's own; nothing later than the day."""
    members = council_on("2019-12-04").codes
    picture = positions.draw(stands("2019-12-04"), members, ("NOR",))
    assert picture
    assert len(picture.rows) == 16
    assert {row[4] for row in picture.rows} == {"2018"}
    assert [row[1] for row in picture.rows if row[0] == "Norway"] == ["does not sit"]
    told = snapshot(2018)
    by_place = sorted([*members, "NOR"], key=lambda code: -told[code].position)
    assert [row[3] for row in picture.rows] == [f"{told[code].error:.2f}" for code in by_place]
    drawing = etree.fromstring(picture.svg)
    assert drawing.findtext(f"{SVG}title")
    assert "Norway" in (drawing.findtext(f"{SVG}desc") or "")
    marks = [one.findtext(f"{SVG}title") for one in drawing.iter(f"{SVG}g")]
    assert len(marks) == 16
    places = [float(one.get("x") or 0) for one in drawing.iter(f"{SVG}rect")]
    assert len(places) == 5
    assert places == sorted(places, reverse=True)


def test_without_a_snapshot_there_is_no_picture() -> None:
    """Before the first year's end nothing is drawn; a state without a position is named as unknown."""
    assert positions.draw(stands("1946-02-01"), council_on("1946-02-01").codes) is None
    picture = positions.draw(stands("2019-12-04"), ("USA", "XXX"))
    assert picture
    assert picture.rows[-1][2] == "not known"
    assert "No position is known of" in picture.desc
