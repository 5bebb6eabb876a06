"""pandas in the executable: it works as in the source, and its start does not wait for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.package.inside import command, run_inside
from tests.running import ROOT, run

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts, and who prints to a console"),
]
mounting = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="mounting needs root"
)

SAMPLE = ROOT / "resources" / "sample" / "sample-2024.pdf"
AT_WORK = Path(__file__).with_name("pandas_at_work.py")
LOADING = """
import sys
from desktop.errors import LibraryError
from desktop.files.libraries import load_pandas
try:
    print(load_pandas().__file__)
except LibraryError as error:
    print(error.message)
    sys.exit(3)
"""
IN_A_WORKER = """
import multiprocessing
from desktop.files.libraries import load_pandas
process = multiprocessing.get_context("spawn").Process(target=load_pandas)
process.start()
process.join(60)
print(process.exitcode)
"""


def cache(home: Path) -> Path:
    return home / ".cache" / "gouji" / "libraries"


def folders(home: Path) -> list[Path]:
    """What is in the cache, unfinished folders too."""
    return sorted(cache(home).iterdir())


@pytest.mark.parametrize("variant", ["single", "folder"])
def test_it_does_what_it_does_in_the_source(
    executable: Path, minimal: dict[str, str], tmp_path: Path, variant: str
) -> None:
    program = executable
    if variant == "folder":
        program = executable.parent / "gouji-folder" / executable.name
    code = (
        f"import sys; sys.argv.append({str(tmp_path)!r}); exec(open({str(AT_WORK)!r}).read(), {{}})"
    )
    packaged = run_inside(program, code, minimal)
    source = run([sys.executable, "-m", "tests.package.pandas_at_work", tmp_path])
    assert (packaged.returncode, packaged.stderr) == (source.returncode, source.stderr) == (0, "")
    assert packaged.stdout == source.stdout
    # Only the single file has something to unpack.
    assert cache(tmp_path).exists() == (variant == "single")


def test_a_start_that_needs_no_pandas_unpacks_none(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    done = run([executable, "check", SAMPLE], minimal)
    assert (done.returncode, done.stderr) == (1, "")
    assert not cache(tmp_path).exists()


def test_the_second_use_and_a_worker_process_find_it_unpacked(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    first = run_inside(executable, LOADING, minimal)
    (folder,) = folders(tmp_path)
    assert Path(first.stdout.strip()) == folder / "pandas" / "__init__.pyc"
    before = {path: path.stat().st_ino for path in folder.rglob("*")}
    worker = run_inside(executable, IN_A_WORKER, minimal)
    assert (worker.stdout, worker.stderr) == ("0\n", "")
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before


def test_two_starts_at_once_share_one_folder(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    both = [
        subprocess.Popen(
            command(executable, LOADING),
            env=minimal,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [one.communicate(timeout=120) for one in both]
    (folder,) = folders(tmp_path)
    assert said == [(f"{folder / 'pandas' / '__init__.pyc'}\n", "")] * 2


def shorten(path: Path) -> None:
    os.truncate(path, 1000)


def blank(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("damage", [Path.unlink, shorten, blank])
def test_a_damaged_folder_is_made_whole(
    executable: Path, minimal: dict[str, str], tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    assert run_inside(executable, LOADING, minimal).returncode == 0
    (folder,) = folders(tmp_path)
    for name in ("numpy.libs/libscipy*", "pandas/_libs/lib.*.so", "pandas/__init__.pyc"):
        (path,) = folder.glob(name)
        damage(path)
    done = run_inside(executable, LOADING, minimal)
    assert (done.returncode, done.stderr) == (0, "")


def test_folders_of_other_versions_are_removed(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    old = cache(tmp_path) / "0123456789abcdef"
    (old / "pandas").mkdir(parents=True)
    (old / "in-use").touch()
    assert run_inside(executable, LOADING, minimal).returncode == 0
    (folder,) = folders(tmp_path)
    assert folder != old


def mounted(*mounts: tuple[Path, str]) -> list[str | Path]:
    """The words before a command for which these folders are file systems of their own."""
    words = " && ".join(f"mount -t tmpfs -o {options} tmpfs {path}" for path, options in mounts)
    return ["unshare", "-m", "sh", "-c", f'{words} && exec "$@"', "sh"]


@mounting
@pytest.mark.parametrize("options", ["size=20m", "size=200m,noexec", "size=1m,ro"])
def test_where_the_cache_cannot_serve_the_folder_of_the_run_does(
    executable: Path, minimal: dict[str, str], tmp_path: Path, options: str
) -> None:
    place, temporary = tmp_path / ".cache", tmp_path / "temporary"
    place.mkdir()
    temporary.mkdir()
    environment = {**minimal, "TMPDIR": str(temporary)}
    done = run_inside(executable, LOADING, environment, mounted((place, options)))
    if "unshare" in done.stderr:
        pytest.skip(done.stderr)
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(done.stdout).is_relative_to(temporary)
    assert list(temporary.iterdir()) == []


@mounting
def test_where_no_folder_serves_one_sentence_says_so_and_the_rest_works(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    place, temporary = tmp_path / ".cache", tmp_path / "temporary"
    place.mkdir()
    temporary.mkdir()
    environment = {**minimal, "TMPDIR": str(temporary)}
    # The second holds what the start unpacks, and not the libraries as well.
    around = mounted((place, "size=20m"), (temporary, "size=130m"))
    done = run_inside(executable, LOADING, environment, around)
    if "unshare" in done.stderr:
        pytest.skip(done.stderr)
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout.count("\n") == 1
    assert "80 MB" in done.stdout
    checked = run([*around, executable, "check", SAMPLE], environment)
    assert (checked.returncode, checked.stderr) == (1, "")
