"""What a person chose about how an item's content is bound."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("item_revision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("binding", sa.JSON(), nullable=False, server_default="{}"))
