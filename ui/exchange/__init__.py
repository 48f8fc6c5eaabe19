"""报送: packages made, sent on a stick, received, merged, and their history."""
