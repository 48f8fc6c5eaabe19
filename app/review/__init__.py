"""Review (审核): what was handed in, what the office decided on it, and what changed since."""
