"""Builds the web edition: first reads and renders everything, and writes only if all of it is correct."""

import argparse
import sys
import time
from pathlib import Path

from lab.problem import Problem
from lab.project import here
from lab.site import notebook, repository, sections, target
from lab.site.layout import Layout
from lab.site.links import Links
from lab.site.markdown import Markdown

ASSETS = Path(__file__).parent / "assets"


def render(root, published):
    """Return the rendered pages and the pictures that they show. A broken link is a Problem."""
    links = Links(root, published)
    done = []
    # The dictionary grows while pages are rendered, because they link to more pages.
    while len(done) < len(links.pages):
        page = list(links.pages.values())[len(done)]
        _render(root, page, links)
        done.append(page)
    links.check_fragments()
    if links.broken:
        listed = "\n".join("    " + one for one in links.broken)
        raise Problem(f"These links lead nowhere:\n{listed}", "Correct them, then build again.")
    return done, links.pictures


def _render(root, page, links):
    markdown = Markdown(page, links)
    path = root / page.source
    if page.is_notebook:
        cells = notebook.read(path)
        page.has_code = any(cell.cell_type == "code" for cell in cells)
        page.body = notebook.render(cells, markdown)
    else:
        page.body = markdown(path.read_text(encoding="utf-8"))
    page.title = page.title or page.source.stem


def files(root, mermaid, published):
    """Return the files of the web edition: path to bytes."""
    pages, pictures = render(root, published)
    layout = Layout(pages, published)
    made = {page.url: layout.page(page).encode() for page in pages}
    made |= {picture: (root / picture).read_bytes() for picture in pictures}
    made |= {f"assets/{file.name}": file.read_bytes() for file in ASSETS.iterdir() if file.is_file()}
    made["assets/search-index.js"] = sections.index(pages).encode()
    made["assets/mermaid.min.js"] = (mermaid / "dist" / "mermaid.min.js").read_bytes()
    made["assets/mermaid-LICENSE.txt"] = (mermaid / "LICENSE").read_bytes()
    return made


def main(words):
    """Build the web edition; return the exit code."""
    parser = argparse.ArgumentParser(prog="lab.py site")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--mermaid", type=Path, required=True)
    parser.add_argument("--repository", default="")
    options = parser.parse_args(words)
    began = time.monotonic()
    try:
        target.require_ours(options.folder)
        made = files(here().root, options.mermaid, repository.read(options.repository))
        target.write(options.folder, made)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130  # lab.py reports the interruption
    count = sum(name.endswith(".html") for name in made)
    print(f"Built {count} pages in {time.monotonic() - began:.0f} s. Open {options.folder / 'index.html'} in a browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
