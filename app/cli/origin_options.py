"""Options that say where on the web an item was seen."""

from typing import Annotated

import typer

from app.web_origin import OriginEdit

Address = Annotated[str | None, typer.Option("--address", help="网址", show_default=False)]
Site = Annotated[str | None, typer.Option("--site", help="网站名称", show_default=False)]
Section = Annotated[str | None, typer.Option("--section", help="栏目", show_default=False)]
PublishedOn = Annotated[
    str | None, typer.Option("--published", help="发布时间，如 2021-04-09", show_default=False)
]
LookedUpAt = Annotated[
    str | None,
    typer.Option("--looked-up-at", help="检索时间，如 2021-04-09 15:30", show_default=False),
]
LookedUpBy = Annotated[
    str | None, typer.Option("--looked-up-by", help="检索人", show_default=False)
]


def origin_edit(
    address: str | None,
    site: str | None,
    section: str | None,
    published: str | None,
    looked_up_at: str | None,
    looked_up_by: str | None,
) -> OriginEdit:
    """What the options say of an origin."""
    return OriginEdit(
        address=address,
        site=site,
        section=section,
        published_on=published,
        looked_up_at=looked_up_at,
        looked_up_by=looked_up_by,
    )
