"""A figure may be of a year, and a point's material may be said to be complete.

Where a text says 每年 or 以来, each year has its own figure. Figures that were stated before are of
no single year (0), and stay what they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complete_point",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("task_code", sa.Text(), nullable=False),
        sa.Column("point_number", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_complete_point_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complete_point")),
    )
    with op.batch_alter_table("complete_point") as batch_op:
        batch_op.create_index(
            "ix_complete_point_slot", ["indicator_code", "task_code", "unit_id"], unique=False
        )
    with op.batch_alter_table("figure") as batch_op:
        batch_op.add_column(sa.Column("year", sa.Integer(), nullable=False, server_default="0"))
        batch_op.drop_constraint(batch_op.f("uq_figure_place"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_figure_place"), ["place", "threshold", "year", "unit_id", "by_office"]
        )
    with op.batch_alter_table("figure") as batch_op:
        batch_op.alter_column(
            "year", existing_type=sa.Integer(), existing_nullable=False, server_default=None
        )
