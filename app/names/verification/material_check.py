"""Words of what is kept for 材料查证. See the package for what each table is."""

from collections.abc import Mapping

RECORDS: Mapping[str, tuple[str, str]] = {
    "register_rows": ("台账的行", "包里台账的行数"),
}
TABLES: Mapping[str, str] = {
    "register_row": "台账",
}
FIELDS: Mapping[str, str] = {
    "cells": "各列的内容",
    "register_id": "台账",
}
ACTIONS: Mapping[str, str] = {
    "noted.register_rows_added": "登记台账",
    "noted.register_rows_altered": "修改台账的行",
    "noted.register_rows_withdrawn": "移除台账的行",
    "noted.register_rows_restored": "恢复台账的行",
    "noted.register_rows_changed": "修改台账",
}

VALUES: Mapping[str, Mapping[str, str]] = {}
