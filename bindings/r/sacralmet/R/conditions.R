# Gives an answer of the library back, or raises what it was refused with.
checked <- function(answer, call = sys.call(-1L)) {
  if (inherits(answer, "sacralmet_error")) {
    answer$call <- call
    stop(answer)
  }
  answer
}

# A refusal of the package's own, in the form of the library's.
refuse <- function(status, message, field = NA_character_, ..., call = sys.call(-1L)) {
  stop(structure(
    class = c("sacralmet_error", "error", "condition"),
    list(message = message, call = call, status = status, field = field, ...)
  ))
}
