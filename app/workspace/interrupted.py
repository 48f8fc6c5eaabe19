"""Packages that a program was writing when it ended; they will never be finished."""

from sqlalchemy import select, update

from app.unit_of_work import Database
from models import PackageRecord
from models.vocabulary import PackageState


def settle_interrupted(database: Database) -> None:
    """Say of each such package that it was not finished; only for who holds the lock."""
    begun = PackageRecord.state == PackageState.WRITING
    with database.reading() as session:
        if session.scalar(select(PackageRecord.id).where(begun).limit(1)) is None:
            return
    with database.writing() as work:
        statement = update(PackageRecord).where(begun)
        work.session.execute(statement.values(state=PackageState.INTERRUPTED))
        work.commit()
