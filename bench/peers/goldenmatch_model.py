"""goldenmatch_model.py CLEAN.parquet OUT: GoldenMatch on the clean table, with its Fellegi-Sunter matchkey set up by hand.

Blocking is that of splink_model.py. Of some twenty set-ups tried on regencies with known truth (scorers, levels, which of
card, place and mother to compare, rules for the cut) this one was the best at 20,000 and at 100,000 people; scorers are those
that its native code knows, others take ten times as long. Writes OUT/persons.parquet and OUT/pairs.parquet as splink_model.py does, with GoldenMatch's
own score for a weight; it keeps only the pairs at or above its own threshold. The last line printed is JSON.
"""

import json
import os
import sys
import time
from pathlib import Path

# Nothing remembered from earlier runs, and no advice computed that nobody reads.
os.environ |= {"GOLDENMATCH_AUTOCONFIG_MEMORY": "0", "GOLDENMATCH_SUGGEST_ON_DEDUPE": "0", "GOLDENMATCH_ANALYTICS": "0"}

import goldenmatch
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from goldenmatch.config.schemas import BlockingConfig, BlockingKeyConfig, GoldenMatchConfig, GoldenRulesConfig, MatchkeyConfig, MatchkeyField


def field(name, scorer, *thresholds, **more):
    levels = {"levels": len(thresholds) + 1, "level_thresholds": list(thresholds)} if thresholds else {}
    return MatchkeyField(field=name, scorer=scorer, **levels, **more)


def block(*fields, **parts):
    return BlockingKeyConfig(fields=list(fields), field_transforms={name: [part] for name, part in parts.items()}, additive=True)


BLOCKING = [
    block("nik", nik="substring:0:15"),
    block("name_sound", "birth"),
    block("birth", "village"),
    block("first", "birth"),
    block("first", "birth", "village", birth="substring:0:4"),
    block("kk", "first"),
    block("name_sound", "village"),
]

PERSON = MatchkeyConfig(
    name="person",
    type="probabilistic",
    fields=[
        field("nik", "exact"),
        field("name", "ensemble", 0.999, 0.93, 0.85, tf_adjustment=True),
        field("birth", "levenshtein", 1.0, 0.89, 0.79),
        field("sex", "exact"),
        field("place", "levenshtein", 1.0, 0.8),
    ],
)

CONFIG = GoldenMatchConfig(
    matchkeys=[PERSON],
    blocking=BlockingConfig(strategy="multi_pass", max_block_size=2000, passes=BLOCKING),
    golden_rules=GoldenRulesConfig(default_strategy="most_complete"),
)

COLUMNS = ["nik", "kk", "name", "name_sound", "first", "birth", "sex", "village", "place"]


def main(table, out):
    out.mkdir(parents=True, exist_ok=True)
    stages, begin = {}, time.perf_counter()

    def done(stage):
        nonlocal begin
        stages[stage] = round(time.perf_counter() - begin, 2)
        begin = time.perf_counter()

    rows = pq.read_table(table, columns=COLUMNS)
    done("read")
    result = goldenmatch.dedupe_df(rows, config=CONFIG)
    done("match")
    cluster = np.arange(rows.num_rows) + rows.num_rows  # who is in no cluster is alone
    for number, found in result.clusters.items():
        cluster[found["members"]] = -number
    pq.write_table(pa.table({"unique_id": np.arange(rows.num_rows), "cluster": cluster}), out / "persons.parquet")
    left, right, score = zip(*result.scored_pairs)
    pairs = {"l": pa.array(left, pa.int64()), "r": pa.array(right, pa.int64()), "weight": pa.array(score, pa.float32())}
    pq.write_table(pa.table(pairs), out / "pairs.parquet")
    done("write")
    print(json.dumps({"stages": stages}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
