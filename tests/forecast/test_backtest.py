"""The backtest: the same record, the same figures, better than simple rules."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from penholder.forecast.backtest import Backtest, run
from penholder.forecast.scores import nats, reliability, score

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def backtest() -> Backtest:
    return run(since="2019-01-01", procedural_since="2014-01-01")


def test_the_model_beats_the_item_rate_and_the_base_rate(backtest: Backtest) -> None:
    """Drafts of 2019-2023, each year from the record of the years before."""
    drafts = backtest.scores["drafts"]
    assert drafts["model"].n == 301
    assert drafts["model"].n - drafts["model"].happened == 32
    assert drafts["model"].log_loss < min(drafts["item_rate"].log_loss, drafts["base_rate"].log_loss)


def test_procedural_votes_are_called_right_nearly_always(backtest: Backtest) -> None:
    """Since 2014, with what was known the day before."""
    procedural = backtest.scores["procedural"]["model"]
    assert procedural.n == 17
    assert procedural.right >= 0.9
    assert procedural.log_loss < 0.3


def test_requests_that_were_dropped_are_cases_too(backtest: Backtest) -> None:
    """December 2018 and 2019 were dropped, August 2023 was held without a vote; the model beats counting signatures."""
    requests = backtest.scores["requests"]
    assert requests["model"].n == 13
    assert requests["model"].log_loss < requests["nine known"].log_loss


def test_the_table_names_what_it_missed(backtest: Backtest) -> None:
    """A table for people and a dict for programs, misses by name."""
    text = backtest.text()
    assert "item_rate" in text
    assert "Wrong side" in text
    assert "Mali" in text
    assert set(backtest.to_dict()) == {"since", "scores", "reliability", "misses"}


def test_scores_by_hand() -> None:
    """Two forecasts, one miss."""
    told = score([(0.8, True), (0.4, True), (0.4, False)])
    assert told.log_loss == pytest.approx((nats(0.8, True) + nats(0.4, True) + nats(0.4, False)) / 3)
    assert told.right == pytest.approx(2 / 3)
    assert told.auc == pytest.approx(0.75)
    assert reliability([(0.8, True), (0.4, True), (0.4, False)]) == [(2, 0.4, 0.5), (1, 0.8, 1.0)]
    with pytest.raises(ValueError, match="no forecast"):
        score([])


def test_figures_by_decade_and_kind(backtest: Backtest) -> None:
    """Decades and kinds add up to their family."""
    scores = {group: rows["model"].n for group, rows in backtest.scores.items()}
    assert scores["drafts 2010s"] + scores["drafts 2020s"] == scores["drafts"]
    assert (
        sum(
            scores[kind] for kind in ("adopt_agenda", "participation", "adjourn", "emergency_session") if kind in scores
        )
        == scores["procedural"]
    )
    assert scores["ballots adopted"] + scores["ballots failed"] == scores["ballots"]


def test_the_page_of_thirteen_questions_is_the_program_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tools/write_history.py` writes docs/history.md as it stands: figures, reasons and outcomes, thirteen of them."""
    spec = spec_from_file_location("write_history", ROOT / "tools" / "write_history.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "PAGE", tmp_path / "history.md")
    module.main()
    made, kept = ((path / "history.md").read_text(encoding="utf-8") for path in (tmp_path, ROOT / "docs"))
    assert made == kept, "run python tools/write_history.py"
    assert made.count("\n## ") == 13
