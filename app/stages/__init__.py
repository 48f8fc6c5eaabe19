"""创建步骤: the county's dates for the stages, progress against them, calendar and .ics file."""
