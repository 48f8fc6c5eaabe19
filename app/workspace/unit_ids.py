"""The ids of units: the same in every workspace of a county."""

import uuid

from app.framework.keys import UnitId

_NAMESPACE = uuid.UUID("0191a7c4-6c1e-7b5a-9d3e-6a7561ee7a01")


def unit_id(county: str, name: str) -> UnitId:
    """The id of a unit: the same in every workspace of the county, so that they merge."""
    return UnitId(str(uuid.uuid5(_NAMESPACE, f"{county}/{name}")))
