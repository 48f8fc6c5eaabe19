"""Write the demonstration's files and the manifest that ``juanzong attach --manifest`` takes.

    python -m resources.demo.make_samples FOLDER

The same version of the program writes the same bytes every time.
"""

import csv
import sys
from pathlib import Path

from resources.demo.county import approvals, decisions, enforcement, society
from resources.demo.sample import Sample

SAMPLES: tuple[Sample, ...] = (
    *approvals.SAMPLES,
    *decisions.SAMPLES,
    *enforcement.SAMPLES,
    *society.SAMPLES,
)
MANIFEST = "清单.csv"
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
)


def make_samples(folder: Path, samples: tuple[Sample, ...] = SAMPLES) -> Path:
    """Write every sample below ``folder`` and return the manifest's path."""
    for sample in samples:
        target = folder / sample.path
        target.parent.mkdir(parents=True, exist_ok=True)
        sample.make(target)
    manifest = folder / MANIFEST
    with manifest.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(sample.row() for sample in samples)
    return manifest


def main() -> int:
    """Write the samples into the folder that the command line names."""
    folder = Path(sys.argv[1])
    manifest = make_samples(folder)
    sys.stdout.write(f"已生成 {len(SAMPLES)} 份示例材料：{manifest.parent}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
