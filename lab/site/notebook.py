"""Renders a notebook as the body of a page: its cells, each with its outputs."""

import nbformat

from lab.problem import Problem
from lab.site.markdown import coloured
from lab.site.outputs import Outputs


def read(path):
    """Return a notebook's cells, or raise a Problem that says what is wrong with the file."""
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except (ValueError, nbformat.ValidationError) as error:
        reason = str(error).strip().splitlines()[0][:200]
        remedy = f"Restore the file with: git restore {path.parent.name}/{path.name}"
        raise Problem(f"{path} is not a notebook that Jupyter can read: {reason}", remedy) from error
    return notebook.cells


def render(cells, markdown):
    """Return the cells as HTML."""
    outputs = Outputs(markdown)
    shown = [cell for cell in cells if cell.source.strip()]
    return "\n".join(_code(cell, outputs) if cell.cell_type == "code" else markdown(cell.source) for cell in shown)


def _code(cell, outputs):
    source = f'<pre class="source" tabindex="0"><code>{coloured(cell.source.rstrip(), "java")}</code></pre>'
    return f'<div class="cell">\n{source}\n{outputs.render(cell.outputs)}\n</div>'
