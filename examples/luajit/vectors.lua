-- Runs the vectors that every binding runs.
-- Usage: luajit vectors.lua LIBRARY HEADER VECTORS.json
package.path = arg[0]:gsub("[^/]*$", "") .. "?.lua;" .. package.path

local has_json, json = pcall(require, "cjson")
if not has_json then
    print("Skipped: the Lua module cjson (Debian: lua-cjson) is missing.")
    os.exit(77)
end
local sacralmet = require("sacralmet").open(arg[1], arg[2])

local function enter(record, entries)
    local refused = {}
    for i, entry in ipairs(entries) do
        local good, err = pcall(record.set, record, entry[1], entry[2])
        if not good then
            if type(err) ~= "table" then error(err) end
            refused[#refused + 1] = {
                index = i - 1,
                status = err.status,
                field = err.field or json.null,
                message = err.message,
            }
        end
    end
    return refused
end

-- The vector that the library gives for the record of another.
local function answer(vector)
    local record = sacralmet.record()
    local got = {id = vector.id, record = vector.record, scores = {}, interventions = {}}
    got.facts = vector.facts
    got.refused = enter(record, vector.record)
    -- The same facts as JSON has them, ranges among them, are the same record.
    local same = sacralmet.record(vector.facts)
    for _, field in ipairs(sacralmet.terms("field")) do
        local wanted = table.concat(record:values(field.key), "|")
        if table.concat(same:values(field.key), "|") ~= wanted then
            got.facts = field.key .. " is not " .. wanted
        end
    end
    local assessment = record:assess()
    for _, term in ipairs(sacralmet.terms("instrument")) do
        got.scores[term.key] = assessment:score(term.key)
    end
    for _, term in ipairs(sacralmet.terms("intervention")) do
        local intervention = assessment:intervention(term.key)
        intervention.side = intervention.side or "none"
        intervention.intervention, intervention.alarming = nil, nil
        got.interventions[term.key] = intervention
    end
    got.conflicts = assessment:conflicts()
    got.inconsistencies = assessment:inconsistencies()
    got.next = assessment:next()
    return got
end

-- Adds to `paths` the path of each difference.
local function compare(path, wanted, got, paths)
    if type(wanted) ~= "table" or type(got) ~= "table" then
        if wanted ~= got then paths[#paths + 1] = path end
        return
    end
    for key, value in pairs(wanted) do compare(path .. "/" .. key, value, got[key], paths) end
    for key in pairs(got) do
        if wanted[key] == nil then paths[#paths + 1] = path .. "/" .. key end
    end
end

local function differences(id, wanted, got)
    local paths = {}
    compare("", wanted, got, paths)
    for i = 1, math.min(#paths, 5) do print(("%s: %s differs"):format(id, paths[i])) end
    return #paths
end

-- Each vector stands in a line of its own, so that only one is held at a time.
local count, different = 0, 0
for line in io.lines(arg[3]) do
    local versions = line:match('^"versions":(.*),$')
    local vector = line:match('^({"id":.*}),?$')
    if versions then
        different = different + differences("the file", json.decode(versions), sacralmet.versions())
    elseif vector then
        vector = json.decode(vector)
        count = count + 1
        different = different + differences(vector.id, vector, answer(vector))
    end
end
print(("LuaJIT: %d vectors, %d differences"):format(count, different))
os.exit(different == 0 and count > 0 and 0 or 1)
