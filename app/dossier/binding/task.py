"""What a worker does: one volume to bind, one list to write."""

import errno
import shutil
from pathlib import Path

from app.dossier.binding.orders import BindOrder, ListOrder
from app.dossier.errors import BindingFailed
from app.dossier.output.files import WrittenFile
from app.errors import ConversionFailed, DiskFull, FolderNotWritable, JuanzongError
from app.faults import problem_of_fault
from app.isolation import Broken, Crashed, Fault


def bind(order: BindOrder) -> JuanzongError | None:
    """Bind in a worker; what goes wrong comes back as a value."""
    # qpdf takes its time to load, and the process that only orders needs none of it.
    from app.dossier.binding.volume import bind_volume

    part = order.part
    try:
        bind_volume(order.binding, part)
    except BindingFailed as error:
        return error
    except OSError as error:
        return _refusal(part.parent, error)
    return None


def write_list(order: ListOrder) -> tuple[WrittenFile, ...] | JuanzongError:
    """Write a list in a worker: what was written, none if there is no volume to list.

    What goes wrong comes back as a value.
    """
    from app.dossier.binding.list_files import list_file

    try:
        return list_file(order)
    except BindingFailed as error:
        return error
    except OSError as error:
        return _refusal(order.folder, error)


def error_of(fault: Fault, name: str) -> JuanzongError:
    """The error of a file that no worker could write."""
    if isinstance(fault, Broken | Crashed):
        return BindingFailed(name, fault.detail)
    return ConversionFailed(name, problem_of_fault(fault, "PDF"))


def _refusal(folder: Path, error: OSError) -> JuanzongError:
    if error.errno == errno.ENOSPC:
        free = shutil.disk_usage(folder).free
        return DiskFull(folder, free, free)
    return FolderNotWritable(folder, error.strerror or str(error))
