# Data frames in, data frames out.

score <- function(x, ...) {
  UseMethod("score")
}

score.default <- function(x, instruments = NULL, ...) {
  no_more(...)
  wanted <- wanted_of("instrument", instruments)
  scores <- assess(x)$scores
  scores <- scores[match(wanted, scores$instrument), , drop = FALSE]
  rownames(scores) <- NULL
  scores
}

# An argument that nobody knows was meant to say something.
no_more <- function(...) {
  if (...length() > 0L) {
    given <- names(list(...))
    stop("there is no argument ", if (is.null(given)) "behind these" else
      paste(dQuote(given[nzchar(given)], FALSE), collapse = ", "), call. = FALSE)
  }
}

score.data.frame <- function(x, instruments = NULL, bad_rows = c("keep", "stop"),
                             quiet = FALSE, ...) {
  no_more(...)
  wanted <- wanted_of("instrument", instruments)
  answer_frame(x, sacralmet_score_frame, wanted, match.arg(bad_rows), quiet, sys.call())
}

dispositions <- function(x, interventions = NULL, bad_rows = c("keep", "stop"), quiet = FALSE) {
  stopifnot(is.data.frame(x))
  wanted <- wanted_of("intervention", interventions)
  answer_frame(x, sacralmet_dispositions_frame, wanted, match.arg(bad_rows), quiet, sys.call())
}

# Keys of a vocabulary: all of them, or those that were asked for.
wanted_of <- function(kind, keys) {
  known <- vocabulary(kind)$key
  if (is.null(keys)) {
    return(known)
  }
  keys <- as.character(keys)
  for (key in keys[!keys %in% known]) {
    refuse("SMET_ERROR_UNKNOWN_TERM", sprintf("there is no %s \"%s\"", kind, key),
      call = sys.call(-1L))
  }
  for (key in keys[duplicated(keys)]) {
    refuse("SMET_ERROR_DUPLICATE", sprintf("the %s \"%s\" is asked for twice", kind, key),
      call = sys.call(-1L))
  }
  keys
}

answer_frame <- function(frame, routine, wanted, bad_rows, quiet, call) {
  is_field <- names(frame) %in% fields()$key
  if (!any(is_field)) {
    refuse("SMET_ERROR_UNKNOWN_FIELD",
      "no column is named by the key of a field; fields() lists them", call = call)
  }
  if (!quiet && !all(is_field)) {
    message("Not looked at, since no field has such a key: ",
      paste(names(frame)[!is_field], collapse = ", "))
  }
  columns <- unclass(frame)[is_field]
  answer <- checked(.Call(routine, columns, enc2utf8(names(columns)), nrow(frame), wanted), call)
  if (nrow(frame) > 0L) attr(answer, "row.names") <- attr(frame, "row.names")
  report_bad_rows(answer, columns, bad_rows, call)
  answer
}

# What is wrong with the rows that have no answer: an error, or a warning.
report_bad_rows <- function(answer, frame, bad_rows, call) {
  bad <- which(!is.na(answer$error))
  if (length(bad) == 0L) {
    return()
  }
  message <- sprintf("row %d: %s", bad[[1L]], answer$error[[bad[[1L]]]])
  if (bad_rows == "stop") {
    cause <- refusal_of_row(frame, bad[[1L]])
    refuse(cause$status, message, cause$field, row = bad[[1L]], call = call)
  }
  if (length(bad) > 1L) message <- sprintf("%s (and %d more)", message, length(bad) - 1L)
  warning(structure(
    class = c("sacralmet_warning", "warning", "condition"),
    list(message = paste0("without an answer: ", message), call = call, rows = bad)
  ))
}

# The refusal that a row meets as a record: it has the status and the field.
refusal_of_row <- function(columns, row) {
  facts <- lapply(columns, function(column) unclass_as_is(column)[[row]])
  tryCatch({
    record(facts)
    list(status = NA_character_, field = NA_character_)
  }, sacralmet_error = identity)
}

unclass_as_is <- function(column) {
  if (inherits(column, "AsIs")) unclass(column) else column
}
