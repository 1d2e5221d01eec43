import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusal, sacralmet } from './setup.js';

const { Record, vocabularies, catalog } = sacralmet;
const fieldOf = (key) => catalog.fields.find((it) => it.key === key);

// Rows that differ in every field: cells walk through each field's values with its own stride,
// and every fifth cell is unknown.
function makeRows(count) {
    return Object.fromEntries(
        catalog.fields.map(({ key, kind, values }, f) => [
            key,
            Array.from({ length: count }, (_, row) => {
                if ((row + f) % 5 === 0) {
                    return null;
                }
                const value = values[(row * (f + 1)) % values.length];
                return kind === 'integer' ? value.number : value.key;
            }),
        ]),
    );
}

test('columns answer what one record answers', () => {
    const count = 64;
    const columns = makeRows(count);
    const scores = vocabularies.instrument
        .keys()
        .map((key) => [key, sacralmet.scoreColumns(key, columns)]);
    const cohort = sacralmet.assessColumns(columns, {
        interventions: ['sacroplasty', 'urgent_decompression'],
    });
    assert.deepEqual(Object.keys(cohort.dispositions), ['sacroplasty', 'urgent_decompression']);
    const { inconsistent } = sacralmet.checkColumns(columns);
    for (let row = 0; row < count; row++) {
        const record = new Record(Object.entries(columns).map(([key, cells]) => [key, cells[row]]));
        const assessment = record.assess();
        for (const [key, { minimum, maximum, bands, status }] of scores) {
            const score = assessment.score(key);
            const keys = catalog.instruments.find((it) => it.key === key).bands.map((it) => it.key);
            assert.deepEqual([minimum[row], maximum[row]], [score.minimum, score.maximum]);
            assert.deepEqual(
                keys.filter((_, band) => (bands[row] >> band) & 1),
                score.bands,
            );
            assert.equal(status[row], 0);
        }
        for (const key of Object.keys(cohort.dispositions)) {
            const { disposition, isSettled } = assessment.intervention(key);
            assert.equal(vocabularies.verdict.key(cohort.dispositions[key][row]), disposition);
            assert.equal(cohort.settled[key][row] === 1, isSettled);
        }
        assert.equal(inconsistent[row] === 1, assessment.inconsistencies.length > 0);
        assessment.dispose();
        record.dispose();
    }
});

test('typed arrays hold numbers, arrays hold keys', () => {
    const escc = fieldOf('escc').values;
    const keys = escc.map((it) => it.key);
    const numbers = escc.map((it) => it.number);
    const byKeys = sacralmet.assessColumns({ escc: keys });
    // The numbers that read as keys, "2" for example, are keys all the same.
    const mixed = keys.map((it) => (/^[0-9]$/.test(it) ? Number(it) : it));
    assert.deepEqual(sacralmet.assessColumns({ escc: mixed }), byKeys);
    for (const Type of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array]) {
        assert.deepEqual(sacralmet.assessColumns({ escc: Type.from(numbers) }), byKeys);
    }
    assert.throws(() => sacralmet.assessColumns({ escc: Float64Array.from(numbers) }), TypeError);
    assert.throws(() => sacralmet.assessColumns({ escc: '2' }), TypeError);
    const yes = sacralmet.assessColumns({ sacral_fracture: [true, false, undefined] });
    assert.deepEqual(sacralmet.assessColumns({ sacral_fracture: ['yes', 'no', null] }), yes);
});

test('unknown is a reserved number or a bit', () => {
    const cells = [40, 50, null, 90, null, 20, 10, 100, null, 30];
    const expected = sacralmet.scoreColumns('tokuhashi_revised', { karnofsky: cells });
    const reserved = Int16Array.from(cells, (it) => it ?? -1);
    const score = (column) => sacralmet.scoreColumns('tokuhashi_revised', { karnofsky: column });
    assert.deepEqual(score({ values: reserved, unknown: -1 }), expected);
    // Three bits stand before the first row's.
    const validity = new Uint8Array(2);
    cells.forEach((it, row) => {
        if (it !== null) {
            validity[(row + 3) >> 3] |= 1 << ((row + 3) & 7);
        }
    });
    assert.deepEqual(score({ values: reserved, validity, validityOffset: 3 }), expected);
    // Without either each cell is known, and -1 is no value.
    assert.throws(
        () => score(reserved),
        (error) =>
            refusal('SMET_ERROR_UNKNOWN_OPTION', 'karnofsky', /row 2: -1/)(error) &&
            error.row === 2,
    );
    assert.throws(() => score({ values: reserved, validity: new Uint8Array(1) }), RangeError);
});

test('a bad cell is named, or its row marked', () => {
    const columns = { pain: ['mechanical', null, 'awful', 3], karnofsky: [10, 20, 30, 40] };
    assert.throws(
        () => sacralmet.scoreColumns('sins', columns),
        (error) =>
            refusal('SMET_ERROR_UNKNOWN_OPTION', 'pain', /^pain: row 2: "awful"/)(error) &&
            error.row === 2,
    );
    const { status, minimum } = sacralmet.scoreColumns('sins', columns, { onBad: 'mark' });
    assert.deepEqual([...status], [0, 0, 1, 1]);
    assert.deepEqual([...minimum.subarray(2)], [255, 255]);
    assert.throws(
        () => sacralmet.scoreColumns('sins', { pain: ['mechanical'], karnofsky: [10, 20] }),
        RangeError,
    );
    assert.throws(
        () => sacralmet.scoreColumns('sins', { nothing: [1] }),
        refusal('SMET_ERROR_UNKNOWN_FIELD', null, /nothing/),
    );
    assert.throws(
        () =>
            sacralmet.scoreColumns('sins', [
                ['pain', ['mechanical']],
                ['pain', ['mechanical']],
            ]),
        refusal('SMET_ERROR_DUPLICATE', 'pain', /^pain: /),
    );
    assert.throws(
        () => sacralmet.scoreColumns('nothing', {}),
        refusal('SMET_ERROR_UNKNOWN_TERM', null, /"nothing"/),
    );
    assert.throws(() => sacralmet.scoreColumns('sins', {}, { onBad: 'guess' }), TypeError);
});

test('a cohort of many parts is one cohort; no rows and no columns are fine', () => {
    // More rows than go into one call, with a validity that does not begin at a byte.
    const count = 150001;
    const pain = fieldOf('pain').values.map((it) => it.number);
    const values = Int8Array.from({ length: count }, (_, row) => pain[row % pain.length]);
    const validity = new Uint8Array(Math.ceil((count + 5) / 8));
    for (let row = 0; row < count; row++) {
        if (row % 7 !== 0) {
            validity[(row + 5) >> 3] |= 1 << ((row + 5) & 7);
        }
    }
    const long = sacralmet.scoreColumns('sins', { pain: { values, validity, validityOffset: 5 } });
    const period = pain.length * 7;
    const short = sacralmet.scoreColumns('sins', {
        pain: {
            values: values.subarray(0, period),
            validity: validity,
            validityOffset: 5,
        },
    });
    for (const name of ['minimum', 'maximum', 'bands', 'missing', 'status']) {
        assert.equal(long[name].length, count);
        assert.ok(long[name].every((it, row) => it === short[name][row % period]));
    }
    assert.equal(sacralmet.scoreColumns('sins', { pain: [] }).minimum.length, 0);
    const empty = new Record().score('sins');
    const { minimum, maximum } = sacralmet.scoreColumns('sins', {}, { rows: 2 });
    assert.deepEqual(
        [...minimum, ...maximum],
        [empty.minimum, empty.minimum, empty.maximum, empty.maximum],
    );
    assert.equal(sacralmet.assessColumns({}, { rows: 1, interventions: [] }).status.length, 1);
});
