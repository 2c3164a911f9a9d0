"""The project's public repository: links to its files, and to its notebooks on Binder."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from lab.problem import Problem

ADDRESS = re.compile(r"https://(github|gitlab)\.com/([\w.~/-]+?)(\.git)?/?")


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub or GitLab; for example, its path is "ormlab/ormlab"."""

    host: str
    path: str

    @property
    def url(self):
        return f"https://{self.host}.com/{self.path}"

    def file(self, path, is_folder):
        """Return the URL of a file or folder on the main branch."""
        kind = "tree" if is_folder else "blob"
        return f"{self.url}{'/-' if self.host == 'gitlab' else ''}/{kind}/HEAD/{quote(path)}".rstrip("/")

    def binder(self, notebook):
        """Return the URL that opens a reader's copy of a notebook on Binder."""
        place = f"gh/{self.path}" if self.host == "github" else f"gl/{quote(self.path, safe='')}"
        return f"https://mybinder.org/v2/{place}/HEAD?urlpath=" + quote(f"lab/tree/my_notebooks/{notebook}", safe="")


def read(address):
    """Return the repository with this URL, or None if there is no URL."""
    if not address:
        return None
    found = ADDRESS.fullmatch(address)
    if not found or "/" not in found[2]:
        raise Problem(
            f"'{address}' is not the address of a repository on GitHub or GitLab.",
            "Write it like https://github.com/OWNER/NAME. Without an address, the pages have no links to Binder.",
        )
    return Repository(found[1], found[2])
