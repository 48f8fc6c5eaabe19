"""What is to be looked up on the web, which of it a look-up answers, and an item's chosen years."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "web_target",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("task_code", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("shows", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_web_target_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_target")),
    )
    with op.batch_alter_table("web_target", schema=None) as batch_op:
        batch_op.create_index(
            "ix_web_target_slot", ["indicator_code", "task_code", "unit_id"], unique=False
        )
    with op.batch_alter_table("web_lookup", schema=None) as batch_op:
        batch_op.add_column(sa.Column("target", sa.Text(), nullable=True))
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("years", sa.JSON(), nullable=True))
