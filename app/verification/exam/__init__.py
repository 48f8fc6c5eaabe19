"""随机抽考: a question bank, exams with papers by blueprint, who sits them, and what comes out."""
