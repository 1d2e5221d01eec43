# Data frames: types of columns, several possible values, bad rows; each row is
# what assess() says of it.
library(sacralmet)

cohort <- data.frame(
  lesion_level = c("S1", "S1|S2", NA, ""),
  pain = factor(c("mechanical", "none", NA, "nonmechanical")),
  radiculopathy = c(TRUE, FALSE, NA, TRUE),
  karnofsky = c(50, 80, NA, 100),
  ecog = c(3L, NA, NA, 0L),
  stringsAsFactors = FALSE
)

# A row by itself; what is unknown is left out.
facts <- function(frame, row) lapply(frame, function(column) column[[row]])

check_rows <- function(frame) {
  scores <- score(frame)
  verdicts <- dispositions(frame)
  stopifnot(all(is.na(scores$error)), all(is.na(verdicts$error)))
  for (row in seq_len(nrow(frame))) {
    a <- assess(facts(frame, row))
    for (i in seq_len(nrow(a$scores))) {
      key <- a$scores$instrument[i]
      stopifnot(
        scores[[paste0(key, "_min")]][row] == a$scores$minimum[i],
        scores[[paste0(key, "_max")]][row] == a$scores$maximum[i],
        scores[[paste0(key, "_bands")]][row] == paste(a$scores$bands[[i]], collapse = "|")
      )
    }
    keys <- a$interventions$intervention
    stopifnot(
      identical(unlist(lapply(verdicts[row, keys], as.character), use.names = FALSE),
        a$interventions$disposition),
      identical(unlist(verdicts[row, paste0(keys, "_settled")], use.names = FALSE),
        a$interventions$settled),
      scores$inconsistent[row] == (nrow(a$inconsistencies) > 0L),
      verdicts$inconsistent[row] == (nrow(a$inconsistencies) > 0L)
    )
  }
}
check_rows(cohort)

# The same cells in other types give the same answers; row names stay.
as_text <- as.data.frame(lapply(cohort, as.character), stringsAsFactors = FALSE)
as_text$radiculopathy <- ifelse(cohort$radiculopathy, "yes", "no")
as_factors <- as.data.frame(lapply(as_text, factor))
stopifnot(identical(score(as_text), score(cohort)), identical(score(as_factors), score(cohort)))
named <- cohort
rownames(named) <- letters[1:4]
stopifnot(identical(rownames(score(named)), letters[1:4]))

# A number is the key that it is written with: ESCC 2 is grade 2, option number 4.
stopifnot(identical(dispositions(data.frame(escc = 2L)), dispositions(data.frame(escc = "2"))))
stopifnot(identical(dispositions(data.frame(escc = 3)), dispositions(data.frame(escc = "3"))))
for (number in list(4L, 4)) {
  stopifnot(!is.na(suppressWarnings(dispositions(data.frame(escc = number)))$error))
}

# Bad rows keep their place with their reason; the others are what they were.
bad <- cohort
bad$karnofsky <- c(50, 45.5, NA, 101)
bad$pain <- c("mechanical", NA, "MECHANICAL", "nonmechanical")
rows <- NULL
answer <- withCallingHandlers(score(bad), sacralmet_warning = function(w) {
  rows <<- w$rows
  tryInvokeRestart("muffleWarning")
})
stopifnot(
  identical(rows, 2:4),
  identical(sub(":.*", "", answer$error), c(NA, "karnofsky", "pain", "karnofsky")),
  identical(answer[1, ], score(cohort)[1, ]),
  all(is.na(answer[2:4, names(answer) != "error"]))
)
e <- tryCatch(dispositions(bad, bad_rows = "stop"), sacralmet_error = identity)
stopifnot(e$row == 2L, e$field == "karnofsky",
  startsWith(conditionMessage(e), "row 2: karnofsky: "), startsWith(e$status, "SMET_ERROR_"))
stopifnot(all(is.na(suppressWarnings(dispositions(bad))[2:4, "sacroplasty"])))

# I() keeps the class of what it wraps, and with it the meaning of its codes.
labelled <- structure(c(1, 9), class = c("haven_labelled", "vctrs_vctr", "double"))
for (column in list(labelled, I(labelled), Sys.Date() + 0:1, I(Sys.Date() + 0:1))) {
  frame <- data.frame(row.names = 1:2)
  frame$pain_score <- column
  e <- tryCatch(score(frame), sacralmet_error = identity)
  stopifnot(inherits(e, "sacralmet_error"), e$status == "SMET_ERROR_WRONG_KIND",
    e$field == "pain_score")
}
frame <- data.frame(pain_score = 1:2)
frame$pain_score <- I(frame$pain_score)
stopifnot(all(is.na(score(frame)$error)))

# What is asked for, and no more.
stopifnot(identical(names(score(cohort, "sins")),
  c("sins_min", "sins_max", "sins_bands", "inconsistent", "error")))
stopifnot(identical(levels(dispositions(cohort, "sacroplasty")$sacroplasty),
  vocabulary("verdict")$key))
stopifnot(nrow(score(cohort[0, ])) == 0L, nrow(dispositions(cohort[0, ])) == 0L)

refused <- function(call) tryCatch({
  force(call)
  stop("was not refused")
}, sacralmet_error = function(e) e$status)
stopifnot(refused(score(cohort, "nothing")) == "SMET_ERROR_UNKNOWN_TERM")
stopifnot(refused(score(cohort, c("sins", "sins"))) == "SMET_ERROR_DUPLICATE")
stopifnot(refused(score(data.frame(x = 1))) == "SMET_ERROR_UNKNOWN_FIELD")
stopifnot(refused(score(cbind(cohort, cohort))) == "SMET_ERROR_DUPLICATE")
stopifnot(refused(score(data.frame(age_years = Sys.Date()))) == "SMET_ERROR_WRONG_KIND")
stopifnot(refused(score(data.frame(age_years = I(list(1))))) == "SMET_ERROR_WRONG_KIND")

# Columns that no field has are named once, unless nobody wants to know.
said <- character()
ignored <- withCallingHandlers(score(cbind(id = 1:4, cohort)), message = function(m) {
  said <<- c(said, conditionMessage(m))
  invokeRestart("muffleMessage")
})
stopifnot(length(said) == 1L, grepl("id", said))

# More rows than are answered at a time, with odd ones on both sides of the border.
border <- 131072L
many <- data.frame(pain = rep(c("none", "mechanical"), length.out = border + 4L))
odd <- c(1L, border, border + 1L, border + 4L)
many$pain[odd] <- "none|mechanical"
answer <- score(many, "sins")
one <- score(data.frame(pain = c("none", "mechanical", "none|mechanical")), "sins")
expected <- ifelse(many$pain == "none", 1L, ifelse(many$pain == "mechanical", 2L, 3L))
for (column in c("sins_min", "sins_max", "sins_bands")) {
  stopifnot(identical(answer[[column]], one[[column]][expected]))
}
