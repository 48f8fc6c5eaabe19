import pytest

from app.framework.errors import FrameworkAltered
from app.framework.stored import take_stored


def test_what_was_stored_is_taken_as_it_was(framework):
    taken = take_stored(framework.to_json(), framework.fingerprint)
    assert taken == framework
    assert taken.to_json() == framework.to_json()
    assert taken.fingerprint == framework.fingerprint


def test_content_that_does_not_fit_its_digest_is_refused(framework):
    changed = framework.to_json().replace('"format":2', '"format":9')
    with pytest.raises(FrameworkAltered):
        take_stored(changed, framework.fingerprint)
