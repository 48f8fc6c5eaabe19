"""More files for an item that is there: parts, attachments of mails, newer versions."""
