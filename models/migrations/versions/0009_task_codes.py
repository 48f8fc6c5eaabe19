"""Tasks have their own code, which was the method's name, and may have their own units."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

#: Each table in which something lies at a task, and whether it may lie at none.
_PLACED = {
    "placement": False,
    "submission": False,
    "review": False,
    "rectification_notice": True,
    "not_applicable": False,
}


def upgrade() -> None:
    for table, nullable in _PLACED.items():
        # SQLite renames a column in the indexes too.
        op.execute(f"ALTER TABLE {table} RENAME COLUMN method TO task_code")
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(
                "task_code",
                existing_type=sa.String(32),
                type_=sa.Text(),
                existing_nullable=nullable,
            )
    op.add_column("responsibility", sa.Column("task_code", sa.Text(), nullable=True))
