"""Draws by lot that anyone can repeat: the same seed gives the same draw everywhere."""

from app.verification.sampling.allocation import allocate
from app.verification.sampling.drawing import draw, shuffled, stratified, ticket
from app.verification.sampling.errors import (
    DrawnTwice,
    GroupTooSmall,
    ItemNotUsable,
    NotEnoughToDraw,
    SeedNotUsable,
    StratumUnknown,
)
from app.verification.sampling.seeds import checked_seed, propose_seed

__all__ = (
    "DrawnTwice",
    "GroupTooSmall",
    "ItemNotUsable",
    "NotEnoughToDraw",
    "SeedNotUsable",
    "StratumUnknown",
    "allocate",
    "checked_seed",
    "draw",
    "propose_seed",
    "shuffled",
    "stratified",
    "ticket",
)
