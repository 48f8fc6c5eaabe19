"""案卷评查: cases are drawn, two people review each by a sheet, and the results are counted.

``sheet_schema``, ``order_schema`` and ``data_files`` read what a county can change; ``drawing``,
``scoring`` and ``results`` decide and are pure; ``cases``, ``draws``, ``scores`` and ``pieces``
store; ``papers`` gives dossiers their sheets.
"""
