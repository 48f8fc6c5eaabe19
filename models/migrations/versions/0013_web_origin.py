"""Where on the web an item was seen: address, site, section, day of publication, when and by whom.

Old items say nothing of it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("item_revision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", sa.JSON(), nullable=False, server_default="{}"))
