--- libsacralmet for LuaJIT, over the C declarations in sacralmet_ffi.h.
--
--     local sacralmet = require("sacralmet").open(LIBRARY, HEADER)
--     local record = sacralmet.record{lesion_level = "S1", karnofsky = "40..50"}
--     print(record:score("sins").minimum)
--
-- Fields, values, instruments, interventions and rules go by their keys, which
-- come from the library that is running. A call that the library refuses raises a
-- table with `message`, `status` (its name) and `field` (a key, or nil). Memory
-- of the library is freed with the object that holds it, or at once by free().
local bit = require("bit")
local ffi = require("ffi")

local M = {}

--- What is raised when the library refuses a call.
local Error = {}
Error.__index = Error
Error.__tostring = function(self) return self.message end
M.Error = Error

-- Declarations can be made once, and a library is kept as long as its objects.
local declared = false
local opened = {}

local function declare(header)
    if declared then return end
    local file = assert(io.open(header, "r"))
    ffi.cdef(file:read("*a"))
    file:close()
    declared = true
end

local function sized(kind)
    local made = ffi.new(kind)
    made.size = ffi.sizeof(kind)
    return made
end

local function text_of(pointer)
    if pointer ~= nil then return ffi.string(pointer) end
end

--- The numbers of the bits that are set, rising.
local function bits(mask)
    local numbers = {}
    mask = ffi.cast("uint64_t", mask) -- shifts of a plain number begin anew at 32
    for number = 0, 63 do
        if bit.band(bit.rshift(mask, number), 1) ~= 0 then numbers[#numbers + 1] = number end
    end
    return numbers
end

--- What a function of the library writes into an array, however much it is.
local function list(call, ...)
    local arguments, count = {...}, select("#", ...)
    arguments[count + 1], arguments[count + 2] = nil, 0
    local length = tonumber(call(unpack(arguments, 1, count + 2)))
    local room = ffi.new("int32_t[?]", length)
    arguments[count + 1], arguments[count + 2] = room, length
    call(unpack(arguments, 1, count + 2))
    local numbers = {}
    for i = 1, length do numbers[i] = room[i - 1] end
    return numbers
end

local function array(pointer, count)
    local numbers = {}
    for i = 1, count do numbers[i] = pointer[i - 1] end
    return numbers
end

--- Makes the module for one library.
local function make(C)
    if C.smet_abi_serves(C.SMET_ABI_VERSION_MAJOR, C.SMET_ABI_VERSION_MINOR) == 0 then
        error(("libsacralmet has the ABI %s; the declarations are of %d.%d"):format(
            ffi.string(C.smet_abi_version()), C.SMET_ABI_VERSION_MAJOR,
            C.SMET_ABI_VERSION_MINOR), 3)
    end
    local S = {C = C}

    -- words -----------------------------------------------------------------

    local vocabularies = {}
    for i = 0, tonumber(C.smet_term_count(C.SMET_VOCABULARY_VOCABULARY)) - 1 do
        local number = C.smet_term_at(C.SMET_VOCABULARY_VOCABULARY, i)
        vocabularies[ffi.string(C.smet_term_key(C.SMET_VOCABULARY_VOCABULARY, number))] = number
    end

    local function vocabulary_of(name)
        return vocabularies[name] or error("no vocabulary " .. tostring(name), 3)
    end

    --- The terms of a vocabulary in order: a list of {number, key, label}.
    function S.terms(name)
        local vocabulary, terms = vocabulary_of(name), {}
        for i = 1, tonumber(C.smet_term_count(vocabulary)) do
            local number = C.smet_term_at(vocabulary, i - 1)
            terms[i] = {
                number = number,
                key = text_of(C.smet_term_key(vocabulary, number)),
                label = text_of(C.smet_term_label(vocabulary, number)),
            }
        end
        return terms
    end

    local key_of = {} -- of each vocabulary, keys by number
    local number_of = {} -- and numbers by key
    for name in pairs(vocabularies) do
        key_of[name], number_of[name] = {}, {}
        for _, term in ipairs(S.terms(name)) do
            key_of[name][term.number] = term.key
            number_of[name][term.key] = term.number
        end
    end

    local function keys(name, numbers)
        local words = {}
        for i, number in ipairs(numbers) do words[i] = key_of[name][number] end
        return words
    end

    local function key_list(name, call, ...) return keys(name, list(call, ...)) end

    -- errors ----------------------------------------------------------------

    local function refuse(status, message, field)
        error(setmetatable({
            message = message or text_of(C.smet_status_text(status)),
            status = text_of(C.smet_status_name(status)),
            field = field,
        }, Error), 0)
    end

    --- Raises what the library says, if it refused.
    local function check(status, err)
        if status == 0 then return end
        refuse(status, err and ffi.string(err.message), err and key_of.field[err.field])
    end

    local function number(name, key)
        local term = number_of[name][key]
        if term then return term end
        refuse(C.SMET_ERROR_UNKNOWN_TERM, tostring(key) .. ": there is no such " .. name .. ".")
    end

    local function field_number(key)
        local field = number_of.field[key]
        if field then return field end
        refuse(C.SMET_ERROR_UNKNOWN_FIELD, tostring(key) .. ": there is no field with this key.")
    end

    -- the catalogue ---------------------------------------------------------

    --- What a field is: key, label, definition, kind, and for integers its bounds.
    function S.field(key)
        local info = sized("struct smet_field_info")
        check(C.smet_field_describe(field_number(key), info))
        return {
            key = key,
            label = ffi.string(info.label),
            definition = ffi.string(info.definition),
            kind = key_of.field_kind[info.kind],
            minimum = info.minimum,
            maximum = info.maximum,
            step = info.step,
        }
    end

    --- The values of a field in order: a list of {value, key, label}.
    function S.values(key)
        local field, values = field_number(key), {}
        for i = 1, tonumber(C.smet_value_count(field)) do
            local value = C.smet_value_at(field, i - 1)
            values[i] = {
                value = value,
                key = text_of(C.smet_value_key(field, value)),
                label = text_of(C.smet_value_label(field, value)),
            }
        end
        return values
    end

    --- What a rule says: verdict, rationale, and the section that it comes from.
    function S.rule(key)
        local info = sized("struct smet_rule_info")
        check(C.smet_rule_describe(number("rule", key), info))
        return {
            key = key,
            verdict = key_of.verdict[info.verdict],
            grade = key_of.grade[info.grade],
            rationale = ffi.string(info.rationale),
            section = ffi.string(info.section),
        }
    end

    --- Which library this is, and which knowledge it holds.
    function S.versions()
        return {
            release = ffi.string(C.smet_version()),
            abi = ffi.string(C.smet_abi_version()),
            content = ffi.string(C.smet_content_version()),
            digest = ffi.string(C.smet_content_digest()),
        }
    end

    local function value_keys(field, numbers)
        local words = {}
        for i, value in ipairs(numbers) do words[i] = text_of(C.smet_value_key(field, value)) end
        return words
    end

    local function band_keys(score)
        local words = {}
        for i, band in ipairs(bits(score.bands)) do
            local info = sized("struct smet_band_info")
            check(C.smet_band_describe(score.instrument, band, info))
            words[i] = ffi.string(info.key)
        end
        return words
    end

    local function score_table(score)
        return {
            minimum = score.minimum,
            maximum = score.maximum,
            totals = bits(score.totals),
            bands = band_keys(score),
            complete = score.is_complete ~= 0,
            decided = score.is_decided ~= 0,
            missing = keys("field", array(score.missing, score.missing_count)),
        }
    end

    -- records ---------------------------------------------------------------

    local Record = {}
    Record.__index = Record

    local function free(self, call)
        if self.c ~= nil then call(ffi.gc(self.c, nil)) end
        self.c = nil
    end

    local function own_record(pointer)
        if pointer == nil then refuse(C.SMET_ERROR_NO_MEMORY) end
        return setmetatable({c = ffi.gc(pointer, C.smet_record_free)}, Record)
    end

    --- A record with some facts; without any, everything is unknown.
    function S.record(facts)
        local record = own_record(C.smet_record_new())
        for key, fact in pairs(facts or {}) do record:set(key, fact) end
        return record
    end

    -- The text of one value: a key, a number, true or false for yes and no.
    local function cell(key, value)
        if type(value) == "string" then return value end
        if type(value) == "number" then
            return value % 1 == 0 and ("%.0f"):format(value) or tostring(value)
        end
        if type(value) == "boolean" and S.field(key).kind == "yes_no" then
            return value and "yes" or "no"
        end
        refuse(C.SMET_ERROR_WRONG_KIND, ("%s: a %s is no value of it."):format(key, type(value)),
            number_of.field[key] and key)
    end

    -- The text of a table: a list of values, or a range {min = 40, max = 60} as in JSON. One
    -- that is neither is refused: joined as a list it would say nothing.
    local function cells(key, fact)
        local words, count = {}, 0
        for _ in pairs(fact) do count = count + 1 end
        for i, value in ipairs(fact) do words[i] = cell(key, value) end
        if #words == count then
            if count == 0 then
                refuse(C.SMET_ERROR_EMPTY_SET, key .. ": no value is left.",
                    number_of.field[key] and key)
            end
            return table.concat(words, "|")
        end
        for name, value in pairs(fact) do
            if (name ~= "min" and name ~= "max") or type(value) ~= "number" then
                refuse(C.SMET_ERROR_WRONG_KIND,
                    ("%s: a list of values or a range {min = , max = } is needed."):format(key),
                    number_of.field[key] and key)
            end
        end
        local field = S.field(key)
        if field.kind ~= "integer" then
            refuse(C.SMET_ERROR_WRONG_KIND, key .. ": only an integer field takes a range.", key)
        end
        return cell(key, fact.min or field.minimum) .. ".." .. cell(key, fact.max or field.maximum)
    end

    --- Enters a fact: text (`a`, `a|b`, `40..50`), a number, true or false for yes and no, a
    -- list of values, or a range {min = 40, max = 60}.
    function Record:set(key, fact)
        local text = type(fact) == "table" and cells(key, fact) or cell(key, fact)
        if (key .. text):find("%z") then
            refuse(C.SMET_ERROR_SYNTAX, key:gsub("%z.*", "") .. ": there is a NUL in the text.",
                number_of.field[key] and key)
        end
        local err = sized("struct smet_error")
        check(C.smet_record_set_text(self.c, key, text, err), err)
        return self
    end

    --- Forgets what was entered in a field.
    function Record:clear(key)
        check(C.smet_record_clear(self.c, field_number(key)))
        return self
    end

    --- The keys of the values still possible, as entered.
    function Record:values(key)
        local field = field_number(key)
        return value_keys(field, list(C.smet_record_values, self.c, field))
    end

    function Record:is_entered(key)
        return C.smet_record_is_entered(self.c, field_number(key)) ~= 0
    end

    function Record:copy()
        if self.c == nil then refuse(C.SMET_ERROR_NULL_ARGUMENT) end
        return own_record(C.smet_record_copy(self.c))
    end

    function Record:score(instrument)
        local score = sized("struct smet_score")
        local err = sized("struct smet_error")
        check(C.smet_record_score(self.c, number("instrument", instrument), score, err), err)
        return score_table(score)
    end

    --- Frees the memory now; the record can be used no more.
    function Record:free() free(self, C.smet_record_free) end

    -- assessments -----------------------------------------------------------

    local Assessment = {}
    Assessment.__index = Assessment

    --- Everything that the library says of the record as it is now.
    function Record:assess()
        local err = sized("struct smet_error")
        local pointer = C.smet_assess(self.c, err)
        if pointer == nil then check(err.status, err) end
        return setmetatable({c = ffi.gc(pointer, C.smet_assessment_free)}, Assessment)
    end

    function Assessment:free() free(self, C.smet_assessment_free) end

    function Assessment:score(instrument)
        local score = sized("struct smet_score")
        check(C.smet_assessment_score(self.c, number("instrument", instrument), score))
        return score_table(score)
    end

    local function intervention_table(self, got)
        local intervention = got.intervention
        return {
            intervention = key_of.intervention[intervention],
            disposition = key_of.verdict[got.disposition],
            settled = got.is_settled ~= 0,
            possible = keys("verdict", array(got.possible, got.possible_count)),
            side = key_of.side[got.side],
            deciding = key_list("field", C.smet_assessment_deciding, self.c, intervention),
            alarming = key_list("field", C.smet_assessment_alarming, self.c, intervention),
            rules = key_list("rule", C.smet_assessment_rules, self.c, intervention),
            cautions = key_list("rule", C.smet_assessment_cautions, self.c, intervention),
        }
    end

    --- What is known of one intervention; `side` is nil where none is named.
    function Assessment:intervention(key)
        local got = sized("struct smet_disposition")
        check(C.smet_assessment_disposition(self.c, number("intervention", key), got))
        return intervention_table(self, got)
    end

    --- What there is to say, in the order of a reader: emergencies first.
    function Assessment:dispositions()
        local all = {}
        for i = 1, tonumber(C.smet_assessment_disposition_count(self.c)) do
            local got = sized("struct smet_disposition")
            check(C.smet_assessment_disposition_at(self.c, i - 1, got))
            all[i] = intervention_table(self, got)
        end
        return all
    end

    --- The keys of the values that are possible once linked fields were applied.
    function Assessment:values(key)
        local field = field_number(key)
        return value_keys(field, list(C.smet_assessment_values, self.c, field))
    end

    function Assessment:conflicts()
        return key_list("conflict", C.smet_assessment_conflicts, self.c)
    end

    --- Facts that contradict each other: a list of {fields, text}.
    function Assessment:inconsistencies()
        local groups = {}
        for i = 1, tonumber(C.smet_assessment_inconsistency_count(self.c)) do
            groups[i] = {
                fields = key_list("field", C.smet_assessment_inconsistency_fields, self.c, i - 1),
                text = text_of(C.smet_assessment_inconsistency_text(self.c, i - 1)),
            }
        end
        return groups
    end

    --- The keys of the facts that would settle most.
    function Assessment:next()
        local fields = {}
        for i = 1, tonumber(C.smet_assessment_next_count(self.c)) do
            local fact = sized("struct smet_next_fact")
            check(C.smet_assessment_next(self.c, i - 1, fact))
            fields[i] = key_of.field[fact.field]
        end
        return fields
    end

    return S
end

--- Loads a library (a path, or a name that the loader finds) by its declarations.
function M.open(library, header)
    declare(header)
    opened[library] = opened[library] or make(ffi.load(library))
    return opened[library]
end

return M
