"""What would make a report add up: exact error localisation over its equations.

From the inside out: `incidence` has the equations as a matrix, `ledger` a report's figures in
it, `search` finds the fewest changes that settle what does not add up, `slips` and `causes`
weigh how they may have come about, `explain` compares the explanations and takes them apart,
`problems` makes of them what a person sees. Nothing here changes a reading.
"""
