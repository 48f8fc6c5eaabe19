"""Rounds of interviews and the answers on their sheets, for the method 随机访谈."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "interview_round",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("task_code", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("held_from", sa.Text(), nullable=False),
        sa.Column("held_to", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("questionnaire", sa.JSON(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("draws", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_interview_round_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_round")),
    )
    with op.batch_alter_table("interview_round", schema=None) as batch_op:
        batch_op.create_index(
            "ix_interview_round_slot", ["indicator_code", "task_code", "unit_id"], unique=False
        )
    op.create_table(
        "interview_answer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("task_code", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("second", sa.JSON(), nullable=False),
        sa.Column("second_by", sa.Text(), nullable=False),
        sa.Column("void", sa.Text(), nullable=False),
        sa.Column("scan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_interview_answer_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_answer")),
    )
    with op.batch_alter_table("interview_answer", schema=None) as batch_op:
        batch_op.create_index("ix_interview_answer_round", ["round_id", "number"], unique=False)
