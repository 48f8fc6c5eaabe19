"""What the window offers for 随机访谈: questionnaires, rounds, answers, results."""
