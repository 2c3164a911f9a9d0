"""The source of the learners' copies: the committed state of whatever branch the class's machine uses."""

import importlib.util
import subprocess
import unittest

import support

from lab.problem import Problem

_spec = importlib.util.spec_from_file_location("prepare", support.ROOT / "classroom" / "prepare.py")
prepare = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(prepare)


class BundleTest(support.FolderTest):
    def git(self, *words):
        who = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "advice.detachedHead=false")
        done = subprocess.run(["git", *who, *map(str, words)], cwd=self.root, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    def repository(self, branch):
        """Create a repository with two commits, the last one on a branch."""
        self.git("init", "--quiet", "--initial-branch", branch, "origin")
        for text in ("first", "second"):
            self.write("origin/classroom/prepare.py", text)
            self.git("-C", "origin", "add", ".")
            self.git("-C", "origin", "commit", "--quiet", "-m", text)
        return self.root / "origin"

    def cloned(self, origin):
        prepare.make_bundle(origin, self.root / "bundle")
        self.git("clone", "--quiet", "bundle", "copy")
        return (self.root / "copy" / "classroom" / "prepare.py").read_text()

    def test_a_branch_with_the_name_of_a_folder_works(self):
        self.assertEqual(self.cloned(self.repository("classroom")), "second")

    def test_a_detached_head_can_be_cloned(self):
        origin = self.repository("main")
        self.git("-C", "origin", "checkout", "--quiet", "--detach")
        self.assertEqual(self.cloned(origin), "second")

    def test_a_shallow_clone_is_refused_with_advice(self):
        origin = self.repository("main")
        self.git("clone", "--quiet", "--depth", "1", f"file://{origin}", "shallow")
        with self.assertRaisesRegex(Problem, "is a shallow clone.*\n.*fetch --unshallow"):
            prepare.make_bundle(self.root / "shallow", self.root / "bundle")


if __name__ == "__main__":
    unittest.main()
