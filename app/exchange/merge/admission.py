"""Reading what a package brings, and making sure that it is meant for this workspace."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.exchange.envelope.header import PackageKind
from app.exchange.envelope.naming import HEADER
from app.exchange.envelope.opening import OpenedPackage
from app.exchange.errors import PackageForSomebodyElse, PackageOfAnotherCounty, PackageTooNew
from app.exchange.merge.errors import (
    FieldName,
    FrameworkDiffers,
    PayloadInvalid,
    RecordName,
    SenderUnknown,
)
from app.exchange.merge.faults import look_at, naming_the_record
from app.exchange.merge.incoming import Incoming
from app.exchange.merge.meaning import demand_sense
from app.exchange.payload.documents import (
    FRAMEWORK,
    LOG,
    LOG_FORMAT,
    MAIN,
    BasePart,
    FieldInvalid,
    LogPayload,
    Payload,
    SubmissionPayload,
    blobs_of,
    digest_of,
    first_fault,
    format_of,
    parse_log,
    parse_payload,
    records_of,
)
from app.exchange.payload.records import FORMAT
from app.framework.checks import cross_check
from app.framework.schema import FORMAT_VERSION, Framework
from app.framework.stored import read_document
from app.signatures.sealing import is_recipient
from app.workspace.opening import Facts
from app.workspace.registry import Registry
from models.vocabulary import WorkspaceRole


def read_incoming(package: OpenedPackage) -> Incoming:
    """Understand the documents of an opened package.

    Raises:
        PayloadInvalid: a document is not as its schema says; ``RecordImpossible`` names the record.
        PackageFloods: a document holds more than any honest one.
        PackageTooNew: a newer program wrote it.
        PackageMemberMissing: a document is not there.
    """
    path, header = package.paths[0], package.header
    raw = package.document(MAIN)
    payload = _understood(path, raw)
    if payload.kind != header.kind.value or payload.package_id != header.id:
        raise PayloadInvalid(path, RecordName(MAIN), FieldName("kind"))
    if any(sent.sequence >= header.sequence for sent in payload.lineage.sent):
        raise PayloadInvalid(path, RecordName(MAIN), FieldName("lineage"))
    if not _blobs_fit(package, payload):
        raise PayloadInvalid(path, RecordName(MAIN), FieldName("blobs"))
    log = LogPayload(entries=())
    framework = None
    if isinstance(payload, SubmissionPayload):
        log = _log(path, package.document(LOG), payload.log_sha256)
    else:
        framework = _framework(path, package.document(FRAMEWORK), payload.base)
    incoming = Incoming(path, header, payload, digest_of(raw), log, framework, package.fingerprint)
    demand_sense(incoming)
    return incoming


def admit(incoming: Incoming, facts: Facts, registry: Registry) -> None:
    """Make sure that a package is meant for this workspace.

    Raises:
        PackageOfAnotherCounty, PackageForSomebodyElse, SenderUnknown, FrameworkDiffers: it is not.
    """
    header, path = incoming.header, incoming.path
    if header.county != facts.county:
        raise PackageOfAnotherCounty(path, facts.county, header.county)
    office = facts.role is WorkspaceRole.OFFICE
    kind_fits = (header.kind is PackageKind.SUBMISSION) == office
    party_fits = header.recipient.unit_id == facts.unit_id
    role_fits = header.recipient.role is facts.role and header.sender.role is not facts.role
    if not (kind_fits and party_fits and role_fits):
        raise PackageForSomebodyElse(path, header.recipient.name)
    if not isinstance(incoming.payload, SubmissionPayload):
        return
    if header.sender.unit_id not in {unit.id for unit in registry.units}:
        raise SenderUnknown(path, header.sender.name)
    if incoming.payload.framework_sha256 != facts.framework.fingerprint:
        found = f"{header.framework.code}@{header.framework.version}"
        sender = next(u.name for u in registry.units if u.id == header.sender.unit_id)
        raise FrameworkDiffers(path, sender, found, facts.framework.reference)


def demand_sealing_key(incoming: Incoming) -> None:
    """Make sure that the sender can be encrypted to, if it says so.

    Raises:
        PayloadInvalid: the key is none.
    """
    key = incoming.header.sender.sealing_key
    if key and not is_recipient(key):
        raise PayloadInvalid(incoming.path, RecordName(HEADER), FieldName("sealing_key"))


def _blobs_fit(package: OpenedPackage, payload: Payload) -> bool:
    """True if every original that is named is described, and those included are there."""
    parts = {blob.sha256: blob for blob in blobs_of(payload)}
    packed = {original.sha256: original.size for original in package.originals}
    included = {sha256: part.size for sha256, part in parts.items() if part.included}
    records = records_of(payload)
    return included == packed and (records is None or records.blobs() <= parts.keys())


def _understood(path: Path, raw: bytes) -> Payload:
    _demand_format(path, look_at(path, MAIN, raw), FORMAT)
    with naming_the_record(path, MAIN, raw):
        return parse_payload(raw)


def _demand_format(path: Path, outermost: Mapping[str, Any], newest: int) -> None:
    found = format_of(outermost)
    if found is not None and found > newest:
        raise PackageTooNew(path, str(found))


def _log(path: Path, raw: bytes, expected: str) -> LogPayload:
    if digest_of(raw) != expected:
        raise PayloadInvalid(path, RecordName(LOG), FieldName("sha256"))
    _demand_format(path, look_at(path, LOG, raw), LOG_FORMAT)
    with naming_the_record(path, LOG, raw):
        return parse_log(raw)


def _framework(path: Path, raw: bytes, base: BasePart) -> Framework:
    _demand_format(path, look_at(path, FRAMEWORK, raw), FORMAT_VERSION)
    with naming_the_record(path, FRAMEWORK, raw):
        try:
            framework = read_document(raw)
        except ValidationError as error:
            raise first_fault(error) from error
        for place, kind, _ in cross_check(framework):
            raise FieldInvalid(place, kind.value)
    if framework.fingerprint != base.framework_sha256:
        raise PayloadInvalid(path, RecordName(FRAMEWORK), FieldName("sha256"))
    return framework
