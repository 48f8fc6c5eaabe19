"""Which partner brought which original, and which package brought a key to encrypt to."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

#: The originals of the units' items in the office's workspace. Until now it was not stored who
#: brought which original, so every unit is taken to have brought those that its items name.
_KNOWN = """
INSERT INTO brought_original (peer, sha256)
SELECT item.unit_id, revision.blob_sha256
FROM evidence_item AS item JOIN item_revision AS revision ON revision.item_id = item.id
WHERE item.by_office = 0 AND EXISTS (SELECT 1 FROM workspace_info WHERE role = 'office')
UNION
SELECT item.unit_id, attachment.blob_sha256
FROM evidence_item AS item JOIN item_revision AS revision ON revision.item_id = item.id
JOIN attachment ON attachment.revision_id = revision.id
WHERE item.by_office = 0 AND EXISTS (SELECT 1 FROM workspace_info WHERE role = 'office')
"""


def upgrade() -> None:
    op.create_table(
        "brought_original",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "sha256", name=op.f("pk_brought_original")),
    )
    op.create_table(
        "withheld_original",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_withheld_original")),
    )
    with op.batch_alter_table("withheld_original", schema=None) as batch_op:
        batch_op.create_index("ix_withheld_original_peer", ["peer"], unique=False)
    with op.batch_alter_table("trusted_key", schema=None) as batch_op:
        for name in ("sealing_generation", "sealing_sequence"):
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.execute(sa.text(_KNOWN))
