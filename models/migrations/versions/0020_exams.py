"""Exams (随机抽考): the question bank, exams with their papers, and who sits them."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exam",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("makeup_on", sa.Text(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=True),
        sa.Column("papers", sa.JSON(), nullable=False),
        sa.Column("draw", sa.JSON(), nullable=True),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("task_code", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_exam_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam")),
    )
    with op.batch_alter_table("exam", schema=None) as batch_op:
        batch_op.create_index(
            "ix_exam_slot", ["indicator_code", "task_code", "unit_id"], unique=False
        )

    op.create_table(
        "exam_person",
        sa.Column("exam_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("paper_version", sa.Text(), nullable=False),
        sa.Column("sitting", sa.Integer(), nullable=False),
        sa.Column("attendance", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_exam_person_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_person")),
    )
    with op.batch_alter_table("exam_person", schema=None) as batch_op:
        batch_op.create_index("ix_exam_person_exam", ["unit_id", "exam_id"], unique=False)

    op.create_table(
        "exam_question",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("chapter", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("law", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("difficulty", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_exam_question_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_question")),
    )
    with op.batch_alter_table("exam_question", schema=None) as batch_op:
        batch_op.create_index("ix_exam_question_unit_id", ["unit_id"], unique=False)
