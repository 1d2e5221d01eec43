// The module for hosts of WebAssembly: it exports the names of the list, no more and no
// fewer, with what hands over memory, and answers as the library does.
//
// Usage: node tests/platforms/test_module.js sacralmet.js SYMBOLS.txt
'use strict';
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const [glue, list] = process.argv.slice(2).map((file) => path.resolve(file));
const VOCABULARY_FIELD = 1; // terms.h: a number "never changes its meaning"
const checks = [];
const check = (name, run) => checks.push({ name, run });

function textOf(module, pointer) {
  return pointer === 0 ? null : module.UTF8ToString(pointer);
}

function withText(module, texts, call) {
  const stack = module.stackSave();
  const pointers = texts.map((text) => {
    const room = module.lengthBytesUTF8(text) + 1;
    const pointer = module.stackAlloc(room);
    module.stringToUTF8(text, pointer, room);
    return pointer;
  });
  try {
    return call(...pointers);
  } finally {
    module.stackRestore(stack);
  }
}

check('exports the list', (module) => {
  const listed = fs.readFileSync(list, 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' '))
    .filter(([, library]) => library === 'core')
    .map(([name]) => `_${name}`);
  const exported = Object.keys(module).filter((name) => name.startsWith('_smet'));
  assert.deepStrictEqual(exported.sort(), listed.sort());
  assert.strictEqual(typeof module._malloc, 'function');
  assert.strictEqual(typeof module._free, 'function');
});

check('leaves the handlers of the process alone', () => {
  assert.strictEqual(process.listenerCount('uncaughtException'), 0);
  assert.strictEqual(process.listenerCount('unhandledRejection'), 0);
});

check('hands over text both ways', (module) => {
  const record = module._smet_record_new();
  const refused = withText(module, ['karnofsky', 'much'], (key, cell) =>
    module._smet_record_set_text(record, key, cell, 0));
  assert.notStrictEqual(refused, 0);
  const taken = withText(module, ['karnofsky', '40..50'], (key, cell) =>
    module._smet_record_set_text(record, key, cell, 0));
  assert.strictEqual(taken, 0);
  const field = withText(module, ['karnofsky'], (key) =>
    module._smet_term_find(VOCABULARY_FIELD, key));
  assert.strictEqual(textOf(module, module._smet_term_key(VOCABULARY_FIELD, field)), 'karnofsky');
  assert.strictEqual(module._smet_record_values(record, field, 0, 0), 2);
  module._smet_record_free(record);
});

check('memory grows', (module) => {
  const before = module.HEAPU8.length;
  const large = module._malloc(2 * before);
  assert.notStrictEqual(large, 0);
  assert.ok(module.HEAPU8.length > before);
  module._free(large);
});

check('memory comes back', (module) => {
  // Where nothing is left behind, the same calls get the same addresses.
  const addresses = new Set();
  const most = module.HEAPU8.length;
  for (let i = 0; i < 1000; i++) {
    const record = module._smet_record_new();
    const assessment = module._smet_assess(record, 0);
    assert.notStrictEqual(assessment, 0);
    addresses.add(`${record} ${assessment}`);
    module._smet_assessment_free(assessment);
    module._smet_record_free(record);
  }
  assert.strictEqual(addresses.size, 1);
  assert.strictEqual(module.HEAPU8.length, most);
});

check('says that there is no more memory', (module) => {
  assert.strictEqual(module._malloc(0xfffffff0), 0);
});

async function main() {
  const module = await require(glue)({
    wasmBinary: fs.readFileSync(glue.replace(/\.js$/, '.wasm')),
  });
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      run(module);
    } catch (error) {
      failed += 1;
      console.error(`${name}: ${error.stack}`);
    }
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main();
