"""齐备情况: what the evidence covers, which years and figures are missing, what waits."""
