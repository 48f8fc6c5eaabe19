"""The values of review; ``app.names.review`` has their Chinese names."""

from enum import StrEnum


class SlotStage(StrEnum):
    """How far a slot is (未开始, 准备中, 已报送, 退回, 通过, 需复审).

    ``RECHECK``: it was accepted, and what lies there is no longer what was accepted.
    """

    NOT_STARTED = "not_started"
    PREPARING = "preparing"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    RECHECK = "recheck"


class Move(StrEnum):
    """What can be done with a slot (报送, 撤回报送, 通过, 退回)."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    RETURN = "return"


class ItemStanding(StrEnum):
    """What the office holds of an item in a slot (待审, 通过, 退回, 已改待审).

    ``REWORKED``: it was returned and is another one now.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REWORKED = "reworked"


class ReturnedWith(StrEnum):
    """What an item came back with that was not judged by itself (随要点退回, 随整项退回)."""

    POINT = "point"
    SLOT = "slot"
