"""Saved files with something wrong in them: `python -m tests.fuzz [--rounds N] [--seed N]`.

Each round alters a golden file, as JSON or as bytes, and does with it what the program does:
opens it, takes its work up, lists, exports, undoes, saves. Nothing but the program's own sentences
may be raised, and the file stays as it is or is put beside.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

from desktop.errors import AppError
from desktop.exports.rows import cell_rows, edit_rows, finding_rows
from desktop.report.model import Report
from desktop.review.journal import is_of_newer_program, recovered_reports
from desktop.review.rebase import rebase, rebase_recovered
from desktop.review.review import Review
from desktop.review.store import load_saved, save_review
from desktop.workspace.finding_index import FindingIndex
from desktop.workspace.work_states import FileState, WorkStates, _read
from tests.builders import report_of
from tests.packaged import new_review

GOLDEN = Path(__file__).parent / "review" / "golden"
REVIEWS = sorted(GOLDEN.glob("review-*.gouji"))
JOURNALS = sorted(GOLDEN.glob("journal-*.journal"))
PDF = Path("/reports/洪泽区 2024.pdf")
TIME = "2025-01-20T09:30:00+08:00"
ODD: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, 1, -1, 10**30, 0.5, float("nan"), float("inf"), -1e300),
    *("", "x", "\x00", "99", "－", "=1+1", "a" * 5000, "2021", "accepted", "applications.new.x"),
    *([], [1], [[[]]], {}, {"a": 1}, {"kind": "edit"}),
)


def altered(data: Any, random: Random) -> Any:
    """The same with one thing in it gone, doubled or replaced by something odd."""
    data = copy.deepcopy(data)
    places = list(_places(data))
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        holder, key = random.choice(places)
        act = random.randrange(4)
        if act == 0:
            _remove(holder, key)
        elif act == 1 and isinstance(holder, list):
            holder.append(copy.deepcopy(random.choice(holder)) if holder else None)
        elif act == 2 and isinstance(holder, dict):
            holder[str(random.choice(ODD))] = random.choice(ODD)
        elif isinstance(holder, dict) or key < len(holder):
            holder[key] = random.choice(ODD)
    return data


def _remove(holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder.pop(key, None)
    elif key < len(holder):
        del holder[key]


def _places(data: Any) -> Any:
    """Every place in a value: what holds it, and its key or index."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield data, key
        if isinstance(value, dict | list):
            yield from _places(value)


def altered_bytes(data: bytes, random: Random) -> bytes:
    """The same cut off, or with bytes changed, gone or doubled."""
    at = random.randrange(len(data))
    end = min(len(data), at + random.randrange(1, 40))
    return random.choice(
        (
            data[:at],
            data[:at] + data[end:],
            data[:end] + data[at:],
            data[:at] + random.randbytes(end - at) + data[end:],
        )
    )


def review_content(random: Random) -> bytes:
    """A saved review with something wrong."""
    data = random.choice(REVIEWS).read_bytes()
    if random.random() < 0.2:
        return altered_bytes(data, random)
    return json.dumps(altered(json.loads(data), random), ensure_ascii=False).encode()


def journal_content(random: Random) -> bytes:
    """A journal with something wrong."""
    data = random.choice(JOURNALS).read_bytes()
    if random.random() < 0.2:
        return altered_bytes(data, random)
    lines = [json.loads(line) for line in data.splitlines()]
    random.shuffle(lines) if random.random() < 0.1 else None
    made = altered(lines, random)
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in made).encode()


def printed(random: Random) -> Report:
    """What the PDF says now: what the golden files have, or not quite."""
    saved = load_saved(REVIEWS[-1])
    report = report_of({})
    for cell in saved.readings.values():
        report = report.with_cell(cell)
    if random.random() < 0.3:
        report = report.without_cell(random.choice(sorted(report.cells)))
    return report


def go_through(review: Review, folder: Path) -> None:
    """Do with a review all that a person may."""
    for rows in (cell_rows, finding_rows, edit_rows):
        list(rows(review))
    FindingIndex(review.checked, review)
    save_review(review, folder / "again.gouji", TIME)
    again = load_saved(folder / "again.gouji")
    assert len(again.steps) == len(review.history)
    while review.undo() is not None:
        pass
    assert review.report == review.printed
    while review.redo() is not None:
        pass
    FindingIndex(review.checked, review)


def try_review(random: Random, folder: Path) -> str:
    """Open a saved review, and go on with it."""
    path, content = folder / "a.gouji", review_content(random)
    path.write_bytes(content)
    review = new_review(PDF, "a" * 64, printed(random))
    try:
        saved = load_saved(path)
        rebased = rebase(saved, review)
        review.take_up(rebased.steps, len(saved.steps) if rebased.same else None)
        result = "opened" if rebased.same else "rebased"
    except AppError:
        result = "refused"
    assert path.read_bytes() == content
    go_through(review, folder)
    try:
        save_review(review, path, TIME)
    except AppError:
        assert path.read_bytes() == content
        return result
    # What cannot be opened is put beside what is written; what was opened is in it.
    kept = [file.read_bytes() for file in folder.glob("a.gouji.*")]
    assert kept == ([content] if result == "refused" else [])
    assert path.read_bytes() != content
    return result


def try_journal(random: Random, folder: Path) -> str:
    """Take the work of a journal up."""
    path, content = folder / "a.journal", journal_content(random)
    path.write_bytes(content)
    if is_of_newer_program(path):
        return "newer"
    found = recovered_reports([path])
    for recovered in found:
        review = new_review(PDF, "a" * 64, printed(random))
        rebased = rebase_recovered(recovered, review)
        review.take_up(rebased.steps, recovered.saved if rebased.same else None)
        go_through(review, folder)
    assert path.read_bytes() == content
    return "taken up" if any(one.steps for one in found) else "nothing left"


def try_states(random: Random, folder: Path) -> str:
    """Read the work states."""
    path = folder / "states.json"
    WorkStates(path).keep("a" * 64, FileState(seen=True, set_aside="扫描件"))
    content = json.dumps(altered(json.loads(path.read_bytes()), random)).encode()
    path.write_bytes(content)
    accepted = _read(path) is not None
    states = WorkStates(path)
    known = states.of("a" * 64)
    states.keep("b", FileState(seen=True))
    assert (path.read_bytes() == content) is not accepted
    if accepted:
        assert WorkStates(path).of("b") == FileState(seen=True)
        assert WorkStates(path).of("a" * 64) == known
    return "known" if accepted else "let be"


KINDS: Final[dict[str, Callable[[Random, Path], str]]] = {
    "review": try_review,
    "journal": try_journal,
    "states": try_states,
}


def run_round(seed: int) -> str:
    """One file with something wrong; what came of it."""
    random = Random(seed)
    kind = random.choice(("review", "review", "journal", "journal", "states"))
    with tempfile.TemporaryDirectory() as name:
        return f"{kind} {KINDS[kind](random, Path(name))}"


def main() -> None:
    """So many of them, and how they ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--rounds", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    results: Counter[str] = Counter()
    for seed in range(options.seed, options.seed + options.rounds):
        try:
            results[run_round(seed)] += 1
        except Exception as error:  # noqa: BLE001 - which is what is looked for
            results["FAILED"] += 1
            print(f"seed {seed}: {type(error).__name__}: {str(error)[:200]}", flush=True)
    for result, count in results.most_common():
        print(f"{count:6} {result}")
    sys.exit(bool(results["FAILED"]))


if __name__ == "__main__":
    main()
