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

    def test_a_machine_without_groups_has_what_it_says(self):
        self.assertEqual(self.free(), 3000)

    def test_a_group_that_has_less_left_counts_and_so_does_each_above_it(self):
        self.group("hub/fred", 1000 << 20, 600, files=100)
        self.assertEqual(self.free(), 500)
        self.group("hub", 2000 << 20, 1900)
        self.assertEqual(self.free(), 100)

    def test_a_group_without_a_limit_does_not_count(self):
        self.group("hub/fred", "max", 600)
        self.assertEqual(self.free(), 3000)

    def test_where_nothing_says_it_there_is_plenty(self):
        with mock.patch("lab.memory._asked", return_value=memory.PLENTY):
            self.assertEqual(memory.free_megabytes(self.root / "none", self.root / "none"), memory.PLENTY)


if __name__ == "__main__":
    unittest.main()
