"""Built-in checks: what cannot be said as sums.

Each registers itself by name::

    comparisons   cells against cells, of this year and the last
    plausibility  figures that hardly ever happen
    series        this year's tables beside last year's
    values        what a single cell may hold
    structure     what reading noticed
    form_version  whether the tables are of the form in force
    sections      the six sections and what they must say
    identity      title, signature, documents cited
    dates         period, years left over, deadline
    narrative     the text against the tables
    parts, growth figures of the text against each other
    fees          the fee in section 六
    wording       slips, gaps, repetitions, length

A rule file names the check; `builtin` imports them all.
"""
