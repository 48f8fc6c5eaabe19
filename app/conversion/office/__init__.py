"""LibreOffice: run in batches, with copies that it prints completely, and checked afterwards."""
