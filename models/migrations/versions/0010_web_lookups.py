"""What was looked up on the web, for the method 网络检索."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "web_lookup",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("task_code", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sought", sa.Text(), nullable=False),
        sa.Column("looked_up_on", sa.Text(), nullable=False),
        sa.Column("looked_up_by", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_web_lookup_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_lookup")),
    )
    with op.batch_alter_table("web_lookup", schema=None) as batch_op:
        batch_op.create_index(
            "ix_web_lookup_slot", ["indicator_code", "task_code", "unit_id"], unique=False
        )
