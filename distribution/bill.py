"""What an executable is made of, as a CycloneDX list (specification 1.6, JSON).

    python -m distribution.bill dist/gouji --to dist/gouji.cdx.json

Named are the libraries that build.spec carries, with versions and licences as their own
metadata have them; Python, Qt and PDFium; and, on Linux, each library of the building machine.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import metadata
from pathlib import Path
from typing import Any, Final

from desktop.versions import versions

_SPEC: Final = Path(__file__).resolve().parents[1] / "build.spec"
_CLASSIFIER: Final = re.compile(r"License :: OSI Approved :: (.+)")

Component = dict[str, Any]


def bundled_names() -> tuple[str, ...]:
    """The distributions that build.spec carries."""
    for node in ast.parse(_SPEC.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "BUNDLED":
            return tuple(ast.literal_eval(node.value))
    raise LookupError("build.spec has no BUNDLED")


def library(name: str) -> Component:
    """A Python distribution, as its metadata describe it."""
    found = metadata(name).json
    called, version = str(found["name"]), str(found["version"])
    component = _component("library", called, version)
    component["purl"] = f"pkg:pypi/{called.lower().replace('_', '-')}@{version}"
    component["bom-ref"] = component["purl"]
    if expression := found.get("license_expression"):
        component["licenses"] = [{"expression": expression}]
    else:
        names = _CLASSIFIER.findall("\n".join(found.get("classifier") or ()))
        words = str(found.get("license") or "").splitlines()
        named = names or words[:1]
        component["licenses"] = [{"license": {"name": name}} for name in named]
    return component


def _component(kind: str, name: str, version: str) -> Component:
    return {"type": kind, "name": name, "version": version, "bom-ref": f"{name}@{version}"}


def _foundations() -> Iterator[Component]:
    """What is not a Python distribution of its own."""
    found = versions()
    yield _component("platform", "Python", found.python)
    yield _component("framework", "Qt", found.qt)
    yield _component("library", "PDFium", found.pdfium)
    yield _component("application", "PyInstaller", metadata("PyInstaller")["Version"])


def _system_libraries(executable: Path) -> Iterator[Component]:
    """Libraries of the building machine: those that lie beside Python in the executable."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(executable))
    for name, (*_, kind) in archive.toc.items():
        # `b`: a shared library; a link to another has another letter.
        if kind == "b" and re.fullmatch(r"lib[^/]+\.so[.\d]*", name):
            digest = hashlib.sha256(archive.extract(name)).hexdigest()
            hashes = [{"alg": "SHA-256", "content": digest}]
            yield {"type": "file", "name": name, "bom-ref": name, "hashes": hashes}


def bill(executable: Path) -> dict[str, Any]:
    """The whole list for an executable."""
    program = _component("application", "gouji", versions().program)
    digest = hashlib.sha256(executable.read_bytes()).hexdigest()
    program["hashes"] = [{"alg": "SHA-256", "content": digest}]
    program["licenses"] = [{"license": {"id": "Apache-2.0"}}]
    components = [*map(library, bundled_names()), *_foundations()]
    components += _system_libraries(executable)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same executable has the same list.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "component": program,
        },
        "components": components,
        "dependencies": [
            {"ref": program["bom-ref"], "dependsOn": sorted({c["bom-ref"] for c in components})}
        ],
    }


def main() -> None:
    """Write the list that the command line names."""
    parser = argparse.ArgumentParser(prog="distribution.bill")
    parser.add_argument("executable", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    text = json.dumps(bill(options.executable), ensure_ascii=False, indent=1)
    options.to.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
