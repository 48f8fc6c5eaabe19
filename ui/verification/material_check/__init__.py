"""The panels of 材料查证."""
