"""Builds the web edition: every chapter as a page. Needs mistune, Pygments and bleach: runs inside the notebooks' own Python."""
