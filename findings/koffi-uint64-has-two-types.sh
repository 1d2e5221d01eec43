#!/bin/sh
# koffi 2.16.1 (npm): what a function returns as uint64_t is a Number as long as it is small and a
# BigInt where it is large, so that its type depends on the patient. 2^53 still is a Number,
# though 2^53 + 1 would be the same one. `mask & 1n` throws for the first kind, `mask & 1` for
# the second.
# Mend: BigInt(value) on every return.
set -eu
. "$(dirname "$0")/lib.sh"
node_with koffi@2.16.1
cat >seen.js <<'END'
const koffi = require('koffi');
const parse = koffi.load('libc.so.6').func('uint64_t strtoull(const char *, void *, int)');
for (const digits of ['5', '9007199254740992', '18446744073709551615'])
    console.log(digits, typeof parse(digits, null, 10));
END
node seen.js | expect "5 number
9007199254740992 number
18446744073709551615 bigint"
