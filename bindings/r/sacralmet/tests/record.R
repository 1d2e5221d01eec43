# Records: facts in, facts out, refusals.
library(sacralmet)

refused <- function(call) tryCatch({
  force(call)
  stop("was not refused")
}, sacralmet_error = identity)

# Unknown is not "no": nothing is entered in an empty record.
stopifnot(length(record()) == 0L, identical(names(record()), character()))

# Values come back in the order of the field's definition.
r <- record(bone_lesion = c("lytic", "mixed"), karnofsky = "40..60", radiculopathy = TRUE)
stopifnot(
  identical(r$bone_lesion, c("mixed", "lytic")),
  identical(r$karnofsky, c(40L, 50L, 60L)),
  identical(r$radiculopathy, "yes"),
  is.null(r$pain),
  identical(names(r), c("karnofsky", "radiculopathy", "bone_lesion"))
)

# The same facts in other types are the same record.
same <- record(list(bone_lesion = factor(c("mixed", "lytic")), karnofsky = c(40, 50, 60),
  radiculopathy = "yes", pain = NA, escc = NULL, ecog = ""))
stopifnot(identical(as.list(same), as.list(r)))
stopifnot(identical(as.list(record(as.list(r))), as.list(r)))

# Names mean a range, as in the library's JSON, or are refused: they are never lost.
for (range in list(c(min = 10, max = 100), list(min = 10L, max = 100), c(max = 100, min = 10))) {
  stopifnot(identical(record(karnofsky = range)$karnofsky, NULL)) # all values: nothing is said
}
stopifnot(
  identical(record(pain_score = c(min = 3, max = 5))$pain_score, 3:5),
  identical(record(pain_score = list(max = 2))$pain_score, 0:2),
  identical(record(pain_score = c(min = 9))$pain_score, 9:10),
  identical(record(pain_score = c(any = 9))$pain_score, 9L),
  identical(record(pain_score = unname(c(low = 3, high = 5)))$pain_score, c(3L, 5L))
)
for (value in list(c(low = 3, high = 5), c(min = 3, 5), c(min = 3, max = NA), c(min = 3, min = 4),
  list(min = 3, max = "5"), list(min = 3, max = 4:5), list(min = 3, unit = "x"), list(3, 5))) {
  e <- refused(record(pain_score = value))
  stopifnot(e$status == "SMET_ERROR_WRONG_KIND", e$field == "pain_score",
    startsWith(conditionMessage(e), "pain_score: "))
}
stopifnot(refused(record(pain = c(min = 1, max = 2)))$status == "SMET_ERROR_WRONG_KIND")
stopifnot(refused(record(pain_score = c(min = 5, max = 3)))$status == "SMET_ERROR_REVERSED_RANGE")
stopifnot(refused(record(pain_score = c(min = 3.5)))$status == "SMET_ERROR_SYNTAX")
stopifnot(refused(record(no_field = c(min = 3)))$status == "SMET_ERROR_UNKNOWN_FIELD")

# What stands behind a record is not passed over.
stopifnot(
  identical(assess(record(ecog = 3), pain = "none")$record, list(ecog = "3", pain = "none")),
  identical(assess(list(ecog = 3), pain = "none")$record, list(ecog = "3", pain = "none")),
  identical(score(record(ecog = 3), "sins")$instrument, "sins")
)
for (call in list(quote(score(record(), "sins", bands = 1)),
  quote(score(data.frame(ecog = 3L), badrows = "stop")))) {
  stopifnot(inherits(tryCatch(eval(call), error = identity), "error"))
}

# A number is the key that it is written with: ESCC grade 2, whose option has number 4.
stopifnot(identical(record(escc = 2)$escc, "2"), identical(record(ecog = 3L)$ecog, "3"))

# Records are values.
other <- r
other$karnofsky <- NULL
narrowed <- narrow(r, karnofsky = c(50, 60, 70))
stopifnot(
  is.null(other$karnofsky),
  identical(narrowed$karnofsky, c(50L, 60L)),
  identical(r$karnofsky, c(40L, 50L, 60L))
)
other$bone_lesion <- "blastic"
stopifnot(identical(other[["bone_lesion"]], "blastic"))

# Each refusal has the status that record.h documents, the field, and changes nothing.
e <- refused(narrow(r, bone_lesion = "blastic"))
stopifnot(e$status == "SMET_ERROR_CONTRADICTION", e$field == "bone_lesion",
  startsWith(conditionMessage(e), "bone_lesion: "), inherits(e, "error"))
stopifnot(identical(r$bone_lesion, c("mixed", "lytic")))
e <- refused(record(karnofsky = 45))
stopifnot(e$status == "SMET_ERROR_OUT_OF_RANGE",
  identical(deparse(e$call), "record(karnofsky = 45)"))
stopifnot(refused(record(pain = "sharp"))$status == "SMET_ERROR_UNKNOWN_OPTION")
e <- refused(record(no_field = 1))
stopifnot(e$status == "SMET_ERROR_UNKNOWN_FIELD", is.na(e$field))
stopifnot(refused(r$no_field)$status == "SMET_ERROR_UNKNOWN_FIELD")
stopifnot(refused(r$no_field <- NULL)$status == "SMET_ERROR_UNKNOWN_FIELD")
stopifnot(refused(record(pain = character()))$status == "SMET_ERROR_EMPTY_SET")
stopifnot(refused(record(karnofsky = "60..40"))$status == "SMET_ERROR_REVERSED_RANGE")
stopifnot(refused(record(pain = TRUE))$status == "SMET_ERROR_UNKNOWN_OPTION")
stopifnot(refused(record(karnofsky = c(40, NA)))$field == "karnofsky")
stopifnot(refused(record(karnofsky = Sys.Date()))$status == "SMET_ERROR_WRONG_KIND")
stopifnot(refused(record(3))$status == "SMET_ERROR_UNKNOWN_FIELD")

# Text that is no ASCII arrives as UTF-8, whatever it was encoded in.
latin <- "schmerzfrei \xfc"
Encoding(latin) <- "latin1"
message <- conditionMessage(refused(record(pain = latin)))
stopifnot(Encoding(message) == "UTF-8", grepl("schmerzfrei \u00fc", message, fixed = TRUE))

# A record that was saved has lost its session; its facts have not.
saved <- unserialize(serialize(list(r, as.list(r)), NULL))
stopifnot(refused(names(saved[[1]]))$status == "SMET_ERROR_NULL_ARGUMENT")
stopifnot(refused(narrow(saved[[1]], pain = "none"))$status == "SMET_ERROR_NULL_ARGUMENT")
stopifnot(refused(assess(saved[[1]]))$status == "SMET_ERROR_NULL_ARGUMENT")
stopifnot(identical(as.list(record(saved[[2]])), as.list(r)))
