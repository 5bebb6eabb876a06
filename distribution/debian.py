"""The folder variant as a package for Debian, 统信 UOS and 银河麒麟.

    python -m distribution.debian dist/gouji-folder [--to dist]

Made with dpkg-deb alone. The folder goes to /usr/lib/gouji, so nothing is unpacked at start
and no folder for temporary files matters; a link, a menu entry, an icon and the file type go
where Debian's policy and XDG's specifications have them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from desktop import __version__
from desktop.resources import NOTICE, resource
from distribution.bundled import newest_glibc
from distribution.icons import LINUX_SIZES, png

NAME: Final = "gouji"
# Names of machines: the kernel's and Debian's.
_ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64", "loongarch64": "loong64"}
# What the folder does not carry because it belongs to the machine: graphics and fonts.
_DEPENDS: Final = "libegl1, libgl1, libxkbcommon-x11-0, zlib1g"

_CONTROL: Final = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Gouji authors <gouji@example.invalid>
Installed-Size: {kibibytes}
Depends: libc6 (>= {glibc}), {depends}
Recommends: fonts-noto-cjk
Section: misc
Priority: optional
Description: desk for reviewing annual disclosure reports (勾稽)
 Reads the PDFs of annual reports on government information disclosure, checks the sums and
 rules of their tables, and exports what was corrected to Excel or CSV. Works offline.
"""

# Menus and file types are read anew; a system without these programs needs no reading.
_REFRESH: Final = """\
#!/bin/sh
set -e
for command in "update-mime-database /usr/share/mime" \\
    "update-desktop-database -q /usr/share/applications" \\
    "gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor"; do
    if command -v "${command%% *}" >/dev/null 2>&1; then
        $command || true
    fi
done
"""


def control(tree: Path, folder: Path) -> str:
    """The package's control file (Debian policy, chapter 5)."""
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    binaries = (p for p in folder.rglob("*") if p.is_file() and _is_elf(p))
    glibc, _ = newest_glibc((path.name, str(path), "BINARY") for path in binaries)
    return _CONTROL.format(
        name=NAME,
        version=__version__,
        architecture=_ARCHITECTURES[os.uname().machine],
        kibibytes=sum(-(-path.stat().st_size // 1024) for path in files),
        glibc=glibc,
        depends=_DEPENDS,
    )


def _is_elf(path: Path) -> bool:
    with path.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def lay_out(folder: Path, tree: Path) -> None:
    """Put the program's folder and the desktop's records where they will be installed."""
    shutil.copytree(folder, tree / "usr/lib/gouji", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/gouji").symlink_to("../lib/gouji/gouji")
    for source, target in (
        (resource("linux", "gouji.desktop"), "usr/share/applications/gouji.desktop"),
        (resource("linux", "gouji-mime.xml"), "usr/share/mime/packages/gouji.xml"),
        (resource("icons", "gouji.svg"), "usr/share/icons/hicolor/scalable/apps/gouji.svg"),
        (NOTICE, "usr/share/doc/gouji/copyright"),
    ):
        place = tree / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    for size in LINUX_SIZES:
        place = tree / f"usr/share/icons/hicolor/{size}x{size}/apps/gouji.png"
        place.parent.mkdir(parents=True)
        place.write_bytes(png(size))
    for path in tree.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / "usr/lib/gouji/gouji"
            path.chmod(0o755 if runs else 0o644)


def build(folder: Path, target: Path) -> Path:
    """Make the package from the program's folder; its path is returned.

    Raises:
        subprocess.CalledProcessError: dpkg-deb refuses it.
    """
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / NAME
        tree.mkdir(mode=0o755)
        lay_out(folder, tree)
        records = tree / "DEBIAN"
        text = control(tree, folder)
        records.mkdir(mode=0o755)
        (records / "control").write_text(text, "utf-8")
        for script in ("postinst", "postrm"):
            (records / script).write_text(_REFRESH, "utf-8")
            (records / script).chmod(0o755)
        architecture = text.partition("Architecture: ")[2].partition("\n")[0]
        target.mkdir(parents=True, exist_ok=True)
        package = target / f"{NAME}_{__version__}_{architecture}.deb"
        # gzip or xz: the dpkg of UOS 20 and Kylin V10 knows no zstd.
        words = [
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z2",
            "--build",
            str(tree),
            str(package),
        ]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return package


def main() -> None:
    """Build the package that the command line names."""
    parser = argparse.ArgumentParser(prog="distribution.debian")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=Path("dist"))
    options = parser.parse_args()
    package = build(options.folder, options.to)
    sys.stdout.write(f"{package}\n")


if __name__ == "__main__":
    main()
