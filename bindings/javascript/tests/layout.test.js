import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abiServes } from '../src/core.js';
import { Description } from '../src/description.js';
import { readJson } from '../src/files.js';
import { options, sacralmet } from './setup.js';

const isNative = options.backend === 'native';
const has64 = ['x64', 'arm64'].includes(process.arch);

test('the description has the layouts of this machine', { skip: !isNative || !has64 }, async () => {
    const { nativeBackend } = await import('../src/native.js');
    const content = await readJson(new URL('../sacralmet-api.json', import.meta.url));
    const description = new Description(content);
    const backend = await nativeBackend(description, options.library);
    const structs = content.structs.filter((it) => it.name.startsWith('smet_'));
    assert.ok(structs.length > 20);
    for (const { name } of structs) {
        assert.deepEqual(backend.layout(name), description.layout(name, 8), name);
    }
});

test('a library with another ABI is refused, before 1.0 also by its second number', () => {
    for (const [abi, made, serves] of [
        ['1.2.0', '1.2.9', true],
        ['1.3.0', '1.2.0', true],
        ['1.1.0', '1.2.0', false],
        ['2.2.0', '1.2.0', false],
        ['0.2.7', '0.2.0', true],
        ['0.3.0', '0.2.0', false],
        ['0.1.0', '0.2.0', false],
    ]) {
        assert.equal(abiServes(abi, made), serves, `${abi} for ${made}`);
    }
});

test('the package has the version of the library', async () => {
    const { version } = await readJson(new URL('../package.json', import.meta.url));
    assert.equal(version, sacralmet.versions.release);
});
