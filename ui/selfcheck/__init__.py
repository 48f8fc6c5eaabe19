"""自查自评: a unit's self-check under an indicator."""
