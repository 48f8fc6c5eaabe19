"""案卷评查 in the window: the cases, their draws, the sheets of reviewers, and the case files."""
