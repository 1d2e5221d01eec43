"""Records: entering, reading, refusing."""
import copy
import pickle
import unittest

import sacralmet
from sacralmet import Record


class Entering(unittest.TestCase):
    """What the header of record.h says of entering facts."""

    def test_keywords_take_values_ranges_and_cells(self):
        record = Record(primary_tumor="melanoma", karnofsky=range(40, 51, 10),
                        lesion_level="S1|S2", age_years="40..42", hypervascular=True, ecog=2)
        self.assertEqual(record.to_dict(), {
            "age_years": [40, 41, 42], "primary_tumor": "melanoma", "hypervascular": "yes",
            "karnofsky": [40, 50], "ecog": "2", "lesion_level": ["S1", "S2"]})

    def test_nothing_is_said_by_none_and_empty_text(self):
        self.assertEqual(Record(pain=None, karnofsky=""), Record())
        self.assertFalse(Record())

    def test_facts_narrow(self):
        record = Record(karnofsky=range(40, 71, 10))
        record.narrow_range("karnofsky", 60, 100)
        self.assertEqual(record["karnofsky"], (60, 70))
        record.set("karnofsky", 70)
        self.assertEqual(record["karnofsky"], (70,))

    def test_values_are_members_of_the_options(self):
        pain = sacralmet.options("pain")
        record = Record({"pain": [pain.of("mechanical"), "none"]})
        self.assertEqual(record["pain"], (pain.of("none"), pain.of("mechanical")))
        self.assertTrue(record.is_possible("pain", "none"))
        self.assertFalse(record.is_possible("pain", "nonmechanical"))

    def test_a_number_stands_for_the_key_that_it_is_written_with(self):
        # ESCC grade 2 is option 4; option 2 is grade 1b (fields.h).
        self.assertEqual(Record(escc=2).to_dict(), {"escc": "2"})
        self.assertEqual(int(Record(escc=2)["escc"][0]), 4)
        with self.assertRaises(sacralmet.UnknownOptionError):
            Record(pain=2)

    def test_clearing_makes_room(self):
        record = Record(pain="none", ecog=1)
        record.clear("pain")
        record.set(sacralmet.Field.of("pain"), "mechanical")
        del record["ecog"]
        self.assertEqual(list(record), ["pain"])
        record.clear()
        self.assertEqual(len(record), 0)
        with self.assertRaises(KeyError):
            del record["pain"]
        with self.assertRaises(KeyError):
            record["pain"]

    def test_unknown_fields_have_every_value(self):
        self.assertEqual(Record().possible("karnofsky"), tuple(range(10, 101, 10)))
        self.assertNotIn("karnofsky", Record())
        self.assertNotIn("no such field", Record())


class Kinds(unittest.TestCase):
    """Values as people have them: taken where they say one thing, else refused."""

    def test_whole_floats_are_integers(self):
        for value in (50.0, "50"):
            self.assertEqual(sacralmet.Record(karnofsky=value)["karnofsky"], (50,))
        self.assertEqual(sacralmet.Record(escc=2.0), sacralmet.Record(escc="2"))
        self.assertEqual(sacralmet.Record(pain_score=[3.0, 4])["pain_score"], (3, 4))
        for value in (50.5, float("inf"), [50.0, 50.5], -0.5):
            with self.subTest(value=value), self.assertRaises(sacralmet.SacralmetError) as caught:
                sacralmet.Record(karnofsky=value)
            self.assertEqual(caught.exception.field, "karnofsky")

    def test_what_is_missing_is_unknown(self):
        missing = [None, float("nan")]
        try:
            import pandas as pd
            missing += [pd.NA, pd.NaT]
        except ImportError:
            pass
        try:
            import numpy as np
            missing += [np.nan, np.float32("nan")]
        except ImportError:
            pass
        for nothing in missing:
            self.assertEqual(sacralmet.Record(karnofsky=nothing, pain=nothing),
                             sacralmet.Record())

    def test_missing_among_several_is_refused(self):
        with self.assertRaises(sacralmet.SacralmetError):
            sacralmet.Record(karnofsky=[50, float("nan")])

    def test_a_range_as_in_json(self):
        for fact, values in (({"min": 3, "max": 5}, (3, 4, 5)), ({"max": 1}, (0, 1)),
                             ({"min": 9.0}, (9, 10))):
            self.assertEqual(sacralmet.Record(pain_score=fact)["pain_score"], values)
        for fact in ({}, {"low": 3}, {"min": 3, "unit": "x"}, {"min": "3"}, {"min": None},
                     {"min": 3.5}, {"min": True}, b"\x03\x05", bytearray(b"\x03"), object(),
                     {"value": 5, "unit": "{score}"}):
            with self.subTest(fact=fact), self.assertRaises(sacralmet.SacralmetError) as caught:
                sacralmet.Record(pain_score=fact)
            self.assertEqual(caught.exception.field, "pain_score")
        with self.assertRaises(sacralmet.WrongKindError):
            sacralmet.Record(pain={"min": 1, "max": 2})

    def test_messages_name_the_value_that_was_given(self):
        for value in (4294967376, 2**63, -2**40, 4294967376.0):
            for fact in (value, [value], {"min": value}):
                with self.subTest(fact=fact), \
                        self.assertRaises(sacralmet.SacralmetError) as caught:
                    sacralmet.Record(karnofsky=fact)
                self.assertIn(str(int(value)), str(caught.exception))
                self.assertNotIn("2147483647", str(caught.exception))


class Refusing(unittest.TestCase):
    """A refused call has changed nothing and says why."""

    def refused(self, kind, status, field, call, *arguments, **more):
        """The exception of a call that is refused."""
        with self.assertRaises(kind) as caught:
            call(*arguments, **more)
        self.assertEqual((caught.exception.status.key, caught.exception.field), (status, field))
        self.assertIs(type(caught.exception.status), sacralmet.Status)
        return caught.exception

    def test_contradictions(self):
        record = Record(pain="none", karnofsky=50)
        error = self.refused(sacralmet.ContradictionError, "SMET_ERROR_CONTRADICTION", "pain",
                             record.set, "pain", "mechanical")
        self.assertIsInstance(error, ValueError)
        self.assertIn("clear the field to correct it", str(error))
        self.refused(sacralmet.ContradictionError, "SMET_ERROR_CONTRADICTION", "pain",
                     record.update, karnofsky=50, ecog=2, pain="mechanical")
        self.assertEqual(record.to_dict(), {"karnofsky": 50, "pain": "none"})

    def test_statuses(self):
        for kind, status, field, facts in (
                (sacralmet.UnknownFieldError, "SMET_ERROR_UNKNOWN_FIELD", None, {"pian": "none"}),
                (sacralmet.UnknownOptionError, "SMET_ERROR_UNKNOWN_OPTION", "pain",
                 {"pain": "some"}),
                (sacralmet.UnknownOptionError, "SMET_ERROR_UNKNOWN_OPTION", "pain",
                 {"pain": ["some"]}),
                (sacralmet.OutOfRangeError, "SMET_ERROR_OUT_OF_RANGE", "karnofsky",
                 {"karnofsky": 45}),
                (sacralmet.OutOfRangeError, "SMET_ERROR_OUT_OF_RANGE", "karnofsky",
                 {"karnofsky": 2**40 + 50}),
                (sacralmet.ReversedRangeError, "SMET_ERROR_REVERSED_RANGE", "karnofsky",
                 {"karnofsky": "50..40"}),
                (sacralmet.EmptySetError, "SMET_ERROR_EMPTY_SET", "karnofsky",
                 {"karnofsky": []}),
                (sacralmet.WrongKindError, "SMET_ERROR_WRONG_KIND", "pain", {"pain": True}),
                (sacralmet.WrongKindError, "SMET_ERROR_WRONG_KIND", "pain", {"pain": 0.5}),
                (sacralmet.MalformedError, "SMET_ERROR_ENCODING", "pain", {"pain": "\udc80"}),
                (sacralmet.MalformedError, "SMET_ERROR_SYNTAX", None, {"pain": "none\0"})):
            with self.subTest(facts=facts):
                self.refused(kind, status, field, Record, facts)

    def test_ranges(self):
        self.refused(sacralmet.WrongKindError, "SMET_ERROR_WRONG_KIND", "pain",
                     Record().narrow_range, "pain", 0, 1)
        self.refused(sacralmet.WrongKindError, "SMET_ERROR_WRONG_KIND", "pain",
                     Record().narrow, "pain", "none")
        self.refused(sacralmet.OutOfRangeError, "SMET_ERROR_OUT_OF_RANGE", "karnofsky",
                     Record().narrow_range, "karnofsky", 10, 2**40)

    def test_a_term_of_another_field(self):
        other = sacralmet.options("bladder").of("normal")
        self.refused(sacralmet.WrongKindError, "SMET_ERROR_WRONG_KIND", "pain",
                     Record().set, "pain", other)
        self.refused(sacralmet.WrongKindError, "SMET_ERROR_WRONG_KIND", "karnofsky",
                     Record().set, "karnofsky", other)

    def test_every_status_has_a_class(self):
        from sacralmet import _errors
        # What is left is a mistake of a binding, not of its user.
        plain = {"SMET_OK", "SMET_ERROR_NULL_ARGUMENT", "SMET_ERROR_STRUCT_SIZE",
                 "SMET_ERROR_STRUCT_TAIL", "SMET_ERROR_INDEX"}
        self.assertEqual({status.key for status in sacralmet.Status} - plain,
                         set(_errors.CLASSES))

    def test_exceptions_can_be_pickled(self):
        error = self.refused(sacralmet.OutOfRangeError, "SMET_ERROR_OUT_OF_RANGE", "karnofsky",
                             Record, karnofsky=45)
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual((type(again), str(again), again.status, again.field),
                         (type(error), str(error), error.status, error.field))


class Copying(unittest.TestCase):
    """Copies are independent; equality is that of possible values."""

    def test_copies(self):
        record = Record(pain="mechanical", karnofsky=range(40, 61, 10))
        for made in (record.copy(), copy.copy(record), copy.deepcopy(record), Record(record),
                     pickle.loads(pickle.dumps(record))):
            self.assertEqual(made, record)
            made.set("ecog", 1)
            self.assertNotEqual(made, record)
        self.assertNotIn("ecog", record)

    def test_equality(self):
        self.assertEqual(Record(karnofsky="40..50"), Record(karnofsky=[50, 40]))
        # All of a field's values are what an untouched field has.
        self.assertEqual(Record(hypervascular="yes|no"), Record())
        self.assertNotEqual(Record(), {})
        with self.assertRaises(TypeError):
            hash(Record())
        self.assertEqual(eval(repr(Record(pain="none", age_years=[4, 5]))),
                         Record(pain="none", age_years=[4, 5]))


if __name__ == "__main__":
    unittest.main()
