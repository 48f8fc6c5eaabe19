"""文书: choosing a paper, for whom, with what date and where to, and the result."""
