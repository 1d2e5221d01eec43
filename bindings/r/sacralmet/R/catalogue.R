# What the library knows, asked for at run time.

vocabulary <- function(key = "vocabulary") {
  checked(.Call(sacralmet_vocabulary, key))
}

versions <- function() {
  .Call(sacralmet_versions)
}

fields <- function() {
  .Call(sacralmet_fields)
}

field_values <- function(field) {
  checked(.Call(sacralmet_values, field))
}

instruments <- function() {
  .Call(sacralmet_instruments)
}

items <- function(instrument) {
  checked(.Call(sacralmet_items, instrument))
}

points_of <- function(instrument) {
  checked(.Call(sacralmet_points, instrument))
}

bands <- function(instrument) {
  checked(.Call(sacralmet_bands, instrument))
}

interventions <- function() {
  .Call(sacralmet_interventions)
}

findings <- function() {
  .Call(sacralmet_findings)
}

rules <- function() {
  .Call(sacralmet_rules)
}

pathway_conflicts <- function() {
  .Call(sacralmet_conflicts)
}

references <- function() {
  .Call(sacralmet_references)
}

evidence <- function() {
  .Call(sacralmet_evidence)
}

disputes <- function() {
  .Call(sacralmet_disputes)
}
