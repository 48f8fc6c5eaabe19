"""设置: look, archive fields, programs."""
