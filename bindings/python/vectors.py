"""Runs the test vectors through the package.

Usage: vectors.py LIBRARY VECTORS

Records one by one; then, where numpy and pandas are installed, all of them as columns
and as frames. The last line is "Python: N vectors, 0 differences".
"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Comparison:
    """Counts differences and prints the first of them."""

    SHOWN = 20

    def __init__(self):
        self.differences = 0

    def report(self, name, path, expected, got):
        """Notes one difference."""
        self.differences += 1
        if self.differences <= self.SHOWN:
            print(f"{name}: {path}: expected {str(expected)[:200]}, got {str(got)[:200]}")

    def compare(self, name, path, expected, got):
        """Notes where two answers differ, with the path to the place."""
        if isinstance(expected, dict) and isinstance(got, dict) and expected.keys() == got.keys():
            for key, value in expected.items():
                self.compare(name, f"{path}/{key}", value, got[key])
        elif type(expected) is not type(got) or expected != got:
            self.report(name, path, expected, got)


def enter(sacralmet, entries):
    """The record of a vector, and what was refused on the way."""
    record, refused = sacralmet.Record(), []
    for index, (field, cell) in enumerate(entries):
        try:
            record.set_text(field, cell)
        except sacralmet.SacralmetError as error:
            refused.append({"index": index, "status": error.status.key, "field": error.field,
                            "message": str(error)})
    return record, refused


def keys(terms):
    """The keys of terms, bands or rules."""
    return [term.key for term in terms]


def score_of(score):
    """A score as the vectors have it."""
    return {"minimum": score.minimum, "maximum": score.maximum, "totals": list(score.totals),
            "bands": keys(score.bands), "complete": score.complete, "decided": score.decided,
            "missing": keys(score.missing)}


def intervention_of(got):
    """An intervention as the vectors have it."""
    return {"disposition": got.disposition.key, "settled": got.settled,
            "possible": keys(got.possible), "side": got.side.key if got.side else "none",
            "deciding": keys(got.deciding), "rules": [rule.rule.key for rule in got.rules],
            "cautions": keys(got.cautions)}


def answer_of(assessment):
    """An assessment as the vectors have it."""
    return {
        "scores": {key: score_of(score) for key, score in assessment.scores.items()},
        "interventions": {key: intervention_of(got)
                          for key, got in assessment.interventions.items()},
        "conflicts": keys(assessment.conflicts),
        "inconsistencies": [{"fields": keys(each.fields), "text": each.text}
                            for each in assessment.inconsistencies],
        "next": [fact.field.key for fact in assessment.next],
    }


def compare_records(sacralmet, vectors, comparison):
    """Every vector as a record; returns the records."""
    records = []
    for vector in vectors:
        record, refused = enter(sacralmet, vector["record"])
        got = answer_of(record.assess())
        # The same facts as JSON has them, ranges among them, are the same record.
        same = sacralmet.Record(vector["facts"]) == record
        got.update(id=vector["id"], record=vector["record"], refused=refused,
                   facts=vector["facts"] if same else record.to_dict())
        comparison.compare(vector["id"], "", vector, got)
        records.append(record)
    return records


def main(arguments):
    """Does what the command line says."""
    if len(arguments) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    library, path = arguments
    os.environ["SACRALMET_LIBRARY"] = os.path.abspath(library)
    sys.path.insert(0, os.path.join(HERE, "src"))
    import sacralmet
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    vectors, comparison = content["vectors"], Comparison()
    comparison.compare("versions", "", content["versions"], sacralmet.versions()._asdict())
    records = compare_records(sacralmet, vectors, comparison)
    try:
        import numpy  # noqa: F401
    except ImportError:
        print("Python: no numpy, so no columns")
    else:
        import vectors_columns
        vectors_columns.compare(sacralmet, vectors, records, answer_of, comparison)
    print(f"Python: {len(vectors)} vectors, {comparison.differences} differences")
    sys.exit(1 if comparison.differences or not vectors else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
