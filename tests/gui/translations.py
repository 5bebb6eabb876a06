"""`python -m tests.gui.translations`: the window's words to gouji_en.ts, and that to a .qm.

Qt's own lupdate sees literals only where they stand in `tr(...)`; here many stand in tables
(of actions, of menus) and go through a function. So the source is read as Python: whatever
is Chinese in `desktop/gui` and no docstring is a word of the window; so are the sentences of
the workspace, which go through `ui_term`.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.running import tool

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "translations" / "gouji_en.ts"
QM = TS.with_name("gouji_en_GB.qm")
CHINESE = re.compile(r"[\u3400-\u9fff]")

# Names, measures, and sentences that are files' and not the window's.
NOT_WORDS = frozenset({"勾稽", "国", "中文", "思源黑体 CN", "未能核对", "语言 Language"})


class Collector(ast.NodeVisitor):
    """The Chinese literals of a module with the context each is translated in."""

    def __init__(self, tree: ast.Module, context: str = "") -> None:
        self.found: set[tuple[str, str]] = set()
        self.loose: set[str] = set()
        self._classes: list[str] = []
        self._docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        } | {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        self._context = next(
            (
                str(node.args[0].value)
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "translate"
                and isinstance(node.args[0], ast.Constant)
            ),
            context,
        )
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        own = isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
        if own and node.args and isinstance(node.args[0], ast.Constant):
            self._docstrings.add(id(node.args[0]))
            self.found.add((self._classes[-1], str(node.args[0].value)))
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        for part in node.values:
            if isinstance(part, ast.Constant):
                # Nothing can translate a piece of a formatted string.
                if CHINESE.search(str(part.value)):
                    self.loose.add(str(part.value))
            else:
                self.visit(part)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value
        if not isinstance(text, str) or id(node) in self._docstrings or not CHINESE.search(text):
            return
        if text in NOT_WORDS:
            return
        if self._context:
            self.found.add((self._context, text))
        else:
            self.loose.add(text)


def modules() -> Iterator[tuple[Path, Collector]]:
    for path in sorted((ROOT / "desktop" / "gui").rglob("*.py")):
        yield path, Collector(ast.parse(path.read_text("utf-8")))
    messages = ROOT / "desktop" / "workspace" / "messages.py"
    yield messages, Collector(ast.parse(messages.read_text("utf-8")), "UiTerms")


def words() -> set[tuple[str, str]]:
    return {item for _, collector in modules() for item in collector.found}


def translated() -> dict[tuple[str, str], str]:
    if not TS.exists():
        return {}
    return {
        (str(context.findtext("name")), str(message.findtext("source"))): str(
            message.findtext("translation") or ""
        )
        for context in ElementTree.parse(TS).getroot().iter("context")
        for message in context.iter("message")
    }


def write(known: dict[tuple[str, str], str]) -> None:
    root = ElementTree.Element("TS", version="2.1", language="en_GB", sourcelanguage="zh_CN")
    contexts: dict[str, ElementTree.Element] = {}
    for context, source in sorted(words()):
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get((context, source), "")
        if not translation.text:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    TS.parent.mkdir(exist_ok=True)
    TS.write_bytes(
        b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        + ElementTree.tostring(root, "utf-8")
        + b"\n"
    )


def release() -> None:
    subprocess.run([tool("pyside6-lrelease"), "-silent", TS, "-qm", QM], check=True)


if __name__ == "__main__":
    write(translated())
    release()
    for context, source in sorted(words() - {k for k, v in translated().items() if v}):
        print(f"not translated: {context}: {source}")
