/*
 * Facts that contradict each other in a way that no relation of values says.
 * Never refused; reported where no patient that the record allows is
 * consistent.
 */
#include "content/tables.h"

#define ABOUT_FIELDS(...)                                                           \
    {__VA_ARGS__}, (int)(sizeof((smet_field_t[]){__VA_ARGS__}) / sizeof(smet_field_t))

/* clang-format off */
const struct smet_inconsistency_row smet__inconsistencies[] = {
    {ABOUT_FIELDS(SMET_FIELD_STABILITY),
     ALL(UNLIKE(STABILITY), FINDING(UPPER_SACRAL)),
     "The declared stability is unlike every band of SINS that the record allows. The declared "
     "one is used."},
    {ABOUT_FIELDS(SMET_FIELD_TUMOR_GROWTH, SMET_FIELD_PRIMARY_TUMOR),
     UNLIKE(TUMOR_GROWTH),
     "The declared growth of the tumor is unlike the class of its primary. The declared one is "
     "used."},
    {ABOUT_FIELDS(SMET_FIELD_HYPERVASCULAR, SMET_FIELD_PRIMARY_TUMOR),
     UNLIKE(HYPERVASCULAR),
     "The tumor is declared as not hypervascular, but its primary is one that the review names as "
     "vascular. The declaration is used."},
    {ABOUT_FIELDS(SMET_FIELD_REPORTED_SINS),
     MISFIT(SINS),
     "The SINS total found in the chart cannot come from the items. The items are used."},
    {ABOUT_FIELDS(SMET_FIELD_REPORTED_TOKUHASHI_REVISED),
     MISFIT(TOKUHASHI_REVISED),
     "The revised Tokuhashi total found in the chart cannot come from the items. The items are "
     "used."},
    {ABOUT_FIELDS(SMET_FIELD_REPORTED_TOMITA),
     MISFIT(TOMITA),
     "The Tomita total found in the chart cannot come from the items. The items are used."},
    {ABOUT_FIELDS(SMET_FIELD_CAUDA_EQUINA_SYNDROME, SMET_FIELD_NERVE_ROOT_COMPRESSION,
                  SMET_FIELD_EPIDURAL_DISEASE),
     ALL(YES(CAUDA_EQUINA_SYNDROME), NO(NERVE_ROOT_COMPRESSION), NO(EPIDURAL_DISEASE)),
     "Cauda equina syndrome is declared, but neither nerve root compression nor epidural disease "
     "explains it. The alarm stands."},
    {ABOUT_FIELDS(SMET_FIELD_BLADDER, SMET_FIELD_BOWEL, SMET_FIELD_NERVE_ROOT_COMPRESSION,
                  SMET_FIELD_EPIDURAL_DISEASE),
     ALL(FINDING(SPHINCTER_LOSS), NO(NERVE_ROOT_COMPRESSION), NO(EPIDURAL_DISEASE)),
     "Sphincter control is lost, but neither nerve root compression nor epidural disease explains "
     "it. The alarm stands."},
    {ABOUT_FIELDS(SMET_FIELD_NERVE_ROOT_COMPRESSION, SMET_FIELD_OSSEOUS_COMPRESSION),
     ALL(NO(NERVE_ROOT_COMPRESSION), YES(OSSEOUS_COMPRESSION)),
     "Compression by bone is entered, and no nerve root compression."},
    {ABOUT_FIELDS(SMET_FIELD_CAUDA_EQUINA_SYNDROME, SMET_FIELD_FRANKEL, SMET_FIELD_BLADDER,
                  SMET_FIELD_BOWEL),
     ALL(YES(CAUDA_EQUINA_SYNDROME), IS(FRANKEL, SMET_FRANKEL_E),
         IS(BLADDER, SMET_BLADDER_NORMAL), IS(BOWEL, SMET_BOWEL_NORMAL)),
     "Cauda equina syndrome is declared with Frankel E, normal bladder and normal bowel. The alarm "
     "stands."},
    {ABOUT_FIELDS(SMET_FIELD_FRANKEL, SMET_FIELD_MOTOR_DEFICIT, SMET_FIELD_SENSORY_DEFICIT,
                  SMET_FIELD_BLADDER, SMET_FIELD_BOWEL),
     ALL(IS(FRANKEL, SMET_FRANKEL_A, SMET_FRANKEL_B, SMET_FRANKEL_C, SMET_FRANKEL_D),
         NO(MOTOR_DEFICIT), NO(SENSORY_DEFICIT), IS(BLADDER, SMET_BLADDER_NORMAL),
         IS(BOWEL, SMET_BOWEL_NORMAL), NO(CAUDA_EQUINA_SYNDROME)),
     "Frankel A to D is entered, but no deficit that explains it. The deficit stands."},
};
/* clang-format on */

_Static_assert(COUNT_OF(smet__inconsistencies) <= SMET__CHECKS_MAX,
               "a set of checks has room for each");

const int smet__inconsistency_count = COUNT_OF(smet__inconsistencies);
