"""splink_model.py CLEAN.parquet OUT: Splink on the clean table, as a statistician who knows these lists would set it up.

One table with all lists, deduplicated, since a list may hold a person twice: padan's job too. Writes OUT/persons.parquet
(unique_id, cluster) at Splink's customary threshold; for truth.py OUT/pairs.parquet (l, r, weight: log2 odds) and
OUT/candidates.parquet (l, r), what blocking brought together. The last line printed is JSON: stages in seconds, candidates.

The comparisons were tuned on a regency with known truth. What helped most: not to count what twins share (birth date, most
of the NIK) nor what a household shares (card, mother, place) more than once.
"""

import json
import logging
import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLD = 0.95  # match probability: what Splink's tutorials cluster at
LEAST_WEIGHT = -10.0  # log2 odds of the weakest pair that is kept

# Seven ways in which two rows of one person still agree; together they find .999 of the true pairs at medium damage.
BLOCKING = [
    block_on("substr(nik, 1, 15)"),  # also numbers that Excel has bitten
    block_on("name_sound", "birth"),
    block_on("birth", "village"),
    block_on("first", "birth"),
    block_on("first", "year", "village"),
    block_on("kk", "first"),
    block_on("name_sound", "village"),
]

# A number of twins, or of namesakes' neighbours, differs in the serial alone; a wrong digit elsewhere is a wrong digit.
NIK = cl.CustomComparison(
    output_column_name="nik",
    comparison_levels=[
        cll.NullLevel("nik"),
        cll.ExactMatchLevel("nik"),
        cll.CustomLevel(
            "substr(nik_l, 1, 15) = substr(nik_r, 1, 15) and '0' in (substr(nik_l, 16), substr(nik_r, 16))",
            "Last digit lost in Excel",
        ),
        cll.CustomLevel(
            "levenshtein(nik_l, nik_r) <= 2 and substr(nik_l, -4) = substr(nik_r, -4)", "Same serial, up to two edits before it"
        ),
        cll.ElseLevel(),
    ],
)

NAME = cl.CustomComparison(
    output_column_name="name",
    comparison_levels=[
        cll.NullLevel("name"),
        cll.ExactMatchLevel("name", term_frequency_adjustments=True),
        cll.ExactMatchLevel("name_sound", term_frequency_adjustments=True).configure(disable_tf_exact_match_detection=True),
        cll.CustomLevel("words_l = words_r", "Same words in another order"),
        cll.JaroWinklerLevel("name_sound", 0.95),
        cll.CustomLevel("list_has_all(words_l, words_r) or list_has_all(words_r, words_l)", "Words of one are among those of the other"),
        cll.JaroWinklerLevel("name_sound", 0.88),
        cll.CustomLevel("list_has_any(rare_l, rare_r)", "A word in common that is not everywhere"),
        cll.ElseLevel(),
    ],
)

BIRTH = cl.CustomComparison(
    output_column_name="birth",
    comparison_levels=[
        cll.NullLevel("birth"),
        cll.ExactMatchLevel("birth", term_frequency_adjustments=True),
        cll.CustomLevel(
            "substr(birth_l, 1, 5) || substr(birth_l, 9, 2) || '-' || substr(birth_l, 6, 2) = birth_r",
            "Day and month swapped",
        ),
        cll.LevenshteinLevel("birth", 1),
        cll.CustomLevel(
            "year_l = year_r and (substr(birth_l, 6) in ('01-01', '07-01', '12-31') or substr(birth_r, 6) in ('01-01', '07-01', '12-31'))",
            "Same year, a date put in for an unknown one",
        ),
        cll.CustomLevel("year_l = year_r or substr(birth_l, 6) = substr(birth_r, 6)", "Same year, or same day of the year"),
        cll.CustomLevel("abs(year_l - year_r) <= 2", "Years differ by at most 2"),
        cll.ElseLevel(),
    ],
)

# What brothers and sisters share is one fact, not three: card, mother and place are levels of one comparison.
HOUSEHOLD = cl.CustomComparison(
    output_column_name="household",
    comparison_levels=[
        cll.CustomLevel("kk_l is null and village_l is null or kk_r is null and village_r is null").configure(is_null_level=True),
        cll.ExactMatchLevel("kk"),
        cll.ExactMatchLevel("mother_sound", term_frequency_adjustments=True),
        cll.CustomLevel("village_l = village_r and rt_l = rt_r and rw_l = rw_r", "Same RT"),
        cll.ExactMatchLevel("village"),
        cll.CustomLevel("substr(village_l, 1, 6) = substr(village_r, 1, 6)", "Same district"),
        cll.ElseLevel(),
    ],
)

SETTINGS = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[NIK, NAME, BIRTH, cl.ExactMatch("sex"), HOUSEHOLD],
    blocking_rules_to_generate_predictions=BLOCKING,
    retain_matching_columns=False,
)


def train(linker):
    sure = [block_on("nik", "name_sound"), block_on("name_sound", "birth", "village")]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)  # 5e6: three times as long, the same persons
    # Each pass learns what its rule does not hold fast.
    for rule in (block_on("nik"), block_on("name_sound", "birth"), block_on("kk", "first")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def main(table, out):
    logging.getLogger("splink").setLevel(logging.WARNING)
    out.mkdir(parents=True, exist_ok=True)
    stages, begin = {}, time.perf_counter()
    connection = duckdb.connect(config={"temp_directory": str(out / "spill")})

    def done(stage):
        nonlocal begin
        stages[stage] = round(time.perf_counter() - begin, 2)
        begin = time.perf_counter()

    def keep(columns, table, name):
        connection.execute(f"copy (select {columns} from {table.physical_name}) to '{out / name}' (format parquet)")

    connection.execute(f"create table people as select *, substr(birth, 1, 4)::int as year from '{table}'")
    api = DuckDBAPI(connection)
    linker = Linker(api.register("people"), SETTINGS, log_level=logging.WARNING)
    done("read")
    train(linker)
    done("train")
    blocked = linker.inference.compute_blocked_pairs_for_predict()
    candidates = connection.execute(f"select count(*) from {blocked.physical_name}").fetchall()[0][0]
    done("block")
    predictions = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT)
    done("score")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=THRESHOLD)
    done("cluster")
    keep("unique_id, cluster_id as cluster", clusters, "persons.parquet")
    keep("unique_id_l as l, unique_id_r as r, match_weight::float as weight", predictions, "pairs.parquet")
    keep("join_key_l as l, join_key_r as r", blocked, "candidates.parquet")
    done("write")
    print(json.dumps({"stages": stages, "pairs": candidates}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
