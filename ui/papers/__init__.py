"""文书: choosing a paper, for whom, of what date and where to, and what became of it."""
