"""Draw reports, read them, and tell how: `python -m tests.adversarial [OPTIONS] [KIND ...]`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.adversarial.figures_table import print_details, print_table
from tests.adversarial.kinds import chosen
from tests.adversarial.make import draw_reports, left_out
from tests.adversarial.measure import score
from tests.adversarial.producers import producers


def main(words: Sequence[str]) -> int:
    """Run; 1 if some report has a silent cell or is falsely accused."""
    options = _parser().parse_args(words)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.to or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        files = _draw(options, folder)
        return 0 if options.draw or not files else _measure(options, files)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("tests.adversarial", description=__doc__)
    parser.add_argument("kinds", nargs="*", help="names or patterns such as order.*; all if none")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=500, help="reports in all (usual: 500)")
    parser.add_argument("--to", help="folder that keeps what is drawn")
    parser.add_argument("--show", action="store_true", help="list what is silent or false")
    parser.add_argument("--draw", action="store_true", help="draw only, measure nothing")
    parser.add_argument("--via", action="append", help="this producer only; again for more")
    parser.add_argument("--workers", default="1", help="processes that read (usual: 1)")
    return parser


def _draw(options: argparse.Namespace, folder: Path) -> list[Path]:
    kinds = list(chosen(options.kinds))
    able = [item for item in producers() if not options.via or item.name in options.via]
    lacking = list(left_out(kinds, able))
    if lacking:
        print("left out, their producers lack:", *lacking)
    return draw_reports(folder, options.seed, options.count, kinds, able)


def _measure(options: argparse.Namespace, files: Sequence[Path]) -> int:
    results = check(files, options.workers)
    truths = [json.loads(file.with_suffix(".json").read_text("utf-8")) for file in files]
    scores = [score(truth, got) for truth, got in zip(truths, results, strict=True)]
    if options.show:
        print_details(files, truths, results, scores)
    print_table([truth["kind"] for truth in truths], scores)
    return int(any(item.silent or item.false for item in scores))


def check(files: Sequence[Path], workers: str = "1") -> list[dict[str, Any]]:
    """What the console's `check` says of these files, in their order."""
    words = [sys.executable, "-m", "desktop", "check", "--format", "jsonl", "--workers", workers]
    done = subprocess.run([*words, *map(str, files)], capture_output=True, encoding="utf-8")
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if len(results) != len(files):
        raise SystemExit(f"{len(results)} results of {len(files)} files: {done.stderr[-500:]}")
    return results


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
