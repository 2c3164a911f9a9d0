"""The one exception that lab.py shows to its reader."""


class Problem(Exception):
    """Say what happened, with the values, and what to do next; no trace is shown with it."""

    def __init__(self, what, remedy=""):
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self):
        return self.what + ("\n" + self.remedy if self.remedy else "")
