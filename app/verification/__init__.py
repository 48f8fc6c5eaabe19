"""Method tools: what a verification method offers beyond attaching files.

``tools`` lists them; each method has a package of its own here. What a tool keeps is a ``NoteKind``
of ``notes``, its rows are a kind of record in packages (see ``app.exchange.payload.table``), and
its words stand in ``app.names.verification``.
"""
