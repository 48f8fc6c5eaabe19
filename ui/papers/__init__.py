"""文书: choosing a paper, its recipients, date and folder, and the result."""
