"""Self-check (自查自评): what each unit says about itself for its indicators."""
