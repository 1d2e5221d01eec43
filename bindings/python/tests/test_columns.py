"""Arrays and frames, where numpy and pandas are there."""
import unittest

import sacralmet

try:
    import numpy as np
    from sacralmet import columns
except ImportError:
    np = None
try:
    import pandas as pd
    from sacralmet import frames
except ImportError:
    pd = None


@unittest.skipIf(np is None, "no numpy")
class Arrays(unittest.TestCase):
    """Columns of every type; expected values are those of one record."""

    def expect(self, facts, answers, row):
        """A row against the record of its facts."""
        record = sacralmet.Record(facts)
        for key in sacralmet.instruments:
            score = record.score(key)
            self.assertEqual((answers[f"{key}_min"][row], answers[f"{key}_max"][row]),
                             (score.minimum, score.maximum))
            self.assertEqual(columns.band_keys(key, answers[f"{key}_band_mask"])[row],
                             "|".join(band.key for band in score.bands))

    def test_codes_strings_masks_and_nan(self):
        pain = sacralmet.options("pain")
        answers = columns.score({
            "pain": np.array([pain.of("mechanical"), pain.of("none"), pain.of("none")], np.int8),
            "bone_lesion": np.array(["lytic", "", "blastic|mixed"]),
            "karnofsky": np.array([50, np.nan, 70]),
            "vertebral_collapse": np.ma.MaskedArray(np.array([1, 9, 2]), mask=[0, 1, 0]),
            "hypervascular": np.array([True, False, True]),
            "lesion_level": ["S1", None, pd.NA if pd else None]})
        self.expect(dict(pain="mechanical", bone_lesion="lytic", karnofsky=50,
                         vertebral_collapse="body_involved_over_half", hypervascular=True,
                         lesion_level="S1"), answers, 0)
        self.expect(dict(pain="none", hypervascular=False), answers, 1)
        self.expect(dict(pain="none", bone_lesion="blastic|mixed", karnofsky=70,
                         vertebral_collapse="up_to_half", hypervascular=True), answers, 2)
        self.assertEqual(answers["status"].tolist(), [0, 0, 0])

    def test_arrays_are_read_where_they_are(self):
        from sacralmet import _columns
        pain = sacralmet.Field.of("pain")
        for kind in ("int8", "uint8", "int16", "uint16", "int32", "uint32"):
            array = np.zeros(8, kind)
            self.assertIs(_columns.prepare(pain, array, None, None).values, array)
        yes = np.ones(8, bool)
        made = _columns.prepare(sacralmet.Field.of("hypervascular"), yes, None, None)
        self.assertTrue(np.shares_memory(made.values, yes))

    def test_arrays_that_are_copied(self):
        values = np.array([0, 2, 1, 2, 0, 1])
        expected = columns.score({"pain": values[::2].astype(np.int8)}, "sins")
        for array in (values[::2], values.astype(">i4")[::2], values.astype(np.uint8)[::2],
                      values.astype(np.float32)[::2]):
            got = columns.score({"pain": array}, "sins")
            self.assertEqual(got["sins_min"].tolist(), expected["sins_min"].tolist())

    def test_the_greatest_values(self):
        # Age goes to 120, the greatest value that a field has (fields.h).
        self.assertEqual(max(max(info.values) for info in sacralmet.fields.values()), 120)
        for kind in ("int64", "float64", "uint8"):
            self.assertEqual(columns.score({"age_years": np.array([120], kind)})["status"], [0])
            with self.assertRaises(sacralmet.BadCellError):
                columns.score({"age_years": np.array([121], kind)})

    def test_a_value_for_unknown(self):
        got = columns.score({"pain": np.array([-1, 2], np.int8)}, "sins", unknown=-1)
        again = columns.score({"pain": np.array([-1, 2])}, "sins", unknown=-1)
        empty = sacralmet.Record().score("sins")
        self.assertEqual((got["sins_min"][0], got["sins_max"][0]), (empty.minimum, empty.maximum))
        self.assertEqual(got["sins_min"].tolist(), again["sins_min"].tolist())
        with self.assertRaises(sacralmet.BadCellError):
            columns.score({"pain": np.array([-1, 2], np.int8)}, "sins")

    def test_numbers_that_look_like_keys(self):
        grades = np.array([2, 3])
        with self.assertRaises(sacralmet.WrongKindError) as caught:
            columns.dispositions({"escc": grades})
        self.assertEqual(caught.exception.field, "escc")
        for numbers, keys in (("keys", ["2", "3"]), ("codes", ["1b", "1c"])):
            got = columns.dispositions({"escc": grades}, numbers=numbers)
            expected = columns.dispositions({"escc": np.array(keys)})
            for key, array in expected.items():
                self.assertEqual(got[key].tolist(), array.tolist())
        # Objects are cells of a table: numbers in them are keys.
        self.assertEqual(columns.inconsistent({"escc": np.array([2, "1b"], object)}).tolist(),
                         [False, False])
        with self.assertRaises(sacralmet.BadCellError):
            columns.score({"pain": np.array([2, "none"], object)})

    def test_bad_cells(self):
        good = np.array(["S1"] * 4)
        for cells, value in ((["none", "none", "some", "x"], "some"),
                             (np.array([0, 1, 3, 9]), 3), (np.array([0, 1, 128, 0], np.uint8), 128),
                             (np.array([0, 1, 2**40, 0]), 2**40), (np.array([0, 1, .5, 0]), .5),
                             (np.array([0, 1, np.inf, 0]), np.inf),
                             (["none", "none", "none|some", "none"], "none|some"),
                             (np.array(["none", "none", [1], "none"], object), [1])):
            with self.subTest(value=value):
                with self.assertRaises(sacralmet.BadCellError) as caught:
                    columns.score({"lesion_level": good, "pain": cells})
                error = caught.exception
                self.assertEqual((error.row, error.field, error.value), (2, "pain", value))
                self.assertTrue(str(error).startswith("row 2: pain: "), str(error))

    def test_bad_rows_that_are_marked(self):
        facts = {"pain": ["none", "some", "none|other", "none|mechanical"]}
        got = columns.score(facts, bad_rows="mark")
        self.assertEqual(got["status"].tolist(), [0, 1, 1, 0])
        self.assertEqual(got["sins_max"][1:3].tolist(), [255, 255])
        self.assertEqual(columns.band_keys("sins", got["sins_band_mask"])[1:3].tolist(), ["", ""])
        self.expect({"pain": "none|mechanical"}, got, 3)
        verdicts = columns.dispositions(facts, "sacroplasty", bad_rows="mark")
        self.assertEqual(verdicts["sacroplasty"][1:3].tolist(), [255, 255])
        self.assertEqual(columns.inconsistent(facts, bad_rows="mark").tolist(), [False] * 4)

    def test_inconsistent_rows(self):
        got = columns.inconsistent({"frankel": ["E", "E", "E"],
                                    "motor_deficit": ["yes", "no", None]})
        self.assertEqual(got.tolist(), [True, False, False])

    def test_threads_give_the_same(self):
        random = np.random.RandomState(7)
        table = {}
        for key, info in sacralmet.fields.items():
            values = random.choice([int(value) for value in info.values], 10007).astype(np.uint8)
            table[key] = np.ma.MaskedArray(values, mask=random.rand(10007) < .5)
        one = columns.score(table, numbers="codes")
        for threads in (2, 3, 8):
            many = columns.score(table, numbers="codes", threads=threads)
            for key, array in one.items():
                self.assertTrue((many[key] == array).all(), (threads, key))
        verdicts = columns.dispositions(table, "laminectomy", numbers="codes")
        again = columns.dispositions(table, "laminectomy", numbers="codes", threads=3)
        self.assertTrue((verdicts["laminectomy"] == again["laminectomy"]).all())

    def test_refused_tables(self):
        for error, table, more in (
                (ValueError, {}, {}), (ValueError, {"pain": ["none"], "bladder": []}, {}),
                (ValueError, {"pain": [["none"]]}, {}), (ValueError, {"pain": []}, {"threads": 0}),
                (ValueError, {"pain": []}, {"bad_rows": "keep"}),
                (ValueError, {"pain": []}, {"numbers": "words"}),
                (sacralmet.UnknownFieldError, {"pian": ["none"]}, {}),
                (sacralmet.WrongKindError, {"pain": np.array([True])}, {}),
                (sacralmet.WrongKindError, {"pain": np.array(["2020-01-01"], "M8[D]")}, {}),
                (sacralmet.UnknownTermError, {"pain": ["none"]}, {"instruments": "snis"}),
                (sacralmet.MalformedError,
                 {"pain": ["none"], sacralmet.Field.of("pain"): ["none"]}, {})):
            with self.subTest(table=table, more=more), self.assertRaises(error):
                columns.score(table, **more)

    def test_no_rows(self):
        self.assertEqual(columns.score({"pain": np.array([], np.int8)})["sins_min"].shape, (0,))


@unittest.skipIf(pd is None, "no pandas")
class Frames(unittest.TestCase):
    """Frames; expected values are those of one record."""

    def setUp(self):
        self.frame = pd.DataFrame({
            "pain": pd.Categorical(["mechanical", None, "none"]),
            "karnofsky": pd.array([50, None, 70], dtype="Int64"),
            "escc": [2, 0, 3],
            "lesion_level": ["S1|S2", None, "S3"],
            "hypervascular": pd.array([True, None, False], dtype="boolean"),
        }, index=["a", "b", "c"])

    def test_scores(self):
        got = frames.score(self.frame)
        self.assertEqual(got.index.tolist(), ["a", "b", "c"])
        records = [sacralmet.Record(pain="mechanical", karnofsky=50, escc="2",
                                    lesion_level="S1|S2", hypervascular=True),
                   sacralmet.Record(escc="0"),
                   sacralmet.Record(pain="none", karnofsky=70, escc="3", lesion_level="S3",
                                    hypervascular=False)]
        verdicts = frames.dispositions(self.frame)
        for label, record in zip("abc", records):
            for key in sacralmet.instruments:
                score = record.score(key)
                self.assertEqual(got.loc[label, f"{key}_min"], score.minimum)
                self.assertEqual(got.loc[label, f"{key}_max"], score.maximum)
                self.assertEqual(got.loc[label, f"{key}_bands"],
                                 "|".join(band.key for band in score.bands))
            for key, advice in record.assess().interventions.items():
                self.assertEqual(verdicts.loc[label, key], advice.disposition.key)
                self.assertEqual(verdicts.loc[label, f"{key}_settled"], advice.settled)
        self.assertEqual(str(got["sins_min"].dtype), "UInt8")
        self.assertTrue(verdicts["sacroplasty"].cat.ordered)

    def test_bad_cells(self):
        self.frame["lesion_level"] = ["S1", "S1", "S9"]
        with self.assertRaises(sacralmet.BadCellError) as caught:
            frames.score(self.frame)
        error = caught.exception
        self.assertEqual((error.row, error.label, error.field, error.value),
                         (2, "c", "lesion_level", "S9"))
        self.assertTrue(str(error).startswith("row 2 (c): lesion_level: "), str(error))
        got = frames.score(self.frame, "sins", bad_rows="mark")
        self.assertEqual(got["sins_min"].isna().tolist(), [False, False, True])
        self.assertTrue(pd.isna(got.loc["c", "sins_bands"]))
        verdicts = frames.dispositions(self.frame, bad_rows="mark")
        self.assertTrue(verdicts.loc["c"].drop("error").isna().all())
        for answer in (got, verdicts):
            self.assertEqual(answer["error"].tolist()[:2], [pd.NA, pd.NA])
            self.assertTrue(answer.loc["c", "error"].startswith("lesion_level: "))
        self.assertTrue(pd.isna(frames.inconsistent(self.frame, bad_rows="mark")["c"]))

    def test_what_is_open_is_marked_unless_it_is_said_otherwise(self):
        got = frames.dispositions(self.frame, "sacroplasty")
        self.assertEqual(list(got.columns),
                         ["sacroplasty", "sacroplasty_settled", "inconsistent", "error"])
        self.assertEqual(list(frames.dispositions(self.frame, "sacroplasty",
                                                  settled=False).columns),
                         ["sacroplasty", "inconsistent", "error"])
        self.assertEqual(list(columns.dispositions({"pain": ["none"]}, "sacroplasty")),
                         ["sacroplasty", "sacroplasty_settled", "status"])

    def test_the_words_are_those_of_other_bindings(self):
        frame = pd.DataFrame({"frankel": ["E", "E"], "motor_deficit": ["yes", "no"]})
        got = frames.score(frame, "sins")
        self.assertEqual(list(got.columns),
                         ["sins_min", "sins_max", "sins_bands", "inconsistent", "error"])
        self.assertEqual(got["sins_bands"].tolist(),
                         ["stable|potentially_unstable|unstable"] * 2)
        self.assertEqual(got["inconsistent"].tolist(), [True, False])
        self.assertTrue(got["error"].isna().all())
        self.assertTrue(frames.inconsistent(frame).equals(got["inconsistent"]))

    def test_messages_name_the_value_that_the_data_holds(self):
        for cells, value in (([50, 4294967376], "4294967376"), ([50, 2**63 - 1], str(2**63 - 1)),
                             ([50, -2**40], str(-2**40)), ([50.0, 1e12], "1000000000000"),
                             ([50.0, 50.5], "50.5"), (np.array([50, 2**40], object), str(2**40)),
                             (pd.array([50, 4294967376], dtype="Int64"), "4294967376")):
            with self.subTest(value=value), self.assertRaises(sacralmet.BadCellError) as caught:
                frames.score(pd.DataFrame({"karnofsky": cells}))
            self.assertIn(value, str(caught.exception))
            self.assertNotIn("2147483647", str(caught.exception))

    def test_bad_cells_of_every_type(self):
        for cells, value in ((pd.array([1, 9], dtype="Int64"), 9), ([1, 9], 9), ([1.0, 9.0], 9.0),
                             (pd.Categorical(["2", "9"]), "9"), (pd.Categorical([2, 9]), 9),
                             (pd.array(["2", "9"], dtype="string"), "9"), ([1, "9"], "9")):
            with self.subTest(cells=cells), self.assertRaises(sacralmet.BadCellError) as caught:
                frames.score(pd.DataFrame({"ecog": cells}))
            self.assertEqual((caught.exception.row, caught.exception.value), (1, value))

    def test_columns_that_are_no_fields(self):
        self.frame["patient"] = 1
        with self.assertWarnsRegex(UserWarning, "patient") as caught:
            frames.score(self.frame)
        self.assertEqual(caught.filename, __file__)
        with self.assertRaises(sacralmet.UnknownFieldError):
            frames.score(self.frame, extra="error")
        frames.score(self.frame, extra="ignore")
        with self.assertRaises(sacralmet.UnknownFieldError):
            frames.score(self.frame[["patient"]], extra="ignore")

    def test_two_columns_of_one_field(self):
        twice = pd.concat([self.frame[["pain"]], self.frame[["pain"]]], axis=1)
        with self.assertRaises(sacralmet.MalformedError):
            frames.score(twice)

    def test_codes_of_categories_are_read_where_they_are(self):
        keys = [option.key for option in sorted(sacralmet.options("pain"))]
        series = pd.Series(pd.Categorical(["none", None, "mechanical"], categories=keys))
        made = frames._column(sacralmet.Field.of("pain"), series, None, "keys")
        self.assertTrue(np.shares_memory(made.values, series.cat.codes.to_numpy())
                        or made.values.dtype == np.int8)
        self.assertEqual(made.values.tolist(), [0, -1, 2])


if __name__ == "__main__":
    unittest.main()
