"""What is kept of a set, and what becomes of it where it cannot be read."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.sets.set_file import NAME, SetFile, SetFileError, held, load_set_file, save_set_file


def kept(folder: Path) -> SetFile:
    return SetFile(
        folder,
        2025,
        folder / "单位名单.xlsx",
        (folder.parent / "2024",),
        {"清源县卫健局": "清源县卫生健康局", "宁远市粮食局": ""},
    )


def test_what_is_kept_is_there_again_also_where_the_folder_went(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "2025"
    folder.mkdir(parents=True)
    save_set_file(kept(folder))
    assert load_set_file(folder) == kept(folder)
    shutil.move(tmp_path / "a", tmp_path / "b")
    moved = tmp_path / "b" / "2025"
    assert load_set_file(moved) == kept(moved)


def test_nothing_is_kept_of_a_folder_without_the_file(tmp_path: Path) -> None:
    assert load_set_file(tmp_path) == SetFile(tmp_path)


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    save_set_file(kept(tmp_path))
    path = tmp_path / NAME
    text = path.read_text("utf-8").replace('"version": 1', '"version": 2')
    path.write_text(text, "utf-8")
    with pytest.raises(SetFileError, match="更新的版本"):
        load_set_file(tmp_path)
    with pytest.raises(SetFileError, match="更新的版本"):
        save_set_file(kept(tmp_path))
    assert path.read_text("utf-8") == text


def test_whoever_comes_second_can_only_look(tmp_path: Path) -> None:
    save_set_file(kept(tmp_path))
    with held(tmp_path):
        assert load_set_file(tmp_path) == kept(tmp_path)
        with pytest.raises(SetFileError, match="只能查看"):
            save_set_file(SetFile(tmp_path))
    assert load_set_file(tmp_path) == kept(tmp_path)


def test_what_two_runs_were_answered_is_kept_of_both(tmp_path: Path) -> None:
    save_set_file(kept(tmp_path))
    first, second = load_set_file(tmp_path), load_set_file(tmp_path)
    names = ("清源县教体局", "清源县水务局", "宁远市粮食局")
    save_set_file(replace(first, answers={**first.answers, names[0]: "甲", names[1]: "乙"}))
    now = save_set_file(replace(second, answers={names[1]: "丙", names[2]: "丁"}, year=2024))
    assert now.answers == {**first.answers, names[0]: "甲", names[1]: "丙", names[2]: "丁"}
    assert load_set_file(tmp_path) == replace(first, answers=now.answers, year=2024)


def test_a_year_that_no_report_has_is_not_saved(tmp_path: Path) -> None:
    save_set_file(kept(tmp_path))
    with pytest.raises(SetFileError, match="1999"):
        save_set_file(replace(kept(tmp_path), year=1999))
    assert load_set_file(tmp_path) == kept(tmp_path)


@pytest.mark.parametrize("seed", range(200))
def test_what_is_damaged_is_refused_in_one_sentence(tmp_path: Path, seed: int) -> None:
    save_set_file(kept(tmp_path))
    path, rng = tmp_path / NAME, random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(data))
        data[at : at + rng.randint(0, 9)] = rng.randbytes(rng.randint(0, 5))
    path.write_bytes(bytes(data))
    message = ""
    try:
        assert load_set_file(tmp_path).folder == tmp_path
    except SetFileError as error:
        message = error.message
    assert "\n" not in message
    if message:
        with pytest.raises(SetFileError):
            save_set_file(kept(tmp_path))
        assert path.read_bytes() == bytes(data)


@pytest.mark.parametrize(
    "change",
    [
        {"year": "2025"}, {"roster": 3}, {"others": "x"}, {"others": [1]}, {"answers": []},
        {"answers": {"a": None}}, {"format": "gouji-review"}, {"year": 2007}, {"year": 2101},
        {"year": True}, {"year": -1}, {"roster": "a\0.csv"}, {"others": ["b", "\0"]},
    ],
)  # fmt: skip
def test_what_has_other_kinds_of_values_is_none(tmp_path: Path, change: dict[str, object]) -> None:
    save_set_file(kept(tmp_path))
    path = tmp_path / NAME
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    if change == {"others": "x"}:  # letters are paths, too
        assert load_set_file(tmp_path).others == (tmp_path / "x",)
        return
    with pytest.raises(SetFileError, match="已损坏"):
        load_set_file(tmp_path)
