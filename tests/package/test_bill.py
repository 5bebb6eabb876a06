"""The list of what is inside names every library with its version and licence."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from distribution.bill import bill, bundled_names, library


def test_every_library_has_its_version_and_licence() -> None:
    assert "pypdfium2" in bundled_names()
    for name in bundled_names():
        component = library(name)
        assert component["version"] == version(name)
        assert component["purl"] == component["purl"].lower()
        assert component["licenses"], name
        for licence in component["licenses"]:
            assert licence.get("expression") or licence["license"]["name"]


@pytest.mark.package
def test_the_list_of_an_executable_names_all_and_each_once(executable: Path) -> None:
    listed = bill(executable)
    names = [component["name"] for component in listed["components"]]
    assert {"Qt", "Python", "PDFium", "pdfplumber"} <= set(names)
    references = [component["bom-ref"] for component in listed["components"]]
    assert len(references) == len(set(references))
    assert set(listed["dependencies"][0]["dependsOn"]) == set(references)
    assert bill(executable)["serialNumber"] == listed["serialNumber"]
