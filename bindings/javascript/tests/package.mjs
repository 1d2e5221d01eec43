// Packs the package, looks at what it holds, and runs the examples of its README from where npm
// would install it. Usage: node package.mjs DIRECTORY LIBRARY; the package is
// DIRECTORY/sacralmet.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    symlinkSync,
    writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const [directory, library] = process.argv.slice(2);
const source = join(directory, 'sacralmet');
const hasModule = existsSync(join(source, 'wasm'));
const run = (program, ...given) =>
    execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const quiet = ['--json', '--ignore-scripts', '--loglevel=error'];

// What npm would publish: all that the package is made of, nothing of its tests.
const [packed] = JSON.parse(run('npm', 'pack', '--dry-run', ...quiet, source));
const expected = [
    'LICENSE',
    'README.md',
    'index.d.ts',
    'package.json',
    'sacralmet-api.json',
    ...readdirSync(join(source, 'src')).map((it) => `src/${it}`),
    ...(hasModule ? ['wasm/package.json', 'wasm/sacralmet.js', 'wasm/sacralmet.wasm'] : []),
];
assert.deepEqual(packed.files.map((it) => it.path).sort(), expected.sort());

run('npm', 'pack', ...quiet, '--pack-destination', directory, source);
const consumer = join(directory, 'consumer');
const installed = join(consumer, 'node_modules', 'sacralmet');
mkdirSync(installed, { recursive: true });
run('tar', '-xzf', join(directory, packed.filename), '-C', installed, '--strip-components=1');

// The library is found where the system looks for libraries: by its name, here.
const folder = join(directory, 'library');
mkdirSync(folder);
symlinkSync(library, join(folder, 'libsacralmet.so.0'));
process.env.LD_LIBRARY_PATH = folder;

// Each example of the README is followed by what it prints.
const readme = readFileSync(join(installed, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```js\n([^]*?)```\n+```text\n([^]*?)```/g)];
assert.ok(examples.length >= 2);
let ran = 0;
for (const [, program, output] of examples) {
    if (!program.includes("'wasm'") || hasModule) {
        const file = join(consumer, `example-${++ran}.mjs`);
        writeFileSync(file, program);
        assert.equal(run(process.execPath, file), output);
    }
}
const left = hasModule ? '' : '; there is no emcc: without the module';
console.log(`JavaScript package: ${expected.length} files, ${ran} examples${left}`);
