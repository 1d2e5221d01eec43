// Runs the vectors, record by record, and scores all of them in columns too.
// Usage: node vectors.mjs BACKEND LIBRARY VECTORS. BACKEND is native or wasm; the last line is
// "JavaScript (BACKEND): N vectors, 0 differences".
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { load, SacralmetError } from './src/index.js';

const [backend, library, file] = process.argv.slice(2);
const { versions, vectors } = JSON.parse(readFileSync(file, 'utf8'));
const sacralmet = await load({ backend, library });
let differences = 0;

function compare(id, path, expected, got) {
    if (isDeepStrictEqual(expected, got)) {
        return;
    }
    const isObject = (it) => typeof it === 'object' && it !== null;
    if (isObject(expected) && isObject(got)) {
        for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
            compare(id, `${path}/${key}`, expected[key], got[key]);
        }
        return;
    }
    differences++;
    if (differences <= 20) {
        const [wanted, found] = [expected, got].map((it) => JSON.stringify(it));
        console.log(`${id}: ${path}: expected ${wanted}, got ${found}`);
    }
}

// The vector again, as this binding answers it.
function answer(vector, record) {
    const refused = [];
    vector.record.forEach(([field, text], index) => {
        try {
            record.set(field, text);
        } catch (error) {
            if (!(error instanceof SacralmetError)) {
                throw error;
            }
            refused.push({
                index,
                status: error.status,
                field: error.field,
                message: error.message,
            });
        }
    });
    const assessment = record.assess();
    const scores = Object.fromEntries(
        Object.entries(assessment.scores).map(([key, it]) => [
            key,
            {
                minimum: it.minimum,
                maximum: it.maximum,
                totals: it.totals,
                bands: it.bands,
                complete: it.isComplete,
                decided: it.isDecided,
                missing: it.missing,
            },
        ]),
    );
    const interventions = Object.fromEntries(
        Object.entries(assessment.interventions).map(([key, it]) => [
            key,
            {
                disposition: it.disposition,
                settled: it.isSettled,
                possible: it.possible,
                side: it.side ?? 'none',
                deciding: it.deciding,
                rules: it.rules.map((rule) => rule.rule),
                cautions: it.cautions,
            },
        ]),
    );
    const { conflicts, inconsistencies } = assessment;
    const next = assessment.next.map((it) => it.field);
    assessment.dispose();
    const { id, record: entries } = vector;
    // The same facts as JSON has them, ranges among them, are the same record.
    const same = new sacralmet.Record(vector.facts);
    const isSame = JSON.stringify(same) === JSON.stringify(record);
    same.dispose();
    return {
        id,
        record: entries,
        facts: isSame ? vector.facts : record.toJSON(),
        refused,
        scores,
        interventions,
        conflicts,
        inconsistencies,
        next,
    };
}

// Columns can hold what is one value or nothing: the vectors all of whose fields are.
function compareColumns(rows) {
    const fields = sacralmet.vocabularies.field.keys();
    const columns = Object.fromEntries(
        fields.map((field) => [field, rows.map(({ values }) => values[field] ?? null)]),
    );
    const ids = rows.map(({ vector }) => vector.id);
    const { dispositions, settled } = sacralmet.assessColumns(columns);
    for (const instrument of sacralmet.vocabularies.instrument.keys()) {
        const { minimum, maximum } = sacralmet.scoreColumns(instrument, columns);
        rows.forEach(({ vector }, i) => {
            const { minimum: least, maximum: greatest } = vector.scores[instrument];
            compare(ids[i], `columns/${instrument}`, [least, greatest], [minimum[i], maximum[i]]);
        });
    }
    for (const [key, numbers] of Object.entries(dispositions)) {
        rows.forEach(({ vector }, i) => {
            const { disposition, settled: isSettled } = vector.interventions[key];
            const got = sacralmet.vocabularies.verdict.key(numbers[i]);
            compare(
                ids[i],
                `columns/${key}`,
                [disposition, isSettled],
                [got, settled[key][i] === 1],
            );
        });
    }
    const { inconsistent } = sacralmet.checkColumns(columns);
    rows.forEach(({ vector }, i) => {
        compare(
            ids[i],
            'columns/inconsistent',
            vector.inconsistencies.length > 0,
            inconsistent[i] === 1,
        );
    });
}

compare('versions', '', versions, { ...sacralmet.versions });
const rows = [];
for (const vector of vectors) {
    const record = new sacralmet.Record();
    compare(vector.id, '', vector, answer(vector, record));
    const entries = record.entries();
    if (entries.every(([, values]) => values.length === 1)) {
        const values = Object.fromEntries(entries.map(([field, [value]]) => [field, value]));
        rows.push({ vector, values });
    }
    record.dispose();
}
if (rows.length === 0) {
    throw new Error('No vector can stand in columns.');
}
compareColumns(rows);
console.log(`${rows.length} of them in columns too`);
console.log(`JavaScript (${backend}): ${vectors.length} vectors, ${differences} differences`);
process.exitCode = differences === 0 && vectors.length > 0 ? 0 : 1;
