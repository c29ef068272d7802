"""Train the model of `intake/keeping.py`: is a line of a pasted page running text or furniture?

    pip install catboost scikit-learn trafilatura    # the first two are needed here only, never by Penholder
    python tools/train_lines.py DATA           # DATA holds lines-news and the four page sets; writes src/penholder/intake/weights/
    python tools/train_lines.py DATA --check   # the strict out-of-fold figures only: everything is learnt anew for each fold

Prints the out-of-fold figures: five folds by site, so that no site's furniture is on both sides, with the metric of the scorer `lines`
(line F1 over all lines, mean of the pages' own F1; whole pages, and the window that people paste). Within each fold everything that learns
(wording, first pass, second pass) learns from the other folds only. Without --check
the folds share their columns, which saves four fifths of the time and prints lower figures: quote --check.
The same data give the same weights.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import re
import sys
import tempfile
import time
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from penholder.intake.features import Told, first_look, second_look  # noqa: E402
from penholder.intake.keeping import Model, Trees, in_doubt, probability  # noqa: E402
from penholder.intake.pages import RUNNING  # noqa: E402
from penholder.intake.roles import name_roles, name_tagged_roles  # noqa: E402
from penholder.intake.tagged import tagged_look  # noqa: E402
from penholder.intake.wording import WORD, Wording  # noqa: E402

FOLDS = 5
TREES = (200, 200, 75)
"""Trees of the first pass, the second, and the one over tags."""
DEPTHS = (6, 6, 5)
RATES = (0.1, 0.08, 0.08)
LEAN = 0.42
"""A line is kept from this probability of the second pass on: most figures are best a little below one half. Built into its bias."""
FEWEST_SITES = 4
LEAST_WEIGHT = 0.02


@dataclass
class Sample:
    """One page, or one way of pasting it."""

    kind: str
    lines: list[str]
    gaps: list[int]
    keep: Any
    site: str
    fold: int
    english: bool
    weight: float = 1.0


def samples_of(path: Path) -> list[Sample]:
    """Each page whole, as the window around its text, and both with the blank lines lost or doubled, as other programs paste them; its
    headline and text alone; and its first lines alone."""
    samples = []
    for n, row in enumerate(json.loads(line) for line in path.open(encoding="utf-8")):
        kept = [i for i, keep in enumerate(row["keep"]) if keep]
        window = slice(max(0, kept[0] - 6), kept[-1] + 13)
        fold = fold_of(row["site"])

        def cut(
            kind: str, part: slice | list[int], gap: int | None, weight: float, row: Any = row, fold: int = fold
        ) -> None:
            places = list(range(len(row["lines"])))[part] if isinstance(part, slice) else part
            gaps = [row["gap"][i] if gap is None else gap for i in places]
            keep = np.array([row["keep"][i] for i in places])
            samples.append(
                Sample(kind, [row["lines"][i] for i in places], gaps, keep, row["site"], fold, row["english"], weight)
            )

        cut("full", slice(None), None, 1.0)
        cut("window", window, None, 1.0)
        cut("full flat", slice(None), n % 2, 0.4)
        cut("window flat", window, (n + 1) % 2, 0.4)
        title = [i for i in row["title_lines"] if i < kept[0]][-1:]
        cut(
            "opening",
            slice(max(0, kept[0] - 2 - n % 4), kept[min(len(kept) - 1, 1 + n % 4)] + 1),
            None if n % 2 else n // 2 % 2,
            0.3,
        )
        cut("story", title + kept, None if n % 3 else 1, 0.3)
    return samples


def fold_of(site: str) -> int:
    return zlib.crc32(f"fold|{site}".encode()) % FOLDS


def terms(line: str) -> set[str]:
    words = WORD.findall(line.lower().replace("’", "'"))
    return set(words) | {"^" + words[0], words[-1] + "$"} | {f"{a} {b}" for a, b in pairwise(words)}


class Trainer:
    """Everything that learns, from whichever samples it is given."""

    def __init__(self, samples: list[Sample], quick: bool) -> None:
        self.samples = samples
        self.doubted: dict[int, Any] = {}
        self.terms = {
            n: [terms(line) for line in sample.lines] for n, sample in enumerate(samples) if sample.kind == "full"
        }
        self.trees = tuple(count // 4 for count in TREES) if quick else TREES

    def wording(self, chosen: list[int]) -> dict[str, float]:
        """What words speak for, by a logistic regression over the words of the whole pages among the chosen."""
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression

        chosen = [n for n in chosen if n in self.terms]
        sites: dict[str, set[str]] = defaultdict(set)
        for n in chosen:
            for line in self.terms[n]:
                for term in line:
                    sites[term].add(self.samples[n].site)
        # Words of few sites are names; digits are dates. Neither says anything about the next site.
        known = {
            term: i
            for i, term in enumerate(
                sorted(t for t, found in sites.items() if len(found) >= FEWEST_SITES and not t.isdigit())
            )
        }
        places: list[int] = []
        ends = [0]
        for n in chosen:
            for line in self.terms[n]:
                places.extend(sorted(known[term] for term in line if term in known))
                ends.append(len(places))
        table = csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(ends) - 1, len(known)))
        gold = np.concatenate([self.samples[n].keep for n in chosen])
        fitted = LogisticRegression(C=0.05, max_iter=200, solver="liblinear", random_state=0).fit(table, gold)
        return {
            term: round(float(fitted.coef_[0][i]), 3)
            for term, i in known.items()
            if abs(fitted.coef_[0][i]) >= LEAST_WEIGHT
        }

    def trees_of(self, chosen: list[int], columns: dict[int, Any], step: int) -> Trees:
        """Boosted trees over the chosen samples. A page weighs as the square root of its lines, so that long menus do not rule."""
        table = np.concatenate([columns[n].T for n in chosen])
        gold = np.concatenate([self.samples[n].keep for n in chosen])
        weight = np.concatenate(
            [
                np.full(len(self.samples[n].keep), self.samples[n].weight / np.sqrt(len(self.samples[n].keep)))
                for n in chosen
            ]
        )
        if step == 1:  # the second pass is asked only about these, so it need not know any others
            asked = np.concatenate([self.doubted[n] for n in chosen])
            gold, weight = gold[asked], weight[asked]
        return self.boosted(table, gold, weight, step)

    def boosted(self, table: Any, gold: Any, weight: Any, step: int) -> Trees:
        from catboost import CatBoostClassifier

        model = CatBoostClassifier(
            iterations=self.trees[step], depth=DEPTHS[step], learning_rate=RATES[step], l2_leaf_reg=6, rsm=0.4, border_count=64, random_seed=1, thread_count=2, verbose=0,
            allow_writing_files=False,
        )  # fmt: skip
        model.fit(table, gold, sample_weight=weight / weight.mean())
        return exported(model, DEPTHS[step])

    def fit(self, chosen: list[int]) -> tuple[Model, dict[str, float], dict[int, Model]]:
        """A model from the chosen samples, its wording, and for each fold a model that has not learnt from it.

        The second pass is taught on verdicts that the first gave on folds that it had not seen.
        """
        folds = sorted({self.samples[n].fold for n in chosen})
        wordings: dict[int, Wording] = {}
        firsts: dict[int, Trees] = {}
        columns: dict[int, Any] = {}
        second: dict[int, Any] = {}
        for fold in folds:
            wordings[fold] = Wording(self.wording([n for n in chosen if self.samples[n].fold != fold]))
            for n in chosen:
                if self.samples[n].fold == fold:
                    columns[n] = first_look(self.samples[n].lines, self.samples[n].gaps, wordings[fold])[0]
        for fold in folds:
            firsts[fold] = self.trees_of([n for n in chosen if self.samples[n].fold != fold], columns, 0)
            for n in chosen:
                if self.samples[n].fold == fold:
                    p = probability(firsts[fold].log_odds(columns[n]))
                    self.doubted[n] = in_doubt(p)
                    size = np.array([len(line) for line in self.samples[n].lines], np.float32)
                    second[n] = second_look(columns[n], p, size, np.flatnonzero(self.doubted[n]))
        unseen = {}
        if len(folds) == FOLDS:
            for fold in folds:
                last = self.trees_of([n for n in chosen if self.samples[n].fold != fold], second, 1)
                unseen[fold] = Model(wordings[fold], firsts[fold], leaning(last))
        weights = self.wording(chosen)
        last = self.trees_of(chosen, second, 1)
        return Model(Wording(weights), self.trees_of(chosen, columns, 0), leaning(last)), weights, unseen


def leaning(trees: Trees) -> Trees:
    """The trees with LEAN moved to one half."""
    return replace(trees, bias=trees.bias - float(np.log(LEAN / (1 - LEAN))))


def exported(model: Any, depth: int) -> Trees:
    """CatBoost's symmetric trees as arrays; a tree that is less deep asks a question that is never answered yes."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        model.save_model(file.name, format="json")
        said = json.loads(Path(file.name).read_text(encoding="utf-8"))
    trees = said["oblivious_trees"]
    feature = np.zeros((depth, len(trees)), dtype=np.intp)
    threshold = np.full((depth, len(trees)), np.inf, dtype=np.float32)
    leaf = np.zeros((len(trees), 1 << depth), dtype=np.float32)
    for n, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            feature[level, n], threshold[level, n] = split["float_feature_index"], split["border"]
        leaf[n, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = said["scale_and_bias"]
    return Trees(feature, threshold, leaf * scale, float(np.ravel(bias)[0]))


@dataclass
class Saved:
    """One saved page of HTML: its visible lines, what the extractor took, and the gold body."""

    set: str
    fold: int
    shown: list[Any]
    share: list[float]
    gold: str
    keep: Any
    own: list[float]
    told: Told


def saved_pages(data: Path, models: dict[int, Model]) -> list[Saved]:
    """The four page sets, each page judged from its text by the model that has not seen its site."""
    from penholder.intake.laying import lay
    from penholder.intake.tree import lines_of, parsed

    pages = []
    for name in ("scrapinghub", "funduseval", "fundus", "wcxb"):
        folder = data / f"pages-{name}"
        for row in map(json.loads, (folder / "pages.jsonl").open(encoding="utf-8")):
            raw = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
            root = parsed(raw.decode("utf-8", errors="replace"))
            if root is None:
                continue
            shown, share, _ = lines_of(root, row["url"])
            if not shown or share is None:
                continue
            fold = fold_of(row["site"])
            gold = np.array([part >= 0.6 for part in lay(row["body"], [line.text for line in shown])], dtype=int)
            own, told = models[fold].keep([line.text for line in shown], [line.gap for line in shown])
            pages.append(Saved(name, fold, shown, share, row["body"], gold, own, told))
    return pages


def tagged_trees(trainer: Trainer, pages: list[Saved]) -> Trees:
    """Trees over the tags; a line weighs as its share of the page's words, as the scorer `pages` counts."""
    weight = [np.array([len(line.text.split()) + 1 for line in page.shown], float) for page in pages]
    weight = [part / max(part[page.keep == 1].sum(), 200.0) for part, page in zip(weight, pages, strict=True)]
    table = np.concatenate([tagged_look(page.shown, page.share, page.own).T for page in pages])
    return trainer.boosted(table, np.concatenate([page.keep for page in pages]), np.concatenate(weight), 2)


def body_figures(pages: list[Saved], kept: list[list[bool]]) -> str:
    """Body F1 of each set by runs of four words, as the scorer `pages` counts it."""
    said = []
    for name in dict.fromkeys(page.set for page in pages):
        scores = []
        for page, chosen in zip(pages, kept, strict=True):
            if page.set == name:
                gold, found = (
                    shingles(page.gold),
                    shingles("\n".join(line.text for line, keep in zip(page.shown, chosen, strict=True) if keep)),
                )
                hits = sum((gold & found).values())
                scores.append((hits / max(1, sum(found.values())), hits / max(1, sum(gold.values()))))
        precision, recall = (float(np.mean([score[i] for score in scores])) for i in (0, 1))
        said.append(f"{name} {2 * precision * recall / (precision + recall):.4f}")
    return ", ".join(said)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def figures(samples: list[Sample], judged: dict[int, list[bool]], kind: str) -> dict[str, float]:
    """Line F1 and page F1 over the English samples of one kind."""
    hits = said = gold = 0
    pages = []
    for n, kept in judged.items():
        sample = samples[n]
        if sample.kind != kind or not sample.english:
            continue
        right = int((sample.keep.astype(bool) & np.array(kept)).sum())
        hits, said, gold = hits + right, said + sum(kept), gold + int(sample.keep.sum())
        pages.append(2 * right / max(1, sum(kept) + int(sample.keep.sum())))
    return {
        "pages": len(pages),
        "line_f1": round(2 * hits / max(1, said + gold), 4),
        "page_f1": round(float(np.mean(pages or [0])), 4),
    }


def kept_by(model: Model, sample: Sample) -> tuple[list[bool], list[bool]]:
    """Kept by probability alone, and by the roles that the page gets in the end."""
    keep, told = model.keep(sample.lines, sample.gaps)
    lines: list[str] = []
    at = []
    for line, gap in zip(sample.lines, sample.gaps, strict=True):
        lines += [""] * gap
        at.append(len(lines))
        lines.append(line)
    spread = [0.0] * len(lines)
    for place, value in zip(at, keep, strict=True):
        spread[place] = value
    roles, _ = name_roles(lines, spread, at, told)
    return [value >= 0.5 for value in keep], [roles[place] in RUNNING for place in at]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--check", action="store_true", help="print the out-of-fold figures and write nothing")
    options.add_argument("--quick", action="store_true", help="a quarter of the trees, to try the script out")
    options.add_argument(
        "--models",
        type=Path,
        metavar="FILE",
        help="with --check: keep the folds' models, or take them from there, where only rules changed",
    )
    asked = options.parse_args()
    started = time.time()
    samples = samples_of(asked.data / "lines-news" / "html_text.jsonl")
    trainer = Trainer(samples, asked.quick)
    if asked.check and asked.models and asked.models.exists():
        models = pickle.loads(asked.models.read_bytes())
    elif asked.check:
        models = {}
        for fold in range(FOLDS):
            models[fold] = trainer.fit([n for n, sample in enumerate(samples) if sample.fold != fold])[0]
            print(f"fold {fold} after {time.time() - started:.0f} s", flush=True)
        if asked.models:
            asked.models.write_bytes(pickle.dumps(models))
    else:
        model, weights, models = trainer.fit(list(range(len(samples))))
        print(f"trained after {time.time() - started:.0f} s", flush=True)
    judged = {n: kept_by(models[sample.fold], sample) for n, sample in enumerate(samples)}
    for kind in dict.fromkeys(sample.kind for sample in samples):
        alone, named = ({n: kept[i] for n, kept in judged.items()} for i in (0, 1))
        print(
            f"{kind:12s} by probability {figures(samples, alone, kind)}  by role {figures(samples, named, kind)}",
            flush=True,
        )
    pages = saved_pages(asked.data, models)
    kept: dict[int, list[bool]] = {}
    for fold in range(FOLDS):
        trees = tagged_trees(trainer, [page for page in pages if page.fold != fold])
        for n, page in enumerate(pages):
            if page.fold == fold:
                keep = probability(trees.log_odds(tagged_look(page.shown, page.share, page.own))).tolist()
                kept[n] = [role in RUNNING for role in name_tagged_roles(page.shown, keep, None, page.told)[0]]
    print("HTML, extractor alone:", body_figures(pages, [[part >= 0.5 for part in page.share] for page in pages]))
    print("HTML, with our trees: ", body_figures(pages, [kept[n] for n in range(len(pages))]), flush=True)
    if asked.check:
        return
    tagged = tagged_trees(trainer, pages)
    folder = ROOT / "src" / "penholder" / "intake" / "weights"
    folder.mkdir(exist_ok=True)
    rows = sorted(weights.items())
    (folder / "lines_words.tsv").write_text("".join(f"{word}\t{weight:g}\n" for word, weight in rows), encoding="utf-8")
    arrays = {}
    for name, trees in (("first", model.first), ("second", model.second), ("tagged", tagged)):
        arrays |= {
            f"{name}_feature": trees.feature.astype(np.uint16),
            f"{name}_threshold": trees.threshold,
            f"{name}_leaf": trees.leaf.astype(np.float32),
            f"{name}_bias": np.float64(trees.bias),
        }
    arrays |= {f"words.{name}": array for name, array in Wording(weights).arrays().items()}
    np.savez_compressed(folder / "lines_trees.npz", **arrays)
    print(
        f"written to {folder} after {time.time() - started:.0f} s: {len(weights)} words, {model.first.leaf.shape[0]} + {model.second.leaf.shape[0]} trees"
    )


if __name__ == "__main__":
    main()
