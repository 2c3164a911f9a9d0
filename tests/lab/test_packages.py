"""`.venv` is created once, repaired if it is incomplete, and never taken from its owner. These tests create real venvs.

The pin is pip itself, in the version that every new venv has, so nothing is downloaded.
"""

import ensurepip
import hashlib
import os
import shutil
import subprocess
import sys
import unittest
from unittest import mock

import support

from lab import packages
from lab.problem import Problem
from lab.stored import recall

PINS = {"pip": ensurepip.version()}
BARE = {"PATH": os.environ.get("PATH", "")}


class PackagesTest(support.FolderTest):
    def find(self, pins=None, env=BARE):
        with mock.patch.object(sys, "prefix", sys.base_prefix):
            return packages.find(self.project, pins or PINS, env)

    def test_a_venv_is_created_once_and_an_incomplete_one_is_created_again(self):
        python = self.find()
        self.assertEqual(packages.lacking(packages.ask(python, PINS), PINS), [])
        with mock.patch.object(packages, "run_step", side_effect=AssertionError("a second start did it again")):
            self.assertEqual(self.find(), python)
        # Killed halfway: the marker of the start exists, the one of the end does not, and a file is missing.
        packages._begun(self.project).write_text("{}")
        packages._ready(self.project).unlink()
        python.unlink()
        left = self.project.venv / "left-over"
        left.write_text("")
        self.find()
        self.assertFalse(left.exists())
        self.assertFalse(packages._begun(self.project).exists())
        self.assertEqual(recall(packages._ready(self.project))["pins"], PINS)

    def test_a_damaged_venv_is_found_and_created_again(self):
        self.find()
        pip = self.site_packages() / "pip"
        self.assertEqual(packages.damage(self.project), [])
        whole = (pip / "__main__.py").read_bytes()
        (pip / "__main__.py").write_bytes(whole[:9])
        self.assertEqual(packages.damage(self.project), ["pip/__main__.py"])
        (pip / "__main__.py").write_bytes(whole)
        shutil.rmtree(pip)
        self.assertIn("pip/__main__.py", packages.damage(self.project))
        shutil.rmtree(next(pip.parent.glob("pip-*.dist-info")))
        self.assertEqual(packages.damage(self.project), [f"package pip-{PINS['pip']}"])
        self.find()
        self.assertEqual(packages.damage(self.project), [])

    def test_a_package_that_the_user_adds_or_replaces_is_not_damage(self):
        self.find()
        added = self.site_packages() / "added-1.0.dist-info"
        added.mkdir()
        (added / "RECORD").write_text("added-1.0.dist-info/RECORD,,\n")
        kept = next(self.site_packages().glob("pip-*.dist-info"))
        kept.rename(kept.with_name("pip-999.dist-info"))
        text = (kept.with_name("pip-999.dist-info") / "RECORD").read_text().replace(kept.name, "pip-999.dist-info")
        (kept.with_name("pip-999.dist-info") / "RECORD").write_text(text)
        self.assertEqual(packages.damage(self.project), [])

    def site_packages(self):
        return next(self.project.venv.glob("lib/python*/site-packages"))

    def test_a_package_whose_file_has_another_hash_is_not_installed(self):
        wheel = self.root / "added-1.0-py3-none-any.whl"
        wheel.write_bytes(b"tampered")
        self.write("lab/packages.lock", f"added @ {wheel.as_uri()} --hash=sha256:{hashlib.sha256(b'genuine').hexdigest()}\n")
        with self.assertRaises(Problem) as caught:
            self.find()
        self.assertIn("DO NOT MATCH THE HASHES", caught.exception.what)

    def test_a_changed_lock_is_installed_at_the_next_start(self):
        self.find()
        before = packages._finished(self.project, PINS)
        self.write("lab/packages.lock", "# nothing to install\n")
        self.assertNotEqual(packages._finished(self.project, PINS), before)

    def test_a_failed_installation_shows_pip_s_output_and_leaves_no_marker(self):
        wrong = {"pip": "0.0.0.1"}
        with mock.patch.dict(os.environ, PIP_NO_INDEX="1", PIP_FIND_LINKS=""), self.assertRaises(Problem) as caught:
            self.find(wrong)
        self.assertIn("No matching distribution found for pip==0.0.0.1", caught.exception.what)
        self.assertIn("needs the network", caught.exception.remedy)
        self.assertIsNone(recall(packages._ready(self.project)))

    def test_an_active_environment_that_fits_is_used_and_no_venv_is_made(self):
        own = self.root / "own"
        subprocess.run([sys.executable, "-m", "venv", str(own)], check=True)
        self.assertEqual(self.find(env=BARE | {"VIRTUAL_ENV": str(own)}), packages.python_of(own))
        self.assertFalse(self.project.venv.exists())
        self.assertIsNone(packages.active(self.project, {"pip": "0.0.0.1"}, {"VIRTUAL_ENV": str(own)}))

    def test_a_missing_venv_module_names_the_package_that_contains_it(self):
        with mock.patch.object(packages, "answer", return_value=(1, "No module named ensurepip")):
            with self.assertRaises(Problem) as caught:
                packages._require_venv_module()
        minor = sys.version_info[1]
        self.assertIn("its module venv or ensurepip is missing", caught.exception.what)
        self.assertEqual(caught.exception.remedy, f"On Debian and Ubuntu: sudo apt install python3.{minor}-venv")

    def test_missing_packages_are_named_with_both_versions(self):
        said = {"have": {"jjava": "1.0a7", "nbclient": None}}
        self.assertEqual(
            packages.lacking(said, {"jjava": "1.0a8", "nbclient": "0.11.0"}),
            ["jjava 1.0a7, not 1.0a8", "nbclient absent, not 0.11.0"],
        )


if __name__ == "__main__":
    unittest.main()
