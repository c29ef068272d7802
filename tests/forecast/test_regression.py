"""The regression under the rates and the procedural model."""

import numpy as np
import pytest

from penholder.forecast.regression import Own, most_probable


def test_without_a_prior_to_speak_of_it_gives_the_share() -> None:
    """Seven of ten: the intercept is the log-odds of 0.7."""
    beta, _ = most_probable(np.ones((1, 1)), np.array([7.0]), np.array([10.0]), [0.0], [1e4])
    assert beta[0] == pytest.approx(np.log(0.7 / 0.3))


def test_without_data_it_gives_the_prior() -> None:
    """Nothing seen, nothing learned."""
    beta, effect = most_probable(np.ones((1, 2)), np.array([0.0]), np.array([0.0]), [1.5, -2.0], [1.0, 1.0])
    assert list(beta) == pytest.approx([1.5, -2.0])
    assert list(effect) == pytest.approx([0.0])


def test_group_effects_are_those_of_one_large_regression() -> None:
    """Solving the groups apart gives what one design with a column for each group gives."""
    x = np.array([[1.0, 0.3], [1.0, -1.0], [1.0, 0.8], [1.0, 0.1], [1.0, -0.4], [1.0, 2.0]])
    hits, tries = np.array([1.0, 0.0, 1.0, 0.5, 0.0, 1.0]), np.array([1.0, 1.0, 1.0, 0.5, 1.0, 1.0])
    group, sign = np.array([0, 1, 2, 0, 1, 2]), np.array([1.0, -1.0, 1.0, -1.0, 0.0, 1.0])
    beta, effect = most_probable(x, hits, tries, [0.0, 0.5], [1.0, 2.0], Own(group, sign, 3, 0.8))
    wide = np.hstack([x, np.eye(3)[group] * sign[:, None]])
    whole, _ = most_probable(wide, hits, tries, [0.0, 0.5, 0.0, 0.0, 0.0], [1.0, 2.0, 0.8, 0.8, 0.8])
    assert [*beta, *effect] == pytest.approx(list(whole), abs=1e-6)
