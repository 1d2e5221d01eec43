# Printed assessments read like the report of the sacralmet command: the same lines
# for each example patient and for the empty record, but for the section on what to
# find out next, where the command also tries out answers.
# Usage: Rscript report.R COMMAND PATIENTS [FOLDER]: the folder has the installed package.
arguments <- commandArgs(trailingOnly = TRUE)
library(sacralmet, lib.loc = if (length(arguments) > 2L) arguments[[3L]])
patients <- list.files(arguments[[2L]], "[.]json$", full.names = TRUE)
stopifnot(length(patients) > 0L)

nobody <- tempfile(fileext = ".json")
writeLines("{}", nobody)
differences <- 0L
for (path in c(patients, nobody)) {
  facts <- jsonlite::fromJSON(path)
  facts <- facts[!startsWith(names(facts), "_")]
  ours <- enc2utf8(format(assess(facts), why = TRUE, width = 80L))
  theirs <- system2(arguments[[1L]], c("assess", "--format", "text", shQuote(path)), stdout = TRUE)
  Encoding(theirs) <- "UTF-8"
  without_next <- function(lines) {
    from <- match("FIND OUT NEXT", lines)
    if (is.na(from)) lines else lines[-seq(from, from + match("", lines[-seq_len(from)]) - 1L)]
  }
  ours <- without_next(ours)
  theirs <- without_next(theirs)
  if (!identical(ours, theirs)) {
    differences <- differences + 1L
    at <- which(!(ours %in% theirs))
    cat(basename(path), ": the reports differ, first in\n", ours[at[seq_len(min(3L, length(at)))]],
      sep = "\n")
  }
}
cat(sprintf("R: %d reports, %d differences\n", length(patients) + 1L, differences))
quit(status = if (differences > 0L) 1L else 0L)
