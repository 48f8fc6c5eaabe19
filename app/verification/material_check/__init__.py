"""Tools of 材料查证."""
