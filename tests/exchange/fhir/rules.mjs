// What none of the validators sees: rules of FHIR's JSON and of our Bundles.

const idPattern = /^[A-Za-z0-9\-.]{1,64}$/;
const urnPattern = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[58][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function walk(value, path, visit) {
    visit(value, path);
    if (value !== null && typeof value === 'object')
        for (const [key, part] of Object.entries(value))
            walk(part, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, visit);
}

// Nothing is empty: "null, empty strings, arrays and objects" are not allowed in FHIR.
function empties(value, path) {
    if (value === null || value === '')
        return [`${path} is ${value === null ? 'null' : 'an empty string'}`];
    if (typeof value === 'object' && Object.keys(value).length === 0)
        return [`${path} is empty`];
    return [];
}

// rng-2: the low value is not above the high one. A range is an object with a bound.
function ranges(value, path) {
    for (const key of ['valueRange', 'whenRange', 'probabilityRange'])
        if (value?.[key] !== undefined && !value[key]?.low && !value[key]?.high)
            return [`${path}.${key} has no bound`];
    const low = value?.low?.value, high = value?.high?.value;
    return typeof low === 'number' && typeof high === 'number' && low > high
        ? [`${path}: ${low} is above ${high}`] : [];
}

// Units are those that we write, which UCUM knows.
function units(value, path) {
    return value?.system === 'http://unitsofmeasure.org' && !['mo', '{score}'].includes(value.code)
        ? [`${path}: ${value.code} is no unit of ours`] : [];
}

// obs-7: no component repeats the code of an Observation that has a value.
function repetitions(value, path) {
    const code = (part) => JSON.stringify(part?.code?.coding ?? part?.code?.text);
    return value?.resourceType === 'Observation' &&
        Object.keys(value).some((key) => key.startsWith('value')) &&
        value.component?.some((part) => code(part) === code(value))
        ? [`${path}: a component repeats the code`] : [];
}

// No profile is claimed, as conformance with none is tested.
function profiles(value, path) {
    return value?.meta?.profile ? [`${path} claims a profile`] : [];
}

function ids(value, path) {
    return typeof value?.resourceType === 'string' && value.id !== undefined &&
        !idPattern.test(value.id) ? [`${path}.id is none`] : [];
}

function probabilities(value, path) {
    return value?.probabilityDecimal !== undefined || value?.probabilityRange !== undefined
        ? [`${path} has a probability, which no source gives`] : [];
}

const rules = [empties, ranges, units, repetitions, profiles, ids, probabilities];

// Of any resource.
export function check(resource) {
    const found = [];
    walk(resource, resource.resourceType, (value, path) => {
        for (const rule of rules)
            found.push(...rule(value, path));
    });
    return found;
}

// Of a Bundle of ours: names are unique, every URN that is referred to is an entry.
export function checkBundle(bundle) {
    const found = [], urls = new Set();
    for (const [index, entry] of bundle.entry.entries()) {
        if (!urnPattern.test(entry.fullUrl ?? ''))
            found.push(`entry ${index}: fullUrl is no URN of a UUID`);
        if (urls.has(entry.fullUrl))
            found.push(`entry ${index}: fullUrl stands twice`);
        urls.add(entry.fullUrl);
    }
    walk(bundle, 'Bundle', (value, path) => {
        const reference = value?.reference;
        if (typeof reference === 'string' && reference.startsWith('urn:') && !urls.has(reference))
            found.push(`${path}: ${reference} is no entry`);
    });
    return found;
}

// The Bundle with each URN as `Type/id` of the entry that it names, as a server makes it, so
// that validators can see of which type it is.
export function resolve(bundle) {
    const names = new Map(bundle.entry.map((entry) =>
        [entry.fullUrl, `${entry.resource.resourceType}/${entry.fullUrl.slice('urn:uuid:'.length)}`]));
    const copy = structuredClone(bundle);
    walk(copy, 'Bundle', (value) => {
        if (value !== null && typeof value === 'object' && names.has(value.reference))
            value.reference = names.get(value.reference);
    });
    return copy;
}

// The concepts of a list, those below others included.
const flat = (concepts) => (concepts ?? []).flatMap((one) => [one, ...flat(one.concept)]);

// The codes of CodeSystems, by the system.
export function readSystems(resources) {
    return new Map(resources.filter((one) => one.resourceType === 'CodeSystem').map((system) =>
        [system.url, new Map(flat(system.concept).map(({ code, display }) => [code, display]))]));
}

// Codes of our own systems are those that we publish, with the words that we publish.
export function checkCodes(resource, systems) {
    const found = [];
    walk(resource, resource.resourceType, (value, path) => {
        const codes = typeof value?.code === 'string' ? systems.get(value.system) : undefined;
        if (codes !== undefined && !codes.has(value.code))
            found.push(`${path}: ${value.code} is no code of ${value.system}`);
        else if (codes !== undefined && value.display !== undefined &&
            value.display !== codes.get(value.code))
            found.push(`${path}: ${value.code} is "${codes.get(value.code)}", not "${value.display}"`);
    });
    return found;
}
