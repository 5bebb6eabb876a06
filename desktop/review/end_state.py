"""Where the steps of a review lead, all taken together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.report.model import Cell
from desktop.review.changes import Completion, Judgement, Remark, SettingAside, Step, StepChange
from desktop.review.edit import Edit
from desktop.review.judgement import Decision, FindingKey


class EndState:
    """What steps touched, and how they left it; None for what no step touched.

    A cell that ends as it was printed, a decision taken back and a remark cleared are among
    them: a person did that, too.
    """

    def __init__(self, steps: Iterable[Step]) -> None:
        self.cells: dict[str, Cell | None] = {}
        self.decisions: dict[FindingKey, Decision | None] = {}
        self.remark: str | None = None
        self.set_aside: str | None = None
        self.done: bool | None = None
        for step in steps:
            for change in step.changes:
                self._take(change)

    def edited(self, printed: Mapping[str, Cell]) -> dict[str, Cell | None]:
        """The cells that do not end as they were printed."""
        return {
            name: cell
            for name, cell in self.cells.items()
            if name not in printed or cell is None or cell.text != printed[name].text
        }

    def decided(self) -> dict[FindingKey, Decision]:
        """The decisions that hold."""
        return {key: held for key, held in self.decisions.items() if held is not None}

    def _take(self, change: StepChange) -> None:
        if isinstance(change, Edit):
            self.cells[change.name] = change.after
        elif isinstance(change, Judgement):
            # The one made last comes last.
            self.decisions.pop(change.key, None)
            self.decisions[change.key] = change.after
        elif isinstance(change, Remark):
            self.remark = change.after
        elif isinstance(change, SettingAside):
            self.set_aside = change.after
        elif isinstance(change, Completion):
            self.done = change.after
