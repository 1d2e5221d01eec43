# The text report of an assessment, in the words of the sacralmet command:
# emergencies first, then what can be said, the scores, and what would settle
# more; on request why, and from which sources.

format.sacralmet_assessment <- function(x, why = FALSE, width = 80L, ...) {
  report <- new_report(x, width)
  add_opening(report)
  add_emergencies(report)
  add_inconsistencies(report)
  add_verdict(report, "recommended", "RECOMMENDED")
  add_verdict(report, "option", "OPTIONS")
  add_ruled_out(report)
  add_for_everyone(report)
  add_scores(report)
  add_next(report)
  add_conflicts(report)
  add_open(report)
  if (why) {
    add_score_notes(report)
    add_reasons(report)
    add_sources(report)
  }
  add_close(report)
  report$lines
}

print.sacralmet_assessment <- function(x, why = FALSE, width = getOption("width"), ...) {
  writeLines(format(x, why = why, width = width, ...))
  invisible(x)
}

# --- the report under way --------------------------------------------------------

new_report <- function(assessment, width) {
  report <- new.env(parent = emptyenv())
  report$it <- assessment
  report$width <- width
  report$lines <- character()
  report$cited <- character()
  report$explained <- character()
  report$rules <- rules()
  report$references <- references()
  report$evidence <- evidence()
  report$labels <- labels_of(c("field", "intervention", "verdict", "side", "reference"))
  report$ordered <- with(
    assessment,
    interventions[match(order, interventions$intervention), , drop = FALSE]
  )
  report
}

labels_of <- function(vocabularies) {
  named(vocabularies, function(key) {
    terms <- vocabulary(key)
    structure(terms$label, names = terms$key)
  })
}

add <- function(report, lines) {
  report$lines <- c(report$lines, lines)
}

heading <- function(report, text) {
  add(report, c("", text))
}

# A paragraph. A lead stands in its first line's indentation.
paragraph <- function(report, text, first = 0L, indent = first, lead = NULL) {
  if (!is.null(lead)) {
    lead <- paste0(strrep(" ", first), lead, " ")
    lead <- formatC(lead, width = -indent)
    first <- nchar(lead)
  }
  lines <- strwrap(text, width = report$width + 1L, indent = first, exdent = indent)
  if (!is.null(lead)) substr(lines[[1L]], 1L, first) <- lead
  add(report, lines)
}

# --- words -----------------------------------------------------------------------

label <- function(report, vocabulary, key) {
  unname(report$labels[[vocabulary]][key])
}

list_fields <- function(report, keys, most = Inf) {
  words <- paste(label(report, "field", first_of(keys, most)), collapse = ", ")
  if (length(keys) > most) words <- sprintf("%s and %d more", words, length(keys) - most)
  words
}

first_of <- function(x, most) {
  x[seq_len(min(length(x), most))]
}

# Words joined as "a, b or c".
alternatives <- function(words) {
  count <- length(words)
  if (count < 2L) {
    return(paste(words, collapse = ""))
  }
  paste(paste(words[-count], collapse = ", "), "or", words[[count]])
}

# Values by their labels; integers that follow each other as "least to greatest".
words_of_values <- function(field, keys) {
  kind <- fields()
  kind <- kind[match(field, kind$key), ]
  values <- field_values(field)
  labels <- values$label[match(as.character(keys), values$key)]
  count <- length(labels)
  if (kind$kind == "integer" && count > 2L) {
    numbers <- as.integer(keys)
    if (numbers[[count]] - numbers[[1L]] == (count - 1L) * kind$step) {
      return(paste(labels[[1L]], "to", labels[[count]]))
    }
  }
  if (count > 5L) sprintf("%s and %d more", paste(labels[1:4], collapse = ", "), count - 4L)
  else alternatives(labels)
}

cite <- function(report, keys) {
  report$cited <- c(report$cited, keys)
  numbers <- report$references$number[match(keys, report$references$key)]
  paste(sprintf("[%s]", ifelse(is.na(numbers), keys, numbers)), collapse = " ")
}

cite_rules <- function(report, keys) {
  cited <- report$rules$references[match(keys, report$rules$key)]
  paste(vapply(cited, function(references) cite(report, references), ""), collapse = " ")
}

# The rules that fire on an intervention with a verdict.
firing <- function(report, intervention, verdict) {
  all <- report$it$rules
  all$rule[all$intervention == intervention & all$verdict == verdict & all$fires == "true"]
}

# Whether what is said holds for every patient: its rule reads no field.
is_for_everyone <- function(report, row) {
  rules <- firing(report, row$intervention, row$disposition)
  length(rules) > 0L &&
    length(report$rules$fields[[match(rules[[1L]], report$rules$key)]]) == 0L
}

# Calls a function with each row of a data frame, list columns unlisted.
each_row <- function(frame, visit) {
  for (i in seq_len(nrow(frame))) {
    visit(lapply(frame, function(column) column[[i]]))
  }
}

# --- what stands first -----------------------------------------------------------

add_opening <- function(report) {
  paragraph(report, sprintf(paste(
    "Management of sacral metastases: %d of %d facts are entered. What is not entered",
    "is unknown, never \"no\". A question mark means: not settled."
  ), length(report$it$record), length(report$labels$field)))
}

add_emergencies <- function(report) {
  is_one <- report$ordered$disposition == "emergency"
  if (any(is_one)) heading(report, "EMERGENCY")
  each_row(report$ordered[is_one, ], function(row) {
    paragraph(report, row$label, 2L, 4L)
    for (rule in firing(report, row$intervention, "emergency")) {
      rationale <- report$rules$rationale[match(rule, report$rules$key)]
      paragraph(report, paste(rationale, cite_rules(report, rule)), 4L)
    }
  })
  may_be <- !is_one & vapply(report$ordered$possible, function(p) "emergency" %in% p, NA)
  open <- report$ordered[may_be, ]
  fields <- names(report$labels$field)
  alarming <- fields[fields %in% unlist(open$alarming)]
  if (length(alarming) == 0L) {
    return()
  }
  heading(report, if (any(is_one)) "FURTHER EMERGENCY NOT EXCLUDED" else "EMERGENCY NOT EXCLUDED")
  paragraph(report, sprintf("%s - until these are known: %s.", paste(open$label, collapse = ", "),
    list_fields(report, alarming, 6L)), 2L)
}

add_inconsistencies <- function(report) {
  if (nrow(report$it$inconsistencies) > 0L) heading(report, "CHECK THE RECORD")
  each_row(report$it$inconsistencies, function(row) {
    paragraph(report, paste0(list_fields(report, row$fields), ": ", row$text), 2L, 4L, "!")
  })
}

# --- what can be said ------------------------------------------------------------

add_verdict <- function(report, verdict, title) {
  rows <- report$ordered[report$ordered$disposition == verdict, ]
  any <- FALSE
  each_row(rows, function(row) {
    if (is_for_everyone(report, row)) {
      return()
    }
    if (!any) heading(report, title)
    any <<- TRUE
    add_line(report, row)
  })
}

add_line <- function(report, row) {
  side <- if (is.na(row$side)) "" else paste(", on the", label(report, "side", row$side))
  cited <- cite_rules(report, firing(report, row$intervention, row$disposition))
  paragraph(report, paste0(row$label, side, " ", cited), 2L, 4L, if (row$settled) "-" else "?")
  if (!row$settled) {
    stronger <- label(report, "verdict", row$possible[-length(row$possible)])
    paragraph(report, sprintf("could still be %s, depending on %s", alternatives(stronger),
      list_fields(report, row$deciding, 3L)), 4L)
  }
}

add_ruled_out <- function(report) {
  any <- FALSE
  for (verdict in c("out_of_scope", "contraindicated", "not_recommended")) {
    rows <- report$ordered[report$ordered$disposition == verdict, ]
    if (nrow(rows) == 0L) next
    if (!any) heading(report, "RULED OUT")
    any <- TRUE
    paragraph(report, paste0(label(report, "verdict", verdict), ": ",
      paste0(rows$label, ifelse(rows$settled, "", " (?)"), collapse = ", ")), 2L, 4L)
  }
}

add_for_everyone <- function(report) {
  words <- character()
  each_row(report$ordered, function(row) {
    if (row$disposition %in% c("recommended", "option") && is_for_everyone(report, row)) {
      rule <- firing(report, row$intervention, row$disposition)[[1L]]
      words <<- c(words, paste(row$label, cite_rules(report, rule)))
    }
  })
  if (length(words) == 0L) {
    return()
  }
  heading(report, "FOR EVERY PATIENT")
  paragraph(report, paste0(paste(words, collapse = "; "), "."), 2L)
}

# --- the scores ------------------------------------------------------------------

add_scores <- function(report) {
  heading(report, "SCORES")
  each_row(report$it$scores, function(row) add_score(report, row))
}

add_score <- function(report, row) {
  all <- instruments()
  all <- all[match(row$instrument, all$key), ]
  known <- bands(row$instrument)
  totals <- if (row$complete) {
    row$minimum
  } else if (length(row$totals) > 4L) {
    paste(row$minimum, "to", row$maximum)
  } else {
    alternatives(row$totals)
  }
  is_open <- length(row$bands) == nrow(known)
  band <- if (is_open) {
    "every band is possible"
  } else {
    paste(known$label[match(row$bands, known$key)], collapse = " or ")
  }
  paragraph(report, sprintf("%s: %s of %d to %d; %s", row$label, totals, all$minimum,
    all$maximum, band), 2L, 4L, if (row$decided) "-" else "?")
  if (length(row$missing) > 0L) {
    missing <- list_fields(report, row$missing, if (is_open) 3L else Inf)
    paragraph(report, paste("missing:", missing), 4L, 6L)
  }
}

# --- what to find out ------------------------------------------------------------

add_next <- function(report) {
  facts <- report$it$next_facts
  if (nrow(facts) == 0L) {
    return()
  }
  heading(report, "FIND OUT NEXT")
  number <- 0L
  each_row(facts, function(fact) {
    number <<- number + 1L
    weight <- count_of(length(fact$interventions), "intervention")
    if (length(fact$instruments) > 0L) {
      weight <- paste0(weight, ", ", count_of(length(fact$instruments), "score"))
    }
    alarm <- if (fact$may_show_emergency) "; could reveal an emergency" else ""
    paragraph(report, sprintf("%s (bears on %s%s)", fact$label, weight, alarm), 2L, 5L,
      sprintf("%d.", number))
  })
}

count_of <- function(count, word) {
  sprintf("%d %s%s", count, word, if (count == 1L) "" else "s")
}

add_conflicts <- function(report) {
  if (length(report$it$conflicts) == 0L) {
    return()
  }
  heading(report, "WHERE THE SOURCES PULL APART")
  all <- pathway_conflicts()
  each_row(all[match(report$it$conflicts, all$key), ], function(row) {
    paragraph(report, paste0(row$label, ": ", row$explanation), 2L, 4L, "-")
  })
}

add_open <- function(report) {
  rows <- report$ordered
  rows <- rows[rows$disposition == "no_rule" & !rows$settled, ]
  if (nrow(rows) > 0L) heading(report, "STILL OPEN")
  each_row(rows, function(row) {
    possible <- label(report, "verdict", row$possible[-length(row$possible)])
    paragraph(report, sprintf("%s: could be %s; depends on %s", row$label,
      paste(possible, collapse = ", "), list_fields(report, row$deciding, 4L)), 2L, 4L, "?")
  })
}

# --- why, and from which source ----------------------------------------------------

add_score_notes <- function(report) {
  heading(report, "HOW THE SCORES COME ABOUT")
  each_row(instruments(), function(row) {
    add(report, "")
    paragraph(report, paste(row$label, cite(report, row$references)), 2L, 4L)
    each_row(report$it$items[[row$key]], function(item) add_item(report, item))
    for (note in report$it$notes[[row$key]]) paragraph(report, note, 4L, 6L, "!")
  })
}

add_item <- function(report, item) {
  value <- if (is.na(item$option)) "open" else words_of_values(item$field, item$option)
  derived <- if (item$derived) {
    sprintf(" (derived from %s)", list_fields(report, item$derived_from, 9L))
  } else {
    ""
  }
  note <- if (nzchar(item$note)) paste0(". ", item$note) else ""
  paragraph(report, paste0(paste(item$points, collapse = " or "), " ",
    label(report, "field", item$field), ": ", value, derived, note), 4L, 6L)
}

add_reasons <- function(report) {
  heading(report, "WHY, AND FROM WHICH SOURCE   (- says so  ~ overruled  ! caution)")
  each_row(report$ordered, function(row) {
    if (row$disposition != "no_rule" && !is_for_everyone(report, row)) add_why(report, row)
  })
}

add_why <- function(report, row) {
  all <- report$it$rules
  all <- all[all$intervention == row$intervention & all$fires == "true" &
    all$verdict != "caution", ]
  shown <- character()
  heading(report, sprintf("  %s: %s%s", row$label, label(report, "verdict", row$disposition),
    if (row$settled) "" else " (open)"))
  each_row(all, function(state) {
    add_rule(report, state$rule, if (state$overruled) "~" else "-")
    shown <<- add_evidence(report, state$rule, shown)
  })
  for (rule in row$cautions) add_rule(report, rule, "!")
  add_derived(report, unique(unlist(all$derived)))
}

add_rule <- function(report, key, lead) {
  if (key %in% report$explained) {
    paragraph(report, paste0(key, ", as above"), 4L, 6L, lead)
    return()
  }
  report$explained <- c(report$explained, key)
  rule <- report$rules[match(key, report$rules$key), ]
  paragraph(report, sprintf("%s (%s; %s; %s; %s)", rule$rationale, key, rule$grade_label,
    rule$section, cite_rules(report, key)), 4L, 6L, lead)
}

# Gives the figures that were shown, with those of this rule.
add_evidence <- function(report, rule, shown) {
  keys <- report$rules$evidence[[match(rule, report$rules$key)]]
  for (key in setdiff(keys, shown)) {
    figures <- report$evidence[match(key, report$evidence$key), ]
    disagreement <- if (nzchar(figures$disagreement)) {
      paste(" Disagreement:", figures$disagreement)
    } else {
      ""
    }
    paragraph(report, paste0(figures$statement, " ", cite(report, figures$reference),
      disagreement), 4L, 6L, key)
  }
  union(shown, keys)
}

add_derived <- function(report, keys) {
  derived <- report$it$derived
  each_row(derived[derived$field %in% keys, ], function(row) {
    paragraph(report, sprintf("%s was derived from %s: %s", label(report, "field", row$field),
      list_fields(report, row$from, 9L), words_of_values(row$field, row$values)), 6L)
  })
}

add_sources <- function(report) {
  heading(report, "SOURCES")
  for (key in report$references$key[report$references$key %in% report$cited]) {
    paragraph(report, label(report, "reference", key), 2L, 7L, cite(report, key))
  }
}

add_close <- function(report) {
  add(report, "")
  versions <- report$it$versions
  paragraph(report, sprintf(paste(
    "Options with their sources, never orders: decision support for professionals, not a",
    "medical device. sacralmet %s, content %s (%s)."
  ), versions[["release"]], versions[["content"]], substr(versions[["digest"]], 1L, 12L)))
}
