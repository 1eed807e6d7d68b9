"""Downloads from a server that does everything wrong; 127.0.0.1 only."""

import contextlib
import hashlib
import http.server
import os
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
from collections import Counter

import pytest

from cnncourse.datasets import download
from cnncourse.errors import CourseError

CONTENT = bytes(range(256)) * 400
HALF = len(CONTENT) // 2
QUICK = {"timeout": 0.5, "window": 0.3, "least_speed": 100_000.0}
ADVICE = 'Go on with load("digits").'
WRONG = CONTENT[:-1] + b"?"


class Faulty(http.server.BaseHTTPRequestHandler):
    """Answers /FAULT/file.bin with that fault."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        fault = self.path.split("/")[1]
        asked = self.headers.get("Range")
        self.server.seen.append((fault, asked))
        with contextlib.suppress(OSError):
            getattr(self, f"send_{fault}")(asked)

    def send(self, body, length=None, status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Length", length or len(body))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_good(self, asked, shift=0):
        if not asked:
            return self.send(CONTENT)
        start = int(asked[len("bytes=") : -1])
        part = f"bytes {start + shift}-{len(CONTENT) - 1}/{len(CONTENT)}"
        self.send(CONTENT[start:], None, 206, Content_Range=part)

    def send_otherpart(self, asked):
        self.send_good(asked, shift=1)

    def send_norange(self, asked):
        self.send(CONTENT)

    def send_slow(self, asked):
        start = int(asked[len("bytes=") : -1]) if asked else 0
        part = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
        status, length = (206 if asked else 200), len(CONTENT) - start
        self.send(b"", length, status, Content_Range=part)
        for at in range(start, len(CONTENT), 2_000):
            self.wfile.write(CONTENT[at : at + 2_000])
            time.sleep(0.03)

    def send_403(self, asked):
        self.send_error(403)

    def send_503(self, asked):
        self.send_error(503)

    def send_drip(self, asked):
        self.send(b"", len(CONTENT))
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def send_dripheader(self, asked):
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
        for _ in range(60):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def send_continue(self, asked):
        for _ in range(60):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.05)

    def send_chunks(self, asked):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.wfile.write(b"Transfer-Encoding: chunked\r\n\r\n")
        for _ in range(60):
            self.wfile.write(b"0")
            time.sleep(0.05)

    def send_silence(self, asked):
        time.sleep(1.5)

    def send_stall(self, asked):
        self.send(CONTENT[:HALF], len(CONTENT))
        time.sleep(1.5)

    def send_truncated(self, asked):
        self.send(CONTENT[:HALF], len(CONTENT))

    def send_unannounced(self, asked):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(CONTENT[:HALF])

    def send_corrupted(self, asked):
        self.send(WRONG)

    def send_longer(self, asked):
        self.send(CONTENT + b"x")

    def send_shorter(self, asked):
        self.send(CONTENT[:-1])

    def send_portal(self, asked):
        self.send(b"<html>Please sign in</html>")

    def send_endless(self, asked):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 1024)

    def send_loop(self, asked):
        self.send(b"", None, 302, Location=self.path)

    def redirect(self, place):
        self.send(b"", None, 302, Location=place)

    def send_tofile(self, asked):
        self.redirect("file:///etc/hostname")

    def send_toftp(self, asked):
        self.redirect("ftp://127.0.0.1/file.bin")

    def send_todata(self, asked):
        self.redirect("data:text/plain,hello")

    def send_tohost(self, asked):
        port = self.server.server_port
        self.redirect(f"http://localhost:{port}/good/file.bin")

    def send_toport(self, asked):
        self.redirect("http://127.0.0.1:9/good/file.bin")

    def send_tobracket(self, asked):
        self.redirect("http://[oops/file.bin")

    def send_tonowhere(self, asked):
        self.redirect("http:///file.bin")

    def send_nocontent(self, asked):
        self.send_response(204)
        self.end_headers()

    def send_partial(self, asked):
        part = f"bytes 5-{len(CONTENT) - 1}/{len(CONTENT)}"
        self.send(CONTENT, None, 206, Content_Range=part)

    def send_negative(self, asked):
        self.send(CONTENT[:HALF], -5)

    def send_html(self, asked):
        page = b"<html>Please sign in</html>".ljust(len(CONTENT))
        self.send(page, None, 200, Content_Type="text/html")

    def send_headers(self, asked):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500)

    def send_longline(self, asked):
        self.wfile.write(b"HTTP/1.1 200 " + b"O" * 100_000)

    def send_garbage(self, asked):
        self.wfile.write(b"220 mail.example.org ESMTP\r\n\r\n")

    def send_dropped(self, asked):
        self.send(CONTENT[:HALF], len(CONTENT))
        self.wfile.flush()
        time.sleep(0.05)
        # Lingering for 0 seconds sends a reset instead of an end.
        linger = struct.pack("ii", 1, 0)
        sock = self.connection
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        sock.shutdown(socket.SHUT_RD)
        self.rfile.close()
        self.wfile.close()
        sock.close()


FAULTS = {
    "403": "answered 403",
    "503": "answered 503",
    "drip": "sent only 0.0 kB a second",
    "dripheader": "did not answer in time",
    "silence": "did not answer in time",
    "stall": "did not answer in time",
    "truncated": "broke off after 51,200 of 102,400 bytes",
    "unannounced": "broke off after 51,200 of 102,400 bytes",
    "corrupted": "sent a file with a wrong checksum",
    "longer": "offers 102,401 bytes instead of 102,400",
    "shorter": "offers 102,399 bytes instead of 102,400",
    "portal": "offers 27 bytes instead of 102,400",
    "endless": "sent a file with a wrong checksum",
    "loop": "redirects in a circle",
    "continue": "did not answer in time",
    "chunks": "did not answer in time",
    "tofile": "answered 302",
    "toftp": "redirects to ftp://127.0.0.1",
    "todata": "answered 302",
    "tohost": "redirects to http://localhost",
    "toport": "redirects to http://127.0.0.1:9",
    "tobracket": "cannot be reached (Invalid IPv6 URL)",
    "tonowhere": "dropped the connection",
    "nocontent": "offers 0 bytes instead",
    "partial": "sent another part than was asked for",
    "negative": "broke off after 51,200",
    "html": "sent a file with a wrong checksum",
    "headers": "cannot be reached (got more than 100 headers)",
    "longline": "cannot be reached (got more than 65536 bytes",
    "garbage": "cannot be reached (220 mail.example.org",
    "dropped": "dropped the connection",
}


@pytest.fixture(scope="module")
def server():
    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request, client_address):
            pass  # a connection that the test itself has broken

    server = Server(("127.0.0.1", 0), Faulty)
    server.seen = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def remote(server):
    """A function that returns the file, with these faults as mirrors."""
    server.seen.clear()

    def build(*faults, content=CONTENT):
        base = f"http://127.0.0.1:{server.server_port}"
        return download.Remote(
            tuple(f"{base}/{fault}/file.bin" for fault in faults),
            hashlib.md5(content).hexdigest(),
            len(content),
        )

    return build


def refused(remote, folder, **options):
    """Fetch, insist on a refusal without a file, and return its sentence."""
    with pytest.raises(CourseError) as raised:
        download.fetch(remote, folder, advice=ADVICE, **QUICK | options)
    assert not (folder / "file.bin").exists()
    assert str(raised.value).endswith(ADVICE)
    assert "file.bin" in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_explained_and_the_next_mirror_delivers(
    fault, remote, server, tmp_path
):
    port = server.server_port
    message = refused(remote(fault), tmp_path)
    assert f"tried: 127.0.0.1:{port} {FAULTS[fault]}" in message
    assert "\n" not in message
    path = download.fetch(remote(fault, "good"), tmp_path, **QUICK)
    assert path == tmp_path / "file.bin"
    assert path.read_bytes() == CONTENT
    assert not list(tmp_path.glob("*.partial"))


def test_on_the_same_host_a_redirect_is_followed(remote, server, tmp_path):
    Faulty.send_moved = lambda self, asked: self.redirect("/good/file.bin")
    path = download.fetch(remote("moved"), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT


def test_there_is_an_end_to_all_of_it(remote, server, tmp_path):
    start = time.monotonic()
    options = {"patience": 1.0, "least_speed": 10.0, "window": 60.0}
    refused(remote(*["drip"] * 9), tmp_path, **options)
    assert time.monotonic() - start < 3
    assert (tmp_path / "file.bin.partial").stat().st_size > 5


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_lies_in_the_way_is_told(kind, remote, tmp_path):
    partial = tmp_path / "file.bin.partial"
    if kind == "folder":
        partial.mkdir()
    elif kind == "device":
        partial.symlink_to("/dev/zero")
    else:
        os.mkfifo(partial)
    message = refused(remote("good"), tmp_path)
    assert "could not be written" in message or kind == "device"


def test_nobody_listens(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/file.bin"
    message = refused(download.Remote((url,), "", 10), tmp_path)
    assert "refused the connection" in message


def test_all_mirrors_are_named(remote, tmp_path):
    message = refused(remote("403", "503", "loop"), tmp_path)
    for fault in ("403", "503", "loop"):
        assert FAULTS[fault] in message


@pytest.mark.parametrize("mirror", ["good", "norange"])
def test_what_has_arrived_is_continued(mirror, remote, server, tmp_path):
    refused(remote("truncated"), tmp_path)
    assert (tmp_path / "file.bin.partial").read_bytes() == CONTENT[:HALF]
    path = download.fetch(remote(mirror), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT
    assert server.seen[-1] == (mirror, f"bytes={HALF}-")


def test_another_part_than_asked_for_is_not_used(remote, tmp_path):
    (tmp_path / "file.bin.partial").write_bytes(CONTENT[:HALF])
    message = refused(remote("otherpart"), tmp_path)
    assert "sent another part than was asked for" in message
    assert (tmp_path / "file.bin.partial").read_bytes() == CONTENT[:HALF]


@pytest.mark.parametrize(
    "partial", [b"?" * HALF, WRONG, CONTENT + b"x"], ids=len
)
def test_a_wrong_start_is_thrown_away(partial, remote, tmp_path):
    (tmp_path / "file.bin.partial").write_bytes(partial)
    path = download.fetch(remote("good"), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT


def test_complete_but_not_yet_renamed(remote, server, tmp_path):
    (tmp_path / "file.bin.partial").write_bytes(CONTENT)
    path = download.fetch(remote("403"), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT
    assert not server.seen


def test_a_whole_file_is_not_fetched_again(remote, server, tmp_path):
    (tmp_path / "file.bin").write_bytes(CONTENT)
    assert download.fetch(remote("403"), tmp_path, **QUICK).exists()
    assert not server.seen


def test_a_damaged_file_is_replaced(remote, tmp_path):
    (tmp_path / "file.bin").write_bytes(WRONG)
    path = download.fetch(remote("good"), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT


def test_slow_is_better_than_nothing(remote, server, tmp_path):
    options = QUICK | {"least_speed": 200_000.0}
    path = download.fetch(remote("slow", "403"), tmp_path, **options)
    assert path.read_bytes() == CONTENT
    assert [fault for fault, _ in server.seen] == ["slow", "403", "slow"]
    assert server.seen[2][1] is not None  # continued


def test_fast_enough_is_left_alone(remote, server, tmp_path):
    options = QUICK | {"least_speed": 20_000.0}
    download.fetch(remote("slow", "good"), tmp_path, **options)
    assert [fault for fault, _ in server.seen] == ["slow"]


def test_two_at_once_fetch_once(remote, server, tmp_path, capsys):
    results = []

    def client():
        options = QUICK | {"least_speed": 1_000.0}
        path = download.fetch(remote_file, tmp_path, **options)
        results.append(path.read_bytes() == CONTENT)

    remote_file = remote("slow")
    clients = [threading.Thread(target=client) for _ in range(2)]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join(timeout=20)
    assert results == [True, True]
    assert Counter(fault for fault, _ in server.seen) == {"slow": 1}
    assert "process is fetching file.bin" in capsys.readouterr().err


def test_lock_of_another_process(remote, tmp_path):
    lock = tmp_path / "file.bin.lock"
    code = (
        "import sys, time\n"
        "from filelock import FileLock\n"
        "with FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    words = [sys.executable, "-c", code, str(lock)]
    holder = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        message = refused(remote("good"), tmp_path, patience=0.3)
        assert "is being fetched by another process" in message
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
    # The dead process has left its file, and holds up nobody.
    assert lock.exists()
    start = time.monotonic()
    path = download.fetch(remote("good"), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT
    assert time.monotonic() - start < 5


def test_killed_while_it_writes(remote, server, tmp_path):
    code = (
        "import sys, pathlib\n"
        "from cnncourse.datasets.download import Remote, fetch\n"
        "remote = Remote((sys.argv[1],), sys.argv[2], int(sys.argv[3]))\n"
        "fetch(remote, pathlib.Path(sys.argv[4]), least_speed=1.0)\n"
    )
    slow = remote("slow")
    words = [*slow.urls, slow.md5, str(slow.size), str(tmp_path)]
    process = subprocess.Popen([sys.executable, "-c", code, *words])
    partial = tmp_path / "file.bin.partial"
    deadline = time.monotonic() + 20
    while not partial.exists() or not partial.stat().st_size:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert not (tmp_path / "file.bin").exists()
    path = download.fetch(remote("good"), tmp_path, **QUICK)
    assert path.read_bytes() == CONTENT


def test_full_disk_is_noticed_before(remote, server, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    message = refused(remote("good"), tmp_path)
    assert "needs 50 MB" in message
    assert "1 MB are free; make room there" in message
    assert not server.seen


@pytest.mark.skipif(
    not os.path.exists("/dev/full"), reason="no /dev/full on this system"
)
def test_full_disk_while_it_writes(remote, server, tmp_path):
    # /dev/full answers every write as a full disk does.
    (tmp_path / "file.bin.partial").symlink_to("/dev/full")
    message = refused(remote("good", "good"), tmp_path)
    assert "No space left on device" in message
    assert "make room there" in message
    assert len(server.seen) == 1  # another mirror would not help
    assert not list(tmp_path.glob("*.partial"))


def test_folder_that_cannot_be_made(remote, tmp_path):
    (tmp_path / "file").write_text("in the way")
    message = refused(remote("good"), tmp_path / "file" / "folder")
    assert "could not be written into" in message


def test_progress_bar_is_quiet_on_request(
    remote, tmp_path, capsys, monkeypatch
):
    download.fetch(remote("good"), tmp_path / "quiet", **QUICK)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("TQDM_DISABLE", "")
    download.fetch(remote("good"), tmp_path / "loud", **QUICK)
    assert "file.bin" in capsys.readouterr().err


def test_addresses_and_checksums_are_torchvision_s():
    from torchvision import datasets as theirs

    for ours, them in (
        (download.MNIST, theirs.MNIST),
        (download.FASHION_MNIST, theirs.FashionMNIST),
    ):
        assert [(r.name, r.md5) for r in ours] == them.resources
        for remote in ours:
            known = [f"{mirror}{remote.name}" for mirror in them.mirrors]
            assert list(remote.urls[: len(known)]) == known
            assert all(url.endswith(remote.name) for url in remote.urls)
    assert download.CIFAR10.urls[0] == theirs.CIFAR10.url
    assert download.CIFAR10.md5 == theirs.CIFAR10.tgz_md5
    assert download.CIFAR10.name == theirs.CIFAR10.filename
