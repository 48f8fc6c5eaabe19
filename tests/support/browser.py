"""The browser that tests drive; without one they are skipped, and say why."""

import pytest

from app.capture.browsers import find_browsers

BROWSERS = find_browsers()
needs_browser = pytest.mark.skipif(
    not BROWSERS, reason="no browser of the Chromium family here: apt-get install chromium"
)
