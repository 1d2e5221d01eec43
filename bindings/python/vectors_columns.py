"""The vectors as numpy arrays and as pandas frames; vectors.py calls this."""
import numpy as np

THREADS = 3


def cells_of(record):
    """What a record allows, as the cells of a row of a table."""
    return {field: "|".join(map(str, fact)) if isinstance(fact, list) else str(fact)
            for field, fact in record.to_dict().items()}


def expected_of(sacralmet, answer):
    """What a row should say, from the answer of a vector."""
    row = {}
    for key, score in answer["scores"].items():
        numbers = {band.key: band.number for band in sacralmet.instruments[key].bands}
        row[f"{key}_min"], row[f"{key}_max"] = score["minimum"], score["maximum"]
        row[f"{key}_band_mask"] = sum(1 << numbers[band] for band in score["bands"])
        row[f"{key}_bands"] = "|".join(score["bands"])
    for key, got in answer["interventions"].items():
        row[key], row[f"{key}_settled"] = got["disposition"], got["settled"]
    row["inconsistent"] = len(answer["inconsistencies"]) > 0
    return row


def answers_of_arrays(sacralmet, columns):
    """What the arrays say, in columns as `expected_of` names them."""
    from sacralmet import columns as module
    got = module.score(columns, threads=THREADS)
    for key in sacralmet.instruments:
        got[f"{key}_bands"] = module.band_keys(key, got[f"{key}_band_mask"])
    verdicts = module.dispositions(columns, threads=THREADS)
    names = {int(verdict): verdict.key for verdict in sacralmet.Verdict}
    for key in sacralmet.interventions:
        got[key] = [names[number] for number in verdicts[key].tolist()]
        got[f"{key}_settled"] = verdicts[f"{key}_settled"]
    got["inconsistent"] = module.inconsistent(columns, threads=THREADS)
    return got


def answers_of_frame(sacralmet, frame):
    """What the frame says, in columns as `expected_of` names them."""
    from sacralmet import columns as module, frames
    scores = frames.score(frame, threads=THREADS)
    verdicts = frames.dispositions(frame, threads=THREADS)
    got = {name: plain(scores[name]) for name in scores.columns}
    got.update({name: plain(verdicts[name]) for name in verdicts.columns})
    for key in sacralmet.instruments:  # the frames say it in words alone
        masks = {label: mask for mask, label in enumerate(module.band_labels(key))}
        got[f"{key}_band_mask"] = [masks[label] for label in got[f"{key}_bands"]]
    if not frames.inconsistent(frame, threads=THREADS).equals(scores["inconsistent"]):
        got["inconsistent"] = ["two answers"] * len(frame)
    return got


def plain(series):
    """A series as a list of what Python itself has."""
    return [cell.item() if isinstance(cell, np.generic) else cell for cell in series]


def compare_rows(name, vectors, expected, got, comparison):
    """Answers in columns with those of each row."""
    lists = {key: values.tolist() if isinstance(values, np.ndarray) else values
             for key, values in got.items()}
    for index, vector in enumerate(vectors):
        row = {key: lists[key][index] for key in expected[index]}
        comparison.compare(vector["id"], f"/{name}", expected[index], row)


def table_of(sacralmet, rows):
    """Cells in columns, `None` where nothing is said."""
    return {key: [row.get(key) for row in rows] for key in sacralmet.fields}


def number(sacralmet, field, cell):
    """The number of a cell, -1 for none."""
    info = sacralmet.fields[field]
    if cell is None:
        return -1
    return int(sacralmet.options(field).of(cell)) if info.options else int(cell)


def typed_arrays(sacralmet, table):
    """Arrays of every type that a column can have, field by field in turn."""
    columns, kinds = {}, ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "float")
    for position, (field, cells) in enumerate(table.items()):
        codes = np.array([number(sacralmet, field, cell) for cell in cells])
        kind = kinds[position % len(kinds)]
        if kind == "float":
            columns[field] = np.where(codes < 0, np.nan, codes)
        else:
            plain = np.where(codes < 0, 0, codes).astype(kind)
            columns[field] = np.ma.MaskedArray(plain, mask=codes < 0)
    # Its options' keys look like numbers, so that numbers are refused.
    columns["escc"] = np.array(table["escc"], dtype=object)
    return columns


def typed_frame(sacralmet, pd, table):
    """Columns as a table of a study has them: Int64, categories, boolean, strings."""
    columns = {}
    for position, (field, cells) in enumerate(table.items()):
        kind = sacralmet.fields[field].kind.key
        if kind == "integer":
            columns[field] = pd.array([None if cell is None else int(cell) for cell in cells],
                                      dtype="Int64" if position % 2 else "UInt8")
        elif kind == "yes_no":
            columns[field] = pd.array([None if cell is None else cell == "yes" for cell in cells],
                                      dtype="boolean")
        elif position % 3 == 0:
            columns[field] = pd.array(cells, dtype="string")
        else:
            keys = [option.key for option in sorted(sacralmet.options(field))]
            if position % 3 == 2:
                keys.reverse()
            columns[field] = pd.Categorical(cells, categories=keys)
    return pd.DataFrame(columns)


def compare(sacralmet, vectors, records, answer_of, comparison):
    """All records as columns: with several values in a cell, plain, typed. `answer_of`
    writes an assessment as the vectors have it."""
    rows = [cells_of(record) for record in records]
    narrowed = table_of(sacralmet, rows)
    expected = [expected_of(sacralmet, vector) for vector in vectors]
    objects = {key: np.array(cells, dtype=object) for key, cells in narrowed.items()}
    compare_rows("arrays of cells", vectors, expected, answers_of_arrays(sacralmet, objects),
                 comparison)
    cells = table_of(sacralmet, [{key: cell for key, cell in row.items() if "|" not in cell}
                                 for row in rows])
    expected_plain = [expected_of(sacralmet, answer_of(sacralmet.assess(**{
        key: column[index] for key, column in cells.items()}))) for index in range(len(rows))]
    compare_rows("typed arrays", vectors, expected_plain,
                 answers_of_arrays(sacralmet, typed_arrays(sacralmet, cells)), comparison)
    try:
        import pandas as pd
    except ImportError:
        print(f"Python: arrays of {len(rows)} rows; no pandas, so no frames")
        return
    compare_rows("frame of cells", vectors, expected, answers_of_frame(sacralmet, pd.DataFrame(narrowed)),
                 comparison)
    compare_rows("typed frame", vectors, expected_plain,
                 answers_of_frame(sacralmet, typed_frame(sacralmet, pd, cells)), comparison)
    print(f"Python: arrays and frames of {len(rows)} rows: several values in a cell, plain, typed")
