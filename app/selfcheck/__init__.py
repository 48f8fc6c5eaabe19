"""Self-check (自查自评): what each unit says about itself under its indicators."""
