// Compares the library's scores with those of its CQL, run by cql-execution.
//
// The grid of each score is every combination of one option for each row of points of
// each of its items, and of "not said"; every option of every field is used at least
// once. Each row is a record, and a Bundle of Observations that both the library and
// the CQL read. Rows made at random narrow fields and enter linked ones; they go to
// the CQL that needs no FHIR.
//
// Usage: node compare.mjs MODULES ELM_DIRECTORY SCORE_LINES CATALOGUE [ROWS_AT_RANDOM [EVERY]]
// EVERY n takes each nth row of the grid, for a quick look.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

const [modules, elms, scoreLines, catalogueFile, randomRows = '300', every = '1'] =
    process.argv.slice(2);
const require = createRequire(join(modules, 'x.js'));
const cql = require(join(modules, 'cql-execution'));
const fhir = require(join(modules, 'cql-exec-fhir'));

const catalogue = JSON.parse(readFileSync(catalogueFile, 'utf8'));
const fields = new Map(catalogue.fields.map(field => [field.key, field]));

// The systems of the codes stand in the CQL, so they are read from there.
const name = key => 'Sacralmet' + key.split('_').map(w => w[0].toUpperCase() + w.slice(1)).join('');
const elm = file => JSON.parse(readFileSync(join(elms, `${file}.json`), 'utf8'));
const systems = [...new Set(JSON.stringify(elm(name(catalogue.instruments[0].key) + 'FHIR'))
    .match(/urn:oid:[0-9.]+/g))];
const systemOf = arc => systems.find(system => system.endsWith(arc));

const values = field => field.kind === 'integer'
    ? Array.from({ length: (field.maximum - field.minimum) / field.step + 1 },
        (_, i) => field.minimum + i * field.step)
    : field.values.map(value => value.key);
const asValue = (field, key) => field.kind === 'integer' ? Number(key) : key;

// --- rows ------------------------------------------------------------------------

// For each field that an instrument reads: not said and one value for each of the points that
// it can give, or, where a field is mapped, each value; and all its values.
function axes(instrument) {
    const axes = [];
    for (const item of instrument.items) {
        const field = fields.get(item.field);
        const classes = new Map(item.rows.map(row => [row.points, asValue(field, row.values[0])]));
        axes.push({ field, some: [null, ...classes.values()], all: values(field) });
        if (item.mapped_from !== null) {
            const from = fields.get(item.mapped_from);
            axes.push({ field: from, some: [null, ...values(from)], all: values(from) });
        }
    }
    return axes;
}

function* grid(list, row = {}) {
    if (list.length === 0)
        yield row;
    else
        for (const value of list[0].some)
            yield* grid(list.slice(1),
                value === null ? row : { ...row, [list[0].field.key]: value });
}

// Each value of each field, alone and with the first value of all others.
function* each(list) {
    const first = Object.fromEntries(list.map(axis => [axis.field.key, axis.all[0]]));
    for (const axis of list)
        for (const value of axis.all) {
            yield { [axis.field.key]: value };
            yield { ...first, [axis.field.key]: value };
        }
}

function* atRandom(parameters, count) {
    let state = 20260101;
    const next = below => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return (state >>> 8) % below;
    };
    for (let i = 0; i < count; i++) {
        const row = {};
        for (const key of parameters) {
            const all = values(fields.get(key));
            if (next(3) === 0)
                continue;
            const kept = next(2) === 0 ? [all[next(all.length)]] : all.filter(() => next(2) === 0);
            if (kept.length > 0)
                row[key] = kept;
        }
        yield row;
    }
}

// --- both sides ------------------------------------------------------------------

function bundle(row, id) {
    const entry = [{ resource: { resourceType: 'Patient', id } }];
    for (const [key, value] of Object.entries(row))
        entry.push({ resource: {
            resourceType: 'Observation', id: `${id}-${entry.length}`, status: 'final',
            subject: { reference: `Patient/${id}` },
            code: { coding: [{ system: systemOf('.1.1'), code: key }] },
            ...(typeof value === 'number' ? { valueInteger: value } : { valueCodeableConcept: {
                coding: [{ system: systemOf('.1.2'), code: `${key}.${value}` }] } }),
        } });
    return { resourceType: 'Bundle', type: 'collection', entry };
}

function library(objects) {
    const run = spawnSync(scoreLines, { input: objects.map(o => JSON.stringify(o) + '\n').join(''),
        encoding: 'utf8', maxBuffer: 1 << 30 });
    if (run.status !== 0)
        throw new Error(`${scoreLines}: ${run.stderr}`);
    return run.stdout.trimEnd().split('\n').map(line => JSON.parse(line));
}

// Only what is compared: the engine would compute it anew for each expression.
const result = ({ Score: { minimum, maximum, totals, bands } }) =>
    ({ minimum, maximum, totals, bands });

function executor(file, others) {
    const library = new cql.Library(elm(file), new cql.Repository(others.map(elm)));
    return (parameters, source) =>
        new cql.Executor(library, undefined, parameters).exec_expression('Score', source);
}

async function overBundles(instrument, bundles) {
    const core = name(instrument.key);
    const source = fhir.PatientSource.FHIRv401();
    source.loadBundles(bundles);
    const all = await executor(core + 'FHIR', [core])({}, source);
    return bundles.map(b => result(all.patientResults[b.entry[0].resource.id]));
}

async function overLists(instrument, rows) {
    const run = executor(name(instrument.key), []);
    const answers = [];
    for (const row of rows) {
        const all = await run(row, new cql.PatientSource([{ id: 'p', recordType: 'Patient' }]));
        answers.push(result(all.patientResults.p));
    }
    return answers;
}

// --- comparison ------------------------------------------------------------------

// Rows are shared out among workers; each tells how many it saw.
function compare(what, instrument, rows, expected, found, mayBeSilent = false) {
    let silent = 0, wrong = 0;
    rows.forEach((row, i) => {
        const theirs = expected[i][instrument.key] ?? expected[i];
        if (JSON.stringify(found[i]) === JSON.stringify(theirs))
            return;
        if (mayBeSilent && found[i].minimum === null && found[i].bands.length === 0) {
            silent++;
            return;
        }
        if (wrong++ < 3)
            console.error(`${instrument.key}, ${what}: ${JSON.stringify(row)}\n`
                + `  library ${JSON.stringify(theirs)}\n  ${what} ${JSON.stringify(found[i])}`);
    });
    parentPort.postMessage(
        { what: `${instrument.key}: ${what}`, rows: rows.length, wrong, silent });
}

async function compareInstrument(instrument, mine) {
    const list = axes(instrument);
    const rows = [...grid(list)].filter((_, i) => i % Number(every) === 0)
        .concat([...each(list)]).filter(mine);
    const bundles = rows.map((row, i) => bundle(row, `r${i}`));
    const expected = library(rows);
    compare('the library over Bundles', instrument, rows, expected,
        library(bundles).map(answer => answer[instrument.key] ?? answer));
    compare('CQL over Bundles', instrument, rows, expected,
        await overBundles(instrument, bundles));

    const parameters = elm(name(instrument.key)).library.parameters.def.map(p => p.name);
    const random = [...atRandom(parameters, Number(randomRows))].filter(mine);
    compare('CQL over lists', instrument, random, library(random),
        await overLists(instrument, random), true);
}

const workers = 2;
if (!isMainThread) {
    for (const instrument of catalogue.instruments)
        await compareInstrument(instrument, (_, i) => i % workers === workerData);
} else {
    const sums = {};
    let left = workers;
    const add = ({ what, rows, wrong, silent }) => {
        sums[what] ??= { rows: 0, wrong: 0, silent: 0 };
        sums[what].rows += rows;
        sums[what].wrong += wrong;
        sums[what].silent += silent;
    };
    const end = () => {
        for (const [what, { rows, wrong, silent }] of Object.entries(sums)) {
            console.log(`${what}: ${rows} rows, ${wrong} differ`
                + (silent > 0 ? `, ${silent} have no answer, as the CQL says of such rows` : ''));
            process.exitCode ||= wrong > 0 ? 1 : 0;
        }
    };
    for (let i = 0; i < workers; i++)
        new Worker(fileURLToPath(import.meta.url), { argv: process.argv.slice(2), workerData: i })
            .on('message', add)
            .on('error', error => { throw error; })
            .on('exit', () => --left === 0 && end());
}
