"""A real Dask scheduler and two workers read pages; one is killed in the middle."""

import ipaddress
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from mi_desktop.intake import IntakeService
from mi_desktop.ocr import Local, Means, OcrService, Source, executor_of
from mi_desktop.ocr import cluster as reading_cluster
from mi_desktop.ocr.errors import ClusterUnfit
from mi_desktop.people import User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings, ReadingCluster
from mi_desktop.storage import Office
from tests.fakes.ocr_engines import SlowEngine
from tests.unit.ocr.conftest import Door, anna, arrives, intake, sandbox  # noqa: F401
from tests.unit.ocr.sheets import ENGLISH, SWEDISH, digital, drawn, png

ROOT = Path(__file__).parents[2]


@dataclass
class Cluster:
    """The processes, and how to reach them."""

    settings: ReadingCluster
    workers: "list[subprocess.Popen[bytes]]"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def certificate(folder: Path) -> tuple[str, str]:
    """A certificate of 127.0.0.1 that vouches for itself, and its key; PEM files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(True, None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    files = folder / "cluster.crt", folder / "cluster.key"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(files[0]), str(files[1])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    crt, key = certificate(tmp_path)
    address = f"tls://127.0.0.1:{free_port()}"
    settings = ReadingCluster(address=address, authority=crt, certificate=crt, key=key)
    tls = ["--tls-ca-file", crt, "--tls-cert", crt, "--tls-key", key]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__WORKER__MEMORY__SPILL": "False",
        "DASK_DISTRIBUTED__WORKER__MEMORY__TARGET": "False",
    }

    def start(*words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:], *tls]
        return subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=tmp_path
        )

    host, port = address.removeprefix("tls://").split(":")
    scheduler = start("dask_scheduler", "--host", f"tls://{host}", "--port", port, "--no-dashboard")
    workers = [
        start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
              "--memory-limit", "1GB", "--host", "tls://127.0.0.1")
        for _ in range(2)
    ]  # fmt: skip
    for process, said in (
        (scheduler, b"Scheduler at:"),
        *((w, b"Registered to:") for w in workers),
    ):
        assert process.stdout is not None
        assert any(said in line for line in process.stdout), "it ended before it said so"
    yield Cluster(settings, workers)
    for process in (*workers, scheduler):
        process.kill()
        process.communicate()


def test_a_cluster_reads_every_page_once_while_a_worker_dies(
    office: Office,
    intake: IntakeService,  # noqa: F811
    sandbox: Sandbox,  # noqa: F811
    anna: User,  # noqa: F811
    arrives: Door,  # noqa: F811
    cluster: Cluster,
) -> None:
    executor = executor_of(cluster.settings, sandbox)
    means = Means(SlowEngine("Zelvimar vid njursvikt"), None, executor=executor)
    ocr = OcrService(office, intake, sandbox, OfficeSettings(), means)
    pieces = [arrives(f"{n}.png", png(drawn((f"Brev {n}", *SWEDISH), dpi=60))) for n in range(12)]
    letter = arrives("letter.pdf", digital(ENGLISH))
    pages = ocr.read(anna, [*(p.id for p in pieces), letter.id])
    read = [next(pages)]
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    read += pages
    wanted = {p.parts[0].id for p in (*pieces, letter)}
    assert sorted(r.part_id for r in read) == sorted(wanted), "each page once"
    assert ocr.unread() == []
    assert ocr.counts().failed == 0
    assert {r.source for r in read if r.part_id == letter.parts[0].id} == {Source.TEXT_LAYER}
    readers = {r.text.split()[-1] for r in read if r.part_id != letter.parts[0].id}
    assert str(cluster.workers[1].pid) in readers
    assert readers <= {str(w.pid) for w in cluster.workers}, "scans were read by the cluster"
    ocr.close()


def test_pages_are_read_here_where_the_cluster_is_away(
    office: Office,
    intake: IntakeService,  # noqa: F811
    sandbox: Sandbox,  # noqa: F811
    anna: User,  # noqa: F811
    arrives: Door,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading_cluster, "_CONNECT_SECONDS", 1)
    crt, key = certificate(tmp_path)
    away = ReadingCluster(
        address=f"tls://127.0.0.1:{free_port()}", authority=crt, certificate=crt, key=key
    )
    executor = executor_of(away, sandbox)
    means = Means(SlowEngine("Zelvimar"), None, executor=executor)
    ocr = OcrService(office, intake, sandbox, OfficeSettings(), means)
    piece = arrives("brev.png", png(drawn(SWEDISH, dpi=60)))
    assert [r.part_id for r in ocr.read(anna, [piece.id])] == [piece.parts[0].id]
    ocr.close()


def test_pages_go_nowhere_without_tls(sandbox: Sandbox) -> None:  # noqa: F811
    for settings in (
        ReadingCluster(address="tcp://10.0.0.7:8786", authority="a", certificate="b", key="c"),
        ReadingCluster(address="tls://10.0.0.7:8786", authority="a"),
    ):
        with pytest.raises(ClusterUnfit):
            executor_of(settings, sandbox)
    assert isinstance(executor_of(ReadingCluster(), sandbox), Local)
