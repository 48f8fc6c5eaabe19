"""Programs and processes of ours that live within limits and never outlive this program."""
