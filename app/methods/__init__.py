"""Method tools: what a verification method offers beyond attaching files.

``tools`` lists them; each has a module of its own here. A tool's rows are a kind of record in
packages (see ``app.exchange.payload.table``), its words stand in ``app.names.methods``.
"""
