"""The migrations, one module a version; the number before the underscore is the version."""
