"""Mails: their head, text and attachments, whatever program wrote them."""
