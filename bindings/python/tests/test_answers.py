"""Assessments, the catalogue, enumerations and texts."""
import json
import os
import pickle
import unittest

import sacralmet
from sacralmet import Record, Truth


class Assessing(unittest.TestCase):
    """An assessment of a patient with an emergency (the first of the review's figures)."""

    @classmethod
    def setUpClass(cls):
        cls.record = Record(age_years=23, primary_tumor="melanoma", cauda_equina_syndrome=True,
                            epidural_disease=True, nerve_root_compression=True,
                            sacral_fracture=False, stability="stable",
                            tissue_diagnosis="metastasis", lesion_level="S1|S2|S3|S4|S5")
        cls.assessment = cls.record.assess()

    def test_recommendations(self):
        first = self.assessment.dispositions[0]
        self.assertEqual((first.intervention.key, first.disposition.key, first.settled),
                         ("urgent_decompression", "emergency", True))
        self.assertEqual(first.possible, (sacralmet.Verdict.of("emergency"),))
        self.assertTrue(first.rationale and first.citations and first.info.definition)
        self.assertEqual(len(set(first.citations)), len(first.citations))
        for rule in first.rules:
            self.assertIs(rule.info, sacralmet.rules[rule.rule])
        self.assertEqual(set(self.assessment.interventions), set(sacralmet.interventions))

    def test_what_decides(self):
        others = 0
        for advice in self.assessment.dispositions:
            for rule in advice.decisive:
                self.assertEqual(rule.info.verdict, advice.disposition)
                self.assertTrue(rule.fires)
            others += any(rule not in advice.decisive and rule.fires is Truth.of("true")
                          for rule in advice.rules)
        # This patient has rules that fire and do not decide.
        self.assertGreater(others, 0)

    def test_a_source_of_two_rules_is_cited_once(self):
        # Deficit and instability each advise a consultation, both with the same source.
        advice = sacralmet.assess(sensory_deficit="yes", stability="potentially_unstable")
        consultation = advice.disposition("surgical_consultation")
        sources = [each for rule in consultation.decisive for each in rule.info.references]
        self.assertGreater(len(sources), len(set(sources)))
        self.assertEqual(consultation.citations, tuple(sorted(set(sources), key=sources.index)))

    def test_scores_findings_and_what_is_missing(self):
        score = self.assessment.scores["sins"]
        self.assertEqual(score, self.record.score("sins"))
        self.assertEqual((score.minimum, score.maximum), (score.totals[0], score.totals[-1]))
        self.assertEqual([item.key for item in score.items],
                         [item.key for item in sacralmet.instruments["sins"].items])
        self.assertIs(self.assessment.findings["cauda_equina"], Truth.of("true"))
        self.assertLessEqual(len(self.assessment.next), 5)
        self.assertEqual(self.assessment.inconsistencies, ())

    def test_inconsistencies(self):
        assessment = sacralmet.assess(frankel="E", motor_deficit="yes")
        fields = [field.key for field in assessment.inconsistencies[0].fields]
        self.assertIn("frankel", fields)
        self.assertTrue(assessment.inconsistencies[0].text)

    def test_what_there_is_not(self):
        for call in (self.record.score, self.assessment.disposition):
            with self.assertRaises(sacralmet.UnknownTermError) as caught:
                call("no such key")
            self.assertEqual(caught.exception.status.key, "SMET_ERROR_UNKNOWN_TERM")

    def test_it_does_not_need_the_record_any_more(self):
        record = self.record.copy()
        assessment = record.assess()
        record.clear()
        self.assertEqual(assessment.record, self.record)
        again = pickle.loads(pickle.dumps(assessment))
        self.assertEqual(again.dispositions, self.assessment.dispositions)

    def test_linked_fields(self):
        # ECOG 4 and Karnofsky are linked; what was entered stays as it was.
        assessment = sacralmet.assess(ecog=4)
        self.assertLess(len(assessment.possible("karnofsky")), 10)
        self.assertEqual([field.key for field in assessment.derived_from("karnofsky")], ["ecog"])
        self.assertNotIn("karnofsky", assessment.record)


class Walking(unittest.TestCase):
    """Catalogues and enumerations are those of the library that is running."""

    def test_catalogues(self):
        for name in ("fields", "instruments", "findings", "interventions", "rules", "conflicts",
                     "references", "evidence", "disputes"):
            catalogue = getattr(sacralmet, name)
            self.assertGreater(len(catalogue), 2)
            for key, info in catalogue.items():
                self.assertEqual(info.key, key)
            with self.assertRaises(LookupError):
                catalogue["no such key"]
            self.assertNotIn("no such key", catalogue)
            self.assertIsNone(catalogue.get("no such key"))
            self.assertIn("...", repr(catalogue))

    def test_rules_have_sources(self):
        for rule in sacralmet.rules.values():
            self.assertTrue(rule.references and rule.rationale and rule.condition)

    def test_points_of_items(self):
        # Every item of SINS covers each value of its field (Fisher 2010).
        for item in sacralmet.instruments["sins"].items:
            covered = {value for row in item.rows for value in row.values}
            self.assertEqual(covered, set(sacralmet.fields[item.field].values))

    def test_terms(self):
        verdict = sacralmet.Verdict.of("recommended")
        self.assertEqual((str(verdict), f"{verdict:>12}", verdict.key, int(verdict)),
                         ("recommended", " recommended", "recommended", 30))
        self.assertIs(pickle.loads(pickle.dumps(verdict)), verdict)
        option = sacralmet.options("escc").of("1c")
        self.assertIs(pickle.loads(pickle.dumps(option)), option)
        with self.assertRaises(ValueError):
            sacralmet.Verdict.of("perhaps")
        with self.assertRaises(TypeError):
            sacralmet.Verdict.of(30)
        with self.assertRaises(TypeError):
            sacralmet.options("karnofsky")

    def test_truth_of_terms(self):
        # Number 0 is a word like any other, but no is no, and unknown is neither.
        self.assertTrue(sacralmet.Side.of("left"))
        self.assertFalse(sacralmet.options("hypervascular").of("no"))
        self.assertTrue(sacralmet.options("hypervascular").of("yes"))
        self.assertTrue(Truth.of("true"))
        self.assertFalse(Truth.of("false"))
        with self.assertRaises(TypeError):
            bool(Truth.of("unknown"))

    def test_versions(self):
        self.assertEqual(len(sacralmet.versions().digest), 64)


class Texts(unittest.TestCase):
    """JSON, FHIR and cards, where libsacralmet-exchange is there."""

    def setUp(self):
        from sacralmet._library import exchange
        try:
            exchange()
        except sacralmet.LibraryNotFoundError as error:
            self.skipTest(str(error))
        self.record = Record(pain="mechanical", karnofsky=range(40, 61, 10))

    def test_records(self):
        text = self.record.to_json()
        self.assertEqual(Record.from_json(text), self.record)
        self.assertEqual(json.loads(self.record.to_json(indent=True)), json.loads(text))
        self.assertEqual(Record(json.loads('{"pain": "none", "age_years": [3, 4]}')),
                         Record.from_json(b'{"pain": "none", "age_years": {"min": 3, "max": 4}}'))

    def test_refused_records(self):
        with self.assertRaises(sacralmet.MalformedError) as caught:
            Record.from_json('{"pain":\n "none"')
        self.assertEqual(caught.exception.line, 2)
        with self.assertRaises(sacralmet.UnknownOptionError) as caught:
            Record.from_json('{"pain": "some"}')
        self.assertEqual(caught.exception.field, "pain")

    def test_assessments(self):
        assessment = self.record.assess()
        answer = json.loads(assessment.to_json())
        # A build may leave recommendations out of its texts.
        self.assertEqual(answer["answer"], os.environ.get("SACRALMET_TEST_ANSWER", "full"))
        self.assertEqual(json.loads(assessment.to_json(scores_only=True))["answer"], "scores_only")
        bundle = json.loads(assessment.to_fhir(patient="p1", date="2024-05-01"))
        self.assertEqual((bundle["resourceType"], bundle["type"]), ("Bundle", "collection"))
        self.assertIn("Patient/p1", assessment.to_fhir(patient="p1"))
        self.assertIn("cards", json.loads(assessment.to_cards()))
        with self.assertRaises(sacralmet.MalformedError):
            assessment.to_fhir(date="yesterday")


if __name__ == "__main__":
    unittest.main()
