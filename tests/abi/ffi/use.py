"""Feeds the headers of lib/abi to cffi and scores a record.

usage: use.py FOLDER CORE [EXCHANGE]
"""
import os
import sys

import cffi

folder, libraries = sys.argv[1], sys.argv[2:]
ffi = cffi.FFI()
loaded = []
for name, library in zip(("sacralmet_ffi.h", "sacralmet_exchange_ffi.h"), libraries):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        ffi.cdef(file.read())
    loaded.append(ffi.dlopen(library))
core = loaded[0]

record = core.smet_record_new()
error = ffi.new("struct smet_error *", {"size": ffi.sizeof("struct smet_error")})
for key, cell in ((b"lesion_level", b"S1"), (b"pain", b"mechanical"),
                  (b"bone_lesion", b"lytic|mixed")):
    if core.smet_record_set_text(record, key, cell, error) != core.SMET_OK:
        sys.exit(ffi.string(error.message).decode())
score = ffi.new("struct smet_score *", {"size": ffi.sizeof("struct smet_score")})
status = core.smet_record_score(record, core.SMET_INSTRUMENT_SINS, score, ffi.NULL)
print(status, score.minimum, score.maximum, score.missing_count)
if len(loaded) > 1:
    text = ffi.new("char[]", 200)
    loaded[1].smet_record_write_json(record, loaded[1].SMET_JSON_COMPACT, text, 200)
    print(ffi.string(text).decode())
core.smet_record_free(record)
