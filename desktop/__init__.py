"""Gouji 勾稽: the desk on which annual disclosure reports are reviewed.

The program is an hourglass; each package turns its left neighbour's product into its own::

    pdf        a file            -> pages of glyphs and rulings
    tables     a page            -> grids of text cells
    reading    grids and a form  -> REPORT
    report     the waist: typed cells with source boxes, and the forms that name them
    rules      a report          -> findings and repairs
    review     a report, edits   -> what the person decided
    exports    a review          -> files
    batch      many files, in worker processes
    cli, gui   the two front ends (only `gui` imports Qt)

Left of the report nothing knows rules; right of it nothing knows PDF. What all may use are the
single modules `geometry`, `errors` and `resources`, and the package `files`: whole writes, the
user's folders, and what killed runs left. `versions` says what the program is made of.
"""

from __future__ import annotations

from typing import Final

__version__: Final = "0.1.0"
