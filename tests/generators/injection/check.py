"""Reads a JSON list of Python texts from standard input; prints, for each, why it does not parse or what of it would run.

Nothing of them is executed.
"""

import ast
import json
import sys


def fault(text: str) -> str | None:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return f"does not parse: {error}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "canary":
            return f"calls the canary on line {node.lineno}"
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] in {"canary", "os"} for alias in node.names):
            return f"imports on line {node.lineno}"
    return None


json.dump([fault(text) for text in json.load(sys.stdin)], sys.stdout)
