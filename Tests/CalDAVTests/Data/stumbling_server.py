"""A small CalDAV server that stumbles as it is told, for the tests of CalDAV.

Usage: stumbling_server.py FOLDER [CERTIFICATE]    (prints its port, and serves until it is killed)

The calendar /NAME/ lies in FOLDER/NAME, a file an event. What FOLDER/NAME.plan says goes wrong, a line each:

    METHOD NUMBER ACTION [ARGUMENT ...]

where NUMBER counts the requests of that method to the calendar from 1, or is * for all of them. Every request
is noted in FOLDER/NAME.log with its condition and the scheme of its credentials.
"""

import hashlib
import http.server
import os
import re
import shutil
import ssl
import sys
import threading
import time
import urllib.parse
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

FOLDER = sys.argv[1]
lock = threading.RLock()
counts = {}


def tag(path):
    with open(path, "rb") as file:
        return '"%s"' % hashlib.sha256(file.read()).hexdigest()[:16]


def content(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def uid(text):
    found = re.search(r"^UID:(.*)$", text.replace("\r\n ", "").replace("\r", ""), re.M)
    return found and found.group(1)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body in one packet: else each answer waits for the other side's delayed acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)

    def serve(self):
        self.sink = self.is_untagged = False
        self.entity = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        steps = urllib.parse.unquote(self.path).strip("/").split("/")
        self.calendar = steps[0]
        self.folder = os.path.join(FOLDER, steps[0])
        self.file = os.path.join(self.folder, steps[1]) if len(steps) > 1 else None
        with lock:
            key = (self.calendar, self.command)
            number = counts[key] = counts.get(key, 0) + 1
            condition = self.headers.get("If-Match") or self.headers.get("If-None-Match") or "-"
            scheme = (self.headers.get("Authorization") or "-").split()[0]
            with open(self.folder + ".log", "a") as log:
                print(self.command, self.path, condition, scheme, file=log)
        for line in self.plan():
            method, which, action, *arguments = line.split()
            if method == self.command and which in ("*", str(number)):
                getattr(self, "act_" + action)(*arguments)
                return
        self.work()

    def plan(self):
        try:
            with open(self.folder + ".plan") as file:
                return [line for line in file.read().splitlines() if line]
        except FileNotFoundError:
            return []

    # What goes wrong.

    def act_status(self, status, *fields):
        """Another answer, and nothing done; a _ in a field is a blank."""
        self.answer(int(status), fields=[f.replace("_", " ").split(":", 1) for f in fields])

    def act_close(self):
        """No answer, and nothing done."""
        self.close_connection = True

    def act_lose(self):
        """The request is done, and its answer gets lost."""
        self.sink = True
        self.work()
        self.close_connection = True

    def act_hang(self):
        self.connection.settimeout(60)
        try:
            self.connection.recv(1)  # nothing, until the other side goes away
        except OSError:
            pass
        self.close_connection = True

    def act_garbage(self, word="\xff\x00hello\r\n\r\n"):
        self.raw(word.encode("latin-1"))

    def act_nonsense(self):
        """A head that is none."""
        self.raw(b"HTTP/1.1 abc def\r\nContent-Length: -7\r\n: x\r\n\r\nnothing")

    def act_half(self):
        """The request is done, and its answer stops in the middle of the body."""
        self.raw(b"HTTP/1.1 207 Multi-Status\r\nContent-Length: 5000\r\n\r\n<D:multistatus ")

    def act_cut(self):
        """The same with no length, so that only the document can tell."""
        self.raw(
            b"HTTP/1.1 207 Multi-Status\r\nConnection: close\r\n\r\n"
            b'<D:multistatus xmlns:D="DAV:"><D:response>')

    def act_endless(self):
        self.raw(b"HTTP/1.1 207 Multi-Status\r\nConnection: close\r\n\r\n", close=False)
        for _ in range(2000):
            self.raw(b" " * 65536, close=False)
        self.close_connection = True

    def act_page(self):
        self.answer(200, b"<html><body>Welcome")

    def act_steal(self):
        """Somebody else changes the event just before."""
        with lock:
            if os.path.exists(self.file):
                text = content(self.file).replace("BEGIN:VEVENT", "BEGIN:VEVENT\r\nX-STOLEN:1")
            else:
                text = self.entity.decode().replace("SUMMARY:", "SUMMARY:stolen ")
            self.store(text.encode())
        self.work()

    def act_vanish(self):
        """Somebody removes the whole calendar just before."""
        with lock:
            shutil.rmtree(self.folder, ignore_errors=True)
        self.work()

    def act_untagged(self):
        """The answer says nothing of the new version, and what is stored is another text."""
        self.is_untagged = True
        self.work()

    def act_rewrite(self):
        """What is stored gets a version of its own after the answer."""
        self.work()
        with lock:
            self.store(content(self.file).replace("SUMMARY", "X-SEEN:1\r\nSUMMARY").encode())

    def act_challenge(self):
        """Only the Digest scheme is taken."""
        if self.headers.get("Authorization", "").startswith("Digest "):
            self.work()
        else:
            self.answer(
                401, fields=[("WWW-Authenticate", 'Digest realm="x", nonce="abc", qop="auth"')])

    # What a server does.

    def work(self):
        with lock:
            getattr(self, "serve_" + self.command.lower(), lambda: self.answer(501))()

    def serve_mkcalendar(self):
        if os.path.isdir(self.folder):
            return self.answer(405)
        os.makedirs(self.folder)
        self.answer(201)

    def serve_propfind(self):
        if not os.path.isdir(self.folder):
            return self.answer(404)
        itself = (
            "<response><href>/%s/</href><propstat><prop><resourcetype><collection/>"
            "<calendar xmlns='urn:ietf:params:xml:ns:caldav'/></resourcetype></prop>"
            "<status>HTTP/1.1 200 OK</status></propstat></response>" % self.calendar)
        self.multistatus(itself + "".join(self.response(name) for name in self.names()))

    def serve_report(self):
        query = ET.fromstring(self.entity)
        wanted = [href.text for href in query.iter("{DAV:}href")]
        match = query.find(".//{urn:ietf:params:xml:ns:caldav}text-match")
        if match is None:
            names = [urllib.parse.unquote(href).rsplit("/", 1)[1] for href in wanted]
        else:
            names = [n for n in self.names() if match.text in content(self.path_of(n))]
        self.multistatus("".join(self.response(name, True) for name in names))

    def serve_get(self):
        if not os.path.isfile(self.file):
            return self.answer(404)
        self.answer(200, content(self.file).encode(), [("ETag", tag(self.file))])

    def serve_put(self):
        if not os.path.isdir(self.folder):
            return self.answer(409)
        is_there = os.path.isfile(self.file)
        if not self.holds(is_there):
            return self.answer(412)
        for name in self.names():
            is_other = self.path_of(name) != self.file
            if is_other and uid(content(self.path_of(name))) == uid(self.entity.decode()):
                return self.answer(409)
        entity = self.entity
        if self.is_untagged:
            entity = entity.replace(b"SUMMARY:", b"SUMMARY: ")
        self.store(entity)
        fields = [] if self.is_untagged else [("ETag", tag(self.file))]
        self.answer(204 if is_there else 201, fields=fields)

    def serve_delete(self):
        if not os.path.isfile(self.file):
            return self.answer(404)
        if not self.holds(True):
            return self.answer(412)
        os.remove(self.file)
        self.answer(204)

    def holds(self, is_there):
        if self.headers.get("If-None-Match") == "*" and is_there:
            return False
        wanted = self.headers.get("If-Match")
        return wanted is None or (is_there and wanted == tag(self.file))

    def store(self, entity):
        os.makedirs(self.folder, exist_ok=True)
        with open(self.file, "wb") as file:
            file.write(entity)

    def names(self):
        return sorted(os.listdir(self.folder)) if os.path.isdir(self.folder) else []

    def path_of(self, name):
        return os.path.join(self.folder, name)

    def response(self, name, with_content=False):
        href = escape("/%s/%s" % (self.calendar, urllib.parse.quote(name)))
        if not os.path.isfile(self.path_of(name)):
            return (
                "<response><href>%s</href><status>HTTP/1.1 404 Not Found</status></response>" % href)
        data = escape(content(self.path_of(name))) if with_content else ""
        return (
            "<response><href>%s</href><propstat><prop><getetag>%s</getetag><resourcetype/>"
            "<calendar-data xmlns='urn:ietf:params:xml:ns:caldav'>%s</calendar-data></prop>"
            "<status>HTTP/1.1 200 OK</status></propstat></response>"
            % (href, escape(tag(self.path_of(name))), data))

    def multistatus(self, responses):
        text = "<?xml version='1.0'?>\n<multistatus xmlns='DAV:'>%s</multistatus>" % responses
        self.answer(207, text.encode(), [("Content-Type", "application/xml")])

    def answer(self, status, body=b"", fields=()):
        if self.sink:
            return
        self.send_response(status)
        for name, value in fields:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def raw(self, data, close=True):
        self.wfile.write(data)
        self.wfile.flush()
        if close:
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def stay(parent):
    """Ends with the tests, should they be killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


threading.Thread(target=stay, args=(os.getppid(),), daemon=True).start()
server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
