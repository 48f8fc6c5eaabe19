"""What ``juanzong framework …`` prints as JSON, with stable English keys."""

from collections import Counter
from typing import Any

from app.framework.catalogue import CatalogueEntry, Installed
from app.framework.errors import FrameworkInvalid
from app.framework.findings import Finding
from app.framework.schema import Framework, Indicator
from app.wording.frameworks import describe_finding

Json = dict[str, Any]


def counts(framework: Framework) -> Json:
    """How many indicators of each kind, tasks of each method, points, units and stages."""
    tasks = [t for i in framework.indicators for t in i.tasks]
    kinds = Counter(i.kind for i in framework.indicators)
    methods = Counter(t.method for t in tasks)
    return {
        "indicators": {kind.id: kinds[kind.id] for kind in framework.kinds},
        "tasks": len(tasks),
        "tasks_by_method": {m.id: methods[m.id] for m in framework.methods},
        "tasks_without_method": methods[None],
        "points": sum(len(t.points) for t in tasks),
        "units": len(framework.units),
        "groups": len(framework.groups),
        "stages": len(framework.stages),
    }


def summary_json(framework: Framework) -> Json:
    """Code, version, title, source, fingerprint and counts."""
    return {
        "code": framework.code,
        "version": framework.version,
        "title": framework.title,
        "source": framework.source.model_dump(mode="json"),
        "fingerprint": framework.fingerprint,
        "counts": counts(framework),
    }


def entry_json(entry: CatalogueEntry) -> Json:
    """One line of ``framework list``; a broken pack has ``valid`` false and its findings."""
    shown = {} if entry.framework is None else summary_json(entry.framework)
    return {
        **shown,
        "origin": entry.origin.value,
        "path": str(entry.path),
        "valid": entry.framework is not None,
        "findings": [finding_json(f) for f in entry.findings],
    }


def framework_json(framework: Framework) -> Json:
    """All of ``framework show``: the summary and the whole content."""
    content = framework.model_dump(mode="json")
    content["indicators"] = [indicator_json(framework, i) for i in framework.indicators]
    return {**content, "fingerprint": framework.fingerprint, "counts": counts(framework)}


def indicator_json(framework: Framework, indicator: Indicator) -> Json:
    """One indicator; ``levels`` are its categories by level, code and name."""
    path = framework.category_path(indicator.category)
    return {
        **indicator.model_dump(mode="json"),
        "kind_name": framework.kind(indicator.kind).name,
        "levels": [
            {"level": level, "code": category.code, "name": category.name}
            for level, category in zip(framework.levels, path, strict=False)
        ],
    }


def installed_json(installed: Installed) -> Json:
    """The result of ``framework install``."""
    return {
        **summary_json(installed.framework),
        "path": str(installed.path),
        "already_installed": installed.already_there,
    }


def valid_json(framework: Framework) -> Json:
    """The result of ``framework validate`` for a sound pack."""
    return {"valid": True, **summary_json(framework), "findings": []}


def invalid_json(error: FrameworkInvalid) -> Json:
    """The result of ``framework validate`` for a broken pack."""
    return {
        "valid": False,
        "path": str(error.path),
        "findings": [finding_json(f) for f in error.findings],
    }


def finding_json(finding: Finding) -> Json:
    """A fault: line, field, its stable identifier and the Chinese sentence."""
    return {
        "line": finding.line,
        "field": finding.field,
        "kind": finding.kind.value,
        "message": describe_finding(finding),
    }
