"""What commands print: lines for people, JSON for programs, progress."""
