"""The parts of lab.py. Only the standard library is used here, except in `checking` and `training`,
which run inside the notebooks' own Python."""
