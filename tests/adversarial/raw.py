"""Changes to a PDF's objects, appended as the format allows: what reportlab cannot write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_OBJECT: Final = re.compile(rb"(?m)^(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_REFERENCE: Final = rb"/%s\s+(\d+) 0 R"
_RESOURCES: Final = re.compile(rb"/Resources\s*(?:<<|(\d+) 0 R)")


class RawPdf:
    """The objects of a file without object streams, by number."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data = path.read_bytes()
        self._bodies = {int(number): body for number, body in _OBJECT.findall(self._data)}
        self._changed: dict[int, bytes] = {}

    def add(self, body: bytes) -> int:
        """A new object's number."""
        number = max(self._bodies) + 1
        self.put(number, body)
        return number

    def put(self, number: int, body: bytes) -> None:
        self._bodies[number] = self._changed[number] = body

    def pages(self) -> list[int]:
        """The numbers of the pages, in order, where one list names them all."""
        tree = next(b for b in self._bodies.values() if re.search(rb"/Type\s*/Pages\b", b))
        kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
        assert kids is not None, "the tree of pages has no list"
        return [int(number) for number in re.findall(rb"(\d+) 0 R", kids[1])]

    def insert(self, number: int, entries: bytes, behind: bytes = b"<<") -> None:
        """Put entries into a dictionary of an object, behind its first such words."""
        front, mark, back = self._bodies[number].partition(behind)
        assert mark, f"object {number} has no {behind!r}"
        self.put(number, front + mark + b" " + entries + b" " + back)

    def insert_in_resources(self, entries: bytes) -> None:
        """Put entries into the resources of all pages and form objects.

        They are part of the object, or an object by themselves that several may share.
        """
        shared: set[int] = set()
        found = [(number, self._resources(number)) for number in sorted(self._bodies)]
        for number, match in found:
            if match is None:
                continue
            if match[1] is None:
                self.insert(number, entries, behind=match[0])
            else:
                shared.add(int(match[1]))
        for number in sorted(shared):
            self.insert(number, entries)
        assert any(match for _, match in found), "the file has no resources"

    def _resources(self, number: int) -> re.Match[bytes] | None:
        """Where an object's dictionary has its resources; data behind it may look alike."""
        return _RESOURCES.search(self._bodies[number].partition(b"stream")[0])

    def root(self) -> int:
        """The number of the catalogue."""
        return int(re.findall(_REFERENCE % b"Root", self._data)[-1])

    def save(self) -> None:
        """Append what was changed to the file."""
        start = _START.search(self._data)
        assert start is not None, "the file does not end as it should"
        data = bytearray(self._data)
        rows = []
        for number, body in sorted(self._changed.items()):
            rows.append(b"%d 1\n%010d 00000 n \n" % (number, len(data)))
            data += b"%d 0 obj%sendobj\n" % (number, body + b"\n")
        place = len(data)
        data += b"xref\n" + b"".join(rows) + self._trailer(start[1], max(self._bodies) + 1)
        self._path.write_bytes(bytes(data) + b"startxref\n%d\n%%%%EOF\n" % place)

    def _trailer(self, previous: bytes, size: int) -> bytes:
        root = b"/Root %d 0 R" % self.root()
        return b"trailer\n<< /Size %d %s /Prev %s >>\n" % (size, root, previous)


def stream(entries: bytes, data: bytes) -> bytes:
    """The body of a stream."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)
