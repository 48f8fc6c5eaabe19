"""Why a sealed file cannot be opened; the caller tells people."""


class SealError(Exception):
    """A sealed file does not open."""


class SealedForOthers(SealError):
    """It is encrypted to somebody else's key."""


class SealBroken(SealError):
    """It was altered or cut short."""
