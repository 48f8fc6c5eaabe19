"""The values of the stages; ``app.names.stages`` has their Chinese names."""

from enum import StrEnum


class StageStatus(StrEnum):
    """How a unit stands in a stage.

    ``UNDATED``: the stage has no deadline; ``UNMEASURED``: it asks for nothing that is counted.
    """

    DONE = "done"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OVERDUE = "overdue"
    NOT_BEGUN = "not_begun"
    UNDATED = "undated"
    UNMEASURED = "unmeasured"
