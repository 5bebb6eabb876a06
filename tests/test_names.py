"""Names are the field's terms, each for one thing; signals say what they carry."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "desktop").rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}

# Words that read well once, and then cost every newcomer a search.
METAPHORS = frozenset(
    """
    desk bench workplace orders told noted troubled turned pointed put marks signs look ground
    paper shades aligned ruled unparted crossings strays carry leftovers foresight outlook turn
    spoken round loud quiet practise door knock places panes bare
    """.split()  # noqa: SIM905
)
# `carried_in` and `carried_out` are rows of the form.
CARRIED = re.compile(r"carried(?!_in|_out)")
OTHERS = frozenset({"freeze_panes", "paperSize"})
"""names of libraries that are set here"""


def parts(name: str) -> set[str]:
    """`page`, `turned` for `_pageTurned` and `page_turned`."""
    apart = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return set(apart.lower().split("_"))


def targets(node: ast.AST) -> Iterator[str]:
    """The names that a statement defines."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        yield node.name
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr


def assigned(body: list[ast.stmt]) -> Iterator[str]:
    """The names that are assigned in the body of a module or a class."""
    for node in body:
        aims = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
        yield from (aim.id for aim in aims if isinstance(aim, ast.Name))


def defined(tree: ast.Module) -> Iterator[str]:
    """The classes, functions, attributes and names of a module."""
    yield from assigned(tree.body)
    for node in ast.walk(tree):
        yield from targets(node)
        if isinstance(node, ast.ClassDef):
            yield from assigned(node.body)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_is_a_metaphor(path: Path) -> None:
    names = {path.stem, *defined(TREES[path])} - OTHERS
    assert {name for name in names if parts(name) & METAPHORS or CARRIED.search(name)} == set()


def types(tree: ast.Module) -> Iterator[str]:
    """The classes and the aliases of types that a module defines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for name in assigned(tree.body):
        bare = name.lstrip("_")
        if bare[:1].isupper() and not bare.isupper():
            yield name


def test_no_type_has_the_name_of_another() -> None:
    found: dict[str, set[Path]] = defaultdict(set)
    for path, tree in TREES.items():
        for name in types(tree):
            found[name.lstrip("_")].add(path.relative_to(ROOT))
    assert len(found) > 150
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def signals(tree: ast.Module) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    yield from (call for call in calls if ast.unparse(call.func) == "Signal")


def test_signals_carry_types() -> None:
    found = [(path.stem, call) for path, tree in TREES.items() for call in signals(tree)]
    assert len(found) > 30
    untyped = [
        (stem, ast.unparse(call))
        for stem, call in found
        if any(isinstance(arg, ast.Name) and arg.id == "object" for arg in call.args)
    ]
    assert untyped == []


def test_little_is_of_any_type() -> None:
    used = [
        path.relative_to(ROOT).as_posix()
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "Any"
    ]
    assert len(used) <= 15, used
