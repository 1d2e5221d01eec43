# Runs the test vectors through the package: records one by one, and all of them
# as data frames. Usage: Rscript vectors.R VECTORS [FOLDER]: the folder has the
# installed package. The last line is "R: N vectors, 0 differences".
arguments <- commandArgs(trailingOnly = TRUE)
library(sacralmet, lib.loc = if (length(arguments) > 1L) arguments[[2L]])
file <- jsonlite::fromJSON(arguments[[1L]], simplifyVector = FALSE)

differences <- 0L
report <- function(id, path, expected, got) {
  differences <<- differences + 1L
  if (differences > 20L) {
    return(invisible())
  }
  one_line <- function(x) substr(paste(deparse(x), collapse = " "), 1L, 200L)
  cat(sprintf("%s: %s: expected %s, got %s\n", id, path, one_line(expected), one_line(got)))
}

# Where two answers differ; both are lists, or vectors without names.
compare <- function(id, path, expected, got) {
  if (identical(expected, got)) {
    return(invisible())
  }
  if (is.list(expected) && is.list(got) && identical(names(expected), names(got)) &&
    length(expected) == length(got) && length(expected) > 0L) {
    for (i in seq_along(expected)) {
      name <- if (is.null(names(expected))) i else names(expected)[[i]]
      compare(id, paste0(path, "/", name), expected[[i]], got[[i]])
    }
    return(invisible())
  }
  report(id, path, expected, got)
}

texts <- function(list) vapply(list, identity, "")
or_na <- function(x) if (is.null(x)) NA_character_ else x

# --- one record ------------------------------------------------------------------

# The record of a vector, and what was refused on the way.
enter <- function(entries) {
  r <- record()
  refused <- list()
  for (i in seq_along(entries)) {
    fact <- structure(list(entries[[i]][[2L]]), names = entries[[i]][[1L]])
    r <- tryCatch(narrow(r, fact), sacralmet_error = function(e) {
      refused[[length(refused) + 1L]] <<- list(index = i - 1L, status = e$status,
        field = e$field, message = conditionMessage(e))
      r
    })
  }
  list(record = r, refused = refused)
}

expected_of <- function(vector) {
  list(
    refused = lapply(vector$refused, function(it) {
      list(index = it$index, status = it$status, field = or_na(it$field), message = it$message)
    }),
    scores = lapply(vector$scores, function(it) {
      list(minimum = it$minimum, maximum = it$maximum,
        totals = vapply(it$totals, identity, 1L), bands = texts(it$bands),
        complete = it$complete, decided = it$decided, missing = texts(it$missing))
    }),
    interventions = lapply(vector$interventions, function(it) {
      list(disposition = it$disposition, settled = it$settled, possible = texts(it$possible),
        side = it$side, deciding = texts(it$deciding), rules = texts(it$rules),
        cautions = texts(it$cautions))
    }),
    conflicts = texts(vector$conflicts),
    inconsistencies = lapply(vector$inconsistencies, function(it) {
      list(fields = texts(it$fields), text = it$text)
    }),
    `next` = texts(vector$`next`)
  )
}

# The rows of a data frame as lists, by a column of keys.
rows_of <- function(frame, key, columns) {
  rows <- lapply(seq_len(nrow(frame)), function(i) {
    lapply(frame[columns], function(column) column[[i]])
  })
  if (!is.null(key)) names(rows) <- frame[[key]]
  rows
}

got_of <- function(entered) {
  a <- assess(entered$record)
  a$interventions$side[is.na(a$interventions$side)] <- "none"
  list(
    refused = entered$refused,
    scores = rows_of(a$scores, "instrument",
      c("minimum", "maximum", "totals", "bands", "complete", "decided", "missing")),
    interventions = rows_of(a$interventions, "intervention",
      c("disposition", "settled", "possible", "side", "deciding", "rules", "cautions")),
    conflicts = a$conflicts,
    inconsistencies = rows_of(a$inconsistencies, NULL, c("fields", "text")),
    `next` = a$next_facts$field
  )
}

# The order of scores and interventions is the file's own.
reordered <- function(got, expected) {
  for (part in c("scores", "interventions")) {
    if (setequal(names(got[[part]]), names(expected[[part]]))) {
      got[[part]] <- got[[part]][names(expected[[part]])]
    }
  }
  got
}

# --- data frames -----------------------------------------------------------------

# A cell for each field: what the record allows, as one text.
cells_of <- function(r) {
  facts <- as.list(r)
  cells <- rep(NA_character_, nrow(fields()))
  names(cells) <- fields()$key
  cells[names(facts)] <- vapply(facts, paste, "", collapse = "|")
  cells
}

# Columns as a table of a study has them: integers, factors, logical values.
typed <- function(frame) {
  all <- fields()
  for (i in seq_len(nrow(all))) {
    key <- all$key[[i]]
    frame[[key]] <- switch(all$kind[[i]],
      integer = as.integer(frame[[key]]),
      yes_no = frame[[key]] == "yes",
      factor(frame[[key]], rev(field_values(key)$key))
    )
  }
  frame
}

# The scores and dispositions of data frames are those of their rows' assessments.
compare_frames <- function(ids, frame, assessed) {
  scores <- score(frame)
  verdicts <- dispositions(frame)
  for (i in seq_along(ids)) {
    got <- list(scores = unlist(scores[i, ], use.names = FALSE),
      dispositions = vapply(verdicts[i, assessed[[i]]$keys], as.character, "", USE.NAMES = FALSE),
      settled = unlist(verdicts[i, paste0(assessed[[i]]$keys, "_settled")], use.names = FALSE),
      inconsistent = verdicts$inconsistent[[i]], error = verdicts$error[[i]])
    compare(ids[[i]], "data frame", assessed[[i]]$expected, got)
  }
}

# What a data frame should say of a record, from its assessment.
row_of <- function(r) {
  a <- assess(r)
  bands <- vapply(a$scores$bands, paste, "", collapse = "|")
  scores <- c(rbind(a$scores$minimum, a$scores$maximum, bands))
  inconsistent <- nrow(a$inconsistencies) > 0L
  list(keys = a$interventions$intervention, expected = list(
    scores = c(scores, inconsistent, NA),
    dispositions = a$interventions$disposition,
    settled = a$interventions$settled,
    inconsistent = inconsistent, error = NA_character_
  ))
}

# --- all of them -----------------------------------------------------------------

compare("versions", "", unlist(file$versions)[names(versions())], versions())
ids <- vapply(file$vectors, function(vector) vector$id, "")
entered <- vector("list", length(ids))
for (i in seq_along(ids)) {
  entered[[i]] <- enter(file$vectors[[i]]$record)
  expected <- expected_of(file$vectors[[i]])
  compare(ids[[i]], "", expected, reordered(got_of(entered[[i]]), expected))
  # The same facts as JSON has them, ranges among them, are the same record.
  facts <- lapply(file$vectors[[i]]$facts, function(fact) {
    if (is.null(names(fact))) unlist(fact) else fact
  })
  compare(ids[[i]], "facts", as.list(entered[[i]]$record), as.list(record(facts)))
}

records <- lapply(entered, `[[`, "record")
cells <- do.call(rbind, lapply(records, cells_of))
narrowed <- as.data.frame(cells, stringsAsFactors = FALSE)
compare_frames(ids, narrowed, lapply(records, row_of))

# Without cells that allow several values every row is a plain one.
cells[grepl("|", cells, fixed = TRUE)] <- NA
plain <- as.data.frame(cells, stringsAsFactors = FALSE)
rows <- lapply(seq_len(nrow(plain)), function(i) row_of(record(plain[i, ])))
compare_frames(ids, plain, rows)
compare_frames(ids, typed(plain), rows)

cat(sprintf("R: data frames of %d rows: with several values in a cell, plain, typed\n",
  nrow(plain)))
cat(sprintf("R: %d vectors, %d differences\n", length(ids), differences))
quit(status = if (differences > 0L || length(ids) == 0L) 1L else 0L)
