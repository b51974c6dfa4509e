"""padan beside its peers on the same made-up lists: time, memory, accuracy. Called by `npm run bench:peers`.

padan is given the lists as they are; the peers a table cleaned beforehand (clean.py), whose making is not counted. All are
run one after another, round by round, so that what else the machine does falls on all of them. Prints a report in Markdown
and leaves it beside all results in build/peers/. Standard library only: see measure.py.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ beside the sources

import calibration
from measure import measure

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PADAN = ROOT / "build/release/padan"
PEERS = ("splink", "goldenmatch")
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def arguments():
    parser = argparse.ArgumentParser(prog="npm run bench:peers --", description=__doc__.split("\n")[0])
    parser.add_argument("--people", type=int, default=20_000, help="people of the made-up regency; about 2.3 rows each")
    parser.add_argument("--seed", type=int, default=3, help="another regency; nothing here was tuned on 3")
    parser.add_argument("--errors", default="medium", choices=["light", "medium", "heavy"])
    parser.add_argument("--rounds", type=int, default=3, help="runs of padan")
    parser.add_argument("--peer-rounds", type=int, default=2, help="runs of each peer, in the first rounds")
    parser.add_argument("--limit", type=float, default=3600, help="seconds after which a run is stopped")
    parser.add_argument("--only", nargs="+", default=["padan", *PEERS], choices=["padan", *PEERS], help="leave the others out")
    return parser.parse_args()


def helper(script, *words):
    """Runs one of the scripts beside this one and returns what it prints."""
    command = [sys.executable, str(HERE / script), *map(str, words)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def make_lists(folder, options):
    """The raw lists and the clean table; returns what making the table took."""
    synth = ["--people", options.people, "--seed", options.seed, "--errors", options.errors, "--out", folder / "lists", "--quiet"]
    subprocess.run([PADAN, "synth", *map(str, synth)], check=True)
    cleaning = measure([sys.executable, HERE / "clean.py", folder / "lists", folder / "clean"], folder / "clean.log", options.limit)
    if cleaning.status != "ok":
        sys.exit(f"cleaning: {cleaning.status}; see {folder / 'clean.log'}")
    return cleaning


def command_of(tool, folder):
    if tool == "padan":
        return [PADAN, "reconcile", *sorted((folder / "lists").glob("*.csv")), "--out", folder / "padan", "--workers", str(CORES), "--quiet"]
    return [sys.executable, HERE / f"{tool}_model.py", folder / "clean/clean.parquet", folder / tool]


def run_all(folder, options):
    """{tool: [Run, …]}; a tool that failed once is not tried again."""
    runs = {tool: [] for tool in options.only}
    for number in range(max(options.rounds, options.peer_rounds)):
        for tool, done in runs.items():
            if number < (options.rounds if tool == "padan" else options.peer_rounds) and all(run.status == "ok" for run in done):
                done.append(measure(command_of(tool, folder), folder / f"{tool}.log", options.limit))
                print(f"  {tool}: {done[-1].wall:.1f} s, {done[-1].status}", file=sys.stderr, flush=True)
    return runs


def told(tool, folder, run):
    """What the tool says of its last run: seconds by stage, and pairs scored if it counts them."""
    if tool != "padan":
        return {"pairs": None, **json.loads(run.last_line)}
    summary = json.loads((folder / "padan/summary.json").read_text())
    return {"pairs": summary["pairs_scored"], "stages": {name: ms / 1000 for name, ms in summary["timings_ms"].items()}}


def result_of(tool, folder, runs):
    """The figures of one tool: medians of time, the highest memory, accuracy of the last run."""
    bad = [run.status for run in runs if run.status != "ok"]
    result = {
        "status": bad[0] if bad else "ok",
        "walls": [run.wall for run in runs],
        "wall": statistics.median(run.wall for run in runs),
        "cpu": statistics.median(run.cpu for run in runs),
        "peak": max(run.peak for run in runs),
    }
    if not bad:
        result |= told(tool, folder, runs[-1])
        result |= json.loads(helper("truth.py", folder / "clean/truth.parquet", folder / tool))
    return result


def share(value):
    return f"{value:.4f}".lstrip("0")


def row(tool, result, padan):
    def times(name):
        both = padan and tool != "padan" and padan["status"] == result["status"] == "ok"
        return f" (× {result[name] / padan[name]:.1f})" if both else ""

    spread = f"{min(result['walls']):.1f}–{max(result['walls']):.1f}" if len(result["walls"]) > 1 else f"{result['wall']:.1f}"
    took = [
        f"{result['wall']:.1f} s{times('wall')}",
        spread,
        f"{result['cpu']:.1f} s{times('cpu')}",
        f"{result['peak'] / 1e6:,.0f} MB{times('peak')}",
    ]
    if result["status"] != "ok":
        return [tool, *took, result["status"], "", "", "", ""]
    own, best = result["own"], result.get("best")
    return [
        tool,
        *took,
        f"{result['pairs']:,}" if result["pairs"] else "not told",
        *(share(own[name]) for name in ("precision", "recall", "f1")),
        f"{share(best['f1'])} at {best['threshold']:.2f}" if best else "–",
    ]


def markdown_table(head, rows):
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows])


def machine():
    model, memory = platform.processor() or platform.machine(), ""
    try:
        cpuinfo, meminfo = Path("/proc/cpuinfo").read_text(), Path("/proc/meminfo").read_text()
        model = next((line.split(": ")[1] for line in cpuinfo.splitlines() if line.startswith("model name")), model)
        memory = f", {int(meminfo.split()[1]) / 1e6:.0f} GB"
    except OSError:
        pass  # not Linux
    return f"{platform.platform(terse=True)}, {CORES} cores of {model}{memory}"


def versions():
    padan = subprocess.run([PADAN, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    others = (f"{name} {importlib.metadata.version(name)}" for name in ("splink", "duckdb", "goldenmatch", "goldenmatch-native"))
    return ", ".join([padan, *others, f"Python {platform.python_version()}"])


def shown(command, folder):
    """The command as one would type it in the project's folder."""
    lists = [str(path) for path in sorted((folder / "lists").glob("*.csv"))]
    return " ".join(map(str, command)).replace(" ".join(lists), f"{folder}/lists/*.csv").replace(f"{ROOT}/", "")


def report(folder, options, load, cleaning, results):
    padan = results.get("padan")
    rows = [row(tool, result, padan) for tool, result in results.items()]
    head = ["tool", "wall, median (× padan)", "fastest–slowest", "CPU", "peak memory", "pairs scored", "precision", "recall", "F1", "best F1, threshold chosen with the truth"]  # fmt: skip
    lines = [
        f"{date.today()}, {machine()}; load before the run {load:.1f}. {versions()}.",
        f"`npm run bench:peers -- {' '.join(sys.argv[1:])}`: {options.people:,} people, seed {options.seed}, {options.errors} damage: {int(cleaning.last_line):,} rows. "
        f"Cleaning the table for the peers took {cleaning.wall:.1f} s more ({cleaning.cpu:.1f} s CPU), not counted.",
        markdown_table(head, rows),
    ]
    if "blocking_recall" in results.get("splink", {}):
        lines.append(f"Splink's blocking rules bring together {share(results['splink']['blocking_recall'])} of the true pairs.")
    if padan and padan["status"] == "ok":
        lines += ["padan's questions to a human (`pairs.csv`):", calibration.table([folder])]
    for tool, result in results.items():
        if "stages" in result:
            stages = " · ".join(f"{stage} {seconds:.1f}" for stage, seconds in result["stages"].items())
            lines.append(f"{tool}, seconds by stage of its last run: {stages}.")
    lines.append("\n".join(["Commands:", "```", *(shown(command_of(tool, folder), folder) for tool in results), "```"]))
    return "\n\n".join(lines) + "\n"


def main():
    options = arguments()
    load = os.getloadavg()[0]
    folder = ROOT / f"build/peers/{options.people}-{options.seed}-{options.errors}"
    folder.mkdir(parents=True, exist_ok=True)
    cleaning = make_lists(folder, options)
    runs = run_all(folder, options)
    results = {tool: result_of(tool, folder, done) for tool, done in runs.items()}
    (folder / "report.json").write_text(json.dumps(results, indent=1))
    text = report(folder, options, load, cleaning, results)
    (folder / "report.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
