# Makes and drops a great many records, assessments, refusals and data frames, and
# looks at what the process holds. Usage: Rscript leaks.R [FOLDER] [RECORDS]: the
# folder has the installed package. Needs Linux's /proc.
arguments <- commandArgs(trailingOnly = TRUE)
library(sacralmet, lib.loc = if (length(arguments) > 0L) arguments[[1L]])
records <- if (length(arguments) > 1L) as.integer(arguments[[2L]]) else 100000L

cohort <- data.frame(
  lesion_level = c("S1", "S1|S2", "nowhere"),
  karnofsky = c(40, 50, 45),
  pain = factor(c("none", NA, "mechanical"))
)

one <- function(i) {
  r <- record(lesion_level = "S1|S2", karnofsky = 40L)
  tryCatch(narrow(r, karnofsky = 45), sacralmet_error = identity)
  r$pain <- "mechanical"
  if (i %% 20L == 0L) assess(r)
  if (i %% 20L == 10L) suppressWarnings(dispositions(cohort))
  # An error of R's own after the handle was made.
  if (i %% 100L == 1L) tryCatch(record(pain = structure(1, class = "odd")), error = identity)
}

megabytes <- function() {
  for (i in 1:3) gc()
  line <- grep("^VmRSS:", readLines("/proc/self/status"), value = TRUE)
  as.integer(gsub("[^0-9]", "", line)) / 1024
}

for (i in seq_len(max(1000L, records %/% 10L))) one(i)
before <- megabytes()
for (i in seq_len(records)) one(i)
after <- megabytes()
cat(sprintf("R: %d records: %.1f MiB before, %.1f MiB after\n", records, before, after))
# A record has some hundred bytes, and each turn makes three: a leak is far more.
quit(status = if (after - before > 8) 1L else 0L)
