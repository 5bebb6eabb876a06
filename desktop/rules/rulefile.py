"""Rule files to a rule set: the packaged catalogue, then the user's file over it, by id.

A user's entry with a known id changes only the keys it names; a new id adds a rule. A mistake
costs the entry it stands in and is reported with its line; all other rules still hold.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from desktop.errors import RuleFileError
from desktop.resources import TomlTable, resource
from desktop.rules.finding import Severity
from desktop.rules.rule import Each, Rule, RuleFileMistake, RuleSet, Scope, Sums

_KEYS: Final = frozenset(
    (
        "id", "name", "severity", "basis", "says", "sums", "check", "parameters",
        "forms", "offices", "enabled", "scope",
    )
)  # fmt: skip
_SUM_KEYS: Final = frozenset(("table", "each", "left", "right", "words", "place"))
_ENTRY: Final = re.compile(r"^[ \t]*\[\[\s*rule\s*\]\]", re.MULTILINE)
_AT_LINE: Final = re.compile(r"at line (\d+)")


class _MistakeError(Exception):
    """A mistake in one entry; carries the sentence."""


def load_rules(user: Path | None = None) -> RuleSet:
    """The packaged rules, with those of the user's file over them.

    Called where the program starts and where a person chooses a file; everything else is
    given the rules, so that one check never mixes two sets of them.

    Raises:
        RuleFileError: the user's file cannot be opened.
    """
    entries: dict[str, TomlTable] = {}
    problems: list[RuleFileMistake] = []
    for path in sorted(resource("rules").glob("*.toml")):
        for _, entry in _entries(path, path.read_text("utf-8"), problems):
            entries[entry["id"]] = entry
    rules = {id_: _rule(entry) for id_, entry in entries.items()}
    if user is not None:
        for line, entry in _entries(user, _user_text(user), problems):
            try:
                rule = _merged(entry, entries)
            except _MistakeError as mistake:
                problems.append(RuleFileMistake(user, line, str(mistake)))
            else:
                rules[rule.id] = rule
    return RuleSet(dict(sorted(rules.items())), tuple(problems), user)


def _user_text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(
            f"规则文件 {path.name} 打不开，请检查路径，并保存为 UTF-8 编码。", str(error)
        ) from error


def _entries(
    path: Path, text: str, problems: list[RuleFileMistake]
) -> Iterator[tuple[int, TomlTable]]:
    """The entries of a file, each with the line it starts at."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.search(str(error))
        line = int(match.group(1)) if match else text.count("\n") + 1
        problems.append(RuleFileMistake(path, line, f"不是正确的 TOML（{error}），整个文件未采用"))
        return
    lines = [text.count("\n", 0, match.start()) + 1 for match in _ENTRY.finditer(text)]
    rules = data.get("rule", [])
    if not isinstance(rules, list) or len(rules) != len(lines):
        problems.append(RuleFileMistake(path, 1, "规则应写成 [[rule]] 的形式，整个文件未采用"))
        return
    yield from zip(lines, rules, strict=True)


def _merged(entry: TomlTable, known: Mapping[str, TomlTable]) -> Rule:
    """A user's entry over the packaged one with the same id."""
    id_ = entry.get("id")
    if not isinstance(id_, str) or not id_:
        raise _MistakeError("规则缺少 id")
    base = dict(known.get(id_, {}))
    own = dict(entry)
    if "parameters" in own and "parameters" in base and isinstance(own["parameters"], dict):
        own["parameters"] = {**base["parameters"], **own["parameters"]}
    return _rule({"basis": "自定规则", "severity": "warning", **base, **own})


def _rule(entry: TomlTable) -> Rule:
    unknown = sorted(entry.keys() - _KEYS)
    if unknown:
        raise _MistakeError(f"规则 {entry['id']} 有不认识的项 {unknown[0]}")
    sums, check = entry.get("sums"), entry.get("check")
    if (sums is None) == (check is None):
        raise _MistakeError(f"规则 {entry['id']} 应有 sums 或 check 之一")
    enabled = entry.get("enabled", True)
    if not isinstance(enabled, bool):
        raise _MistakeError(f"规则 {entry['id']} 的 enabled 应为 true 或 false")
    return Rule(
        entry["id"],
        _text(entry, "name"),
        _severity(entry),
        _text(entry, "basis"),
        None if sums is None else _sums(entry["id"], sums),
        check,
        _parameters(entry),
        _choice(entry, "forms"),
        enabled,
        _choice(entry, "offices"),
        _text(entry, "says") if "says" in entry else "",
        _scope(entry),
    )


def _parameters(entry: TomlTable) -> TomlTable:
    parameters = entry.get("parameters", {})
    if not isinstance(parameters, dict):
        raise _MistakeError(f"规则 {entry['id']} 的 parameters 应写成 {{ 名 = 值 }}")
    return parameters


def _choice(entry: TomlTable, key: str) -> frozenset[str]:
    chosen = entry.get(key, [])
    if not isinstance(chosen, list) or not all(isinstance(item, str) for item in chosen):
        raise _MistakeError(f"规则 {entry['id']} 的 {key} 应为文字列表")
    return frozenset(chosen)


def _text(entry: TomlTable, key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise _MistakeError(f"规则 {entry['id']} 缺少 {key}")
    return value


def _severity(entry: TomlTable) -> Severity:
    try:
        return Severity(entry.get("severity", ""))
    except ValueError:
        choices = "、".join(Severity)
        raise _MistakeError(f"规则 {entry['id']} 的 severity 应为 {choices} 之一") from None


def _scope(entry: TomlTable) -> Scope:
    try:
        return Scope(entry.get("scope", Scope.REPORT))
    except ValueError:
        choices = "、".join(Scope)
        raise _MistakeError(f"规则 {entry['id']} 的 scope 应为 {choices} 之一") from None


def _sums(id_: str, data: object) -> Sums:
    if not isinstance(data, dict) or data.keys() - _SUM_KEYS:
        raise _MistakeError(f"规则 {id_} 的 sums 有不认识的项")
    try:
        each = Each(data["each"])
        table, left, right = data["table"], data["left"], data["right"]
    except (KeyError, ValueError):
        raise _MistakeError(
            f"规则 {id_} 的 sums 应写明 table、each（column 或 row）、left、right"
        ) from None
    words, place = data.get("words", {}), data.get("place", "")
    # Sums are worked out in many places, none of which should stumble over a list in a list.
    lists = isinstance(left, list) and isinstance(right, list) and isinstance(words, dict)
    if not lists or not all(
        isinstance(text, str) for text in (table, place, *left, *right, *words.values())
    ):
        raise _MistakeError(f"规则 {id_} 的 sums 应以文字写行、列和说法，left、right 为文字列表")
    return Sums(table, each, tuple(left), tuple(right), words, place)
