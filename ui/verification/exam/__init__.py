"""What the window offers at exams: the question bank, papers, people, answers and results."""
