"""From plans to finished PDFs: sheets, running numbers, links, PDF/A."""
