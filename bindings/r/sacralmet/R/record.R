# A record: a handle of the library's own, behind a list so that R copies it like
# any value. No function here changes a record that the user holds.

new_record <- function(handle) {
  structure(list(handle = handle), class = "sacralmet_record")
}

handle_of <- function(record) {
  .subset2(record, "handle")
}

record <- function(...) {
  enter(new_record(checked(.Call(sacralmet_record_new))), facts_of(...), sys.call())
}

narrow <- function(record, ...) {
  stopifnot(inherits(record, "sacralmet_record"))
  enter(copy_of(record), facts_of(...), sys.call())
}

copy_of <- function(record) {
  new_record(checked(.Call(sacralmet_record_copy, handle_of(record)), call = sys.call(-2L)))
}

# Named arguments, or one list (or one row of a data frame) of them.
facts_of <- function(...) {
  facts <- list(...)
  is_one_list <- length(facts) == 1L && is.null(names(facts)) && is.list(facts[[1L]])
  if (is_one_list) facts <- as.list(facts[[1L]])
  is_named <- !is.null(names(facts)) && (is_one_list || all(nzchar(names(facts))))
  if (length(facts) > 0L && !is_named) {
    refuse("SMET_ERROR_UNKNOWN_FIELD", "each fact needs the key of its field as a name",
      call = sys.call(-2L))
  }
  facts
}

# Enters facts into a record that nobody else holds.
enter <- function(record, facts, call) {
  for (i in seq_along(facts)) {
    key <- enc2utf8(names(facts)[[i]])
    cell <- cell_of(facts[[i]], key, call)
    checked(.Call(sacralmet_record_set_text, handle_of(record), key, cell), call)
  }
  record
}

# A value as the library's importers read it: "" is unknown, "C|D" narrows.
cell_of <- function(value, key, call) {
  if (inherits(value, "factor")) value <- as.character(value)
  if (is_range(value)) {
    return(range_of(value, key, call))
  }
  if (length(value) == 0L && is.null(value) || length(value) == 1L && is.na(value)) {
    return("")
  }
  if (length(value) == 0L) {
    refuse("SMET_ERROR_EMPTY_SET", paste0(key, ": no value is left"), key, call = call)
  }
  if (!is.atomic(value) || is.object(value)) {
    refuse("SMET_ERROR_WRONG_KIND",
      paste0(key, ": text, a factor, numbers or logical values are read, no other class"), key,
      call = call)
  }
  # The name of one value may stem from where it was taken; those of several were meant.
  if (length(value) > 1L && any(nzchar(names(value)))) {
    refuse("SMET_ERROR_WRONG_KIND",
      paste0(key, ": the names of values mean nothing, but for c(min = , max = ) as a range; ",
        "unname() takes them off"), key, call = call)
  }
  paste(texts_of(value), collapse = "|")
}

# A range is named as in the library's JSON: c(min = 40, max = 60), or one of both.
is_range <- function(value) {
  is.vector(value) && length(value) > 0L && !is.null(names(value)) &&
    all(names(value) %in% c("min", "max"))
}

range_of <- function(value, key, call) {
  known <- fields()
  at <- match(key, known$key)
  ends <- list(min = known$minimum[at], max = known$maximum[at])
  for (name in names(value)) {
    end <- value[[name]]
    if (anyDuplicated(names(value)) || !is.numeric(end) || length(end) != 1L || is.na(end)) {
      refuse("SMET_ERROR_WRONG_KIND",
        paste0(key, ": the ends of a range, min and max, are one number each"), key, call = call)
    }
    ends[[name]] <- end
  }
  if (is.na(at)) {
    return("..") # the library says that there is no such field
  }
  if (known$kind[[at]] != "integer") {
    refuse("SMET_ERROR_WRONG_KIND", paste0(key, ": only an integer field takes a range"), key,
      call = call)
  }
  paste0(texts_of(ends$min), "..", texts_of(ends$max))
}

# Numbers as they are written, logical values as the keys of yes/no fields.
texts_of <- function(value) {
  if (is.logical(value)) {
    ifelse(value, "yes", "no")
  } else if (is.numeric(value)) {
    format(value, scientific = FALSE, trim = TRUE, digits = 15L)
  } else {
    enc2utf8(as.character(value))
  }
}

# --- methods -------------------------------------------------------------------

names.sacralmet_record <- function(x) {
  checked(.Call(sacralmet_record_entered, handle_of(x)))
}

length.sacralmet_record <- function(x) {
  length(names(x))
}

# The values still possible: integers of a field of integers, else keys.
values_in <- function(record, key, call, integers = integer_fields()) {
  keys <- checked(.Call(sacralmet_record_values, handle_of(record), enc2utf8(key)), call)
  if (key %in% integers) as.integer(keys) else keys
}

integer_fields <- function() {
  all <- fields()
  all$key[all$kind == "integer"]
}

`[[.sacralmet_record` <- function(x, i) {
  if (is.numeric(i)) i <- names(x)[[i]]
  values <- values_in(x, i, sys.call())
  if (i %in% names(x)) values
}

`$.sacralmet_record` <- function(x, name) {
  x[[name]]
}

`[[<-.sacralmet_record` <- function(x, i, value) {
  call <- sys.call()
  x <- copy_of(x)
  checked(.Call(sacralmet_record_clear, handle_of(x), enc2utf8(i)), call)
  enter(x, structure(list(value), names = i), call)
}

`$<-.sacralmet_record` <- function(x, name, value) {
  x[[name]] <- value
  x
}

as.list.sacralmet_record <- function(x, ...) {
  entered <- names(x)
  integers <- integer_fields()
  facts <- lapply(entered, function(key) values_in(x, key, sys.call(), integers))
  names(facts) <- entered
  facts
}

print.sacralmet_record <- function(x, ...) {
  facts <- as.list(x)
  cat(sprintf("A record: %d of %d facts are entered\n", length(facts), nrow(fields())))
  labels <- vocabulary("field")
  for (key in names(facts)) {
    label <- labels$label[match(key, labels$key)]
    cat(strwrap(paste0(label, ": ", words_of_values(key, facts[[key]])),
      indent = 2L, exdent = 4L), sep = "\n")
  }
  invisible(x)
}
