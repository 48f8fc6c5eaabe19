"""Parts that several pages use, and that know no workspace."""
