-- Assesses one patient: three facts are known, the rest is not.
-- Usage: luajit assess.lua LIBRARY HEADER
package.path = arg[0]:gsub("[^/]*$", "") .. "?.lua;" .. package.path
local sacralmet = require("sacralmet").open(arg[1], arg[2])

local record = sacralmet.record{lesion_level = "S1", karnofsky = "40..50", pain = "mechanical"}
local sins = record:score("sins")
print(("SINS %d to %d"):format(sins.minimum, sins.maximum))
for _, field in ipairs(record:assess():next()) do
    print("find out: " .. sacralmet.field(field).label)
end
local _, err = pcall(record.set, record, "karnofsky", 85)
print(err.status .. ": " .. err.message)
