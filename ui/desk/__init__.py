"""工作台: deadlines, completeness, what there is to do."""
