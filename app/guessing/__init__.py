"""What a file seems to be, guessed from its words: title, number, issuer, date. Pure."""
