"""What runs in a worker process.

The main process only names these functions: what they need is loaded in the workers, which
start while the main process still loads its own part.
"""

from __future__ import annotations

import gc
import logging
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.batch.memory import cap_memory

if TYPE_CHECKING:
    from desktop.batch.outcome import Outcome
    from desktop.batch.packed import PackedOutcome
    from desktop.rules.rule import RuleSet


def read_outcome(
    path: Path, rules: RuleSet, previous: Path | None = None, password: str | None = None
) -> Outcome:
    """Read and check one file; see `one_file.read_outcome`."""
    from desktop.batch import one_file

    return one_file.read_outcome(path, rules, previous, password)


def read_packed(path: Path) -> PackedOutcome:
    """Read one file, and pack what was read until it can be checked."""
    from desktop.batch.one_file import read_only
    from desktop.batch.packed import pack

    return pack(read_only(path))


def first_page_text(path: Path) -> str:
    """The text of a file's first page, as it is printed; empty where there is none."""
    from desktop.pdf.document import first_page_text

    return first_page_text(path)


def prepare(memory: int) -> None:
    """Set up a worker, which may take `memory` bytes more than it starts with."""
    # While the main process still loads its own part.
    import_module("desktop.batch.one_file")
    # A report is thousands of small objects, none in cycles; looking for garbage among them
    # as often as is usual takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        cap_memory(memory)
    except (OSError, ValueError) as error:
        # A system that allows no cap must not keep reports from being read.
        logging.getLogger(__name__).warning("memory is not limited: %s", error)


def warm_up() -> None:
    """Read the packaged sample: loads what otherwise the first report would wait for."""
    from desktop.resources import resource
    from desktop.rules.rulefile import load_rules

    read_outcome(resource("sample", "sample-2024.pdf"), load_rules())
