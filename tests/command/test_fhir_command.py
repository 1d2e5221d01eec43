"""The sacralmet command on FHIR: fhir-assess, cards, and assess in FHIR and without
recommendations.

Usage: test_fhir_command.py SACRALMET EXAMPLES

EXAMPLES is the folder with the review's three patients (Mika and Mesfin 2018, Figures 1
to 3) as records in patients/ and as FHIR in fhir/. The last line printed is "N passed,
N failed".
"""
import json
import os
import pty
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "suite"))

import command_case  # noqa: E402
import counted  # noqa: E402
from command_case import run  # noqa: E402

COMMAND, EXAMPLES = "", Path()
PATIENTS = ("cauda_equina", "fixation", "unilateral")
ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm"
OWN = "urn:oid:2.25.314544391309007770220674861938800342127"


def condition(code, patient="p1", system=ICD10CM, name="c1"):
    return {"resourceType": "Condition", "id": name,
            "subject": {"reference": f"Patient/{patient}"},
            "clinicalStatus": {"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/condition-clinical",
                "code": "active"}]},
            "code": {"coding": [{"system": system, "code": code}]}}


def observation(field, value, patient="p1", name="o1", when="2026-01-01"):
    """An Observation in the library's own codes."""
    whole = {"resourceType": "Observation", "id": name, "status": "final",
             "subject": {"reference": f"Patient/{patient}"}, "effectiveDateTime": when,
             "code": {"coding": [{"system": OWN + ".1.1", "code": field}]}}
    if isinstance(value, int):
        return whole | {"valueInteger": value}
    return whole | {"valueCodeableConcept": {
        "coding": [{"system": OWN + ".1.2", "code": f"{field}.{value}"}]}}


def patient_of(name, born=None):
    return {"resourceType": "Patient", "id": name} | ({"birthDate": born} if born else {})


def bundle(*resources):
    return {"resourceType": "Bundle", "type": "collection",
            "entry": [{"resource": resource} for resource in resources]}


def lines(*values):
    """Newline-delimited JSON; texts are lines as they are."""
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n"
                   for value in values)


class Case(command_case.Case):
    def answer(self, *arguments, **options):
        """The same as JSON."""
        return json.loads(self.good(*arguments, **options))

    def refused(self, status, *arguments, **options):
        """Standard error of a run that must end with a status and no output."""
        result = self.ended(status, *arguments, **options)
        self.assertEqual(result.stdout, b"")
        return result.stderr.decode()


class Usage(Case):
    def test_help(self):
        for name in ("fhir-assess", "cards"):
            text = self.good(name, "--help")
            self.assertIn(f"usage: sacralmet {name}".encode(), text)
            self.assertEqual(self.good("help", name), text)
            self.assertIn(name.encode(), self.good("--help"))
            self.assertLessEqual(max(map(len, text.decode().splitlines())), 84)

    def test_wrong_usage(self):
        for arguments in (
                ["fhir-assess"], ["fhir-assess", "a", "b"], ["fhir-assess", "--format", "xml", "a"],
                ["fhir-assess", "--format", "cards", "a"], ["fhir-assess", "--patient", "a b", "a"],
                ["fhir-assess", "--patient", "", "a"], ["fhir-assess", "--patient"],
                ["fhir-assess", "--date", "yesterday", "a"], ["fhir-assess", "--date", "", "a"],
                ["fhir-assess", "--date", "2026-02-30", "a"],
                ["fhir-assess", "--date", "2026-01-01T10:00:00", "a"],
                ["fhir-assess", "-o", "", "a"], ["fhir-assess", "--scores-only=1", "a"],
                ["fhir-assess", "--bulk", "--format", "text", "a"],
                ["fhir-assess", "--format", "json", "a.ndjson"],
                ["fhir-assess", "--bulk", "--patient", "p1", "a"],
                ["cards"], ["cards", "a", "b"], ["cards", "--format", "json", "a"],
                ["cards", "--bulk", "a"], ["cards", "--frobnicate", "a"],
                ["assess", "--codes", "x", "a"], ["assess", "--bulk", "a"],
                ["assess", "--date", "x", "a"], ["assess", "--patient", "a/b", "a"]):
            with self.subTest(arguments):
                self.assertIn("--help", self.refused(2, *arguments))

    def test_inputs_refused(self):
        for command in ("fhir-assess", "cards"):
            for text in ("", "{", "[]", "7", "{}x", '{"resourceType":7}',
                         '{"resourceType":"Bundle","resourceType":"Bundle"}', "\0"):
                with self.subTest((command, text)):
                    self.assertIn("standard input: ", self.refused(1, command, "-", stdin=text))
            self.assertIn("No such file", self.refused(1, command, self.folder / "none"))
            codes = self.write("codes.json", "{")
            self.assertIn("codes.json: ", self.refused(1, command, "--codes", codes, "-"))

    def test_full_disk(self):
        for arguments in (["fhir-assess"], ["cards"], ["fhir-assess", "--format=text"]):
            with open("/dev/full", "wb") as full:
                result = run(*arguments, EXAMPLES / "fhir/fixation.json", stdout=full)
            self.assertEqual(result.returncode, 1)
            self.assertIn(b"standard output", result.stderr)


class Assess(Case):
    def test_fhir(self):
        got = self.answer("assess", "--format=fhir", "--patient=Patient/p1", "--date=2026-01-02",
                          EXAMPLES / "patients/fixation.json")
        self.assertEqual((got["resourceType"], got["type"]), ("Bundle", "collection"))
        self.assertIn("Patient/p1", json.dumps(got))
        self.assertIn("2026-01-02", json.dumps(got))

    def test_scores_only(self):
        path = EXAMPLES / "patients/fixation.json"
        whole = self.answer("assess", "--format=json", path)
        less = self.answer("assess", "--format=json", "--scores-only", path)
        self.assertEqual((whole["answer"], less["answer"]), ("full", "scores_only"))
        self.assertEqual(set(less), set(whole))
        for key in ("versions", "scores", "inconsistencies", "record"):
            self.assertEqual(less[key], whole[key], key)
        for key in ("interventions", "conflicts", "next", "findings", "evidence"):
            self.assertTrue(whole[key] or key == "conflicts", key)
            self.assertEqual(less[key], [], key)
        text = self.good("assess", "--scores-only", path)
        self.assertIn(b"potentially unstable", text)
        self.assertIn(b"without recommendations", text)
        for entry in whole["interventions"]:
            label = entry["label"]
            self.assertTrue(len(label) < 4 or label.encode() not in text, label)

    def test_output_file(self):
        out = self.folder / "out"
        path = EXAMPLES / "patients/fixation.json"
        for form in ("text", "json", "fhir"):
            self.assertEqual(self.good("assess", "--format", form, "-o", out, path), b"")
            self.assertEqual(out.read_bytes(), self.good("assess", "--format", form, path))
        before = out.read_bytes()
        self.refused(1, "assess", "-o", out, "-", stdin="{")
        self.assertEqual(out.read_bytes(), before)


class FhirAssess(Case):
    def test_same_as_the_record(self):
        """A patient in FHIR and the same as a record have the same scores and verdicts."""
        for name in PATIENTS:
            record = self.answer("assess", "--format=json", EXAMPLES / f"patients/{name}.json")
            chart = self.answer("fhir-assess", "--format=json", "--date=2018-07-01",
                                EXAMPLES / f"fhir/{name}.json")
            for key in ("scores", "interventions", "conflicts", "inconsistencies"):
                self.assertEqual(chart[key], record[key], (name, key))

    def test_facts(self):
        """Every fact keeps its place, also one that does not count."""
        given = bundle(patient_of("p1"), observation("ecog", "3", when="2025-01-01", name="old"),
                       observation("ecog", "1", name="new"))
        got = self.answer("fhir-assess", "--format=json", "-", stdin=json.dumps(given))
        self.assertEqual(got["record"], {"ecog": "1"})
        self.assertEqual(got["patient"], "p1")
        uses = {fact["resource"]: fact["use"] for fact in got["facts"]}
        self.assertEqual(uses, {"Observation/old": "superseded", "Observation/new": "used"})
        text = self.good("fhir-assess", "--format=text", "-", stdin=json.dumps(given)).decode()
        words = " ".join(text[text.index("FACTS OF THE CHART"):].split())
        self.assertIn("- ECOG performance status: 1; from Observation/new, 2026-01-01, at "
                      "Bundle.entry[2].resource.value", words)
        self.assertIn("~ ECOG performance status: 3; from Observation/old", words)
        self.assertIn("not counted: a later one counts", words)

    def test_no_facts(self):
        got = self.answer("fhir-assess", "--format=json", "-", stdin=json.dumps(patient_of("p1")))
        self.assertEqual((got["record"], got["facts"], got["patient"]), ({}, [], "p1"))
        text = self.good("fhir-assess", "--format=text", "-", stdin=json.dumps(patient_of("p1")))
        self.assertIn(b"No resource says anything", text)

    def test_patients(self):
        given = json.dumps(bundle(patient_of("p1"), patient_of("p2"),
                                  observation("ecog", "1"),
                                  observation("ecog", "4", patient="p2", name="o2")))
        self.refused(1, "fhir-assess", "-", stdin=given)
        for name, grade in (("p1", "1"), ("p2", "4")):
            got = self.answer("fhir-assess", "--format=json", "--patient", name, "-", stdin=given)
            self.assertEqual(got["record"], {"ecog": grade})
            got = self.good("fhir-assess", "--patient", f"Patient/{name}", "-", stdin=given)
            self.assertIn(f'"Patient/{name}"'.encode(), got)

    def test_age(self):
        """No clock is read: without a date there is no age."""
        given = json.dumps(bundle(patient_of("p1", "1950-06-15")))
        ages = [self.answer("fhir-assess", "--format=json", *date, "-", stdin=given)["record"]
                for date in ([], ["--date=2026-06-14"], ["--date=2026-06-15T08:00:00Z"])]
        self.assertEqual(ages, [{}, {"age_years": 75}, {"age_years": 76}])

    def test_codes(self):
        codes = self.write("codes.json", {"codes": [
            {"system": "http://example.org", "code": "CES", "carrier": "condition",
             "same_as": {"system": ICD10CM, "code": "G83.4"}}]})
        given = json.dumps(bundle(patient_of("p1"),
                                  condition("CES", system="http://example.org")))
        self.assertEqual(self.answer("cards", "-", stdin=given), {"cards": []})
        (card, *_) = self.answer("cards", "--codes", codes, "-", stdin=given)["cards"]
        self.assertEqual(card["indicator"], "critical")

    def test_scores_only(self):
        got = self.answer("fhir-assess", "--scores-only", EXAMPLES / "fhir/cauda_equina.json")
        self.assertNotIn(b"laminectomy", json.dumps(got).encode())
        self.assertIn("Observation", {entry["resource"]["resourceType"] for entry in got["entry"]})
        got = self.answer("fhir-assess", "--scores-only", "--format=json",
                          EXAMPLES / "fhir/cauda_equina.json")
        self.assertEqual((got["interventions"], got["answer"]), ([], "scores_only"))


class Cards(Case):
    def test_patients(self):
        """The same from the Bundle, the request, its prefetch and the record's facts."""
        for name, indicators in zip(PATIENTS, (
                ["critical", "warning", "info"], ["warning", "warning", "warning", "info"],
                ["warning", "warning", "warning", "info", "info"])):
            request = json.loads((EXAMPLES / f"fhir/{name}_request.json").read_text())
            asked = self.good("cards", EXAMPLES / f"fhir/{name}_request.json")
            self.assertEqual([card["indicator"] for card in json.loads(asked)["cards"]], indicators)
            self.assertEqual(self.good("cards", EXAMPLES / f"fhir/{name}.json"), asked)
            self.assertEqual(self.good("cards", "-", stdin=json.dumps(request["prefetch"])), asked)

    def test_nothing(self):
        self.assertEqual(self.answer("cards", "-", stdin="{}"), {"cards": []})
        request = {"hook": "patient-view", "context": {"patientId": "p1"},
                   "prefetch": {"patient": patient_of("p1"), "conditions": None}}
        self.assertEqual(self.answer("cards", "-", stdin=json.dumps(request)), {"cards": []})

    def test_provenance_is_escaped(self):
        """What a chart holds is read as it stands, and not as Markdown."""
        given = bundle(patient_of("p1"), condition("G83.4"))
        given["entry"][1]["resource"]["id"] = "c1"
        detail = self.answer("cards", "-", stdin=json.dumps(given))["cards"][0]["detail"]
        self.assertIn("cauda equina syndrome: yes (Condition/c1", detail)
        del given["entry"][1]["resource"]["id"]
        given["entry"][1]["fullUrl"] = "urn:x:[a](b)<i>*"
        detail = self.answer("cards", "-", stdin=json.dumps(given))["cards"][0]["detail"]
        self.assertIn("urn:x:\\[a\\](b)\\<i\\>\\*", detail)
        self.assertNotIn("<i>", detail)

    def test_facts_that_disagree(self):
        given = bundle(patient_of("p1"), observation("ecog", "1", name="one"),
                       observation("ecog", "4", name="two"))
        (card,) = self.answer("cards", "-", stdin=json.dumps(given))["cards"]
        self.assertEqual(card["indicator"], "info")
        self.assertIn("ECOG performance status", card["summary"])
        self.assertIn("Observation/one", card["detail"])
        self.assertIn("Observation/two", card["detail"])

    def test_scores_only(self):
        for name, count in zip(PATIENTS, (0, 1, 0)):
            got = self.answer("cards", "--scores-only", EXAMPLES / f"fhir/{name}.json")
            self.assertEqual(len(got["cards"]), count, name)


class Bulk(Case):
    def bulk(self, text, *options, status=0, errors=b""):
        result = run("fhir-assess", "--bulk", *options, "-", stdin=text)
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertEqual(result.stderr, errors)
        out = result.stdout.decode()
        self.assertTrue(out == "" or out.endswith("\n"))
        return [json.loads(line) for line in out.splitlines()]

    def one(self, given, *options):
        return self.answer("fhir-assess", *options, "-", stdin=json.dumps(given))

    def test_bundles(self):
        """Line by line what the command says of each alone."""
        given = [json.loads((EXAMPLES / f"fhir/{name}.json").read_text()) for name in PATIENTS]
        for options in ([], ["--scores-only"], ["--date=2026-01-02"]):
            self.assertEqual(self.bulk(lines(*given), *options),
                             [self.one(one, *options) for one in given])

    def test_resources(self):
        """Gathered by patient, in the order in which they were met."""
        resources = [observation("ecog", "1", "p2", "a"), patient_of("p1"),
                     condition("G83.4", "p1"), observation("karnofsky", 60, "p2", "b"),
                     patient_of("p2"), {"resourceType": "Organization", "id": "x"},
                     observation("ecog", "3", "p3", "c")]
        p1 = bundle(*(resources[i] for i in (1, 2)))
        wanted = [self.one(bundle(resources[0], resources[3], resources[4])), self.one(p1),
                  self.one(bundle(resources[6]))]
        got = self.bulk(lines(*resources))
        self.assertEqual(len(got), 3)
        for have, want, name in zip(got, wanted, ("p2", "p1", "p3")):
            self.assertIn(f'"Patient/{name}"', json.dumps(have))
            self.assertEqual(self.scores(have), self.scores(want))

    def scores(self, answer):
        """What the Observations say, without the names made from it."""
        kept = ("code", "component", "valueInteger", "valueRange", "interpretation")
        return [{key: entry["resource"].get(key) for key in kept} for entry in answer["entry"]
                if entry["resource"]["resourceType"] == "Observation"]

    def test_absolute_references(self):
        given = [observation("ecog", "1"), observation("pain", "none", name="o2")]
        given[0]["subject"]["reference"] = "https://example.org/fhir/Patient/p1/_history/2"
        self.assertEqual(len(self.bulk(lines(*given))), 1)

    def test_bad_lines(self):
        good = bundle(patient_of("p1"), observation("ecog", "1"))
        two = bundle(patient_of("p1"), patient_of("p2"))
        text = lines(good, "{", good, "[]", two, '{"resourceType":"Observation"', "", good)
        got = self.bulk(text, status=1, errors=b"sacralmet: standard input: 4 lines could not be "
                        b"read; see the OperationOutcome of each\n")
        self.assertEqual([one["resourceType"] for one in got],
                         ["Bundle", "OperationOutcome", "Bundle", "OperationOutcome",
                          "OperationOutcome", "OperationOutcome", "Bundle"])
        numbers = [one["issue"][0]["diagnostics"].split(":")[0] for one in got
                   if one["resourceType"] == "OperationOutcome"]
        self.assertEqual(numbers, ["line 2", "line 4", "line 5", "line 6"])
        for one in got:
            if one["resourceType"] == "OperationOutcome":
                (issue,) = one["issue"]
                self.assertEqual(issue["severity"], "error")
                self.assertIn(issue["code"], ("structure", "invalid", "too-long"))
                self.assertGreater(len(issue["diagnostics"]), len("line 2: x"))
        self.assertEqual(got[0], got[2])

    def test_line_ends(self):
        good = json.dumps(bundle(patient_of("p1"), observation("ecog", "1")))
        want = self.bulk(good + "\n")
        for text in (good, good + "\r\n", "\n\n  \n" + good + "\n\n"):
            self.assertEqual(self.bulk(text), want)
        self.assertEqual(self.bulk(""), [])
        self.assertEqual(self.bulk("\n\n"), [])
        self.assertEqual(len(self.bulk(f"{good}\r\n{good}")), 2)

    def test_long_lines(self):
        """A line that is too long is refused by itself; one that is almost is read."""
        good = json.dumps(bundle(patient_of("p1"), observation("ecog", "1")))
        long = good + " " * (67108864 - len(good))
        text = f"{good}\n{long} \n{good}\n{long}\n"
        result = run("fhir-assess", "--bulk", "-", stdin=text)
        kinds = [json.loads(line)["resourceType"] for line in result.stdout.splitlines()]
        self.assertEqual(kinds, ["Bundle", "OperationOutcome", "Bundle", "Bundle"])
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"1 line could not be read", result.stderr)

    def test_file(self):
        """A name that ends in .ndjson says the same as --bulk."""
        given = lines(bundle(patient_of("p1"), observation("ecog", "1")), patient_of("p2"))
        path, out = self.write("in.ndjson", given), self.folder / "out.ndjson"
        self.assertEqual(self.good("fhir-assess", "-o", out, path), b"")
        self.assertEqual([json.loads(line) for line in out.read_text().splitlines()],
                         self.bulk(given))
        self.assertIn("No such file", self.refused(1, "fhir-assess", self.folder / "no.ndjson"))

    def test_many_patients(self):
        """More than the first table of patients has room for; each once, in order."""
        names = [f"p{number * 7919 % 3001}" for number in range(1500)]
        text = lines(*(observation("ecog", "1", name) for name in names),
                     *(observation("pain", "none", name, "o2") for name in reversed(names)))
        got = self.bulk(text, "--scores-only")
        self.assertEqual(len(got), len(names))
        for one, name in zip(got, names):
            self.assertIn(f'"Patient/{name}"', json.dumps(one))

    def test_constant_memory(self):
        """Three times the Bundles in the same memory."""
        with open(COMMAND, "rb") as binary:
            if b"__asan_init" in binary.read():
                self.skipTest("a sanitizer's memory is not the command's")
        # A child begins with the memory of its parent, and that is counted too: a
        # parent of its own keeps this process out of the measure.
        script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
                  "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        out = self.folder / "out.ndjson"
        given = lines(bundle(patient_of("p1"), observation("ecog", "1")))

        def peak(count):
            path = self.write("in.ndjson", given * count)
            size = subprocess.run(
                [sys.executable, "-c", script, COMMAND, "fhir-assess", "--scores-only", "-o", out,
                 path], stdout=subprocess.PIPE, check=True).stdout
            return int(size)

        self.assertLess(peak(1800), peak(600) * 1.1)

    def test_progress(self):
        """On a terminal; none elsewhere, as the other tests see."""
        try:
            master, slave = pty.openpty()
        except OSError as reason:
            self.skipTest(f"no terminal: {reason}")
        good = lines(*[bundle(patient_of("p1"))] * 70).encode()
        with subprocess.Popen([COMMAND, "fhir-assess", "--bulk", "--scores-only", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                              stderr=slave) as process:
            os.close(slave)
            shown = bytearray()

            def read():
                try:
                    while piece := os.read(master, 4096):
                        shown.extend(piece)
                except OSError:  # the terminal's other side is closed
                    pass
            reader = threading.Thread(target=read)
            reader.start()
            for _ in range(200):
                process.stdin.write(good)
                process.stdin.flush()
                if b"rows/s" in shown:
                    break
                time.sleep(0.05)
            process.stdin.close()
            self.assertEqual(process.wait(timeout=60), 0)
            reader.join(60)
        os.close(master)
        self.assertIn(b"rows/s", shown)
        self.assertTrue(bytes(shown).endswith(b"\r\x1b[K"), bytes(shown[-20:]))


def main():
    global COMMAND, EXAMPLES
    COMMAND, EXAMPLES = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    command_case.COMMAND = COMMAND
    return counted.run(__name__)


if __name__ == "__main__":
    sys.exit(main())
