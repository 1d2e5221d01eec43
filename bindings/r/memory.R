# Calls every routine of the package, plainly and while R collects at each
# allocation, and refuses. Run under valgrind too. Usage: Rscript memory.R [FOLDER]:
# the folder has the installed package.
arguments <- commandArgs(trailingOnly = TRUE)
library(sacralmet, lib.loc = if (length(arguments) > 0L) arguments[[1L]])

cohort <- data.frame(
  lesion_level = c("S1", "S1|S2", "nowhere"),
  karnofsky = c(40, 50, 45),
  radiculopathy = c(TRUE, NA, FALSE),
  ecog = c(1L, NA, 0L),
  pain = factor(c("none", NA, "mechanical"))
)
latin <- "\xfc"
Encoding(latin) <- "latin1"
refused <- function(call) tryCatch(call, sacralmet_error = conditionMessage)

small <- function() {
  r <- record(lesion_level = "S1|S2", karnofsky = 40L)
  said <- list(refused(narrow(r, karnofsky = 45)), refused(record(pain = latin)),
    refused(bands("none")), refused(r$none), refused(score(data.frame(pain = I(list(1))))))
  r$pain <- "none"
  list(said, as.list(r), assess(r), suppressWarnings(score(cohort)),
    suppressWarnings(dispositions(cohort, "sacroplasty")), suppressWarnings(
      score(data.frame(pain = latin))), versions(), bands("sins"), field_values("pain"))
}

catalogue <- function() {
  list(fields(), instruments(), lapply(instruments()$key, items),
    lapply(instruments()$key, points_of), interventions(), findings(), rules(),
    pathway_conflicts(), references(), evidence(), disputes(), lapply(vocabulary()$key, vocabulary))
}

plain <- list(small(), catalogue())
invisible(gctorture2(step = 20L))
tortured <- list(small(), catalogue())
invisible(gctorture2(step = 0L))
stopifnot(identical(plain, tortured))
for (i in 1:20) small()
rm(plain, tortured)
for (i in 1:3) gc()
cat("R: every routine gives the same while R collects at each turn\n")
