"""自查自评: what a unit says about itself under an indicator."""
