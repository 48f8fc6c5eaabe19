"""The file around a package: zip, BagIt tag files, parts, signature; written and read safely."""
