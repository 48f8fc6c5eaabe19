"""随机访谈: questionnaires, rounds of interviews with their draws, answers and results."""
