// Validates FHIR R4 with three validators and with our own rules, and shows that they would
// find faults: each of faults.mjs must be caught by those that caught it before.
//
//     node check.mjs DIRECTORY FAULTY FILE...
//
// DIRECTORY is where node_modules is, FAULTY a Bundle of ours to make faults of. A FILE that
// ends in `.jsonl` has a Bundle of ours on each line, one in `.json` any resource. A resource
// that was validated already, its names apart, is counted and passed over.
import { readFileSync } from 'node:fs';
import { load } from './validators.mjs';
import { check, checkBundle, checkCodes, readSystems, resolve } from './rules.mjs';
import { faults } from './faults.mjs';

const [directory, faulty, ...files] = process.argv.slice(2);
const validators = load(directory);
const others = files.filter((file) => !file.endsWith('.jsonl'))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
const systems = readSystems(others);
const shown = 20;
const seen = new Set();
const counts = {};
let errors = 0, same = 0, whole = 0;

function report(where, by, found) {
    errors += found.length;
    for (const text of found)
        if (errors <= shown)
            console.log(`${where}: ${by}: ${text.slice(0, 300)}`);
}

function validate(resource, where) {
    for (const { name, check: find } of validators)
        report(where, name, find(resource));
}

// A resource with its names taken out, which no validator looks at.
function key(resource) {
    return JSON.stringify(resource).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
}

function resource(one, where) {
    counts[one.resourceType] = (counts[one.resourceType] ?? 0) + 1;
    report(where, 'rules.mjs', [...check(one), ...checkCodes(one, systems)]);
    const name = key(one);
    if (seen.has(name)) {
        same++;
        return;
    }
    seen.add(name);
    validate(one, where);
}

// The Bundle itself is validated as a whole a few times, and without what is in it always.
function bundle(one, where) {
    report(where, 'rules.mjs', checkBundle(one));
    const resolved = resolve(one);
    if (whole < 25) {
        whole++;
        validate(resolved, where);
        // With URNs, as it is written; what a URN refers to is not known then.
        for (const { name, check: find } of validators)
            report(where, name, find(one).filter((text) => !text.startsWith('Invalid reference')));
    }
    resource({ ...resolved, entry: [resolved.entry.at(-1)] }, where);
    for (const [index, entry] of resolved.entry.entries())
        resource(entry.resource, `${where}, entry ${index}`);
}

function readLines(file) {
    for (const [index, line] of readFileSync(file, 'utf8').trim().split('\n').entries()) {
        const one = JSON.parse(line);
        if (one.resourceType === 'Bundle')
            bundle(one, `${file}:${index + 1}`);
        else if (one.error === undefined)
            report(`${file}:${index + 1}`, 'check.mjs', ['no Bundle']);
    }
}

// --- faults -------------------------------------------------------------------------------

function catchers(one) {
    const found = validators.filter(({ check: find }) => find(one).length > 0).map(({ name }) => name);
    const ours = one.resourceType === 'Bundle' ? [...check(one), ...checkBundle(one)] : check(one);
    return ours.length > 0 ? [...found, 'ours'] : found;
}

// How many are caught by those that must.
function tryFaults(original) {
    const resolved = resolve(original);
    const bases = new Map([['Bundle', resolved]]);
    let caught = 0;
    for (const { resource: one } of resolved.entry)
        if (!bases.has(one.resourceType))
            bases.set(one.resourceType, one);
    for (const [type, base] of bases)
        report(`before the faults, ${type}`, 'all', catchers(base).map((name) => `${name} finds one`));
    for (const [name, type, damage, by] of faults) {
        const copy = structuredClone(bases.get(type));
        damage(copy);
        const found = catchers(copy), missing = by.filter((one) => !found.includes(one));
        if (found.length > 0 && by.length > 0 && missing.length === 0)
            caught++;
        else
            report(`the fault "${name}" of ${type}`, 'check.mjs',
                [`is no longer caught by ${missing.join(', ') || 'anybody'}`]);
    }
    return caught;
}

for (const file of files.filter((one) => one.endsWith('.jsonl')))
    readLines(file);
for (const one of others)
    resource(one, `${one.resourceType} ${one.id ?? one.url}`);
const caught = tryFaults(JSON.parse(readFileSync(faulty, 'utf8')));
const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(`resources: ${total} (${total - same} unlike any before), ` +
    Object.entries(counts).sort().map(([type, count]) => `${type} ${count}`).join(', '));
console.log(`Bundles as a whole: ${whole}; code systems to look codes up in: ${systems.size}`);
console.log(`errors: ${errors}`);
console.log(`faults caught: ${caught} of ${faults.length}`);
if (errors > 0 || total === 0 || caught !== faults.length)
    process.exit(1);
