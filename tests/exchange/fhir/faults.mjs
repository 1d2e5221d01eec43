// Resources with one fault each, made of our own answers, and who must catch it: a validator
// that stops catching is a red build. `ours` are the rules of rules.mjs.
const F = 'fhir', A = '@asymmetrik/fhir-json-schema-validator', M = '@medplum/core', OURS = 'ours';

// [name, type of the resource, what is done to it, who catches it]
const percent = (value) => ({ value, system: 'http://unitsofmeasure.org', code: '%' });
const basic = { resourceType: 'Basic', code: { text: 'x' } };

export const faults = [
    ['no status', 'Observation', (o) => { delete o.status; }, [F, M]],
    ['a status that is none', 'Observation', (o) => { o.status = 'Final'; }, [F, A]],
    ['no code', 'Observation', (o) => { delete o.code; }, [F, A, M]],
    ['a value beside the reason that it is absent', 'Observation', (o) => {
        o.valueInteger = 7;
        o.dataAbsentReason = { text: 'unknown' };
    }, [M]],
    ['two values', 'Observation', (o) => { o.valueInteger = 7; o.valueString = '7'; }, [M]],
    ['a total that is no integer', 'Observation', (o) => { o.valueInteger = 7.5; }, [M]],
    ['a total as a string', 'Observation', (o) => { o.valueInteger = '7'; }, [F, A, M]],
    ['a value of a type that there is not', 'Observation', (o) => { o.valueDecimal = 7; }, [F, A, M]],
    ['a component without a code', 'Observation', (o) => { delete o.component[0].code; }, [F, A, M]],
    ['a component that repeats the code', 'Observation', (o) => {
        o.valueInteger = 7;
        o.component[0].code = structuredClone(o.code);
    }, [OURS]],
    ['a reference range without anything', 'Observation', (o) => {
        o.referenceRange = [{ appliesTo: [{ text: 'all' }] }];
    }, [M]],
    ['a note without a text', 'Observation', (o) => { o.note = [{ time: '2026-01-01' }]; }, [F, M]],
    ['a note that is no list', 'Observation', (o) => { o.note = { text: 'x' }; }, [F, A, M]],
    ['a property that there is not', 'Observation', (o) => { o.score = 7; }, [F, A, M]],
    ['an effective time without a zone', 'Observation', (o) => {
        o.effectiveDateTime = '2026-01-01T12:00:00';
    }, [A]],
    ['an effective time that is none', 'Observation', (o) => {
        o.effectiveDateTime = '1 January 2026';
    }, [A, M]],
    ['a device that is a patient', 'Observation', (o) => { o.device = { reference: 'Patient/p' }; },
        [F, M]],
    ['derived from a condition', 'Observation', (o) => {
        o.derivedFrom = [{ reference: 'Condition/c' }];
    }, [F, M]],
    ['an id with a blank', 'Observation', (o) => { o.id = 'a b'; }, [A, OURS]],
    ['an id that is too long', 'Observation', (o) => { o.id = 'a'.repeat(65); }, [A, OURS]],
    ['an empty list', 'Observation', (o) => { o.derivedFrom = []; }, [OURS]],
    ['an empty object', 'Observation', (o) => { o.method = {}; }, [OURS]],
    ['an empty string', 'Observation', (o) => { o.code.text = ''; }, [A, OURS]],
    ['null', 'Observation', (o) => { o.bodySite = null; }, [F, M, OURS]],
    ['a range the wrong way round', 'Observation', (o) => {
        delete o.valueInteger;
        o.valueRange = { low: { value: 9 }, high: { value: 3 } };
    }, [OURS]],
    ['a profile that is claimed', 'Observation', (o) => {
        o.meta = { profile: ['http://hl7.org/fhir/StructureDefinition/vitalsigns'] };
    }, [OURS]],
    ['a status that is none', 'RiskAssessment', (r) => { r.status = 'done'; }, [F]],
    ['no status', 'RiskAssessment', (r) => { delete r.status; }, [F, M]],
    ['no subject', 'RiskAssessment', (r) => { delete r.subject; }, [F, A, M]],
    ['a subject that is a device', 'RiskAssessment', (r) => {
        r.subject = { reference: 'Device/d' };
    }, [F, M]],
    ['a probability above one hundred', 'RiskAssessment', (r) => {
        r.prediction[0].probabilityDecimal = 120;
    }, [M, OURS]],
    ['a probability that no source gives', 'RiskAssessment', (r) => {
        r.prediction[0].probabilityDecimal = 50;
    }, [OURS]],
    ['a probability of two types', 'RiskAssessment', (r) => {
        r.prediction[0].probabilityDecimal = 50;
        r.prediction[0].probabilityRange = { low: percent(1) };
    }, [M, OURS]],
    ['months as a number', 'RiskAssessment', (r) => { r.prediction[0].whenRange = 6; }, [OURS]],
    ['months as a string', 'RiskAssessment', (r) => {
        r.prediction[0].whenRange = { low: { value: '6', code: 'mo' } };
    }, [F, A, M]],
    ['months the wrong way round', 'RiskAssessment', (r) => {
        r.prediction[0].whenRange = { low: { value: 12 }, high: { value: 6 } };
    }, [OURS]],
    ['months in a unit that UCUM does not know', 'RiskAssessment', (r) => {
        r.prediction[0].whenRange.high.code = 'months';
    }, [OURS]],
    ['a prediction that is no list', 'RiskAssessment', (r) => { r.prediction = r.prediction[0]; },
        [F, A, M]],
    ['no module', 'GuidanceResponse', (g) => { delete g.moduleCanonical; }, [F, M]],
    ['no status', 'GuidanceResponse', (g) => { delete g.status; }, [F, M]],
    ['a status that is none', 'GuidanceResponse', (g) => { g.status = 'complete'; }, [F, A]],
    ['output that is an observation', 'GuidanceResponse', (g) => {
        g.outputParameters = { reference: 'Observation/o' };
    }, [F, M]],
    ['a requirement without a type', 'GuidanceResponse', (g) => {
        delete g.dataRequirement[0].type;
    }, [F, M]],
    ['a filter by path and by search', 'GuidanceResponse', (g) => {
        g.dataRequirement[0].codeFilter[0].searchParam = 'code';
    }, [M]],
    ['a module with a blank', 'GuidanceResponse', (g) => { g.moduleCanonical = 'a b'; }, [A, M]],
    ['a severity that is none', 'DetectedIssue', (d) => { d.severity = 'critical'; }, [F, A]],
    ['no status', 'DetectedIssue', (d) => { delete d.status; }, [F, M]],
    ['a detail that is an object', 'DetectedIssue', (d) => { d.detail = { text: d.detail }; }, [A, M]],
    ['an author that is a patient', 'DetectedIssue', (d) => {
        d.author = { reference: 'Patient/p' };
    }, [F, M]],
    ['a mitigation without an action', 'DetectedIssue', (d) => {
        d.mitigation = [{ date: '2026-01-01' }];
    }, [F, A, M]],
    ['a parameter without a name', 'Parameters', (p) => { delete p.parameter[0].name; }, [F, M]],
    ['a parameter with a value and a resource', 'Parameters', (p) => {
        p.parameter[1] = { name: 'x', valueString: 'x', resource: basic };
    }, [M]],
    ['a truth as a string', 'Parameters', (p) => {
        p.parameter[1] = { name: 'x', valueBoolean: 'true' };
    }, [F, A, M]],
    ['a name without a type', 'Device', (d) => { delete d.deviceName[0].type; }, [F, M]],
    ['a name of a type that is none', 'Device', (d) => { d.deviceName[0].type = 'brand'; }, [F, A]],
    ['a version without a value', 'Device', (d) => { delete d.version[0].value; }, [F, M]],
    ['a type that is none', 'Bundle', (b) => { b.type = 'answers'; }, [F, A]],
    ['no type', 'Bundle', (b) => { delete b.type; }, [F, M]],
    ['a timestamp without a time', 'Bundle', (b) => { b.timestamp = '2026-01-01'; }, [A, M]],
    ['an entry that is no resource', 'Bundle', (b) => { b.entry[0].resource = { text: 'x' }; }, [F, A, M]],
    ['a resource of a type that there is not', 'Bundle', (b) => {
        b.entry[0].resource.resourceType = 'Score';
    }, [F, A, M]],
    ['a reference that is no entry', 'Bundle', (b) => {
        b.entry.find((e) => e.resource.resourceType === 'Observation').resource.device.reference =
            'urn:uuid:00000000-0000-8000-8000-000000000000';
    }, [M, OURS]],
    ['two entries of one name', 'Bundle', (b) => { b.entry[1].fullUrl = b.entry[0].fullUrl; }, [M, OURS]],
];
