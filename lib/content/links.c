/*
 * Linked fields: relations between facts of one record. Each holds where one of
 * its cases does; a case lists, field by field, what it allows.
 *
 * The mapping of ECOG to Karnofsky is the union of three published ones that
 * disagree: ECOG-ACRIN's comparison table, Ma 2010 and Prasad 2018.
 */
#include "content/tables.h"

#define FIELDS(...) \
    .fields = {__VA_ARGS__}, \
    .field_count = (int)(sizeof((smet_field_t[]){__VA_ARGS__}) / sizeof(smet_field_t))
#define CASES(...) \
    .cases = (const struct smet_link_case[]){__VA_ARGS__}, \
    .case_count = \
        (int)(sizeof((struct smet_link_case[]){__VA_ARGS__}) / sizeof(struct smet_link_case))
/* clang-format off */
#define CASE(...) {{__VA_ARGS__}}
/* clang-format on */

#define EITHER ONLY(SMET_NO, SMET_YES)
#define A_TO_D ONLY(SMET_FRANKEL_A, SMET_FRANKEL_B, SMET_FRANKEL_C, SMET_FRANKEL_D)
#define SOME_PAIN ONLY(SMET_PAIN_NONMECHANICAL, SMET_PAIN_MECHANICAL)
#define SOME_ESCC \
    ONLY(SMET_ESCC_1A, SMET_ESCC_1B, SMET_ESCC_1C, SMET_ESCC_2, SMET_ESCC_3)
#define ESCC_UNDER_2 ONLY(SMET_ESCC_0, SMET_ESCC_1A, SMET_ESCC_1B, SMET_ESCC_1C)
#define ANY_RADIOTHERAPY \
    ONLY(SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL, SMET_PRIOR_RADIOTHERAPY_STEREOTACTIC, \
         SMET_PRIOR_RADIOTHERAPY_BOTH)
#define ANY_OUTCOME \
    ONLY(SMET_RADIOTHERAPY_OUTCOME_CONTROLLED, SMET_RADIOTHERAPY_OUTCOME_PERSISTENT_PAIN, \
         SMET_RADIOTHERAPY_OUTCOME_PROGRESSION)

/* Lines of the record's definition. */
enum { ORGANS, ESCC, PERFORMANCE, FRANKEL, PAIN, COUNTS, RADIOTHERAPY, EXAMINATION };

#define ORGANS_TEXT                                                                     \
    "Metastases to major organs and visceral metastases: none goes with none, "         \
    "removable with treatable, unremovable with treatable or untreatable."
#define ESCC_TEXT                                                                        \
    "ESCC 0 goes with no epidural disease, 1a to 3 with epidural disease; ESCC 2 or 3 "  \
    "only with nerve root compression."
#define PERFORMANCE_TEXT                                                                    \
    "ECOG 0 goes with Karnofsky 90 to 100, 1 with 70 to 90, 2 with 50 to 70, 3 with 30 to " \
    "60, 4 with 10 to 40: the union of three published mappings that disagree."
#define FRANKEL_TEXT                                                                      \
    "Frankel E goes only with no motor deficit and with no sensory deficit; A to D with " \
    "either."
#define PAIN_TEXT "No pain goes only with a pain score of 0 and with no unrelenting pain."
#define COUNTS_TEXT                                                                         \
    "One extraspinal bone metastasis or more means that the lesion is not solitary; none, " \
    "together with one vertebral metastasis, means that it is."
#define RADIOTHERAPY_TEXT "An outcome of radiotherapy goes only with prior radiotherapy."
#define EXAMINATION_TEXT                                                                    \
    "A normal neurological examination goes only with Frankel E, bladder and bowel normal " \
    "or disturbed by another cause, and none of motor deficit, sensory deficit, sexual "    \
    "dysfunction, radiculopathy, cauda equina syndrome and acute deterioration."

#define TAKEN_AS_UNKNOWN " Both are taken as unknown, but an alarm among them stands."

/* A normal examination answers one field; an abnormal one says nothing of it. */
#define EXAMINED(answered, ...)                                                        \
    {                                                                                  \
        .text = EXAMINATION_TEXT,                                                      \
        .broken_text = "The neurological examination is entered as normal and contradicts " \
                       "what else is entered. The examination is set aside; the other " \
                       "facts stand.",                                                 \
        .line = EXAMINATION, .is_shortcut = true,                                     \
        FIELDS(SMET_FIELD_NEUROLOGICAL_EXAMINATION, answered), CASES(__VA_ARGS__)      \
    }
#define EXAMINED_SIGN(field)                                         \
    EXAMINED(field, CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_NORMAL), ONLY(SMET_NO)), \
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL), EITHER))

const struct smet_link smet__links[] = {
    {
        .text = ORGANS_TEXT,
        .broken_text = "Metastases to major organs and visceral metastases are entered in a way "
                       "that cannot both hold. Both are taken as unknown.",
        .line = ORGANS,
        FIELDS(SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_VISCERAL_METASTASES),
        CASES(CASE(ONLY(SMET_MAJOR_ORGAN_METASTASES_NONE), ONLY(SMET_VISCERAL_METASTASES_NONE)),
              CASE(ONLY(SMET_MAJOR_ORGAN_METASTASES_REMOVABLE),
                   ONLY(SMET_VISCERAL_METASTASES_TREATABLE)),
              CASE(ONLY(SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE),
                   ONLY(SMET_VISCERAL_METASTASES_TREATABLE, SMET_VISCERAL_METASTASES_UNTREATABLE))),
    },
    {
        .text = ESCC_TEXT,
        .broken_text = "The ESCC label and epidural disease contradict each other." TAKEN_AS_UNKNOWN,
        .line = ESCC,
        FIELDS(SMET_FIELD_ESCC, SMET_FIELD_EPIDURAL_DISEASE),
        CASES(CASE(ONLY(SMET_ESCC_0), ONLY(SMET_NO)), CASE(SOME_ESCC, ONLY(SMET_YES))),
    },
    {
        .text = ESCC_TEXT,
        .broken_text =
            "The ESCC label and nerve root compression contradict each other." TAKEN_AS_UNKNOWN,
        .line = ESCC,
        FIELDS(SMET_FIELD_ESCC, SMET_FIELD_NERVE_ROOT_COMPRESSION),
        CASES(CASE(ESCC_UNDER_2, EITHER), CASE(ONLY(SMET_ESCC_2, SMET_ESCC_3), ONLY(SMET_YES))),
    },
    {
        .text = PERFORMANCE_TEXT,
        .broken_text = "ECOG and Karnofsky contradict each other in every published mapping. Both "
                       "are taken as unknown.",
        .line = PERFORMANCE,
        FIELDS(SMET_FIELD_ECOG, SMET_FIELD_KARNOFSKY),
        CASES(CASE(ONLY(SMET_ECOG_0), SPAN(90, 100)), CASE(ONLY(SMET_ECOG_1), SPAN(70, 90)),
              CASE(ONLY(SMET_ECOG_2), SPAN(50, 70)), CASE(ONLY(SMET_ECOG_3), SPAN(30, 60)),
              CASE(ONLY(SMET_ECOG_4), SPAN(10, 40))),
    },
    {
        .text = FRANKEL_TEXT,
        .broken_text =
            "Frankel E and a motor deficit contradict each other." TAKEN_AS_UNKNOWN,
        .line = FRANKEL,
        FIELDS(SMET_FIELD_FRANKEL, SMET_FIELD_MOTOR_DEFICIT),
        CASES(CASE(ONLY(SMET_FRANKEL_E), ONLY(SMET_NO)), CASE(A_TO_D, EITHER)),
    },
    {
        .text = FRANKEL_TEXT,
        .broken_text =
            "Frankel E and a sensory deficit contradict each other." TAKEN_AS_UNKNOWN,
        .line = FRANKEL,
        FIELDS(SMET_FIELD_FRANKEL, SMET_FIELD_SENSORY_DEFICIT),
        CASES(CASE(ONLY(SMET_FRANKEL_E), ONLY(SMET_NO)), CASE(A_TO_D, EITHER)),
    },
    {
        .text = PAIN_TEXT,
        .broken_text = "No pain and a pain score of 1 or more contradict each other. Both are "
                       "taken as unknown.",
        .line = PAIN,
        FIELDS(SMET_FIELD_PAIN, SMET_FIELD_PAIN_SCORE),
        CASES(CASE(ONLY(SMET_PAIN_NONE), ONLY(0)), CASE(SOME_PAIN, SPAN(0, 10))),
    },
    {
        .text = PAIN_TEXT,
        .broken_text = "No pain and unrelenting pain contradict each other. Both are taken as "
                       "unknown.",
        .line = PAIN,
        FIELDS(SMET_FIELD_PAIN, SMET_FIELD_PAIN_UNRELENTING),
        CASES(CASE(ONLY(SMET_PAIN_NONE), ONLY(SMET_NO)), CASE(SOME_PAIN, EITHER)),
    },
    {
        .text = COUNTS_TEXT,
        .broken_text = "The counts of bone metastases and the solitary lesion contradict each "
                       "other. All three are taken as unknown.",
        .line = COUNTS,
        FIELDS(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, SMET_FIELD_SOLITARY_LESION,
               SMET_FIELD_VERTEBRAL_METASTASES),
        CASES(CASE(SPAN(1, 99), ONLY(SMET_NO), SPAN(1, 30)),
              CASE(ONLY(0), ONLY(SMET_YES), SPAN(1, 30)),
              CASE(ONLY(0), ONLY(SMET_NO), SPAN(2, 30))),
    },
    {
        .text = RADIOTHERAPY_TEXT,
        .broken_text = "An outcome of radiotherapy is entered, and no prior radiotherapy. Both are "
                       "taken as unknown.",
        .line = RADIOTHERAPY,
        .once_entered = true,
        FIELDS(SMET_FIELD_RADIOTHERAPY_OUTCOME, SMET_FIELD_PRIOR_RADIOTHERAPY),
        CASES(CASE(ANY_OUTCOME, ANY_RADIOTHERAPY)),
    },
    EXAMINED(SMET_FIELD_FRANKEL,
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_NORMAL), ONLY(SMET_FRANKEL_E)),
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL), SPAN(SMET_FRANKEL_A, SMET_FRANKEL_E))),
    EXAMINED_SIGN(SMET_FIELD_MOTOR_DEFICIT),
    EXAMINED_SIGN(SMET_FIELD_SENSORY_DEFICIT),
    EXAMINED_SIGN(SMET_FIELD_SEXUAL_DYSFUNCTION),
    EXAMINED_SIGN(SMET_FIELD_RADICULOPATHY),
    EXAMINED_SIGN(SMET_FIELD_CAUDA_EQUINA_SYNDROME),
    EXAMINED_SIGN(SMET_FIELD_ACUTE_DETERIORATION),
    EXAMINED(SMET_FIELD_BLADDER,
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_NORMAL),
                  ONLY(SMET_BLADDER_NORMAL, SMET_BLADDER_OTHER_CAUSE)),
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL),
                  SPAN(SMET_BLADDER_NORMAL, SMET_BLADDER_OTHER_CAUSE))),
    EXAMINED(SMET_FIELD_BOWEL,
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_NORMAL),
                  ONLY(SMET_BOWEL_NORMAL, SMET_BOWEL_OTHER_CAUSE)),
             CASE(ONLY(SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL),
                  SPAN(SMET_BOWEL_NORMAL, SMET_BOWEL_OTHER_CAUSE))),
};

_Static_assert(COUNT_OF(smet__links) <= SMET__LINKS_MAX, "a set of links has room for each");

const int smet__link_count = COUNT_OF(smet__links);
