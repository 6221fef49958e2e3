"""How much a statement holds: the 90th percentile of syntax nodes per statement, of the package and of each room.

    python scripts/maat.py [MAP]

Of a compound statement only its head counts, so that a loop is not charged with what is in it; docstrings count for
nothing. Printed by ``make lint``, which lets it pass: it is to be looked at, not to be gamed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PAKKET = Path(__file__).parents[1] / "pipeline"


def count_nodes(statement: ast.stmt) -> int:
    """Return the nodes of a statement without those of the statements in it, and without load and store marks."""
    count, todo = 0, [statement]
    while todo:
        node = todo.pop()
        count += not isinstance(node, ast.expr_context)
        todo += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]  # type: ignore[misc]
    return count


def statements(path: Path) -> Iterator[ast.stmt]:
    """Give the statements of a file, but for docstrings, imports and the heads of functions and classes."""
    passed = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.stmt) and not isinstance(node, passed) and not is_docstring:
            yield node


def p90(folder: Path) -> int:
    """Return how many nodes nine in ten statements have at most."""
    counts = sorted(count_nodes(s) for path in folder.rglob("*.py") for s in statements(path))
    return counts[len(counts) * 9 // 10] if counts else 0


def main() -> None:
    """Print the figure of the whole, and of the rooms that are above it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAKKET
    whole = p90(folder)
    rooms = {room.name: p90(room) for room in sorted(folder.iterdir()) if room.is_dir()}
    above = ", ".join(f"{naam} {n}" for naam, n in sorted(rooms.items(), key=lambda r: -r[1]) if n > whole)
    print(f"syntax nodes per statement, p90: {whole}; above it: {above or 'no room'}")


if __name__ == "__main__":
    main()
