"""Packages on a stick (任务包、报送包、退回包): their envelope, written and read safely."""
