"""Mails: their head, text and attachments, whichever program wrote them."""
