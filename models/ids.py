"""Identifiers of rows, each kind a type of its own, so that none is taken for another.

A unit's id follows from county and name (UUIDv5); all others are UUIDv7 (see ``base.new_id``).
"""

from typing import NewType

UnitId = NewType("UnitId", str)
ItemId = NewType("ItemId", str)
PlacementId = NewType("PlacementId", str)
