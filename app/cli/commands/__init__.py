"""The commands: one module a capability, loaded when one of its commands is called."""
