"""`python -m tests.kills [--rounds N] [--seed N]`: what is lost by being killed."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from desktop.resources import resource
from tests.kills.state import State
from tests.running import ROOT

FILES = ("a.pdf", "b.pdf", "c.pdf")
PATIENCE = 60.0
_AGAIN = 0.3
"""how many are killed a second time, with the files open, before anybody took the work up"""


class Loss(NamedTuple):
    """What one kill cost: steps that are not there again, or were never made."""

    seed: int
    steps: int
    is_over: bool
    detail: str


def run_round(seed: int) -> Loss:
    """Let a program work, kill it, start it again."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        folder, other = home / "reports", home / "other"
        for place, files in ((folder, FILES), (other, ("d.pdf",))):
            place.mkdir()
            for file in files:
                shutil.copy(resource("sample", "sample-2024.pdf"), place / file)
        before = _work(seed, folder, home, random.uniform(0.0, 0.8))
        argument = random.choice(([str(folder)], [], [str(other)], [str(folder / "b.pdf")]))
        mode = random.choice(("wait", "at once"))
        if random.random() < _AGAIN:
            _killed_again([str(folder)], home)
        answer = json.loads(_run("restart", [mode, *argument], home))
    after: State = answer["state"]
    steps = sum(_difference(before[file], after.get(file, ())) for file in before)
    made = any(before.values())
    detail = f"{mode} {argument} {before} {after}" if steps > 1 or not answer["over"] else ""
    return Loss(seed, steps, answer["over"] and (answer["offered"] or not made), detail)


def _difference(before: list[str] | tuple[str, ...], after: object) -> int:
    """How many steps at the end of one are not in the other, either way."""
    assert isinstance(after, list | tuple)
    common = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        common += 1
    return max(len(before), len(after)) - common


def _work(seed: int, folder: Path, home: Path, seconds: float) -> dict[str, list[str]]:
    """What there was when the program was killed, as far as it came to say it."""
    words = [sys.executable, "-m", "tests.kills.worker", str(seed), str(folder)]
    with subprocess.Popen(
        words, cwd=ROOT, env=_environment(home), stdout=subprocess.PIPE, encoding="utf-8"
    ) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        assert first == "ready\n", (seed, first)
        time.sleep(seconds)
        worker.kill()
        lines = worker.stdout.read().splitlines()
    # The last line may be cut off, with its act done.
    whole = [line for line in lines if line.endswith("}")]
    return json.loads(whole[-1]) if whole else {file: [] for file in FILES}


def _killed_again(words: list[str], home: Path) -> None:
    command = [sys.executable, "-m", "tests.kills.restart", "never", *words]
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(home), stdout=subprocess.PIPE, encoding="utf-8"
    ) as again:
        assert again.stdout is not None
        assert again.stdout.readline() == "ready\n"
        again.kill()


def _run(module: str, words: list[str], home: Path) -> str:
    command = [sys.executable, "-m", f"tests.kills.{module}", *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=_environment(home),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout


def _environment(home: Path) -> dict[str, str]:
    own = {
        variable: str(home / variable)
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    }
    for place in own.values():
        Path(place).mkdir(mode=0o700, exist_ok=True)
    return {**os.environ, **own, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def main() -> None:
    """Kill so many programs, and tell what it cost."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    losses = []
    for seed in range(options.seed, options.seed + options.rounds):
        losses.append(run_round(seed))
        if losses[-1].detail:
            print(*losses[-1], flush=True)
    lost = [loss.steps for loss in losses]
    print(f"{len(losses)} kills: at most {max(lost)} steps lost, {sum(map(bool, lost))} with one")
    print(f"over afterwards: {sum(loss.is_over for loss in losses)}")
    sys.exit(max(lost) > 1 or not all(loss.is_over for loss in losses))


if __name__ == "__main__":
    main()
