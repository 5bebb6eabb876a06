"""All built-in checks, imported for their registration."""

from __future__ import annotations

from desktop.rules.checks import comparisons as comparisons
from desktop.rules.checks import dates as dates
from desktop.rules.checks import fees as fees
from desktop.rules.checks import form_version as form_version
from desktop.rules.checks import growth as growth
from desktop.rules.checks import identity as identity
from desktop.rules.checks import narrative as narrative
from desktop.rules.checks import parts as parts
from desktop.rules.checks import plausibility as plausibility
from desktop.rules.checks import sections as sections
from desktop.rules.checks import series as series
from desktop.rules.checks import structure as structure
from desktop.rules.checks import values as values
from desktop.rules.checks import wording as wording
