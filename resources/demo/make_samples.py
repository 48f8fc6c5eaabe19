"""Write the demonstration's files and the manifests that ``juanzong attach --manifest`` takes.

    python -m resources.demo.make_samples FOLDER

The same version of the program writes the same bytes every time.
"""

import csv
import sys
from pathlib import Path

from resources.demo.case_files import make_case_lists
from resources.demo.county import approvals, decisions, enforcement, society
from resources.demo.sample import Sample
from resources.demo.scans import scan_pdf
from resources.demo.tools import make_lists

SAMPLES: tuple[Sample, ...] = (
    *approvals.SAMPLES,
    *decisions.SAMPLES,
    *enforcement.SAMPLES,
    *society.SAMPLES,
)
MANIFEST = "清单.csv"
#: This unit has a workspace of its own in the demonstration; the office enters what others gave.
UNIT = "县司法局"
UNIT_MANIFEST = f"清单（{UNIT}）.csv"
OTHERS_MANIFEST = "清单（其他单位）.csv"
#: What the unit hands in when the office has returned the court's note.
ANSWER = "重新报送/法院出具的说明（重新扫描）.pdf"
COLUMNS = (
    "path",
    "indicator",
    "method",
    "unit",
    "point",
    "title",
    "doc_number",
    "issuer",
    "date",
    "address",
    "looked_up_at",
    "looked_up_by",
    "site",
)


def make_samples(folder: Path, samples: tuple[Sample, ...] = SAMPLES) -> Path:
    """Write every sample below ``folder`` and return the manifest's path."""
    for sample in samples:
        target = folder / sample.path
        target.parent.mkdir(parents=True, exist_ok=True)
        sample.make(target)
    return _list(folder / MANIFEST, samples)


def make_handing_in(folder: Path, samples: tuple[Sample, ...] = SAMPLES) -> None:
    """Write what unit and office need besides: their manifests and lists, the unit's answer."""
    make_lists(folder)
    make_case_lists(folder)
    _list(folder / UNIT_MANIFEST, tuple(s for s in samples if s.unit == UNIT))
    _list(folder / OTHERS_MANIFEST, tuple(s for s in samples if s.unit != UNIT))
    answer = folder / ANSWER
    answer.parent.mkdir(parents=True, exist_ok=True)
    scan_pdf(answer, society.COURT_NOTE)


def _list(manifest: Path, samples: tuple[Sample, ...]) -> Path:
    with manifest.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(sample.row() for sample in samples)
    return manifest


def main() -> int:
    """Write the samples into the folder that the command line names."""
    folder = Path(sys.argv[1])
    manifest = make_samples(folder)
    make_handing_in(folder)
    sys.stdout.write(f"已生成 {len(SAMPLES)} 份示例材料：{manifest.parent}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
