"""Who reads the pages: processes of this machine, or a cluster of others."""

import os
from concurrent.futures import Future
from pkgutil import resolve_name
from typing import Protocol

from mi_desktop.ocr.model import PageText
from mi_desktop.ocr.page import PAGE_SECONDS, PageJob, read_page
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import ReadingCluster

_CLUSTER = "mi_desktop.ocr.cluster:ClusterExecutor"


class Executor(Protocol):
    """Reads pages, many at once."""

    @property
    def ahead(self) -> int:
        """How many pages may be handed out at once, so that nobody idles."""

    def submit(self, job: PageJob) -> "Future[PageText]":
        """Has a page read; the future raises what `read_page` raises, or why a process ended."""

    def close(self) -> None:
        """Lets go of whoever reads."""


class Local:
    """A sandboxed process a core, at low priority, with bounded memory and time."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    @property
    def ahead(self) -> int:
        """Pages wait behind those that are being read, so that no core idles."""
        return 2 * (os.cpu_count() or 1) + 1

    def submit(self, job: PageJob) -> "Future[PageText]":
        """Queues the page; see `Sandbox.submit`."""
        return self._sandbox.submit(read_page, job, seconds=PAGE_SECONDS)

    def close(self) -> None:
        """The sandbox is closed by whoever made it."""


def executor_of(cluster: ReadingCluster, sandbox: Sandbox) -> Executor:
    """The cluster where its address is set, else this machine.

    Raises:
        ClusterUnfit: its address or its certificates are not such that pages may go there.
    """
    local = Local(sandbox)
    if not cluster.address:
        return local
    made: Executor = resolve_name(_CLUSTER)(cluster, local, sandbox)
    return made
