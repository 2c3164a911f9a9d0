"""Builds the web edition: every chapter as a page. Needs mistune, Pygments and bleach, so it runs inside the notebooks' own
Python.
"""
