/*
 * What is wrong with a text that is no record, in the library's own words.
 */
#ifndef SMET_EXCHANGE_EXPLAIN_H
#define SMET_EXCHANGE_EXPLAIN_H

#include <sacralmet/exchange.h>

#include <jansson.h>

/* The field with a key; SMET_FIELD_INVALID when there is none. */
smet_field_t smet__field_of_key(const json_t *key);

/* Refuses a text that is not UTF-8, and says where it ends to be. */
smet_status_t smet__refuse_encoding(const char *text, size_t length, struct smet_error *error);

/* Refuses what the parser refused; `text` is what it was given. */
smet_status_t smet__refuse_parse(const char *text, const json_error_t *wrong,
                                 struct smet_error *error);

/* Refuses at the place where the parser stopped, in words of the library's own. */
smet_status_t smet__refuse_at(const char *text, const json_error_t *wrong, smet_status_t status,
                              const char *what, struct smet_error *error);

smet_status_t smet__refuse_unknown_key(const char *key, size_t length, struct smet_error *error);

/* Refuses a key that stands twice; `at` is behind the second one. */
smet_status_t smet__refuse_duplicate(const char *text, size_t at, struct smet_error *error);

smet_status_t smet__refuse_not_object(struct smet_error *error);

smet_status_t smet__refuse_no_memory(struct smet_error *error);

#endif
