"""Packages sent and received, and who entered each piece of evidence.

What is there already was entered by the owner of the workspace: all of it by the office, or none.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BY_OFFICE = "EXISTS (SELECT 1 FROM workspace_info WHERE role = 'office')"


def upgrade() -> None:
    for table in ("evidence_item", "placement", "figure"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(
                sa.Column("by_office", sa.Boolean(), nullable=False, server_default=sa.false())
            )
        op.execute(sa.text(f"UPDATE {table} SET by_office = {_BY_OFFICE}"))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("by_office", server_default=None)
    with op.batch_alter_table("figure", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("version", sa.Integer(), nullable=False, server_default=sa.text("1"))
        )
    with op.batch_alter_table("figure", schema=None) as batch_op:
        batch_op.alter_column("version", server_default=None)
        batch_op.drop_constraint(batch_op.f("uq_figure_place"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_figure_place"), ["place", "threshold", "unit_id", "by_office"]
        )
    op.create_table(
        "package",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("peer_name", sa.Text(), nullable=False),
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package")),
    )
    with op.batch_alter_table("package", schema=None) as batch_op:
        batch_op.create_index("ix_package_peer", ["peer", "sent"], unique=False)
    op.create_table(
        "exchange_peer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("lineage", sa.JSON(), nullable=False),
        sa.Column("records_generation", sa.Integer(), nullable=False),
        sa.Column("receipt_sequence", sa.Integer(), nullable=False),
        sa.Column("receipt_generation", sa.Integer(), nullable=False),
        sa.Column("told_generation", sa.Integer(), nullable=False),
        sa.Column("receipt_numbers", sa.JSON(), nullable=False),
        sa.Column("held", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_peer")),
    )
    op.create_table(
        "received_event",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "generation", "sequence", name=op.f("pk_received_event")),
    )
    op.create_table(
        "merge_snapshot",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("package_id", sa.Text(), nullable=False),
        sa.Column("table", sa.Text(), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["package_id"],
            ["package.id"],
            name=op.f("fk_merge_snapshot_package_id_package"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_snapshot")),
    )
    with op.batch_alter_table("merge_snapshot", schema=None) as batch_op:
        batch_op.create_index("ix_merge_snapshot_package", ["package_id"], unique=False)
