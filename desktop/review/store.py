"""`NAME.gouji`: a review saved beside its PDF, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop import __version__
from desktop.errors import ReviewFileError, WriteError
from desktop.files.atomic import written_whole
from desktop.report.form import known_cells
from desktop.review.codec import (
    cell_from_json,
    cell_to_json,
    decision_to_json,
    step_from_json,
    step_to_json,
)
from desktop.review.formats import (
    REVIEW,
    REVIEW_VERSION,
    WRONG,
    Json,
    JsonObject,
    is_newer,
    review_of_today,
)
from desktop.review.review import Review
from desktop.review.saved import Saved, SavedFinding
from desktop.rules.rule import RuleSet

SUFFIX: Final = ".gouji"
_LARGEST: Final = 64 << 20


class UnknownCellError(Exception):
    """A file names a cell that no form has."""


def saved_path(pdf: Path) -> Path:
    """Where a review is saved by itself: `NAME.gouji` beside `NAME.pdf`."""
    return pdf.with_suffix(SUFFIX)


def rules_version(rules: RuleSet) -> str:
    """A short name for exactly these rules: the same on every machine, another after a change."""
    told = [
        (
            *(rule.id, rule.severity, rule.sums, rule.check, rule.parameters),
            *(sorted(rule.forms), sorted(rule.offices)),
        )
        for rule in rules.rules.values()
        if rule.enabled
    ]
    return hashlib.sha256(repr(told).encode("utf-8")).hexdigest()[:12]


def save_review(review: Review, path: Path, time: str) -> None:
    """Save a review.

    Args:
        review: as it stands; it is only read.
        path: the file to write, usually `saved_path(review.path)`.
        time: now, ISO 8601 with its offset.

    Raises:
        ReviewFileError: the file cannot be written, or a newer program wrote the one that is
            there; what was there before still is.
    """
    _keep_newer(path)
    _keep_damaged(path)
    text = json.dumps(_content(review, time), ensure_ascii=False, indent=1)
    try:
        with written_whole(path) as temporary:
            temporary.write_text(text, "utf-8")
    except WriteError as error:
        raise ReviewFileError(
            f"核对记录没有存成：{path.parent} 不能写入，请检查磁盘空间和权限，或另选文件夹。",
            f"{error.message} {error.detail}",
        ) from error


def load_saved(path: Path) -> Saved:
    """What a saved review holds.

    Raises:
        ReviewFileError: it cannot be read, is damaged, names cells of no form, or comes from a
            newer program.
    """
    data = _read(path)
    if is_newer(data.get("version"), REVIEW_VERSION):
        raise ReviewFileError(f"核对记录 {path.name} 由更新的版本保存，请用新版勾稽打开。")
    try:
        saved = _saved(path, review_of_today(data))
        for edit in (edit for step in saved.steps for edit in step.edits):
            _known(edit.name)
    except UnknownCellError as error:
        raise ReviewFileError(
            f"核对记录 {path.name} 里有本版本不认识的单元格“{error}”，没有采用。"
        ) from error
    except WRONG as error:
        raise ReviewFileError(f"核对记录 {path.name} 已损坏，请重新核对。", repr(error)) from error
    return saved


def _read(path: Path) -> Json:
    """A saved review of whatever version.

    Raises:
        ReviewFileError: it cannot be read, is damaged, or something else.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ReviewFileError(f"{path.name} 太大，不是核对记录。")
        data = json.loads(path.read_bytes(), parse_constant=_refuse)
    except OSError as error:
        raise ReviewFileError(f"核对记录 {path.name} 打不开。", str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ReviewFileError(f"核对记录 {path.name} 已损坏，请重新核对。", str(error)) from error
    if not isinstance(data, dict) or data.get("format") != REVIEW:
        raise ReviewFileError(f"{path.name} 不是勾稽的核对记录。")
    return data


def _refuse(constant: str) -> None:
    """Python reads NaN and Infinity, which JSON does not have."""
    raise ValueError(constant)


def _keep_damaged(path: Path) -> None:
    """Put what is there, and cannot be read, beside: somebody may still make sense of it."""
    if not path.exists():
        return
    try:
        load_saved(path)
    except ReviewFileError:
        names = (path.with_name(f"{path.name}.{number}") for number in range(1, 100))
        free = next((name for name in names if not name.exists()), None)
        if free is not None:
            with suppress(OSError):
                path.replace(free)


def _keep_newer(path: Path) -> None:
    """Refuse to write over what a newer program saved: this one cannot tell what would be lost."""
    try:
        version = _read(path).get("version")
    except ReviewFileError:  # there is none, or none that can be opened
        return
    if is_newer(version, REVIEW_VERSION):
        raise ReviewFileError(
            f"没有保存：已有的核对记录 {path.name} 由更新的版本保存，不能覆盖；"
            "请用新版勾稽打开，或先把它移到别处。"
        )


def _content(review: Review, time: str) -> Json:
    edits = {
        name: {"printed": None if before is None else before.text, "now": after and after.text}
        for name, (before, after) in review.edited().items()
    }
    return {
        "format": REVIEW,
        "version": REVIEW_VERSION,
        "program": __version__,
        "saved": time,
        "pdf": {"name": review.path.name, "path": str(review.path), "sha256": review.sha256},
        "form": review.report.form.id,
        "agency": review.report.agency,
        "year": review.report.year,
        "rules": rules_version(review.rules),
        "done": review.done,
        "remark": review.remark,
        "set_aside": review.set_aside,
        "edits": edits,
        "decisions": [decision_to_json(*item) for item in review.decisions.items()],
        "steps": [step_to_json(step) for step in review.history],
        "readings": {name: cell_to_json(cell) for name, cell in review.printed.cells.items()},
        "findings": [
            {"rule": finding.rule, "cells": list(finding.cells), "message": finding.message}
            for finding in review.printed_findings
        ],
    }


def _known(name: str) -> str:
    """A cell's name; only those of the forms that the program has mean anything to it."""
    if name not in known_cells():
        raise UnknownCellError(name)
    return name


def _saved(path: Path, data: JsonObject) -> Saved:
    pdf = data["pdf"]
    place = Path(pdf["path"])
    if Path(pdf["name"]).name != pdf["name"] or not pdf["name"]:
        raise ValueError(pdf["name"])
    return Saved(
        path,
        place if place.name == pdf["name"] else path.with_name(pdf["name"]),
        str(pdf["sha256"]),
        str(data["form"]),
        str(data["rules"]),
        str(data["saved"]),
        {_known(name): cell_from_json(name, cell) for name, cell in data["readings"].items()},
        tuple(map(step_from_json, data["steps"])),
        tuple(map(_finding, data["findings"])),
    )


def _finding(entry: JsonObject) -> SavedFinding:
    finding = SavedFinding(entry["rule"], tuple(entry["cells"]), entry["message"])
    if not all(isinstance(text, str) for text in (finding.rule, finding.message, *finding.cells)):
        raise TypeError(entry)
    return finding
