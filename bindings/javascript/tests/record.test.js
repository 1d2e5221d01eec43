import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, SacralmetError } from '../src/index.js';
import { options, refusal, sacralmet } from './setup.js';

const { Record, Assessment } = sacralmet;

test('a text or a number in a record is a key, not the number of an option', () => {
    // The option of ESCC with the key "2" has another number: the two differ on purpose here.
    const escc = sacralmet.catalog.fields.find((it) => it.key === 'escc');
    const option = escc.values.find((it) => it.key === '2');
    assert.notEqual(option.number, 2);
    assert.deepEqual(new Record({ escc: '2' }).values('escc'), ['2']);
    assert.deepEqual(new Record({ escc: 2 }).values('escc'), ['2']);
    assert.deepEqual(new Record({ escc: [2, '3'] }).values('escc'), ['2', '3']);
    assert.throws(
        () => new Record({ primary_tumor: 3 }),
        refusal('SMET_ERROR_UNKNOWN_OPTION', 'primary_tumor', /^primary_tumor: "3"/),
    );
});

test('what was entered comes back', () => {
    const record = new Record({ karnofsky: { minimum: 40, maximum: 60 }, lesion_level: 'S1|S2' });
    record.set('cauda_equina_syndrome', false).set('bladder', null).set('bowel', undefined);
    const entered = [
        ['karnofsky', [40, 50, 60]],
        ['cauda_equina_syndrome', ['no']],
        ['lesion_level', ['S1', 'S2']],
    ];
    assert.deepEqual(record.entries(), entered);
    assert.deepEqual(new Record(record.entries()).entries(), entered);
    assert.deepEqual(new Record(record.toJSON()).entries(), entered);
    assert.deepEqual([...new Record(record)], entered);
    assert.equal(record.isEntered('bladder'), false);
    assert.equal(record.isPossible('karnofsky', 50), true);
    assert.equal(record.isPossible('karnofsky', 70), false);
    assert.deepEqual(record.clear('karnofsky').entries(), entered.slice(1));
    assert.deepEqual(new Record({ pain_score: { minimum: 8 } }).values('pain_score'), [8, 9, 10]);
});

test("a range is that of the library's JSON, with either name for its ends", () => {
    const wanted = [3, 4, 5];
    for (const range of [
        { min: 3, max: 5 },
        { minimum: 3, maximum: 5 },
        { min: 3, maximum: 5 },
        JSON.parse('{"min":3,"max":5}'),
        Object.assign(Object.create(null), { max: 5, min: 3 }),
    ]) {
        assert.deepEqual(new Record({ pain_score: range }).values('pain_score'), wanted);
    }
    assert.deepEqual(new Record({ pain_score: { max: 1 } }).values('pain_score'), [0, 1]);
    // Keys that begin with "_" are the caller's own, as in that JSON.
    assert.deepEqual(new Record({ _id: { any: 'thing' }, escc: '2' }).entries(), [
        ['escc', ['2']],
    ]);
});

test('an object that is not understood is refused, not taken for unknown', () => {
    const foreign = [
        {},
        { value: 5, unit: '{score}' },
        { min: 3, max: 5, unit: 'x' },
        { min: 3, minimum: 3 },
        { from: 3, to: 5 },
        { min: null },
        { min: '3' },
        { min: 3.5 },
        new Date(2020, 1, 1),
        new Number(5),
        new String('45'),
        new (class Quantity {
            min = 3;
        })(),
        Promise.resolve(5),
        /5/,
        new Error('5'),
    ];
    for (const value of foreign) {
        assert.throws(() => new Record({ pain_score: value }), /^TypeError: pain_score: /);
        assert.throws(() => new Record().narrow('pain_score', value), TypeError);
        assert.throws(() => new Record().set('pain_score', value), TypeError);
        assert.throws(() => new Record({ pain_score: [5, value] }), TypeError);
        assert.throws(() => new Assessment({ pain_score: value }), TypeError);
    }
    for (const facts of [5, 'karnofsky', true, new Date(), () => 5, new String('ab'), [5], ['ab']]) {
        assert.throws(() => new Record(facts), TypeError, String(facts));
    }
    assert.deepEqual(new Record(new Map([['ecog', '2']])).entries(), [['ecog', ['2']]]);
});

test('options that are not known are refused', async () => {
    const columns = { ecog: [2] };
    for (const call of [
        () => sacralmet.scoreColumns('sins', columns, { onbad: 'mark' }),
        () => sacralmet.scoreColumns('sins', columns, { interventions: [] }),
        () => sacralmet.scoreColumns('sins', columns, 'mark'),
        () => sacralmet.scoreColumns('sins', columns, null),
        () => sacralmet.assessColumns(columns, { intervention: ['ct'] }),
        () => sacralmet.checkColumns(columns, { row: 1 }),
        () => sacralmet.checkColumns({ ecog: { values: Int8Array.of(2), valid: null } }),
        () => sacralmet.checkColumns(new Date()),
        () => sacralmet.checkColumns(5),
    ]) {
        assert.throws(call, TypeError, String(call));
    }
    await assert.rejects(load({ ...options, libary: 'x' }), /there is no option "libary"/);
});

test('what is refused changes nothing and says why', () => {
    const record = new Record({ karnofsky: '40..60' });
    const before = record.entries();
    const refused = (call, status, field, message) =>
        assert.throws(call, refusal(status, field, message));
    refused(
        () => record.set('karnofsky', 90),
        'SMET_ERROR_CONTRADICTION',
        'karnofsky',
        /^karnofsky: /,
    );
    refused(() => record.set('karnofsky', 45), 'SMET_ERROR_OUT_OF_RANGE', 'karnofsky', /45/);
    refused(() => record.set('karnofsky', 50.5), 'SMET_ERROR_SYNTAX', 'karnofsky', /^karnofsky: /);
    refused(
        () => record.set('frankel', true),
        'SMET_ERROR_WRONG_KIND',
        'frankel',
        /^frankel: true/,
    );
    refused(() => record.set('frankel', 'A\0B'), 'SMET_ERROR_SYNTAX', 'frankel', /NUL/);
    refused(() => record.narrow('frankel', []), 'SMET_ERROR_EMPTY_SET', 'frankel', /^frankel: /);
    refused(
        () => record.narrow('frankel', ['A', 'Z']),
        'SMET_ERROR_UNKNOWN_OPTION',
        'frankel',
        /"Z"/,
    );
    // In a list a text is one value: neither alternatives nor nothing at all.
    refused(() => record.narrow('frankel', ['A|B']), 'SMET_ERROR_SYNTAX', 'frankel', /"A\|B"/);
    refused(() => record.narrow('frankel', ['A', null]), 'SMET_ERROR_SYNTAX', 'frankel', /""/);
    refused(
        () => record.narrow('karnofsky', { minimum: 60, maximum: 50 }),
        'SMET_ERROR_REVERSED_RANGE',
        'karnofsky',
        /^karnofsky: /,
    );
    for (const call of [
        () => record.set('nothing', 1),
        () => record.values('nothing'),
        () => record.clear('nothing'),
        () => record.narrow('nothing', ['a']),
        () => record.set('nothing', true),
    ]) {
        refused(call, 'SMET_ERROR_UNKNOWN_FIELD', null, /nothing/);
    }
    assert.throws(() => record.narrow('karnofsky', { minimum: 1.5, maximum: 50 }), TypeError);
    assert.throws(() => record.narrow('frankel', 'A'), TypeError);
    assert.throws(() => record.set('frankel', Symbol('A')), TypeError);
    assert.throws(() => record.set(14, 'A'), TypeError);
    refused(() => record.score('nothing'), 'SMET_ERROR_UNKNOWN_TERM', null, /"nothing"/);
    assert.deepEqual(record.entries(), before);
});

test('a record or an assessment that was disposed of says so', () => {
    const record = new Record({ karnofsky: 60 });
    const assessment = record.assess();
    record.dispose();
    record.dispose();
    const gone = refusal('SMET_ERROR_NULL_ARGUMENT', null, /^This record was disposed of\.$/);
    assert.throws(() => record.set('karnofsky', 60), gone);
    assert.throws(() => record.values('karnofsky'), gone);
    assert.throws(() => record.entries(), gone);
    assert.throws(() => record.narrow('karnofsky', [60]), gone);
    assert.throws(() => record.score('sins'), gone);
    assert.throws(() => record.assess(), gone);
    assert.throws(() => new Record(record), gone);
    // It does not need its record.
    assert.deepEqual(assessment.values('karnofsky'), [60]);
    assessment.dispose();
    assert.throws(
        () => assessment.scores,
        refusal('SMET_ERROR_NULL_ARGUMENT', null, /^This assessment was disposed of\.$/),
    );
    if (Symbol.dispose !== undefined) {
        const other = new Record();
        other[Symbol.dispose]();
        assert.throws(() => other.entries(), gone);
    }
});

test('an assessment is made of plain objects, with reasons and citations', () => {
    // The chart of a patient of the vectors: cauda equina syndrome is an emergency.
    const assessment = new Assessment({ cauda_equina_syndrome: true });
    const [first] = assessment.dispositions;
    assert.equal(first.disposition, 'emergency');
    const rule = first.rules.find((it) => it.verdict === 'emergency');
    assert.equal(rule.fires, 'true');
    assert.ok(rule.rationale.length > 0 && rule.citations[0].length > 0);
    assert.deepEqual(JSON.parse(JSON.stringify(assessment)), assessment.toJSON());
    assert.equal(new Set(Object.values(assessment.findings)).has(null), false);
    assert.ok(assessment.next.length > 0 && assessment.next.every((it) => it.label.length > 0));
    const { items } = new Record({ pain: 'mechanical' }).score('sins');
    // Fisher 2010: mechanical pain has 3 points.
    assert.deepEqual(items.find((it) => it.field === 'pain').points, [3]);
});

test('vocabularies and the catalog are read from the library', () => {
    const { vocabularies, catalog } = sacralmet;
    for (const [name, vocabulary] of Object.entries(vocabularies)) {
        assert.equal(vocabulary.name, name);
        for (const { key, number, label } of vocabulary) {
            assert.equal(vocabulary.number(key), number);
            assert.equal(vocabulary.key(number), key);
            assert.equal(vocabulary.label(key), label);
        }
    }
    assert.equal(vocabularies.field.number('nothing'), null);
    for (const [part, vocabulary] of [
        ['fields', 'field'],
        ['instruments', 'instrument'],
        ['findings', 'finding'],
        ['interventions', 'intervention'],
        ['rules', 'rule'],
        ['conflicts', 'conflict'],
        ['references', 'reference'],
        ['evidence', 'evidence'],
        ['disputes', 'dispute'],
    ]) {
        assert.deepEqual(
            catalog[part].map((it) => it.key),
            vocabularies[vocabulary].keys(),
        );
    }
    const everything = JSON.stringify([
        catalog.fields,
        catalog.instruments,
        catalog.findings,
        catalog.rules,
        catalog.links,
        catalog.mappings,
        catalog.checks,
        catalog.conflicts,
    ]);
    // Each number in a list stands for a term: none came out as null.
    assert.doesNotMatch(everything, /[[,]null[,\]]/);
    assert.ok(catalog.links.length > 0 && catalog.mappings.length > 0 && catalog.checks.length > 0);
    assert.ok(catalog.rules.every((it) => it.references.length > 0 && it.condition.length > 0));
    assert.throws(() => catalog.rules.push({}), TypeError);
    assert.match(sacralmet.versions.digest, /^[0-9a-f]{64}$/);
});

test('a record goes only to the library that made it', async () => {
    // Loaded twice, as both backends may be: an address of one means nothing to the other.
    const other = await load(options);
    const record = new Record({ karnofsky: 60 });
    assert.throws(() => new other.Record(record), TypeError);
    assert.throws(() => new other.Assessment(record), TypeError);
    assert.deepEqual(new other.Record(record.entries()).entries(), record.entries());
});

test('what cannot be loaded says so', async () => {
    await assert.rejects(load({ backend: 'other' }), TypeError);
    await assert.rejects(load({ ...options, library: '/nowhere/sacralmet.js' }), SacralmetError);
    await assert.rejects(load({ ...options, description: '/nowhere.json' }), SacralmetError);
    await assert.rejects(load({ ...options, description: { format: 2 } }), SacralmetError);
});
