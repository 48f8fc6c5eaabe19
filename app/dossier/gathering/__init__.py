"""What a dossier is made from: rows read from the database, renditions found for them."""
