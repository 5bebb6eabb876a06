"""Numbers written in other ways, and what stands in a cell without being a number."""

from __future__ import annotations

from typing import Final

from desktop.report.values import format_number
from tests.adversarial.draft import Draft, Run
from tests.adversarial.figures import amount
from tests.adversarial.kinds import CHROMIUM, EVERY, PEN, PLATYPUS, kind
from tests.adversarial.pick import names, some

_FULL_WIDTH: Final = str.maketrans("0123456789.", "０１２３４５６７８９．")
_NOTHING: Final = ("-", "—", "－", "–", "――", "─", "——", "/", "／", "无", "○", "", "--", "0")
_UNKNOWN: Final = ("?", "？", "x", "待定", "×", "不详", "N/A", "见附件", "A", "#REF!")
_FEE: Final = "proactive.fee.amount"


@kind("notations.full_width", EVERY)
def full_width(draft: Draft) -> None:
    """Full-width digits, in some cells or all."""
    for name in some(draft):
        draft.write(name, Run(draft.printed(name).translate(_FULL_WIDTH)))


@kind("notations.thousands", EVERY)
def thousands(draft: Draft) -> None:
    """Thousands are separated, by a comma of one of two widths or by a space."""
    mark = draft.random.choice((",", ",", "，", " "))
    for name in [name for name in names(draft) if draft.values[name] >= 1000]:
        draft.write(name, Run(f"{draft.values[name]:,}".replace(",", mark)))
        if mark != ",":
            draft.may.add(name)


@kind("notations.leading_zeros", EVERY)
def leading_zeros(draft: Draft) -> None:
    """Numbers are filled up with zeros."""
    for name in some(draft):
        draft.write(name, Run("0" * draft.random.choice((1, 2)) + draft.printed(name)))


@kind("notations.nothing", EVERY)
def nothing(draft: Draft) -> None:
    """Zeros as dashes of all kinds, words, blanks, each cell its own."""
    marks = draft.random.sample(_NOTHING, draft.random.choice((1, 3, len(_NOTHING))))
    for name in names(draft, zero=True):
        draft.write(name, Run(draft.random.choice(marks)))


@kind("notations.no_number", EVERY)
def no_number(draft: Draft) -> None:
    """Words and marks that are no number."""
    for name in some(draft, most=2, zero=True):
        draft.write(name, Run(draft.random.choice(_UNKNOWN)))
        draft.seen[name] = None
    draft.expected |= {"V01", "V02"}


@kind("notations.two_numbers", EVERY)
def two_numbers(draft: Draft) -> None:
    """Two numbers stand in a cell, beside or over each other."""
    for name in some(draft, most=2, zero=True):
        one, other = draft.random.randrange(1, 60), draft.random.randrange(1, 60)
        form = draft.random.choice(("{} {}", "{}　{}", "{}/{}", "{}、{}", "{}-{}", "{}+{}", "\n"))
        draft.seen[name] = None
        if form == "\n":
            draft.contents[name] = [(Run(str(one)),), (Run(str(other)),)]
            continue
        draft.write(name, Run(form.format(one, other)))
        if form.strip("{} 　"):
            draft.expected.add("V01")


@kind("notations.ten_thousands", EVERY, form="2021")
def ten_thousands(draft: Draft) -> None:
    """万 behind a number: of a count it makes ten thousands, of an amount in 万元 nothing."""
    cells = draft.random.sample((_FEE, "proactive.permit.decisions",
                                 "proactive.normative.in_force"), 2)  # fmt: skip
    for name in cells:
        number = draft.random.randrange(1, 90)
        draft.write(name, Run(f"{number}万"))
        draft.values[name] = number if name == _FEE else number * 10_000
        draft.may.add(name)
    if "proactive.normative.in_force" not in cells:
        return
    draft.values["proactive.normative.issued"] = 3


@kind("notations.units", EVERY)
def units(draft: Draft) -> None:
    """A unit stands behind the number."""
    for name in some(draft):
        unit = draft.random.choice(("件", " 件", "项", "宗", "份", "件次"))
        draft.write(name, Run(draft.printed(name) + unit))
    if _FEE in draft.values:
        draft.values[_FEE] = amount(draft.random)
        unit = draft.random.choice(("万元", " 万元", "（万元）"))
        draft.write(_FEE, Run(format_number(draft.values[_FEE]) + unit))


@kind("notations.remarks", EVERY)
def remarks(draft: Draft) -> None:
    """A remark with numbers of its own stands in brackets behind the number."""
    for name in some(draft, most=3):
        number = draft.random.randrange(1, 30)
        form = draft.random.choice(
            ("（其中修订{}件）", "(含上年{}件)", "（其中{}件已撤回）", "（含{}）")
        )
        remark = form.format(number)
        if draft.random.random() < 0.5:
            draft.write(name, Run(draft.printed(name) + remark))
        else:
            draft.contents[name] = [(Run(draft.printed(name)),), (Run(remark, size=0.7),)]


@kind("notations.wrapped", (PEN, PLATYPUS, CHROMIUM))
def wrapped(draft: Draft) -> None:
    """Columns so narrow that numbers go on in a second line."""
    draft.look["narrow"] = True
    draft.style(narrow_values=True, page=(595.0, 842.0), table_size=9.0)
