"""Pages turned, scaled, two on a sheet, encrypted; tables that look otherwise."""

from __future__ import annotations

from pathlib import Path

from tests.adversarial.draft import Draft
from tests.adversarial.imposed import Placing, impose, page_count, scaled, scan, turned, two_up
from tests.adversarial.kinds import CHROMIUM, EVERY, PEN, PLATYPUS, WRITER, kind
from tests.drawing.style import Rulings

_WORD_STYLES = (
    "Light List", "Light Grid", "Medium Grid 1", "Medium Shading 1", "Light Shading",
    "Medium List 1", "Dark List", "Colorful Grid", "Light List Accent 1", "Light Shading",
    "Medium Grid 3 Accent 1", "Colorful List",
)  # fmt: skip


@kind("sheets.scaled", EVERY)
def scaled_pages(draft: Draft) -> None:
    """Each page is a form object, scaled and moved."""
    scale = draft.random.choice((0.8, 0.9, 0.95, 1.0))
    shift = draft.random.uniform(0, 30), draft.random.uniform(0, 40)
    _impose(draft, scaled(scale, shift))


@kind("sheets.turned_forms", EVERY)
def turned_forms(draft: Draft) -> None:
    """Each page is a form object lying on its side, and the page is turned."""
    _impose(draft, turned)


@kind("sheets.two_up", EVERY)
def two_pages(draft: Draft) -> None:
    """Two pages stand on each sheet."""
    size = draft.random.choice(((842.0, 595.0), (1190.0, 842.0)))
    draft.style(page=(595.0, 842.0))
    draft.after.append(lambda path: two_up(path, size))


@kind("sheets.forms_twice", EVERY)
def forms_twice(draft: Draft) -> None:
    """Each page is a form object within a form object."""
    for scale in (0.95, 0.9):
        _impose(draft, scaled(scale, (draft.random.uniform(0, 20), 10)))


@kind("sheets.scanned_page")
def scanned_page(draft: Draft) -> None:
    """One page among pages of text is a picture: whoever has no eyes has none of its numbers."""

    def replace_page(path: Path) -> None:
        pages = page_count(path)
        chosen = draft.random.randrange(1, pages) if pages > 1 else 0
        scan(path, chosen)
        draft.may.update(
            name for name, (page, _) in draft.places.items() if page == chosen and name in names
        )
        draft.expected |= {"F02", "F04"}

    names = draft.form.slots()
    draft.after.append(replace_page)


@kind("sheets.rotated")
def rotated(draft: Draft) -> None:
    """Pages are turned, their content against it."""
    draft.style(rotate=draft.random.choice((90, 180, 270)))


@kind("sheets.encrypted")
def encrypted(draft: Draft) -> None:
    """The file is encrypted with the owner's password, and opens without one."""
    draft.style(password=draft.random.choice(("owner", "1234")))


@kind("sheets.header_cut")
def header_cut(draft: Draft) -> None:
    """A page break may fall into the header of a table."""
    draft.look["cut_header"] = True
    draft.style(repeat_header=False, text_size=draft.random.choice((12.0, 14.0, 16.0)))


@kind("sheets.open_sides")
def open_sides(draft: Draft) -> None:
    """Tables have lines across alone."""
    draft.style(rulings=Rulings.ACROSS)


@kind("sheets.no_lines")
def no_lines(draft: Draft) -> None:
    """Tables have no lines; zeros are printed."""
    draft.zero = "0"
    draft.style(rulings=Rulings.NONE, align=draft.random.choice(("centre", "right")))


@kind("sheets.no_lines_blank")
def no_lines_blank(draft: Draft) -> None:
    """Tables have no lines, and zeros are blank: where a number stands tells its column."""
    draft.zero = ""
    draft.style(rulings=Rulings.NONE, align="centre")


@kind("sheets.mixed_align")
def mixed_align(draft: Draft) -> None:
    """Each number stands left, right or in the middle of its cell."""
    draft.look["mixed_align"] = True
    if draft.random.random() < 0.3:
        draft.zero = "0"
        draft.style(rulings=Rulings.NONE)


@kind("sheets.odd_looks", (PLATYPUS, CHROMIUM, WRITER))
def odd_looks(draft: Draft) -> None:
    """Styles that leave lines out, shade, or colour; zeros are printed."""
    draft.zero = "0"
    draft.look["wild"] = True
    draft.look["table_style"] = draft.random.choice(_WORD_STYLES)


@kind("sheets.low_rows", (WRITER,))
def low_rows(draft: Draft) -> None:
    """Rows have a height of one line: longer labels are cut, numbers are not."""
    draft.look["low_rows"] = True


@kind("sheets.named_font")
def named_font(draft: Draft) -> None:
    """The font is named only, not in the file."""
    draft.style(embedded=False)


@kind("sheets.fake_bold", (PEN,))
def fake_bold(draft: Draft) -> None:
    """Each glyph is drawn twice, a little apart."""
    draft.style(fake_bold=True)


def _impose(draft: Draft, placing: Placing) -> None:
    draft.after.append(lambda path: impose(path, placing))
