"""A report and a person's work on it: edits, decisions, and what the rules say after each.

edit, changes   what a person does, each with its before and after
judgement       a finding accepted with a reason, or said to be the report's or the reading's
linking         the same office's report of the year before, given or found among others
comparison      which report of the year before a review was compared with
resolved        what the page has wrong and edits put right
review          the report as it stands, its history, and the findings that hold now
codec           all of it as JSON
formats         the versions of the files, and what makes an older one today's
store           NAME.gouji: a review saved whole or not at all
journal         every step as it happens, for the day the program is killed
rebase          a review over to a newer version of its PDF
edit_preview    what an edit would do, while it is typed
"""
