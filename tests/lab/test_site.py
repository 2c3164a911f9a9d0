"""The web edition's parts that need no packages: its folder, its links, the repository, and where Mermaid comes from."""

import unittest
from pathlib import PurePosixPath
from unittest import mock

from support import WINDOWS, FolderTest

from lab import mermaid
from lab.problem import Problem
from lab.site import repository, target
from lab.site.links import Links
from lab.site.pages import Page

GITHUB = "https://github.com/example/ormlab"


class TargetTest(FolderTest):
    def test_a_second_build_deletes_only_files_of_the_first_one(self):
        folder = self.root / "site"
        target.write(folder, {"index.html": b"1", "old/page.html": b"1"})
        (folder / "CNAME").write_text("mine")
        target.require_ours(folder)
        target.write(folder, {"index.html": b"2"})
        self.assertEqual({"CNAME", "index.html", target.MARKER}, {path.name for path in folder.iterdir()})
        self.assertEqual(b"2", (folder / "index.html").read_bytes())

    def test_a_folder_with_other_files_is_refused(self):
        self.write("mine/letter.txt", "dear fred")
        with self.assertRaisesRegex(Problem, "mine is not empty, and it does not contain a web edition.\nName an empty or a new folder"):
            target.require_ours(self.root / "mine")

    def test_a_file_in_place_of_the_folder_is_refused(self):
        with self.assertRaisesRegex(Problem, "letter.txt is a file, not a folder."):
            target.require_ours(self.write("letter.txt", "dear fred"))

    def test_a_folder_that_cannot_be_written_is_named(self):
        self.write("taken", "")
        with self.assertRaisesRegex(Problem, "The web edition cannot be written to .*taken.*\nMake room on the disk"):
            target.write(self.root / "taken" / "site", {"index.html": b""})


class RepositoryTest(unittest.TestCase):
    def test_a_url_may_end_with_git(self):
        for address in (GITHUB, GITHUB + "/", GITHUB + ".git"):
            self.assertEqual(GITHUB, repository.read(address).url)

    def test_any_other_url_is_refused(self):
        for address in ("github.com/example/ormlab", "https://github.com/example", "https://example.org/a/b", "no"):
            with self.assertRaisesRegex(Problem, "is not the address of a repository on GitHub or GitLab."):
                repository.read(address)

    def test_binder_opens_the_reader_s_copy(self):
        self.assertEqual(
            "https://mybinder.org/v2/gh/example/ormlab/HEAD?urlpath=lab%2Ftree%2Fmy_notebooks%2F02_models.ipynb",
            repository.read(GITHUB).binder("02_models.ipynb"),
        )
        self.assertIn("/v2/gl/group%2Fsub%2Formlab/", repository.read("https://gitlab.com/group/sub/ormlab").binder("a.ipynb"))


class LinksTest(FolderTest):
    def setUp(self):
        super().setUp()
        for name in ("README.md", "notebooks/01_a.ipynb", "docs/b.md", "bench/README.md", "LICENSE", "docs/x.png"):
            self.write(name, "")
        self.chapter = Page(PurePosixPath("notebooks/01_a.ipynb"))

    def address(self, link, published=None, **options):
        self.links = Links(self.root, repository.read(published))
        return self.links.address(self.chapter, link, **options)

    def test_links_between_notebooks_guides_and_readmes_lead_to_their_pages(self):
        self.assertEqual("01_a.html#A-b", self.address("01_a.ipynb#A-b"))
        self.assertEqual("../docs/b.html", self.address("../docs/b.md"))
        self.assertEqual("../index.html", self.address("../README.md"))
        self.assertEqual("../bench/index.html", self.address("../bench/README.md"))
        self.assertIn("bench/README.md", self.links.pages)
        self.assertEqual("#A-b", self.address("#A-b"))

    def test_a_file_is_a_link_only_if_its_repository_is_known(self):
        self.assertIsNone(self.address("../LICENSE"))
        self.assertEqual(GITHUB + "/blob/HEAD/LICENSE", self.address("../LICENSE", GITHUB))
        self.assertEqual(GITHUB + "/tree/HEAD/docs", self.address("../docs", GITHUB))
        self.assertEqual([], self.links.broken)

    def test_a_picture_is_copied(self):
        self.assertEqual("../docs/x.png", self.address("../docs/x.png", is_picture=True))
        self.assertEqual({"docs/x.png"}, self.links.pictures)

    def test_other_urls_stay(self):
        for link in ("https://flywaydb.org", "mailto:fred@example.org"):
            self.assertEqual(link, self.address(link))

    def test_a_link_without_a_target_is_broken(self):
        self.address("02_gone.ipynb")
        self.assertEqual(["notebooks/01_a.ipynb: 02_gone.ipynb (this file does not exist)"], self.links.broken)
        self.address("../docs/b.md#gone")
        self.links.check_fragments()
        self.assertEqual(["notebooks/01_a.ipynb: ../docs/b.md#gone (this page has no such heading)"], self.links.broken)


@unittest.skipIf(WINDOWS, "the stand-in for the wrapper is a shell script")
class MermaidTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.write("pom.xml", "<mermaid.version>9.9</mermaid.version>")
        self.java = mock.Mock(home="/jdk")

    def test_the_pinned_version_is_unpacked_once(self):
        script = "target/site/META-INF/resources/webjars/mermaid/9.9/dist/mermaid.min.js"
        self.write("mvnw", f'echo run >>runs\nmkdir -p "$(dirname {script})"\ntouch {script}\n')
        for _ in range(2):
            self.assertTrue((mermaid.ensure(self.project, self.java) / "dist" / "mermaid.min.js").is_file())
        self.assertEqual("run\n", (self.root / "runs").read_text())

    def test_a_failure_says_that_the_network_is_needed(self):
        self.write("mvnw", "echo Could not transfer artifact\nexit 1\n")
        with self.assertRaisesRegex(Problem, "Could not transfer artifact(.|\n)*This step needs the network once."):
            mermaid.ensure(self.project, self.java)


if __name__ == "__main__":
    unittest.main()
