"""整改: the register of problems, with what the office asks and what the unit does."""
