"""The CDS Hooks service: what it answers, what it refuses, and that many may ask at once.

Usage: test_service.py SERVICE [--load N]

The statuses are those of CDS Hooks (412 where prefetched data are missing) and of HTTP.
Nothing here depends on how long anything takes; the figures of the load are printed only.
The last line is "N passed, N failed".
"""
import argparse
import concurrent.futures
import http.client
import json
import socket
import subprocess
import sys
import threading
import time
import unittest
import uuid

PROGRAM, LOAD = "", 200
SERVICE = "/cds-services/sacral-metastases"
ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm"


def condition(name, code, patient="p1"):
    return {"resource": {
        "resourceType": "Condition", "id": name, "subject": {"reference": f"Patient/{patient}"},
        "clinicalStatus": {"coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/condition-clinical",
            "code": "active"}]},
        "code": {"coding": [{"system": ICD10CM, "code": code}]}}}


def searchset(*entries):
    return {"resourceType": "Bundle", "type": "searchset", "entry": list(entries)}


def request_of(*codes, patient="p1", **changes):
    """A request of a patient with these ICD-10-CM codes; a change to None takes a key away."""
    whole = {
        "hook": "patient-view", "hookInstance": str(uuid.UUID(int=1)),
        "context": {"userId": "Practitioner/d1", "patientId": patient},
        "prefetch": {
            "patient": {"resourceType": "Patient", "id": patient, "birthDate": "1950-02-03"},
            "conditions": searchset(*(condition(f"c{i}", code, patient)
                                      for i, code in enumerate(codes))),
            "observations": None,
            "procedures": {"resourceType": "Bundle", "type": "searchset"}}}
    whole.update(changes)
    return {key: value for key, value in whole.items() if value is not None}


class Service:
    def __init__(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, *arguments, "0"], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        address = self.process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), address
        self.port = int(address.split(":")[2].split("/")[0])

    def stop(self):
        self.process.terminate()
        out, errors = self.process.communicate(timeout=30)
        return self.process.returncode, out, errors

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, method, path, body=None, content="application/json", connection=None):
        """Status, headers and body; a body that is no text is sent as JSON."""
        own = connection or self.connect()
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        own.request(method, path, body, {"Content-Type": content} if content else {})
        answer = own.getresponse()
        text = answer.read()
        headers = dict(answer.getheaders())
        if connection is None:
            own.close()
        return answer.status, headers, text

    def raw(self, text):
        """The first line that comes back for bytes that http.client would not send."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as pipe:
            try:
                pipe.sendall(text)
                pipe.shutdown(socket.SHUT_WR)
                return b"".join(iter(lambda: pipe.recv(65536), b"")).split(b"\r\n")[0]
            except OSError:
                return b""  # hung up before all was sent


class Case(unittest.TestCase):
    arguments = ()

    @classmethod
    def setUpClass(cls):
        cls.service = Service(*cls.arguments)

    @classmethod
    def tearDownClass(cls):
        status, out, errors = cls.service.stop()
        assert (status, out, errors) == (0, "", ""), (status, out, errors)

    def cards(self, *codes, **changes):
        status, headers, body = self.service.ask("POST", SERVICE, request_of(*codes, **changes))
        self.assertEqual((status, headers["Content-Type"]), (200, "application/json"), body)
        return json.loads(body)["cards"]

    def refused(self, status, method, path, body=None, content="application/json"):
        got, headers, text = self.service.ask(method, path, body, content)
        self.assertEqual(got, status, text)
        self.assertEqual(headers["Content-Type"], "application/json")
        if method != "HEAD":
            self.assertTrue(json.loads(text)["message"])
        return headers


class Answers(Case):
    def test_discovery(self):
        """hook, description and id are required; no others are known but these."""
        status, headers, body = self.service.ask("GET", "/cds-services", content=None)
        self.assertEqual((status, headers["Content-Type"]), (200, "application/json"))
        (service,) = json.loads(body)["services"]
        self.assertLessEqual(set(service), {"hook", "title", "description", "id", "prefetch",
                                            "usageRequirements", "version"})
        self.assertEqual(service["hook"], "patient-view")
        self.assertTrue(service["description"])
        self.assertEqual("/cds-services/" + service["id"], SERVICE)
        for template in service["prefetch"].values():
            self.assertRegex(template, r"^[A-Z][A-Za-z]+[/?].*\{\{context\.patientId\}\}")
        status, _, body = self.service.ask("HEAD", "/cds-services", content=None)
        self.assertEqual((status, body), (200, b""))

    def test_nothing_to_say(self):
        self.assertEqual(self.cards(), [])
        self.assertEqual(self.cards("I10", "E11.9"), [])

    def test_emergency(self):
        """Cauda equina syndrome: the review's Figure 1."""
        card = self.cards("C79.51", "G83.4")[0]
        self.assertEqual(card["indicator"], "critical")
        self.assertIn("urgent decompression", card["summary"])
        self.assertIn("Condition/c1", card["detail"])

    def test_same_bytes(self):
        asked = request_of("C79.51", "G83.4")
        one, two = (self.service.ask("POST", SERVICE, asked)[2] for _ in range(2))
        self.assertEqual(one, two)

    def test_content_type_with_charset(self):
        for content in ("application/json; charset=utf-8", "application/json;charset=utf-8",
                        "APPLICATION/JSON"):
            status, _, _ = self.service.ask("POST", SERVICE, request_of(), content)
            self.assertEqual(status, 200, content)

    def test_one_connection(self):
        connection = self.service.connect()
        for codes in ((), ("G83.4",), (), ("G83.4", "C79.51")):
            status, _, body = self.service.ask("POST", SERVICE, request_of(*codes),
                                               connection=connection)
            self.assertEqual(status, 200)
            self.assertEqual(bool(json.loads(body)["cards"]), bool(codes))
        connection.close()


class Refusals(Case):
    def test_paths_and_methods(self):
        self.refused(404, "GET", "/")
        self.refused(404, "GET", "/cds-services/")
        self.refused(404, "POST", "/cds-services/other", request_of())
        self.refused(404, "POST", SERVICE + "/feedback", {})
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            self.assertEqual(self.refused(405, method, "/cds-services", {})["Allow"], "GET, HEAD")
        for method in ("GET", "PUT", "DELETE", "HEAD", "PATCH"):
            self.assertEqual(self.refused(405, method, SERVICE)["Allow"], "POST")

    def test_content_types(self):
        for content in ("text/plain", "application/jsonx", "application/fhir+json", None):
            with self.subTest(content):
                self.refused(415, "POST", SERVICE, request_of(), content)

    def test_no_json(self):
        whole = json.dumps(request_of("G83.4"))
        for body in ("", " ", "{", "[]", "null", "7", '"x"', whole[:-1], whole + "}", "\x00",
                     b"\xff\xfe{}", '{"hook":"patient-view","hook":"patient-view"}',
                     "[" * 100000, '{"a":' * 5000, whole.replace("p1", "p\\u0000"),
                     whole.encode("utf-16")):
            with self.subTest(body[:40]):
                self.refused(400, "POST", SERVICE, body)

    def test_members(self):
        for changes in ({"hook": None}, {"hook": "order-sign"}, {"hook": 7},
                        {"hookInstance": None}, {"hookInstance": ""}, {"context": None},
                        {"context": {}}, {"context": []}, {"context": {"patientId": ""}},
                        {"context": {"patientId": 7}}):
            with self.subTest(changes):
                self.refused(400, "POST", SERVICE, request_of("G83.4", **changes))

    def test_prefetch_missing(self):
        whole = request_of("G83.4")["prefetch"]
        for prefetch in (None, {}, [], "x", 7):
            with self.subTest(prefetch):
                self.refused(412, "POST", SERVICE, request_of(prefetch=prefetch))
        for key in ("patient", "conditions", "observations"):
            with self.subTest(key):
                less = {name: value for name, value in whole.items() if name != key}
                self.refused(412, "POST", SERVICE, request_of(prefetch=less))

    def test_too_large(self):
        self.refused(413, "POST", SERVICE, request_of(padding="x" * (5 << 20)))
        status = self.service.raw(b"POST " + SERVICE.encode() + b" HTTP/1.1\r\nHost: x\r\n"
                                  b"Content-Type: application/json\r\n"
                                  b"Content-Length: 99999999999\r\n\r\n")
        self.assertIn(b" 413 ", status)

    def test_too_large_in_chunks(self):
        """Without a length beforehand; all of it is taken before the answer."""
        connection = self.service.connect()
        connection.request("POST", SERVICE, (b"x" * 65536 for _ in range(80)),
                           {"Content-Type": "application/json", "Transfer-Encoding": "chunked"},
                           encode_chunked=True)
        self.assertEqual(connection.getresponse().status, 413)
        connection.close()

    def test_broken_http(self):
        for text in (b"\r\n\r\n", b"GET\r\n\r\n",
                     b"POST " + SERVICE.encode() + b" HTTP/1.1\r\n\r\n",
                     b"\x16\x03\x01\x02\x00", b"GET /" + b"x" * 100000 + b" HTTP/1.1\r\n\r\n"):
            with self.subTest(text[:20]):
                self.assertNotIn(b" 200 ", self.service.raw(text))
        self.assertEqual(self.service.ask("GET", "/cds-services", content=None)[0], 200)

    def test_half_a_request(self):
        """A client that goes away in the middle takes nobody along."""
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=60) as pipe:
            pipe.sendall(b"POST " + SERVICE.encode() + b" HTTP/1.1\r\nHost: x\r\n"
                         b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"hook\"")
        self.assertEqual(self.service.ask("GET", "/cds-services", content=None)[0], 200)


class ScoresOnly(Case):
    arguments = ("--scores-only",)

    def test_no_recommendation(self):
        self.assertEqual(self.cards("C79.51", "G83.4"), [])


class Load(Case):
    def test_many_at_once(self):
        """Patients of two kinds by turns: each gets the answer of its own, byte by byte."""
        asked = [request_of(*codes, patient=name)
                 for codes, name in ((("C79.51", "G83.4"), "p1"), ((), "p2"))]
        wanted = [self.service.ask("POST", SERVICE, one) for one in asked]
        self.assertEqual([status for status, _, _ in wanted], [200, 200])
        self.assertNotEqual(wanted[0][2], wanted[1][2])
        local, lock, connections, sent = threading.local(), threading.Lock(), [], 0

        def ask(number):
            if not hasattr(local, "connection"):
                local.connection = self.service.connect()
                with lock:
                    connections.append(local.connection)
            status, _, body = self.service.ask("POST", SERVICE, asked[number % 2],
                                               connection=local.connection)
            return status == 200 and body == wanted[number % 2][2]

        began = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            right = list(pool.map(ask, range(LOAD)))
        seconds = time.monotonic() - began
        for connection in connections:
            connection.close()
        self.assertEqual(right.count(True), LOAD)
        print(f"{LOAD} requests of 16 clients at once, all right: {LOAD / seconds:.0f} a second")

    def test_local_alone(self):
        """Nothing listens on the other addresses of this machine."""
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
                probe.connect(("192.0.2.1", 9))
                own = probe.getsockname()[0]
        except OSError:
            self.skipTest("there is no other address")
        if own.startswith("127."):
            self.skipTest("there is no other address")
        with self.assertRaises(OSError):
            socket.create_connection((own, self.service.port), timeout=5).close()


def main():
    global PROGRAM, LOAD
    parser = argparse.ArgumentParser()
    parser.add_argument("service")
    parser.add_argument("--load", type=int, default=LOAD)
    arguments = parser.parse_args()
    PROGRAM, LOAD = arguments.service, arguments.load
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
