"""What is stored about originals, compared with their bytes."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import OriginalMissing
from app.originals import OriginalStore
from app.storage.defects import Defect, DefectKind
from models import Blob


def check_sizes(session: Session, originals: OriginalStore) -> Iterator[Defect]:
    """Find sound originals whose length is entered falsely; a package may have said so.

    A file of another length than its content had is found as altered, not here.
    """
    for sha256, size in session.execute(select(Blob.sha256, Blob.size)):
        try:
            found = originals.path(sha256).stat().st_size
        except (OriginalMissing, OSError):
            continue  # told as missing
        if found != size and originals.intact(sha256):
            yield Defect(DefectKind.SIZE_DIFFERS, sha256)
