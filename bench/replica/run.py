#!/usr/bin/env python3
"""Reads a thread's own writes and survives failovers on two real PostgreSQL servers: python3 bench/replica/run.py [--reads
200] [--failovers 50]
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reads", type=int, default=200)
    parser.add_argument("--failovers", type=int, default=50)
    options = parser.parse_args()
    if not (ROOT / "lib/target/workbook/ormlab-workbook.jar").exists():
        raise SystemExit("Build the jars first: ./mvnw package -DskipTests")
    jars = os.pathsep.join(f"{ROOT / place}{os.sep}*" for place in ("workbook/target/chapters", "lib/target/workbook"))
    line = ["java", "-cp", jars, str(Path(__file__).with_name("Replica.java")), str(options.reads), str(options.failovers)]
    return subprocess.run(line).returncode


if __name__ == "__main__":
    sys.exit(main())
