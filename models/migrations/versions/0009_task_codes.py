"""Tasks go by a code of their own, which was the method's name; a task may have its own units."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_PLACED = ("placement", "submission", "review", "rectification_notice", "not_applicable")


def upgrade() -> None:
    for table in _PLACED:
        # SQLite renames a column in the indexes too.
        op.execute(f"ALTER TABLE {table} RENAME COLUMN method TO task_code")
    op.add_column("responsibility", sa.Column("task_code", sa.Text(), nullable=True))
