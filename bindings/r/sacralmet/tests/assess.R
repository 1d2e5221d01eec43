# Assessments, the report, and what the library knows.
library(sacralmet)

# The example of the project's README: three facts leave SINS 7 to 18, and rule out "stable".
a <- assess(lesion_level = "S1", pain = "mechanical", bone_lesion = "lytic|mixed")
sins <- a$scores[a$scores$instrument == "sins", ]
stopifnot(
  sins$minimum == 7L, sins$maximum == 18L, !sins$complete, !sins$decided,
  identical(sins$bands[[1]], c("potentially_unstable", "unstable")),
  identical(sins$missing[[1]],
    c("alignment", "vertebral_collapse", "posterolateral_involvement", "bone_lesion"))
)
stopifnot(identical(score(list(lesion_level = "S1")), assess(lesion_level = "S1")$scores))

# A list and a record are the same; the answer is data that can be saved.
stopifnot(identical(a, assess(record(lesion_level = "S1", pain = "mechanical",
  bone_lesion = c("lytic", "mixed")))))
stopifnot(identical(unserialize(serialize(a, NULL)), a))

# The empty record excludes no emergency (the project's README).
text <- format(assess(list()))
stopifnot(any(text == "EMERGENCY NOT EXCLUDED"), all(nchar(text) <= 80L))
stopifnot(any(grepl("urgent decompression", text)), all(validUTF8(text)))
stopifnot(any(format(a, why = TRUE) == "SOURCES"), !any(format(a) == "SOURCES"))

# Every key that an answer names is one of the library's.
known <- function(keys, vocabulary) all(unlist(keys) %in% sacralmet::vocabulary(vocabulary)$key)
stopifnot(
  known(a$interventions$intervention, "intervention"), known(a$interventions$possible, "verdict"),
  known(a$interventions$rules, "rule"), known(a$interventions$deciding, "field"),
  known(a$rules$fires, "truth"), known(a$findings$finding, "finding"),
  known(a$next_facts$field, "field"), known(a$next_facts$instruments, "instrument")
)

# Every vocabulary can be walked; keys are unique; what is described is what is listed.
for (key in vocabulary()$key) stopifnot(anyDuplicated(vocabulary(key)$key) == 0L)
described <- list(field = fields(), instrument = instruments(), intervention = interventions(),
  finding = findings(), rule = rules(), conflict = pathway_conflicts(),
  reference = references(), evidence = evidence(), dispute = disputes())
for (key in names(described)) {
  stopifnot(identical(described[[key]]$key, vocabulary(key)$key))
}
for (key in fields()$key) stopifnot(nrow(field_values(key)) >= 2L)

# Each band begins where the one before it ends, and they fill the instrument's range.
for (i in seq_len(nrow(instruments()))) {
  it <- instruments()[i, ]
  b <- bands(it$key)
  stopifnot(b$minimum[1] == it$minimum, b$maximum[nrow(b)] == it$maximum,
    b$minimum[-1] == b$maximum[-nrow(b)] + 1L)
  stopifnot(setequal(points_of(it$key)$item, items(it$key)$key))
}
e <- tryCatch(bands("none"), sacralmet_error = identity)
stopifnot(e$status == "SMET_ERROR_UNKNOWN_TERM")
stopifnot(inherits(tryCatch(field_values("none"), error = identity), "sacralmet_error"))
# The package goes with the library's release.
stopifnot(as.character(packageVersion("sacralmet")) == versions()[["release"]])
stopifnot(identical(names(versions()), c("release", "abi", "content", "digest")))
