"""The running text to figures with a meaning: which cells a sentence speaks of.

In steps::

    numerals    digits and Chinese numerals to numbers
    passages    sections to sentences, each with the subject it stands under
    figures     a sentence to its figures: number, unit, whether it is exact
    guards      figures that speak of another year, another office or another matter
    phrases     what a figure's own words can mean, read from resources/rules/narrative.toml
    statements  figures bound to cells by their phrase
    claims      words without a figure (未收到, 均已办结) bound to cells
    breakdown   a total and its parts within one sentence

Each imports only what stands above it.
"""
