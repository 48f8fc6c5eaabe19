"""What a file seems to be, read off its words: title, number, issuer, date; pure rules."""
