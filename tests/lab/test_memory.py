"""How much memory is left, according to Linux."""

import unittest
from unittest import mock

import support

from lab import memory


class MemoryTest(support.FolderTest):
    def free(self):
        return memory.free_megabytes(self.root / "proc", self.root / "groups")

    def group(self, name, limit, used, files=0):
        self.write(f"groups/{name}/memory.max", f"{limit}\n")
        self.write(f"groups/{name}/memory.current", f"{used << 20}\n")
        self.write(f"groups/{name}/memory.stat", f"anon 1\ninactive_file {files << 20}\n")

    def setUp(self):
        super().setUp()
        self.write("proc/meminfo", "MemTotal:  9000000 kB\nMemAvailable:    3072000 kB\n")
        self.write("proc/self/cgroup", "0::/hub/fred\n")

    def test_a_machine_without_groups_has_the_memory_it_reports(self):
        self.assertEqual(self.free(), 3000)

    def test_the_smallest_limit_of_all_groups_counts(self):
        self.group("hub/fred", 1000 << 20, 600, files=100)
        self.assertEqual(self.free(), 500)
        self.group("hub", 2000 << 20, 1900)
        self.assertEqual(self.free(), 100)

    def test_a_group_without_a_limit_does_not_count(self):
        self.group("hub/fred", "max", 600)
        self.assertEqual(self.free(), 3000)

    def test_unknown_memory_counts_as_plenty(self):
        with mock.patch("lab.memory._asked", return_value=memory.PLENTY):
            self.assertEqual(memory.free_megabytes(self.root / "none", self.root / "none"), memory.PLENTY)


if __name__ == "__main__":
    unittest.main()
