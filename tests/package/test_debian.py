"""The package for Debian, UOS and Kylin: it installs, its program runs, it goes without trace."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import __version__
from distribution.debian import build

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb"),
]

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "sample-2024.pdf"
as_root = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="installing needs root"
)


@pytest.fixture(scope="module")
def package(executable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(executable.parent / "gouji-folder", tmp_path_factory.mktemp("deb"))


@pytest.fixture
def installed(package: Path, tmp_path: Path) -> Iterator[Path]:
    """The root of a file system of its own, with the package installed by dpkg."""
    root = tmp_path / "root"
    dpkg(root, "--install", package)
    yield root
    dpkg(root, "--purge", "gouji")


def dpkg(root: Path, *words: str | Path) -> None:
    """dpkg with a file system and a list of packages of its own; depends are not looked up."""
    records = root / "var" / "lib" / "dpkg"
    for name in ("info", "updates"):
        (records / name).mkdir(parents=True, exist_ok=True)
    (records / "status").touch()
    subprocess.run(
        ["dpkg", f"--root={root}", "--force-depends", "--force-script-chrootless", "--no-triggers",
         "--log=/dev/null", *map(str, words)],
        check=True,
        capture_output=True,
        env={**os.environ, "DPKG_MAINTSCRIPT_PACKAGE": "gouji"},
    )  # fmt: skip


def field(package: Path, name: str) -> str:
    words = ["dpkg-deb", "--field", str(package), name]
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout.strip()


def test_says_what_it_is_and_needs(package: Path) -> None:
    assert package.name == f"gouji_{__version__}_{field(package, 'Architecture')}.deb"
    assert field(package, "Version") == __version__
    assert field(package, "Depends").startswith("libc6 (>= 2.")
    assert package.stat().st_size < 55_000_000


def test_files_belong_to_root_and_are_readable_by_all(package: Path) -> None:
    words = ["dpkg-deb", "--contents", str(package)]
    listing = subprocess.run(words, capture_output=True, check=True, encoding="utf-8").stdout
    rows = [line.split() for line in listing.splitlines()]
    assert {row[1] for row in rows} == {"root/root"}
    assert {row[0] for row in rows} <= {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}
    assert [row[5] for row in rows if row[0] == "-rwxr-xr-x"] == ["./usr/lib/gouji/gouji"]


@as_root
def test_the_installed_program_checks_a_report(installed: Path) -> None:
    program = installed / "usr" / "bin" / "gouji"
    done = subprocess.run(
        [program, "check", SAMPLE],
        env={"PATH": os.defpath},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "云山市林业局" in done.stdout


@as_root
def test_the_menu_and_the_file_type_are_installed(installed: Path) -> None:
    share = installed / "usr" / "share"
    entry = (share / "applications" / "gouji.desktop").read_text("utf-8")
    assert "\nExec=gouji %F\n" in entry
    icon = entry.partition("\nIcon=")[2].partition("\n")[0]
    hicolor = share / "icons" / "hicolor"
    assert (hicolor / "scalable" / "apps" / f"{icon}.svg").exists()
    assert (hicolor / "48x48" / "apps" / f"{icon}.png").read_bytes().startswith(b"\x89PNG")
    if shutil.which("update-mime-database"):
        subprocess.run(["update-mime-database", share / "mime"], check=True)
        assert "application/x-gouji:*.gouji" in (share / "mime" / "globs").read_text("utf-8")


@as_root
def test_goes_without_trace(package: Path, tmp_path: Path) -> None:
    dpkg(tmp_path, "--install", package)
    assert (tmp_path / "usr" / "bin" / "gouji").is_symlink()
    dpkg(tmp_path, "--purge", "gouji")
    assert not [path for path in tmp_path.rglob("*gouji*") if "dpkg" not in path.parts]
