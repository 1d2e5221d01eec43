-- What the vectors do not ask of sacralmet.lua: errors, clearing, memory, the catalogue.
-- Usage: luajit test_sacralmet.lua LIBRARY HEADER
package.path = arg[0]:gsub("[^/]*$", "") .. "?.lua;" .. package.path
local sacralmet = require("sacralmet").open(arg[1], arg[2])

local function refused(status, field, call, ...)
    local good, err = pcall(call, ...)
    assert(not good, "nothing was refused")
    assert(type(err) == "table", err)
    assert(err.status == status, err.status)
    assert(err.field == field, err.field)
    assert(tostring(err) == err.message and #err.message > 0)
    return err
end

local function errors_say_what_and_where()
    local record = sacralmet.record{pain = "none"}
    local err = refused("SMET_ERROR_CONTRADICTION", "pain",
        record.set, record, "pain", "mechanical")
    assert(err.message:find("^pain: "))
    refused("SMET_ERROR_UNKNOWN_FIELD", nil, record.set, record, "no_such_field", "1")
    refused("SMET_ERROR_UNKNOWN_FIELD", nil, record.clear, record, "no_such_field")
    refused("SMET_ERROR_UNKNOWN_FIELD", nil, sacralmet.field, "no_such_field")
    refused("SMET_ERROR_ENCODING", "pain", record.set, record, "pain", "\255")
    refused("SMET_ERROR_SYNTAX", "karnofsky", record.set, record, "karnofsky", "40\0")
    refused("SMET_ERROR_SYNTAX", "karnofsky", record.set, record, "karnofsky", 40.5)
    refused("SMET_ERROR_UNKNOWN_TERM", nil, record.score, record, "no_such_score")
    local assessment = record:assess()
    refused("SMET_ERROR_UNKNOWN_TERM", nil, assessment.intervention, assessment, "nothing")
    assert(table.concat(record:values("pain"), " ") == "none", "what is refused changes nothing")
end

local function facts_can_be_narrowed_and_cleared()
    local record = sacralmet.record{karnofsky = {40, 50, 60}}
    record:set("karnofsky", "50..100")
    assert(table.concat(record:values("karnofsky"), " ") == "50 60")
    local copy = record:copy()
    assert(record:clear("karnofsky") == record and not record:is_entered("karnofsky"))
    assert(copy:is_entered("karnofsky"))
    -- The clinical authority on records: "ECOG 3 gives 30 to 60".
    local values = sacralmet.record{ecog = 3}:assess():values("karnofsky")
    assert(table.concat(values, " ") == "30 40 50 60")
end

local function what_was_freed_is_refused()
    local record = sacralmet.record{ecog = 3}
    local assessment = record:assess()
    record:free()
    record:free()
    refused("SMET_ERROR_NULL_ARGUMENT", nil, record.set, record, "ecog", 3)
    refused("SMET_ERROR_NULL_ARGUMENT", nil, record.assess, record)
    refused("SMET_ERROR_NULL_ARGUMENT", nil, record.copy, record)
    assert(#assessment:next() > 0, "an assessment does not need its record")
    assessment:free()
    refused("SMET_ERROR_NULL_ARGUMENT", nil, assessment.score, assessment, "sins")
end

local function every_value_of_every_field_can_be_entered()
    local fields = sacralmet.terms("field")
    assert(#fields > 0)
    for _, term in ipairs(fields) do
        local field = sacralmet.field(term.key)
        assert(field.label == term.label and #field.definition > 0)
        for _, value in ipairs(sacralmet.values(term.key)) do
            assert(#value.label > 0)
            sacralmet.record{[term.key] = value.key}
        end
    end
end

local function nothing_is_dropped()
    local function values(fact)
        return table.concat(sacralmet.record{pain_score = fact}:values("pain_score"), " ")
    end
    assert(values{min = 3, max = 5} == "3 4 5", "a range as in JSON")
    assert(values{max = 1} == "0 1" and values{min = 9} == "9 10", "one end of a range")
    assert(values{3, 5} == "3 5" and values(5.0) == "5", "a list, and a whole number")
    assert(sacralmet.record{radiculopathy = true}:values("radiculopathy")[1] == "yes", "true")
    for status, facts in pairs{
        SMET_ERROR_EMPTY_SET = {{}},
        SMET_ERROR_SYNTAX = {3.5},
        SMET_ERROR_WRONG_KIND = {{low = 3}, {min = 3, unit = "x"}, {min = "3"}, {3, max = 5},
            {[2] = 3}, {{3}}, true, print, {value = 5, unit = "score"}},
    } do
        for _, fact in ipairs(facts) do
            refused(status, "pain_score", sacralmet.record, {pain_score = fact})
        end
    end
    refused("SMET_ERROR_WRONG_KIND", "pain", sacralmet.record, {pain = {min = 1}})
end

local function dispositions_come_with_their_rules()
    local assessment = sacralmet.record{
        lesion_level = "S1", tissue_diagnosis = "metastasis",
        cauda_equina_syndrome = "yes", epidural_disease = "yes",
    }:assess()
    local all = assessment:dispositions()
    assert(all[1].disposition == "emergency", "an emergency comes first")
    for _, one in ipairs(all) do
        assert(one.disposition == assessment:intervention(one.intervention).disposition)
        for _, rule in ipairs(one.rules) do assert(#sacralmet.rule(rule).rationale > 0) end
    end
end

-- The memory of this process in megabytes; nil where the system does not say.
local function resident()
    local file = io.open("/proc/self/statm")
    if not file then return end
    local pages = file:read("*a"):match("^%d+ (%d+)")
    file:close()
    collectgarbage()
    return tonumber(pages) * 4096 / 1e6
end

-- Each turn's record and assessment have more than 700 bytes of the library's.
local function nothing_piles_up()
    local function work(turns)
        for _ = 1, turns do
            local record = sacralmet.record{ecog = "3"}
            pcall(record.set, record, "ecog", "x")
            record:assess()
        end
        collectgarbage()
        return resident()
    end
    local before = work(10000)
    local after = work(100000)
    if not before then return end
    assert(after - before < 30, ("%.0f MB more than %.0f"):format(after - before, before))
end

errors_say_what_and_where()
facts_can_be_narrowed_and_cleared()
what_was_freed_is_refused()
every_value_of_every_field_can_be_entered()
nothing_is_dropped()
dispositions_come_with_their_rules()
nothing_piles_up()
print("all hold")
