/*
 * Conditions of ICD-10-CM. A row stands for the code and all codes that begin with
 * it, unless a longer row says otherwise. What is in no row says nothing: carcinomas
 * in situ, ill-defined sites (C26, C39, C76, C80.0), lymph nodes (C77), and the
 * metastases that neither score asks for.
 */
#include "content/codes.h"

#define PRIMARY(code, primary)                                                                     \
    {                                                                                              \
        code, SMET_FIELD_PRIMARY_TUMOR, ONLY(primary), SMET__CODE_LASTING, ""                      \
    }
#define OPEN(code, note, ...)                                                                      \
    {                                                                                              \
        code, SMET_FIELD_PRIMARY_TUMOR, ONLY(__VA_ARGS__), SMET__CODE_LASTING, note                \
    }
#define TAKEN(code, primary, note)                                                                 \
    {                                                                                              \
        code, SMET_FIELD_PRIMARY_TUMOR, ONLY(primary), SMET__CODE_LASTING, note                    \
    }
#define NOTHING(code, field, note)                                                                 \
    {                                                                                              \
        code, field, {{0}}, SMET__CODE_NOTHING, note                                               \
    }

#define LUNG SMET_PRIMARY_TUMOR_LUNG
#define OTHER SMET_PRIMARY_TUMOR_OTHER
#define OSTEOSARCOMA SMET_PRIMARY_TUMOR_OSTEOSARCOMA
#define SARCOMA SMET_PRIMARY_TUMOR_SARCOMA
#define CARCINOID SMET_PRIMARY_TUMOR_CARCINOID
#define LYMPHOMA SMET_PRIMARY_TUMOR_LYMPHOMA
#define MYELOMA SMET_PRIMARY_TUMOR_MYELOMA
#define LIVER SMET_PRIMARY_TUMOR_LIVER
#define GALLBLADDER SMET_PRIMARY_TUMOR_GALLBLADDER

#define TAKEN_HEAD(code) \
    TAKEN(code, SMET_PRIMARY_TUMOR_HEAD_AND_NECK, "Taken as a primary of head and neck.")
#define BONE_NOTE                                                                                  \
    "A primary tumor of bone: without its morphology it may be an osteosarcoma or another."
#define NEUROENDOCRINE_NOTE "A neuroendocrine tumor, which may be a carcinoid."

/*
 * Metastases of the organs that both scores ask for. That there are some is known;
 * whether they can be removed or treated is a judgement that no code holds.
 */
#define ORGAN(code, organ)                                                                         \
    {code, SMET_FIELD_MAJOR_ORGAN_METASTASES,                                                      \
     ONLY(SMET_MAJOR_ORGAN_METASTASES_REMOVABLE, SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE),         \
     SMET__CODE_CURRENT,                                                                           \
     "Metastases of the " organ " are counted as metastases to a major organ; whether they can "   \
     "be removed is not in the code."},                                                            \
        {code, SMET_FIELD_VISCERAL_METASTASES,                                                     \
         ONLY(SMET_VISCERAL_METASTASES_TREATABLE, SMET_VISCERAL_METASTASES_UNTREATABLE),           \
         SMET__CODE_CURRENT,                                                                       \
         "Metastases of the " organ " are counted as visceral metastases; whether they can be "    \
         "treated is not in the code."}

#define BONE(code)                                                                                 \
    {                                                                                              \
        code, SMET_FIELD_LESION_LEVEL, {{0}}, SMET__CODE_SITE,                                     \
            "The body site of a bone metastasis is taken as the level of the lesion that is "      \
            "judged; "                                                                             \
            "the code itself says no level."                                                       \
    }

#define FRACTURE(code, where)                                                                      \
    {                                                                                              \
        code, SMET_FIELD_SACRAL_FRACTURE, ONLY(SMET_YES), SMET__CODE_AT_SACRUM,                    \
            "A pathological fracture " where ", with a body site in the sacrum."                   \
    }
#define NO_FRACTURE(code)                                                                          \
    NOTHING(code, SMET_FIELD_SACRAL_FRACTURE, "A fracture that has healed, or what remains of it.")

/* clang-format off */
static const struct smet_code_row rows[] = {
    TAKEN_HEAD("C00"), TAKEN_HEAD("C01"),
    TAKEN_HEAD("C02"), TAKEN_HEAD("C03"),
    TAKEN_HEAD("C04"), TAKEN_HEAD("C05"),
    TAKEN_HEAD("C06"), TAKEN_HEAD("C07"),
    TAKEN_HEAD("C08"), TAKEN_HEAD("C09"),
    TAKEN_HEAD("C10"), TAKEN_HEAD("C11"),
    TAKEN_HEAD("C12"), TAKEN_HEAD("C13"),
    TAKEN_HEAD("C14"),
    PRIMARY("C15", SMET_PRIMARY_TUMOR_ESOPHAGUS),
    PRIMARY("C16", SMET_PRIMARY_TUMOR_STOMACH),
    PRIMARY("C17", OTHER),
    PRIMARY("C18", SMET_PRIMARY_TUMOR_COLON),
    OPEN("C18.1", "The appendix: with the colon in the code, a site of its own for others.",
         SMET_PRIMARY_TUMOR_COLON, OTHER),
    OPEN("C19", "The rectosigmoid junction may be counted with the colon or with the rectum.",
         SMET_PRIMARY_TUMOR_COLON, SMET_PRIMARY_TUMOR_RECTUM),
    PRIMARY("C20", SMET_PRIMARY_TUMOR_RECTUM),
    PRIMARY("C21", OTHER),
    OPEN("C21.8", "Overlapping sites of rectum and anus.", SMET_PRIMARY_TUMOR_RECTUM, OTHER),
    PRIMARY("C22.0", LIVER),
    OPEN("C22.1",
         "A carcinoma of the bile ducts within the liver: no score says with which site it goes.",
         LIVER, GALLBLADDER, OTHER),
    OPEN("C22.2", "A hepatoblastoma: no score says whether it goes with the liver.", LIVER, OTHER),
    PRIMARY("C22.3", SARCOMA),
    PRIMARY("C22.4", SARCOMA),
    OPEN("C22.7", "A carcinoma of the liver that may not be hepatocellular.", LIVER, OTHER),
    OPEN("C22.8", "A primary of the liver of no stated type.", LIVER, GALLBLADDER, OTHER),
    NOTHING("C22.9", SMET_FIELD_PRIMARY_TUMOR,
            "The code does not say whether the tumor of the liver is a primary or a metastasis."),
    PRIMARY("C23", GALLBLADDER),
    OPEN("C24", "Bile ducts and ampulla: no score says whether they go with the gallbladder.",
         GALLBLADDER, OTHER),
    PRIMARY("C25", SMET_PRIMARY_TUMOR_PANCREAS),
    OPEN("C25.4", "The endocrine pancreas: the tumor may be a carcinoid.",
         SMET_PRIMARY_TUMOR_PANCREAS, CARCINOID),
    TAKEN_HEAD("C30"),
    TAKEN_HEAD("C31"),
    TAKEN_HEAD("C32"),
    PRIMARY("C33", OTHER),
    PRIMARY("C34", LUNG),
    PRIMARY("C37", OTHER),
    PRIMARY("C38", OTHER),
    OPEN("C40", BONE_NOTE, OSTEOSARCOMA, SARCOMA, OTHER),
    OPEN("C41", BONE_NOTE, OSTEOSARCOMA, SARCOMA, OTHER),
    NOTHING("C41.4", SMET_FIELD_PRIMARY_TUMOR,
            "A primary tumor of pelvic bones, sacrum or coccyx is not the source of a metastasis "
            "there; the library is about metastases."),
    PRIMARY("C43", SMET_PRIMARY_TUMOR_MELANOMA),
    PRIMARY("C44", OTHER),
    PRIMARY("C45", OTHER),
    OPEN("C46", "Kaposi sarcoma: no score says whether it goes with sarcomas.", SARCOMA, OTHER),
    OPEN("C47", "Peripheral nerves: the tumor may be a sarcoma.", SARCOMA, OTHER),
    PRIMARY("C48", OTHER),
    OPEN("C48.0", "The retroperitoneum: the tumor may be a sarcoma.", SARCOMA, OTHER),
    PRIMARY("C49", SARCOMA),
    OPEN("C49.A", "A gastrointestinal stromal tumor: no score says whether it goes with sarcomas.",
         SARCOMA, OTHER),
    OPEN("C4A", "Merkel cell carcinoma: neuroendocrine, but no carcinoid of the classic kind.",
         CARCINOID, OTHER),
    PRIMARY("C50", SMET_PRIMARY_TUMOR_BREAST),
    PRIMARY("C51", OTHER),
    PRIMARY("C52", OTHER),
    PRIMARY("C53", SMET_PRIMARY_TUMOR_CERVIX),
    PRIMARY("C54", SMET_PRIMARY_TUMOR_UTERUS),
    OPEN("C54.2", "The myometrium: the tumor may be a sarcoma.",
         SMET_PRIMARY_TUMOR_UTERUS, SARCOMA),
    OPEN("C55", "The part of the uterus is not stated: it may be the cervix.",
         SMET_PRIMARY_TUMOR_UTERUS, SMET_PRIMARY_TUMOR_CERVIX),
    PRIMARY("C56", SMET_PRIMARY_TUMOR_OVARY),
    OPEN("C57", "Tube and adnexa: no score says whether they go with the ovary.",
         SMET_PRIMARY_TUMOR_OVARY, OTHER),
    PRIMARY("C58", OTHER),
    PRIMARY("C60", OTHER),
    PRIMARY("C61", SMET_PRIMARY_TUMOR_PROSTATE),
    PRIMARY("C62", SMET_PRIMARY_TUMOR_TESTIS),
    PRIMARY("C63", OTHER),
    TAKEN("C64", SMET_PRIMARY_TUMOR_KIDNEY,
          "A kidney cancer outside the renal pelvis is taken as renal cell carcinoma."),
    PRIMARY("C65", OTHER),
    PRIMARY("C66", OTHER),
    PRIMARY("C67", SMET_PRIMARY_TUMOR_BLADDER),
    PRIMARY("C68", OTHER),
    OPEN("C69", "The eye: the tumor may be a melanoma.", SMET_PRIMARY_TUMOR_MELANOMA, OTHER),
    PRIMARY("C70", OTHER),
    PRIMARY("C71", OTHER),
    PRIMARY("C72", OTHER),
    PRIMARY("C73", SMET_PRIMARY_TUMOR_THYROID),
    PRIMARY("C74", OTHER),
    OPEN("C74.1", NEUROENDOCRINE_NOTE, CARCINOID, OTHER),
    PRIMARY("C75", OTHER),
    OPEN("C75.5", NEUROENDOCRINE_NOTE, CARCINOID, OTHER),
    ORGAN("C78.0", "lung"),
    ORGAN("C78.7", "liver"),
    ORGAN("C79.0", "kidney"),
    ORGAN("C79.31", "brain"),
    BONE("C79.51"),
    PRIMARY("C7A.0", CARCINOID),
    OPEN("C7A.1", "A poorly differentiated neuroendocrine tumor: no carcinoid of the classic kind.",
         CARCINOID, OTHER),
    OPEN("C7A.8", NEUROENDOCRINE_NOTE, CARCINOID, OTHER),
    ORGAN("C7B.02", "liver"),
    BONE("C7B.03"),
    TAKEN("C80.1", SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY,
          "An unspecified primary is taken as an unknown primary: that a search found none "
          "is our reading."),
    PRIMARY("C81", LYMPHOMA),
    PRIMARY("C82", LYMPHOMA),
    PRIMARY("C83", LYMPHOMA),
    PRIMARY("C84", LYMPHOMA),
    PRIMARY("C85", LYMPHOMA),
    PRIMARY("C86", LYMPHOMA),
    OPEN("C88", "Immunoproliferative diseases: some are lymphomas.", LYMPHOMA, OTHER),
    PRIMARY("C88.4", LYMPHOMA),
    PRIMARY("C90.0", MYELOMA),
    OPEN("C90.1", "Plasma cell leukemia: no score says whether it goes with myeloma.", MYELOMA,
         OTHER),
    OPEN("C90.2", "Plasmacytoma: no score says whether it goes with myeloma.", MYELOMA, OTHER),
    OPEN("C90.3", "Plasmacytoma: no score says whether it goes with myeloma.", MYELOMA, OTHER),
    PRIMARY("C91", OTHER),
    PRIMARY("C92", OTHER),
    PRIMARY("C93", OTHER),
    PRIMARY("C94", OTHER),
    PRIMARY("C95", OTHER),
    OPEN("C96", "Other neoplasms of lymphoid tissue: some are lymphomas.", LYMPHOMA, OTHER),
    {"G83.4", SMET_FIELD_CAUDA_EQUINA_SYNDROME, ONLY(SMET_YES), SMET__CODE_ALARM,
     "An active condition is taken as cauda equina syndrome that is present now and not yet "
     "decompressed."},
    FRACTURE("M84.550", "of the pelvis in neoplastic disease"),
    NO_FRACTURE("M84.550P"),
    NO_FRACTURE("M84.550S"),
    FRACTURE("M84.58X", "of another site, such as a vertebra, in neoplastic disease"),
    NO_FRACTURE("M84.58XP"),
    NO_FRACTURE("M84.58XS"),
};
/* clang-format on */

const struct smet_code_table smet__codes_icd10cm = {rows, COUNT_OF(rows)};
