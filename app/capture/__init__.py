"""Web pages captured by the browser that the computer already has.

The package knows no workspace and needs only Python's own library, 3.9 or later: the courier
(``app.verification.web_check.courier``) carries it to other computers as it is. Hence no
typed errors of the house here: what goes wrong is a value (``model.Fault``).
"""
