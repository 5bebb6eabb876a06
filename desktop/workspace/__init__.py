"""What a person has open, without a window: reports, their states, and the work on them.

states            how far a report has come: readability, check, work
open_report       one file, what came of it, and the review of it
finding_index     the findings of a report by cell and by root cause
change            what is other than before, told once for each thing that happens
open_reports      all open reports, in the order of their work
selection         the report looked at, and what is selected in it
workspace         both, and everything that is done with them; every change goes through
review_commands   what a person can do to the report looked at
navigation        the next finding, the next report
previous_reports  which report of the year before each one is compared with
loader            files found and read away from the caller's thread
writer            reviews saved and exported away from the caller's thread
journal_recorder  every step into the journal as it happens
recovery          what a killed program left
clock             the time of day as files keep it
messages          the sentences that these say
"""
