import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { load, SacralmetError } from '../src/index.js';
import { options, sacralmet } from './setup.js';

const skip = options.backend !== 'wasm';

test('a host without files hands over function, bytes and description', { skip }, async () => {
    const script = resolve(options.library);
    const parts = {
        backend: 'wasm',
        library: createRequire(import.meta.url)(script),
        wasm: readFileSync(script.replace(/js$/, 'wasm')),
        description: JSON.parse(readFileSync(new URL('../sacralmet-api.json', import.meta.url))),
    };
    const library = await load(parts);
    assert.deepEqual(library.versions, sacralmet.versions);
    const facts = { pain: 'mechanical' };
    assert.deepEqual(
        new library.Record(facts).score('sins'),
        new sacralmet.Record(facts).score('sins'),
    );
    await assert.rejects(load({ ...parts, library: undefined, wasm: '/nowhere.wasm' }), Error);
    await assert.rejects(load({ ...parts, library: '/nowhere.js' }), SacralmetError);
});
