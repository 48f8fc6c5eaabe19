"""进度: the stages with their dates, the calendar, and the status of each unit."""
