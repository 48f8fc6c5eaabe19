"""Texts, web pages, mails and tables in a form that LibreOffice prints completely."""
