"""Pages in Chinese and Japanese: title and sentences."""

import pytest

from penholder.intake.pages import Page

CHINESE = (
    "安理会推迟就里塔尼亚决议草案进行表决",
    [
        "安全理事会星期五推迟了就里塔尼亚问题决议草案进行的表决，此前两个常任理事国要求给予更多时间。",
        "“我们还没有达成一致，但我们会的，”西尔瓦尼亚大使在安理会会议厅外对记者说。",
        "九个理事国表示将投票赞成该案文，案文要求所有各方立即停止战斗。",
        "外交官说，草案还将延长特派团的任务期限，该任期将于本月最后一天届满。",
    ],
)
JAPANESE = (
    "安保理、ルリタニア決議案の採決を延期",
    [
        "国連安全保障理事会は金曜日、ルリタニアに関する決議案の採決を延期した。常任理事国の2か国がさらに時間を求めたためである。",
        "外交官によると、9か国が賛成票を投じる意向を示していたという。",
        "決議案は今月末に期限を迎える派遣団の任務も更新することになる。",
    ],
)


@pytest.mark.parametrize("title, story", [CHINESE, JAPANESE], ids=["zh", "ja"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_pasted_story_has_its_title(title: str, story: list[str], gap: str) -> None:
    """The line above that shares the story's signs; all sentences are running text, none a subheading."""
    page = Page.from_text(gap.join([title, *story]))
    assert page.title == title
    assert [line.role for line in page.lines if line.role != "blank"] == ["headline"] + ["body"] * len(story)


def test_menus_and_buttons_are_furniture() -> None:
    """Short lines without a full stop around the story."""
    title, story = CHINESE
    page = Page.from_text("\n".join(["首页", "新闻", "国际", title, "本报记者 李明", *story, "分享", "相关新闻"]))
    assert page.title == title
    assert page.body.split("\n") == story


def test_a_list_of_words_is_left_to_the_model() -> None:
    """Without any sentence nothing is known of a page, and a single line is always read."""
    assert [line.role for line in Page.from_text("安理会").lines] == ["body"]
    assert Page.from_text("首页\n新闻\n国际").title is None
