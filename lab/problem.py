"""The only exception that lab.py shows to its user."""


class Problem(Exception):
    """An error that says what happened, with the values, and what to do next; it is shown without a stack trace."""

    def __init__(self, what, remedy=""):
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self):
        return self.what + ("\n" + self.remedy if self.remedy else "")
