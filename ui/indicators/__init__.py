"""指标: the tree of indicators and what is filed at each."""
