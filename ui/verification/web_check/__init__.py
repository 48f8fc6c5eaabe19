"""The panels of 网络检索."""
