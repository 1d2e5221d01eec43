# Everything that the library can say of one record, as plain R data: it outlives
# the session, and str(), saveRDS() and identical() work on it.

assess <- function(x, ...) {
  if (missing(x)) {
    x <- enter_for_assessment(facts_of(...), sys.call())
  } else {
    if (!inherits(x, "sacralmet_record")) x <- enter_for_assessment(facts_of(x), sys.call())
    if (...length() > 0L) x <- enter(copy_of(x), facts_of(...), sys.call())
  }
  handle <- checked(.Call(sacralmet_assess, handle_of(x)))
  keys <- vocabulary("instrument")$key
  answer <- list(
    versions = versions(),
    record = as.list(x),
    scores = .Call(sacralmet_assessed_scores, handle),
    items = named(keys, function(key) .Call(sacralmet_assessed_items, handle, key)),
    notes = named(keys, function(key) .Call(sacralmet_assessed_notes, handle, key)),
    interventions = .Call(sacralmet_assessed_interventions, handle),
    order = .Call(sacralmet_assessed_order, handle),
    rules = .Call(sacralmet_assessed_rules, handle),
    findings = .Call(sacralmet_assessed_findings, handle),
    derived = .Call(sacralmet_assessed_derived, handle),
    conflicts = .Call(sacralmet_assessed_conflicts, handle),
    inconsistencies = .Call(sacralmet_assessed_inconsistencies, handle),
    next_facts = .Call(sacralmet_assessed_next, handle)
  )
  structure(answer, class = "sacralmet_assessment")
}

enter_for_assessment <- function(facts, call) {
  enter(new_record(checked(.Call(sacralmet_record_new), call)), facts, call)
}

named <- function(keys, answer) {
  structure(lapply(keys, answer), names = keys)
}
