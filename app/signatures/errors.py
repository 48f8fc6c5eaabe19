"""Why a sealed file does not open; whoever knows what it is tells people."""


class SealError(Exception):
    """A sealed file does not open."""


class SealedForOthers(SealError):
    """It is encrypted to somebody else's key."""


class SealBroken(SealError):
    """It was altered or cut short."""
