"""What the text of a cell means, by the unit of its column."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.report.model import read_cell
from desktop.report.values import (
    IN_UNITS,
    MARKED,
    SEVERAL,
    TOO_LONG,
    UNCLEAR,
    Measure,
    Number,
    ParsedValue,
    Reading,
    format_number,
    parse_typed,
    parse_value,
)

A = Reading.ANNOTATED
QUICK = settings(derandomize=True, database=None, deadline=None, max_examples=150)

# Numbers that are the same in columns of 件 and of 万元; in one of 元, a ten-thousandth.
NUMBERS: dict[str, tuple[Number, Reading, str | None]] = {
    "0": (0, Reading.PLAIN, None),
    "12": (12, Reading.PLAIN, None),
    "-3": (-3, Reading.PLAIN, None),
    "12.5": (Decimal("12.5"), Reading.PLAIN, None),
    "123456789012345": (123456789012345, Reading.PLAIN, None),
    "007": (7, Reading.NORMALISED, None),
    "００": (0, Reading.NORMALISED, None),
    "１２": (12, Reading.NORMALISED, None),
    "－３": (-3, Reading.NORMALISED, None),
    "０．５": (Decimal("0.5"), Reading.NORMALISED, None),
    "1,203": (1203, Reading.NORMALISED, None),
    "1，203，000": (1203000, Reading.NORMALISED, None),
    "1,203.5": (Decimal("1203.5"), Reading.NORMALISED, None),
    "+3": (3, Reading.NORMALISED, None),
    "−5": (-5, Reading.NORMALISED, None),
    "—5": (-5, Reading.NORMALISED, None),
    " 12　": (12, Reading.NORMALISED, None),
    "12件": (12, A, None),
    "12件次": (12, A, None),
    "0项": (0, A, None),
    "22（其中修订16件）": (22, A, None),
    "22(16)": (22, A, None),
    "22〔3〕": (22, A, None),
    "22【3】": (22, A, None),
    "22注1": (22, A, None),
    "22件（含上年3件）": (22, A, None),
    "12*": (12, A, None),
    "12※": (12, A, None),
    "*12": (12, A, MARKED),
    "12**": (12, A, MARKED),
    "12#": (12, A, MARKED),
    "12†": (12, A, MARKED),
    "12①": (12, A, MARKED),
    "①12": (12, A, MARKED),
    "12²": (12, A, MARKED),
    "12½": (12, A, MARKED),
    "12Ⅱ": (12, A, MARKED),
}
# Numbers with units of their own: in columns of 件, 万元 and 元.
IN_OTHER_UNITS: dict[str, tuple[tuple[Number, str | None], ...]] = {
    "12元": ((12, IN_UNITS), (Decimal("0.0012"), IN_UNITS), (Decimal("0.0012"), None)),
    "12万": ((120000, IN_UNITS), (12, IN_UNITS), (12, IN_UNITS)),
    "12万元": ((120000, IN_UNITS), (12, None), (12, IN_UNITS)),
    "1.5万元": ((Decimal(15000), IN_UNITS), (Decimal("1.5"), None), (Decimal("1.5"), IN_UNITS)),
    "12万件": ((120000, IN_UNITS), (12, IN_UNITS), (12, IN_UNITS)),
    "12百件": ((1200, IN_UNITS), (Decimal("0.12"), IN_UNITS), (Decimal("0.12"), IN_UNITS)),
    "12千": ((12000, IN_UNITS), (Decimal("1.2"), IN_UNITS), (Decimal("1.2"), IN_UNITS)),
    "2亿元": ((200000000, IN_UNITS), (20000, IN_UNITS), (20000, IN_UNITS)),
    "12万元（预计）": ((120000, IN_UNITS), (12, None), (12, IN_UNITS)),
}
NOTHING = ("", *" 　\t-－—–―─/／无○〇", "--", "——", "—　—")
NO_NUMBER: dict[str, str | None] = {
    # Text that is none, in figures or otherwise.
    **dict.fromkeys(
        ("若干", "待定", "x", "?", "×", "N/A", "#REF!", "无件", "件", "三", "壹"), None
    ),
    # Two numbers.
    **dict.fromkeys(("1 2", "12　34", "12\n34", "1\u00a02", "１２ ３", "1,2034"), SEVERAL),
    # What may be a misread number, or says more than one.
    **dict.fromkeys(("O", "l", "S", "I2", "1O", "1O2", "2l", ".5", "5.", "5。"), UNCLEAR),
    **dict.fromkeys(("3-5", "3/5", "3+5", "3、5", "3.5.6", "12,03", "5—", "1e5", "12%"), UNCLEAR),
    **dict.fromkeys(("约12", "12余件", "共12件", "(3)", "注1", "第3", "件5", "12月"), UNCLEAR),
    # Signs that look like digits, and digits of other scripts.
    **dict.fromkeys(("①", "²", "⑴", "⒈", "½", "Ⅻ", "㈠", "٣", "१२", "𝟏𝟐"), UNCLEAR),
    **dict.fromkeys(("\ufffd", "12\ufffd"), UNCLEAR),
    **dict.fromkeys(("1234567890123456", "0" * 16, "9" * 5000), TOO_LONG),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_counts_in_columns_of_items_and_of_ten_thousand_yuan(text: str) -> None:
    number, reading, doubt = NUMBERS[text]
    for unit in (Measure.ITEMS, Measure.TEN_THOUSAND_YUAN):
        assert parse_value(text, unit) == ParsedValue(number, reading, doubt)


@pytest.mark.parametrize("text", NUMBERS)
def test_yuan_are_divided_by_ten_thousand(text: str) -> None:
    number, reading, doubt = NUMBERS[text]
    value = parse_value(text, Measure.YUAN)
    assert value.number == Decimal(number) / 10_000
    assert value.doubt == doubt
    assert value.reading in (Reading.CONVERTED, *(() if reading is not A else (A,)))


@pytest.mark.parametrize("text", IN_OTHER_UNITS)
def test_a_number_with_its_own_unit_beside_that_of_its_column(text: str) -> None:
    assert tuple(parse_value(text, unit) for unit in Measure) == tuple(
        ParsedValue(number, A, doubt) for number, doubt in IN_OTHER_UNITS[text]
    )


@pytest.mark.parametrize("unit", Measure)
@pytest.mark.parametrize("text", NOTHING)
def test_blanks_and_signs_for_nothing_are_0(text: str, unit: Measure) -> None:
    assert parse_value(text, unit) == ParsedValue(0, Reading.BLANK)


@pytest.mark.parametrize("unit", Measure)
@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_no_number_has_none_in_any_column(text: str, unit: Measure) -> None:
    doubt = NO_NUMBER[text]
    reading = Reading.TEXT if doubt is None else Reading.UNSURE
    assert parse_value(text, unit) == ParsedValue(None, reading, doubt)


def test_a_cell_keeps_the_weightier_doubt() -> None:
    assert read_cell("a", "12①", None).doubt == MARKED
    assert read_cell("a", "12①", None, "几列合在一格里").doubt == "几列合在一格里"
    assert read_cell("a", "12", None).doubt is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (" 12 ", 12), ("１２", 12), ("1,203", 1203), ("-3", -3), ("－3", -3), ("007", 7),
     ("12.50", Decimal("12.5")), ("１２．５", Decimal("12.5")), ("+3", 3), ("0", 0)],
)  # fmt: skip
def test_what_a_person_types(text: str, number: Number) -> None:
    assert parse_typed(text) == number


@pytest.mark.parametrize("text", ["", "-", "无", "12件", "12万", "12*", "1 2", "12①", "一", "O"])
def test_what_a_person_cannot_mean_as_a_number(text: str) -> None:
    assert parse_typed(text) is None


def folded(text: str) -> str:
    """Only width may differ: U+FF01 to U+FF5E, and the ideographic space."""
    return "".join(
        chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else " " if char == "　" else char
        for char in text
    )


# Characters that stand beside digits in print, look like them, or fold to them elsewhere.
NEAR = st.sampled_from(
    "0123456789０１２３９.．,，-－—+/件项万元（）()注*①⑴²₂½Ⅱ〇○٣१𝟏OolI 　\n\ufffd"
)
TEXTS = st.text(NEAR, max_size=8) | st.text(max_size=12)
SPELLED = re.compile(r"\d[\d,]*(?:\.\d+)?", re.ASCII)
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@QUICK
@given(TEXTS, st.sampled_from(list(Measure)))
def test_any_text_has_a_value(text: str, unit: Measure) -> None:
    value = parse_value(text, unit)
    assert (value.number is None) == (value.reading in (Reading.TEXT, Reading.UNSURE))
    assert (value.reading is Reading.UNSURE) <= (value.doubt is not None)
    assert parse_typed(text) is None or parse_typed(text) == parse_value(text.strip()).number


@settings(QUICK, max_examples=600)
@given(st.text(NEAR, max_size=7))
def test_no_text_makes_a_number_that_its_plain_digits_do_not_spell(text: str) -> None:
    value = parse_value(text)
    if value.number is None or value.reading is Reading.BLANK:
        return
    printed = SPELLED.search(folded(text))
    assert printed is not None
    scale = SCALES.get(folded(text)[printed.end() : printed.end() + 1], 1)
    assert abs(value.number) == Decimal(printed.group().replace(",", "")) * scale
    assert value.number >= 0 or folded(text)[printed.start() - 1] in "-—"


@QUICK
@given(st.text(st.characters(exclude_characters="0123456789"), max_size=6))
def test_without_a_plain_digit_there_is_nothing_or_no_number(text: str) -> None:
    if not set(folded(text)) & set("0123456789"):
        assert parse_value(text).number is None or parse_value(text).reading is Reading.BLANK


NUMERALS = st.integers(0, 10**7).map(str)
SPACES = st.text(
    st.characters(categories=["Zs", "Zl", "Zp"]) | st.sampled_from("\t\n\r"), min_size=1
)


@QUICK
@given(NUMERALS, SPACES, NUMERALS)
def test_white_between_digits_never_joins_them(one: str, white: str, other: str) -> None:
    for unit in Measure:
        assert parse_value(one + white + other, unit) == ParsedValue(None, Reading.UNSURE, SEVERAL)


NUMBER = st.integers(-(10**14), 10**14) | st.decimals(0, 10**9, places=3)


@QUICK
@given(NUMBER)
def test_a_number_printed_by_the_program_is_read_as_it_was(number: Number) -> None:
    text = format_number(number)
    assert parse_value(text) == ParsedValue(number, Reading.PLAIN)
    assert parse_typed(text) == number
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert parse_typed(wide) == number


@QUICK
@given(st.integers(0, 10**14))
def test_thousands_may_be_separated(number: int) -> None:
    assert parse_value(f"{number:,}").number == number
    assert parse_value(f"{number:,}".replace(",", "，")).number == number
