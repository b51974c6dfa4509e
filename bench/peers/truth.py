"""truth.py TRUTH.parquet RESULT: how well a result agrees with the truth, as JSON.

RESULT is a folder with padan's rows.csv, or with a peer's persons.parquet (unique_id, cluster), pairs.parquet (l, r, weight)
for finding the best threshold and, if it has one, candidates.parquet (l, r) for the recall of its blocking. Counted are pairs of rows of two different lists: a pair is right when both rows
are one person in truth, found when both are one person in the result.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def codes(values):
    """Equal values get equal numbers from 0."""
    return np.unique(values, return_inverse=True)[1].astype(np.int64)


def pairs_within(group):
    sizes = np.bincount(codes(group)).astype(np.int64)
    return int((sizes * (sizes - 1) // 2).sum())


class Truth:
    def __init__(self, path):
        table = pq.read_table(path)
        self.rows = list(zip(table["source"].to_pylist(), table["row"].to_pylist()))
        self.source = codes(table["source"].to_numpy(zero_copy_only=False))
        self.person = codes(table["person"].to_numpy(zero_copy_only=False))
        self.true = self._across(self.person)

    def _across(self, group):
        """Pairs of rows in one group but of two lists."""
        return pairs_within(group) - pairs_within(group * 64 + self.source)

    def score(self, cluster):
        found = self._across(cluster)
        both = self._across(codes(cluster * (self.person.max() + 1) + self.person))
        precision, recall = both / max(found, 1), both / self.true
        return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(precision + recall, 1e-9)}

    def best(self, left, right, weight):
        """The threshold with the highest F1 when everything at or above it is joined, and its score: the best of some spread
        over the pairs, then of some more on both sides of that one."""
        order = np.argsort(-weight, kind="stable")
        left, right, weight = left[order], right[order], weight[order]

        def at(threshold):
            upto = np.searchsorted(-weight, -threshold, side="right")
            return {"threshold": float(threshold), **self.score(self.joined(left[:upto], right[:upto]))}

        coarse = np.unique(np.quantile(weight, np.linspace(0, 1, 41)))
        best = int(np.argmax([at(threshold)["f1"] for threshold in coarse]))
        around = coarse[max(best - 1, 0)], coarse[min(best + 1, len(coarse) - 1)]
        return max((at(threshold) for threshold in [coarse[best], *np.linspace(*around, 21)]), key=lambda score: score["f1"])

    def recall_of(self, left, right):
        """The share of the true pairs that are among these, each of which stands once."""
        return int(((self.person[left] == self.person[right]) & (self.source[left] != self.source[right])).sum()) / self.true

    def joined(self, left, right):
        size = len(self.source)
        return connected_components(coo_array((np.ones(len(left), np.int8), (left, right)), shape=(size, size)))[1].astype(np.int64)


def columns(path, *names):
    table = pq.read_table(path, columns=list(names))
    return [table[name].to_numpy() for name in names]


def padans_persons(path, rows):
    table = pyarrow.csv.read_csv(path)
    person = dict(zip(zip(table["source"].to_pylist(), table["row"].to_pylist()), codes(table["person_id"].to_numpy(zero_copy_only=False))))
    return np.array([person[row] for row in rows])


def main(truth_path, result):
    truth = Truth(truth_path)
    if (result / "rows.csv").exists():
        return {"own": truth.score(padans_persons(result / "rows.csv", truth.rows))}
    persons = pq.read_table(result / "persons.parquet").sort_by("unique_id")
    assert pc.all(pc.equal(persons["unique_id"], np.arange(len(truth.rows)))).as_py(), "a row is missing or twice"
    scores = {"own": truth.score(codes(persons["cluster"].to_numpy(zero_copy_only=False)))}
    scores["best"] = truth.best(*columns(result / "pairs.parquet", "l", "r", "weight"))
    if (result / "candidates.parquet").exists():
        scores["blocking_recall"] = truth.recall_of(*columns(result / "candidates.parquet", "l", "r"))
    return scores


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
