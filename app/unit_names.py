"""The full name of a unit, as the outside world reads it. Pure."""

_KINDS = "县市区旗州盟"


def full_unit_name(county: str, unit: str) -> str:
    """A unit's name with the county in front: "示例县司法局" for 县司法局.

    What names the county already stays as it is.
    """
    if not county or county in unit:
        return unit
    if unit[:1] in _KINDS and county.endswith(unit[:1]):
        return f"{county}{unit[1:]}"
    return f"{county}{unit}"
