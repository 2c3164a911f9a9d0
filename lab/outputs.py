"""Compares two outputs of a cell, and describes the difference."""

import difflib
import json
import re

from lab.form import lasting

ANSI = re.compile(r"\x1b\[[0-9;]*m")
SNIPPET = re.compile(r"\(#\d+:(\d+)\)")
RANDOM_ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
STACK_LINE = re.compile(r"^\s*(at .*\(.*\)|\.\.\. \d+ more)$")


def plain(text):
    """Remove what differs between two correct runs: colours, JShell's snippet numbers, random display ids."""
    text = "".join(text) if isinstance(text, list) else text
    text = ANSI.sub("", text)
    return RANDOM_ID.sub("<id>", SNIPPET.sub(r"(#:\1)", text))


def lines(outputs):
    """Return outputs as the lines to compare: a block for each stream, form of a value, and error."""
    blocks = []
    for output in outputs:
        head, body = _streamed(output) if output["output_type"] == "stream" else (None, None)
        if head and blocks and blocks[-1][0] == head:
            blocks[-1][1] += body
        elif head:
            blocks.append([head, body])
        else:
            blocks += _error(output) if output["output_type"] == "error" else _value(output)
    return [line for head, body in blocks for line in [f"[{head}]", *body.splitlines()]]


def difference(stored, got):
    """Return a unified diff between the stored outputs and a run's; empty if they are the same."""
    return list(difflib.unified_diff(lines(stored), lines(got), "stored", "this run", lineterm="", n=2))


def _streamed(output):
    return output["name"], plain(output["text"])


def _value(output):
    return [
        [f"{output['output_type']} {mime}", plain(value if isinstance(value, (str, list)) else json.dumps(value))]
        for mime, value in sorted(lasting(output["data"]).items())
    ]


def _error(output):
    """Keep a trace's first lines, which say what happened; the stack differs between JDKs and builds."""
    shown = "\n".join(output.get("traceback", []))
    told = [line for line in plain(shown).splitlines() if not STACK_LINE.match(line)]
    return [["error", "\n".join([plain(f"{output['ename']}: {output['evalue']}"), *told])]]
