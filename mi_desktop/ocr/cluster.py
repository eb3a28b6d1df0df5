"""Reads pages on a Dask cluster: a backfile of a million pages, on the machines of a company.

What leaves this machine: the picture of a page (grey, as PNG), the names of the office's products
and languages; never the document, its name, its sender or its number. It travels over TLS with
certificates of both sides, and comes back as words. Pages that carry their text, and pages that
the cluster fails on, are read here.
"""

import io
import logging
import threading
import time
from concurrent.futures import Future
from dataclasses import replace

from distributed import Client, KilledWorker, Security
from distributed import Future as FarFuture

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake import raster
from mi_desktop.ocr.engines import text_layer
from mi_desktop.ocr.errors import ClusterUnfit
from mi_desktop.ocr.executor import Executor
from mi_desktop.ocr.model import PageText
from mi_desktop.ocr.page import PAGE_SECONDS, PDF, PageJob, read_page
from mi_desktop.sandbox import Sandbox, SandboxCrash
from mi_desktop.settings import ReadingCluster

_CONNECT_SECONDS, _TRY_AGAIN_SECONDS = 10, 300

log = logging.getLogger(__name__)


def pictured(job: PageJob) -> PageJob | PageText:
    """The page as a picture to be read elsewhere; read at once where it carries its text."""
    if job.media_type == PDF and text_layer(job.data, job.index, job.size) is not None:
        return read_page(job)
    png = io.BytesIO()
    raster(job.data, job.media_type, job.index, colour=True).save(png, "PNG", compress_level=1)
    # What it is filed under says nothing there; the answer is filed here.
    bare = replace(job, part_id="", number=0)
    return replace(bare, data=png.getvalue(), media_type="image/png", index=0)


class _Answer(Future[PageText]):
    """The future handed out; its far side may change from the cluster to this machine."""

    def __init__(self) -> None:
        super().__init__()
        self.far: FarFuture[PageText] | None = None
        self._turn = threading.Lock()

    def cancel(self) -> bool:
        """Gives the page up, there too."""
        with self._turn:
            if self.done():
                return self.cancelled()
            super().cancel()
            # Whoever waits for it hears of it.
            self.set_running_or_notify_cancel()
        if self.far is not None:
            self.far.cancel()  # type: ignore[no-untyped-call]
        return True

    def settle(self, result: PageText | None, error: BaseException | None) -> None:
        """Ends it, unless somebody gave it up meanwhile."""
        with self._turn:
            if self.done():
                return
            if error is not None:
                self.set_exception(error)
            elif result is not None:
                self.set_result(result)


class ClusterExecutor:
    """Hands pages to a scheduler; whoever reads there may come and go."""

    def __init__(self, cluster: ReadingCluster, local: Executor, sandbox: Sandbox) -> None:
        """Connects when the first page is handed out.

        Raises:
            ClusterUnfit: no TLS, or a certificate is missing.
        """
        files = (cluster.authority, cluster.certificate, cluster.key)
        if not cluster.address.startswith("tls://") or not all(files):
            raise ClusterUnfit(address=cluster.address)
        self._address, self._local, self._sandbox = cluster.address, local, sandbox
        self._security = Security(  # type: ignore[no-untyped-call]
            tls_ca_file=cluster.authority,
            tls_client_cert=cluster.certificate,
            tls_client_key=cluster.key,
            require_encryption=True,
        )
        self._lock = threading.Lock()
        self._client: Client | None = None
        self._failed_at = float("-inf")

    @property
    def ahead(self) -> int:
        """Two pages a thread of the cluster, and what this machine can do."""
        client = self._connected()
        threads = sum(client.ncores().values()) if client is not None else 0  # type: ignore[no-untyped-call]
        return self._local.ahead + 2 * threads

    def submit(self, job: PageJob) -> "Future[PageText]":
        """Draws the page here, has it read there; here, where there is nobody."""
        answer = _Answer()
        drawn = self._sandbox.submit(pictured, job, seconds=PAGE_SECONDS)
        drawn.add_done_callback(lambda done: self._drawn(job, done, answer))
        return answer

    def close(self) -> None:
        """Lets go of the scheduler; what is being read there is given up."""
        with self._lock:
            if self._client is not None:
                self._client.close(timeout=2)  # type: ignore[no-untyped-call]
                self._client = None

    def _drawn(
        self, job: PageJob, drawn: "Future[PageJob | PageText]", answer: _Answer
    ) -> None:  # fmt: skip
        if drawn.cancelled():
            answer.cancel()
            return
        error = drawn.exception()
        if error is not None:
            answer.settle(None, error)
            return
        picture = drawn.result()
        if isinstance(picture, PageText):
            answer.settle(picture, None)
            return
        client = self._connected()
        if client is None:
            self._here(job, answer)
            return
        try:
            answer.far = client.submit(read_page, picture, pure=False)
        except (OSError, RuntimeError, TimeoutError):
            self._here(job, answer)
            return
        answer.far.add_done_callback(lambda far: self._read(job, far, answer))  # type: ignore[no-untyped-call]

    def _read(self, job: PageJob, far: FarFuture[PageText], answer: _Answer) -> None:
        if answer.cancelled():
            return
        try:
            read: PageText = far.result(timeout=_CONNECT_SECONDS)
        except WorldError as e:
            answer.settle(None, e)
        except KilledWorker:
            # Several workers died of this page.
            answer.settle(None, SandboxCrash())
        except BaseException:  # noqa: BLE001 - whatever the cluster has: the page is read here
            log.warning("the reading cluster gave a page back")
            self._here(job, answer)
        else:
            answer.settle(replace(read, part_id=job.part_id, number=job.number), None)
        finally:
            far.release()  # type: ignore[no-untyped-call]

    def _here(self, job: PageJob, answer: _Answer) -> None:
        here = self._local.submit(job)

        def pass_on(done: "Future[PageText]") -> None:
            if done.cancelled():
                answer.cancel()
            elif (error := done.exception()) is not None:
                answer.settle(None, error)
            else:
                answer.settle(done.result(), None)

        here.add_done_callback(pass_on)

    def _connected(self) -> Client | None:
        with self._lock:
            if self._client is not None:
                return self._client if self._client.status == "running" else None
            if time.monotonic() < self._failed_at + _TRY_AGAIN_SECONDS:
                return None
            try:
                self._client = Client(  # type: ignore[no-untyped-call]
                    self._address,
                    security=self._security,
                    timeout=_CONNECT_SECONDS,
                    set_as_default=False,
                )
            except (OSError, TimeoutError, ValueError) as e:
                self._failed_at = time.monotonic()
                log.warning("no reading cluster: %s", type(e).__name__)
            return self._client
