"""台账: typed tables that indicators ask for. What a table holds is said by a data file.

``schema`` and ``files`` read the data files; ``cells`` and ``judging`` say what is wrong with rows,
``rates`` counts them; all of these are pure. ``rows`` stores them, ``pasted`` and ``importing``
take them in, ``filling`` brings rates into figures, ``sheets`` and ``exporting`` give them out.
"""
