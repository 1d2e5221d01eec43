/*
 * Which values of a field no table tells apart: they are of one class, and a class is
 * what a plane is made for. Ages no rule reads are one class; of a count that a score
 * reads as none, 1 to 2, or more there are three.
 */
#ifndef SMET_COHORT_CLASSES_H
#define SMET_COHORT_CLASSES_H

#include "content/tables.h"

enum {
    SMET__CLASSES_MAX = 32, /* of one field; what a mask of them holds */
    SMET__PLANES_MAX = 448, /* of all fields */
    SMET__NO_CLASS = 0xFF
};

struct smet_classes {
    uint16_t first[SMET__FIELD_COUNT + 1]; /* of the planes of all fields, each field's first */
    uint8_t of[SMET__FIELD_COUNT][SMET__VALUE_LIMIT]; /* by value; NO_CLASS: not the field's */
    uint8_t example[SMET__PLANES_MAX]; /* a value of each class, which stands for all of them */
};

/* Finds the classes out from the tables. */
void smet__make_classes(struct smet_classes *classes);

static inline int smet__class_count(const struct smet_classes *classes, smet_field_t field)
{
    return classes->first[field + 1] - classes->first[field];
}

#endif
