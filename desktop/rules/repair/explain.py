"""A block of equations that does not hold to its likeliest explanations, and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.report.values import Number
from desktop.rules.repair.causes import Cause, Explanation, Weighing
from desktop.rules.repair.cell_positions import positions_of
from desktop.rules.repair.ledger import Ledger, Residual, magnitude
from desktop.rules.repair.search import RepairSearch, after, settling
from desktop.rules.repair.slips import Slip

# Explanations this much less likely than the best one count as no explanation, and by so much
# more for each further cell: with many cells, small likelihoods add up to nothing sure.
_MARGIN: Final = 7
_MARGIN_OF_CELL: Final = 3
# An entry that was left out of its row and its sum leaves nothing to see in either, so what
# explains the rest by other cells looks surer than it is.
_MARGIN_OF_ENTRY: Final = 13
# More wrong cells than this in one table are not pieced together.
_MOST_CELLS: Final = 8
_TWO_PAIRS: Final = 4
# Least weight of one more wrong cell, and of two that have one cause.
_LEAST_SINGLE, _LEAST_DOUBLE = 18, 24


@dataclass(frozen=True, slots=True)
class Part:
    """Equations with one root cause, and the ways to explain them, the likeliest first.

    `equations` are those that do not hold, `touched` all that change in some alternative.
    `proven` is False where the search was cut short or had to guess at a part. No alternative
    means that none was found.
    """

    equations: frozenset[int]
    touched: frozenset[int]
    alternatives: tuple[Explanation, ...]
    proven: bool


def explain(
    ledger: Ledger, block: frozenset[int], residual: Residual, weighing: Weighing
) -> list[Part]:
    """All that is wrong in one block of equations, taken apart into independent parts.

    Args:
        ledger: the report's figures.
        block: the equations, by index.
        residual: what does not add up in them; may be empty where cells are unread.
        weighing: of the same ledger.
    """
    unread = sorted(
        name for name in ledger.unread if not block.isdisjoint(ledger.incidence.effects[name])
    )
    explanations, proven = _explanations(ledger, residual, weighing)
    if not explanations:
        return _pieces(ledger, residual, weighing, unread)
    named = [
        _with_unread(ledger, weighing, each, unread) for each in _likeliest(residual, explanations)
    ]
    parts = _parts(ledger, residual, named, proven)
    return (
        parts if len(parts) == 1 else [_alone(ledger, each, residual, weighing) for each in parts]
    )


def _alone(ledger: Ledger, part: Part, residual: Residual, weighing: Weighing) -> Part:
    """A part looked at once more without the others, which hide explanations of more cells."""
    own = {index: residual[index] for index in part.equations}
    cells = part.alternatives[0].cells
    if len(cells) == 1 or not ledger.unread.isdisjoint(cells):
        return part
    explanations, proven = _explanations(ledger, own, weighing)
    if not explanations:
        return part
    parts = _parts(ledger, own, _likeliest(own, explanations), proven and part.proven)
    return parts[0] if len(parts) == 1 else part


def _pieces(
    ledger: Ledger, residual: Residual, weighing: Weighing, unread: Sequence[str]
) -> list[Part]:
    """More is wrong than can be pieced together: what stands out, and the rest unexplained."""
    certain = _certain(ledger, residual, weighing)
    left = dict(residual)
    for cause in certain:
        for name, right in cause.cells:
            left = after(left, ledger.incidence.effects[name], right - ledger.values[name])
    others = _explanations(ledger, left, weighing)[0] if certain else []
    if others:
        wholes = [Explanation((*certain, *each.causes)) for each in _likeliest(left, others)]
    else:
        wholes = [Explanation(tuple(certain))]
        unread = [name for name in unread if left.keys().isdisjoint(ledger.incidence.effects[name])]
    named = [_with_unread(ledger, weighing, each, unread) for each in wholes]
    parts = _parts(ledger, residual, named, proven=False)
    told = frozenset[int]().union(*(part.equations for part in parts))
    unexplained = frozenset(residual) - told
    if unexplained:
        parts.append(Part(unexplained, unexplained, (), proven=False))
    return parts


def _explanations(
    ledger: Ledger, residual: Residual, weighing: Weighing
) -> tuple[list[Explanation], bool]:
    if not residual:
        return [Explanation(())], True
    search = RepairSearch(ledger)
    found: list[Explanation] = []
    for size in range(1, _MOST_CELLS + 1):
        if found:
            least = _LEAST_DOUBLE * (size // 2) + _LEAST_SINGLE * (size % 2)
            best = min(found, key=lambda explanation: explanation.firm_weight)
            margin = max(margin_of(best), _MARGIN_OF_ENTRY if size == _TWO_PAIRS else 0)
            if least >= best.firm_weight + margin:
                break
        fewer = bool(found)
        if size == _TWO_PAIRS:
            found.extend(map(weighing.explanation, search.of_move_and_pair(residual)))
        if fewer and size >= _TWO_PAIRS:
            # Beside fewer cells only causes of two cells each are likely enough.
            break
        changes = search.of_size(residual, size)
        found.extend(map(weighing.explanation, changes))
        if not search.complete:
            break
    return found, search.complete


def _likeliest(residual: Residual, explanations: Sequence[Explanation]) -> list[Explanation]:
    """Those near the best. One equation alone cannot tell which of its cells is wrong."""
    if len(residual) == 1:
        fewest = min(len(explanation.cells) for explanation in explanations)
        return [each for each in explanations if len(each.cells) == fewest]
    best = min(explanations, key=lambda explanation: explanation.firm_weight)
    plain = min(explanations, key=lambda explanation: explanation.plain_weight)
    # Those that only what is said elsewhere speaks against stay, so that this can be told.
    return [
        each
        for each in explanations
        if each.firm_weight < best.firm_weight + margin_of(best, each)
        or each.plain_weight < plain.plain_weight + margin_of(plain, each)
    ]


def margin_of(explanation: Explanation, other: Explanation | None = None) -> int:
    """What another explanation must weigh more than this one, for this one to stand alone."""
    margin = _MARGIN + _MARGIN_OF_CELL * max(len(explanation.cells) - 2, 0)
    entry = other is not None and any(cause.slip is Slip.ENTRY for cause in other.causes)
    return max(margin, _MARGIN_OF_ENTRY) if entry else margin


def _certain(ledger: Ledger, residual: Residual, weighing: Weighing) -> list[Cause]:
    """Cells that settle all their equations at once, by a difference that no other has.

    For a table with more wrong cells than can be pieced together.
    """
    amounts: dict[Number, int] = {}
    for difference in residual.values():
        amount = magnitude(difference)
        amounts[amount] = amounts.get(amount, 0) + 1
    causes = []
    for name, effect in ledger.incidence.effects.items():
        if len(effect) < 2 or not residual.keys() >= effect.keys():
            continue
        change = settling(residual, effect)
        if change is None or amounts[magnitude(residual[min(effect)])] != len(effect):
            continue
        if ledger.admits(name, ledger.values[name] + change):
            causes.append(weighing.cause(name, ledger.values[name] + change))
    return causes


def _parts(
    ledger: Ledger, residual: Residual, explanations: Sequence[Explanation], proven: bool
) -> list[Part]:
    """Equations that some cause in some explanation links belong together, others apart."""
    touched = {cause: _touched(ledger, cause) for each in explanations for cause in each.causes}
    groups: list[frozenset[int]] = []
    for equations in touched.values():
        apart = [group for group in groups if group.isdisjoint(equations)]
        linked = [group for group in groups if not group.isdisjoint(equations)]
        groups = [*apart, equations.union(*linked)]
    parts = []
    for group in sorted(groups, key=min):
        alternatives: dict[tuple[tuple[str, Number], ...], Explanation] = {}
        for each in explanations:
            own = _ordered(ledger, (c for c in each.causes if touched[c] <= group))
            alternatives.setdefault(tuple(sorted(own.cells.items())), own)
        ranked = sorted(alternatives.values(), key=lambda each: each.weight)
        parts.append(Part(group & residual.keys(), group, tuple(ranked), proven))
    return parts


def _with_unread(
    ledger: Ledger, weighing: Weighing, explanation: Explanation, unread: Iterable[str]
) -> Explanation:
    """Unread cells that keep the value first worked out are named, too."""
    known = explanation.cells
    kept = tuple(
        weighing.cause(name, ledger.values[name])
        for name in unread
        if name not in known and ledger.values[name] != ledger.report.value(name)
    )
    return Explanation((*explanation.causes, *kept))


def _ordered(ledger: Ledger, causes: Iterable[Cause]) -> Explanation:
    positions = positions_of(ledger.report.form)
    return Explanation(tuple(sorted(causes, key=lambda cause: positions[cause.cells[0][0]])))


def _touched(ledger: Ledger, cause: Cause) -> frozenset[int]:
    """The equations whose sides change against each other."""
    total: dict[int, Number] = {}
    for name, right in cause.cells:
        if name in ledger.unread:
            # Before, its equations had no sides at all.
            return frozenset(ledger.incidence.effects[name])
        for index, factor in ledger.incidence.effects[name].items():
            total[index] = total.get(index, 0) + factor * (right - ledger.values[name])
    return frozenset(index for index, change in total.items() if change)
