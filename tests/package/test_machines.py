"""The executable on the machines and in the folders where it will be started."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop.versions import versions
from tests.drawing.make_sample import CONTENT
from tests.drawing.report import draw_report
from tests.drawing.style import Rulings, Style
from tests.package.gbk import draw_gbk
from tests.package.screen import close_window, press, tones, virtual_screen, wait_for_window
from tests.running import ROOT, run

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts, signals and X"),
]

SAMPLE = ROOT / "resources" / "sample" / "sample-2024.pdf"
TITLE = "云山市林业局 2024 — 勾稽"
STYLES = {
    "plain": Style(),
    "across": Style(rulings=Rulings.ACROSS),
    "none": Style(rulings=Rulings.NONE),
    "rotated": Style(rotate=90),
    "wide": Style(wide_applications=True, repeat_header=True),
    "split": Style(split_rows=True, watermark=True, page_numbers=True),
    "named": Style(embedded=False),
}


def timeless(output: str) -> list[str]:
    """The lines of `--format jsonl` without the seconds at their ends."""
    return [line.partition(', "seconds": ')[0] for line in output.splitlines()]


@pytest.fixture
def samples(tmp_path: Path) -> list[Path]:
    """Reports in many looks, and those of the folder that GOUJI_SAMPLES names."""
    folder = tmp_path / "samples"
    folder.mkdir()
    for name, style in STYLES.items():
        draw_report(folder / f"{name}.pdf", CONTENT, style)
    draw_gbk(folder / "gbk.pdf")
    (folder / "damaged.pdf").write_bytes(SAMPLE.read_bytes()[:3000])
    named = os.environ.get("GOUJI_SAMPLES")
    return [*sorted(folder.glob("*.pdf")), *(sorted(Path(named).glob("*.pdf")) if named else ())]


def test_the_output_is_that_of_the_source(
    executable: Path, minimal: dict[str, str], samples: list[Path]
) -> None:
    words: list[str | Path] = ["check", "--format", "jsonl", *samples]
    source = run([sys.executable, "-m", "desktop", *words], {**os.environ})
    packaged = run([executable, *words], minimal)
    assert (packaged.returncode, packaged.stderr) == (2, "")
    assert len(timeless(packaged.stdout)) == len(samples)
    assert timeless(packaged.stdout) == timeless(source.stdout)


def test_the_folder_variant_is_the_same_program(executable: Path, minimal: dict[str, str]) -> None:
    program = executable.parent / "gouji-folder" / executable.name
    words: list[str | Path] = ["check", "--format", "jsonl", SAMPLE]
    folder, single = run([program, *words], minimal), run([executable, *words], minimal)
    assert folder.returncode == single.returncode == 1
    assert timeless(folder.stdout) == timeless(single.stdout)


def test_a_font_that_is_named_only_is_read(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    drawn = draw_gbk(tmp_path / "gbk.pdf")
    done = run([executable, "check", "--format", "json", drawn], minimal)
    said: dict[str, Any] = json.loads(done.stdout)
    assert (said["status"], said["agency"]) == ("read", "云山市林业局")
    values = {name: cell["value"] for name, cell in said["cells"].items()}
    right = {n: v for n, v in CONTENT.values.items() if isinstance(v, int)}
    assert {name: values[name] for name in right} == right


def test_tells_what_it_is_made_of(executable: Path, minimal: dict[str, str]) -> None:
    told = run([executable, "--version"], minimal).stdout.splitlines()
    # The commit is that of the build, the rest what the source says here.
    assert told[1:] == list(versions().lines())[1:]
    assert "不明" not in "".join(told)


def test_a_path_with_chinese_characters_and_spaces(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "年报 核对（2024）"
    folder.mkdir()
    program = shutil.copy(executable, folder / "勾 稽")
    report = shutil.copy(SAMPLE, folder / "林业局 年报.pdf")
    done = run([program, "check", report], {**minimal, "TMPDIR": str(folder)}, folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert not list(folder.glob("_MEI*"))


def test_no_home_and_no_language(executable: Path) -> None:
    done = run([executable, "check", SAMPLE], {"PATH": os.defpath})
    assert (done.returncode, done.stderr) == (1, "")
    assert "云山市林业局" in done.stdout


@pytest.mark.skipif(os.getuid() != 0 if hasattr(os, "getuid") else True, reason="mounting")
@pytest.mark.parametrize("options", ["ro", "noexec"])
def test_folders_mounted_to_forbid(
    executable: Path, minimal: dict[str, str], tmp_path: Path, options: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    shutil.copy(executable, place)
    program = place / executable.name if options == "ro" else executable
    mount = 'mount --bind "$0" "$0" && mount -o "remount,bind,$1" "$0"'
    script = f'{mount} && cd "$0" && shift && exec "$@"'
    words: list[str | Path] = [
        "unshare",
        "-m",
        "sh",
        "-c",
        script,
        place,
        options,
        program,
        "check",
        SAMPLE,
    ]
    environment = dict(minimal) if options == "ro" else {**minimal, "TMPDIR": str(place)}
    done = run(words, environment)
    if "unshare" in done.stderr:
        pytest.skip(done.stderr)
    if options == "ro":
        assert (done.returncode, done.stderr) == (1, "")
    else:
        assert done.returncode not in (0, 1)
        assert "加载失败（可另设TMPDIR）" in done.stderr
        assert str(place) in done.stderr


def test_what_a_killed_run_left_is_removed(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {**minimal, "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen([executable], env=environment, start_new_session=True)
    deadline = time.monotonic() + 30
    while not list(temporary.glob("_MEI*/resources/build.json")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    time.sleep(1.5)
    # Alive, however old its folder is.
    (left,) = temporary.glob("_MEI*")
    os.utime(left, (0, 0))
    assert run([executable, "check", SAMPLE], environment).returncode == 1
    assert left.exists()
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert left.exists()
    assert run([executable, "check", SAMPLE], environment).returncode == 1
    assert not list(temporary.glob("_MEI*"))


def test_the_window_draws_a_substitute_font_exports_and_closes(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    drawn = draw_gbk(tmp_path / "gbk.pdf")
    with virtual_screen() as display:
        process = subprocess.Popen(
            [str(executable), str(drawn)],
            cwd=tmp_path,
            env={**minimal, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            window = wait_for_window(display, TITLE, process, seconds=30)
            time.sleep(1.5)
            # The middle of the page: text in black on white, not empty boxes of one shade.
            page = tones(display, window, (300, 200, 260, 260))
            assert sum(shade > 240 for shade in page) > len(page) / 2
            assert len(page) / 200 < sum(shade < 100 for shade in page) < len(page) / 4
            press(display, window, "ctrl+e")
            dialog = wait_for_window(display, "导出", process, seconds=10)
            press(display, dialog, "Return")
            deadline = time.monotonic() + 15
            while not list(tmp_path.glob("*.xlsx")):
                assert time.monotonic() < deadline, "nothing was exported"
                time.sleep(0.1)
            close_window(display, window)
            _, complaints = process.communicate(timeout=20)
        finally:
            process.kill()
    assert (process.returncode, complaints) == (0, "")
