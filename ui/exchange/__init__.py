"""报送: making packages, sending them on a USB stick, receiving and merging them, their history."""
