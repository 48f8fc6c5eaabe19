"""What a worker does: one volume to bind."""

import errno
import shutil

from app.dossier.binding.orders import BindOrder
from app.dossier.errors import BindingFailed
from app.errors import DiskFull, FolderNotWritable, JuanzongError


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
        if error.errno == errno.ENOSPC:
            usage = shutil.disk_usage(part.parent)
            return DiskFull(part.parent, usage.free, usage.free)
        return FolderNotWritable(part.parent, error.strerror or str(error))
    return None
