"""工作台: deadlines, completeness, what waits."""
