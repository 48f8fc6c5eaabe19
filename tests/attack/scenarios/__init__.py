"""Every attack there is: each module of this folder has one as ``ATTACK``."""

import importlib
import pkgutil

from tests.attack.playing import Attack


def all_attacks() -> list[Attack]:
    """Name the attacks in the order of their modules' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}").ATTACK for name in names]
