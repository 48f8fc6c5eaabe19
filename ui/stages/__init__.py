"""进度: the stages with their dates, the calendar, and how each unit stands."""
