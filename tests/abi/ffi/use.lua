-- Feeds the headers of lib/abi to LuaJIT and scores a record.
-- usage: use.lua FOLDER CORE [EXCHANGE]
local ffi = require("ffi")

local function read(path)
    local file = assert(io.open(path))
    local text = file:read("*a")
    file:close()
    return text
end

local names = {"sacralmet_ffi.h", "sacralmet_exchange_ffi.h"}
local loaded = {}
for i = 2, #arg do
    ffi.cdef(read(arg[1] .. "/" .. names[i - 1]))
    loaded[i - 1] = ffi.load(arg[i])
end
local core = loaded[1]

local record = core.smet_record_new()
local err = ffi.new("struct smet_error", {size = ffi.sizeof("struct smet_error")})
for _, fact in ipairs({{"lesion_level", "S1"}, {"pain", "mechanical"},
                       {"bone_lesion", "lytic|mixed"}}) do
    if core.smet_record_set_text(record, fact[1], fact[2], err) ~= core.SMET_OK then
        error(ffi.string(err.message))
    end
end
local score = ffi.new("struct smet_score", {size = ffi.sizeof("struct smet_score")})
local status = core.smet_record_score(record, core.SMET_INSTRUMENT_SINS, score, nil)
print(string.format("%d %d %d %d", status, score.minimum, score.maximum,
                    tonumber(score.missing_count)))
if loaded[2] then
    local text = ffi.new("char[200]")
    loaded[2].smet_record_write_json(record, loaded[2].SMET_JSON_COMPACT, text, 200)
    print(ffi.string(text))
end
core.smet_record_free(record)
