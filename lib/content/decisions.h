/*
 * The decisions that cards are about: which interventions and which scores are
 * weighed together by whoever decides. libsacralmet-exchange carries this table;
 * the core does not need it.
 */
#ifndef SMET_CONTENT_DECISIONS_H
#define SMET_CONTENT_DECISIONS_H

#include "content/tables.h"

/* How a decision comes to have a card. */
enum smet__decision_kind {
    SMET__DECISION_EMERGENCY,  /* where an intervention is an emergency, or may be one */
    SMET__DECISION_SCOPE,      /* where an intervention is out of scope */
    SMET__DECISION_RULED_OUT,  /* where any intervention at all is contraindicated */
    SMET__DECISION_CONTRADICTION, /* where facts contradict each other */
    SMET__DECISION_OFFER       /* where something is offered or a score is decided */
};

struct smet__decision_row {
    const char *key;
    const char *label; /* stands first in the summary */
    enum smet__decision_kind kind;
    struct smet_list interventions;
    struct smet_list instruments;
    struct smet_list conflicts; /* told in the detail where they hold */
    smet_finding_t warning; /* the card warns until this finding is excluded; -1 for none */
};

enum { SMET__DECISION_COUNT = 9 };

/* Among cards of one urgency, this order holds. */
extern const struct smet__decision_row smet__decisions[SMET__DECISION_COUNT];

/* Interventions that stand for nearly every patient, or beside all decisions: they
 * are in every other answer, but a card for them would be one alert too many. */
extern const struct smet_list smet__without_card;

/* Facts that say that there is a lesion of the spine: without one of them, a record
 * may be of any patient, and only an emergency or a contradiction has a card. */
extern const struct smet_list smet__facts_of_a_lesion;

/* True where the lesion is known to be of the kind that the review is about. */
extern const smet_finding_t smet__subject_finding;

#endif
