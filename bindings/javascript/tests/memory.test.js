import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sacralmet } from './setup.js';

const { Record } = sacralmet;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** Memory of the process, and of the module where there is one, in bytes. */
function used() {
    return sacralmet.memorySize ?? process.memoryUsage.rss();
}

function work(first, count, isDisposed) {
    for (let i = first; i < first + count; i++) {
        const record = new Record({ karnofsky: 10 * ((i % 10) + 1), pain: 'mechanical' });
        const assessment = record.assess();
        assert.equal(assessment.score('sins').minimum <= 18, true);
        if (isDisposed) {
            assessment.dispose();
            record.dispose();
        }
    }
}

// A record has some 800 bytes and an assessment some kilobytes: 100 000 of them, kept, would have
// more than 80 and 500 megabytes. 48 are what the heap of JavaScript may well vary by.
const BOUND = 48 * 1024 * 1024;

test('100 000 records that are disposed of leave nothing', () => {
    work(0, 5000, true);
    collect();
    const before = used();
    work(0, 100000, true);
    collect();
    assert.ok(used() - before < BOUND, `${used() - before} bytes more`);
});

test('the collector gives back what nobody disposed of', async () => {
    const rounds = async (count) => {
        for (let round = 0; round < count; round++) {
            work(1000 * round, 1000, false);
            collect();
            await turn();
        }
    };
    await rounds(5);
    const before = used();
    await rounds(100);
    assert.ok(used() - before < BOUND, `${used() - before} bytes more`);
});

test('what is refused leaves nothing either', () => {
    const refuse = (count) => {
        for (let i = 0; i < count; i++) {
            assert.throws(() => new Record({ karnofsky: 60, pain: 'awful' }));
        }
    };
    refuse(1000);
    collect();
    const before = used();
    refuse(100000);
    collect();
    assert.ok(used() - before < BOUND, `${used() - before} bytes more`);
});
