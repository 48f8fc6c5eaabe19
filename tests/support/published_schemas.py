"""The JSON schemas that are published for other programs, written anew from the code.

After a change that is meant, from the project's folder; read the difference:

    python -m tests.support.published_schemas
"""

import json
from pathlib import Path
from typing import Any

from app.exchange.envelope.header import header_schema
from app.exchange.payload.documents import payload_schemas
from app.framework.schema import json_schema
from app.reports.certificates.schema import json_schema as certificate_schema
from app.verification.case_review.order_schema import json_schema as order_schema
from app.verification.case_review.sheet_schema import json_schema as sheet_schema
from app.verification.exam.schema import json_schema as blueprint_schema
from app.verification.interview.schema import json_schema as questionnaire_schema
from app.verification.material_check.registers.schema import json_schema as register_schema

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def published() -> dict[Path, dict[str, Any]]:
    """Every schema by the file that holds it."""
    return {
        RESOURCES / "frameworks" / "framework.schema.json": json_schema(),
        RESOURCES / "schemas" / "package-header.schema.json": header_schema(),
        RESOURCES / "certificates" / "certificate.schema.json": certificate_schema(),
        RESOURCES / "registers" / "register.schema.json": register_schema(),
        RESOURCES / "exams" / "blueprint.schema.json": blueprint_schema(),
        RESOURCES / "questionnaires" / "questionnaire.schema.json": questionnaire_schema(),
        RESOURCES / "review-sheets" / "review-sheet.schema.json": sheet_schema(),
        RESOURCES / "case-orders" / "case-order.schema.json": order_schema(),
        **{RESOURCES / "schemas" / name: schema for name, schema in payload_schemas().items()},
    }


if __name__ == "__main__":
    for path, schema in published().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        if not path.exists() or json.loads(path.read_text("utf-8")) != json.loads(text):
            path.write_text(text, encoding="utf-8")
