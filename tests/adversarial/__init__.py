"""Reports drawn at random in ways that were or may be read wrongly, and how they are read.

`python -m tests.adversarial --seed 3 --count 600 "order.*" marks.raised --show`

A kind (order, labels, columns, headings, shapes, notations, marks, ink, covers, hidden,
surroundings, sheets, mixed) alters a draft; a producer prints it: `paper` (reportlab's canvas),
`story` (its platypus), `web` (Chromium), `word` (LibreOffice). The truth that is written beside
each report holds what a person reads; `measure` holds what `check` says against it.
"""
