"""Review (审核): what was handed in, what the office decided, and what changed since."""
