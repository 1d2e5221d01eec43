/*
 * What FHIR resources say of a record: every mapping, statuses, whose a resource
 * is, and what counts where facts differ.
 *
 * Expected values of codes come from their titles in ICD-10-CM (as mCODE's value
 * sets print them) and ICD-10-PCS, LOINC's answer lists LL529-9 and LL4986-7, and
 * the fields' definitions; the rules from chart.h.
 */
#include "exchange/chart/code_map.h"
#include "exchange/shared/date.h"

/* The tables' own; the suite has one for tests. */
#undef COUNT_OF

#include "charts.h"

#include <jansson.h>
#include <sacralmet/fhir.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *examples;  /* the folder of the examples */
static const char *documents; /* the folder of the documentation */

/* --- tables ------------------------------------------------------------------------------- */

/* Orders codes as they are looked up: without their dots. */
static int compare_codes(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += *a == '.';
        b += *b == '.';
        if (*a != *b || *a == '\0')
            return (unsigned char)*a - (unsigned char)*b;
    }
}

static const struct smet_code_table *const tables[] = {&smet__codes_icd10cm, &smet__codes_icd10pcs,
    &smet__codes_icdo3_topography};

START_TEST(test_tables)
{
    const struct smet_code_table *table = tables[_i];
    for (int i = 0; i < table->count; i++) {
        const struct smet_code_row *row = &table->rows[i];
        expect(i == 0 || compare_codes(table->rows[i - 1].code, row->code) <= 0,
               "%s stands at the wrong place", row->code);
        struct suite_values domain;
        suite_domain(row->field, &domain);
        struct smet_values all = {{0}};
        for (size_t v = 0; v < domain.count; v++)
            smet__values_add(&all, domain.value[v]);
        expect(smet__values_within(row->says, all), "%s says what the field cannot have",
               row->code);
        bool says_nothing = row->rule == SMET__CODE_NOTHING || row->rule == SMET__CODE_SITE;
        expect(smet__values_empty(row->says) == says_nothing, "%s", row->code);
        expect(!smet__values_equal(row->says, all), "%s says everything", row->code);
        /* Several values are a decision, and so is whatever needs a site. */
        expect(row->note[0] != '\0' ||
                   (row->rule == SMET__CODE_LASTING && !smet__values_many(row->says)),
               "%s has no note", row->code);
        struct smet__rows found = smet__find_rows(table, row->code);
        expect(found.count > 0 && found.row <= row && row < found.row + found.count,
               "%s is not found", row->code);
    }
}
END_TEST

START_TEST(test_other_tables)
{
    for (int i = 0; i < smet__morphology_count; i++)
        expect(smet__morphologies[i].first <= smet__morphologies[i].last &&
                   (i == 0 || smet__morphologies[i - 1].last < smet__morphologies[i].first),
               "morphology %d", smet__morphologies[i].first);
    for (int i = 0; i < smet__codes_loinc_count; i++) {
        const struct smet_observation_row *row = &smet__codes_loinc[i];
        expect(smet__find_observation(row->code) == row, "%s", row->code);
        expect(row->note[0] != '\0', "%s", row->code);
        for (int a = 0; a < row->answer_count; a++)
            expect(row->answers[a].value == -1 ||
                       smet_value_key(row->field, row->answers[a].value) != NULL,
                   "%s", row->answers[a].code);
    }
}
END_TEST

/* --- primary cancers ---------------------------------------------------------------------- */

/* Titles as in ICD-10-CM; the field's options as in the record's definition. */
static const struct {
    const char *code;
    const char *cell; /* "": known, and says nothing; NULL: not known */
} primaries[] = {
    {"C00.9", "head_and_neck"}, /* lip, unspecified */
    {"C01", "head_and_neck"},   /* base of tongue */
    {"C02.1", "head_and_neck"}, /* border of tongue */
    {"C03.0", "head_and_neck"}, /* upper gum */
    {"C04.9", "head_and_neck"}, /* floor of mouth */
    {"C05.0", "head_and_neck"}, /* hard palate */
    {"C06.9", "head_and_neck"}, /* mouth */
    {"C07", "head_and_neck"},   /* parotid gland */
    {"C08.0", "head_and_neck"}, /* submandibular gland */
    {"C09.9", "head_and_neck"}, /* tonsil */
    {"C10.9", "head_and_neck"}, /* oropharynx */
    {"C11.9", "head_and_neck"}, /* nasopharynx */
    {"C12", "head_and_neck"},   /* pyriform sinus */
    {"C13.9", "head_and_neck"}, /* hypopharynx */
    {"C14.0", "head_and_neck"}, /* pharynx */
    {"C15.9", "esophagus"},
    {"C16.9", "stomach"},
    {"C17.0", "other"}, /* duodenum */
    {"C18.9", "colon"},
    {"C18.1", "colon|other"}, /* appendix */
    {"C19", "colon|rectum"},  /* rectosigmoid junction */
    {"C20", "rectum"},
    {"C21.0", "other"},                   /* anus */
    {"C21.8", "rectum|other"},            /* overlapping rectum, anus, anal canal */
    {"C22.0", "liver"},                   /* liver cell carcinoma */
    {"C22.1", "liver|gallbladder|other"}, /* intrahepatic bile duct carcinoma */
    {"C22.2", "liver|other"},             /* hepatoblastoma */
    {"C22.3", "sarcoma"},                 /* angiosarcoma of liver */
    {"C22.4", "sarcoma"},                 /* other sarcomas of liver */
    {"C22.7", "liver|other"},             /* other specified carcinomas of liver */
    {"C22.8", "liver|gallbladder|other"}, /* liver, primary, unspecified as to type */
    {"C22.9", ""},                        /* liver, not specified as primary or secondary */
    {"C23", "gallbladder"},
    {"C24.0", "gallbladder|other"}, /* extrahepatic bile duct */
    {"C25.9", "pancreas"},
    {"C25.4", "pancreas|carcinoid"}, /* endocrine pancreas */
    {"C26.9", NULL},                 /* ill-defined digestive sites */
    {"C30.0", "head_and_neck"},      /* nasal cavity */
    {"C31.0", "head_and_neck"},      /* maxillary sinus */
    {"C32.9", "head_and_neck"},      /* larynx */
    {"C33", "other"},                /* trachea */
    {"C34.90", "lung"},
    {"C34.11", "lung"},
    {"C37", "other"},                         /* thymus */
    {"C38.4", "other"},                       /* pleura */
    {"C39.9", NULL},                          /* respiratory tract, part unspecified */
    {"C40.20", "osteosarcoma|sarcoma|other"}, /* long bones of lower limb */
    {"C41.2", "osteosarcoma|sarcoma|other"},  /* vertebral column */
    {"C41.4", ""},                            /* pelvic bones, sacrum, coccyx: no metastasis */
    {"C43.9", "melanoma"},
    {"C44.91", "other"},          /* basal cell carcinoma of skin */
    {"C45.0", "other"},           /* mesothelioma of pleura */
    {"C46.9", "sarcoma|other"},   /* Kaposi's sarcoma */
    {"C47.9", "sarcoma|other"},   /* peripheral nerves */
    {"C48.0", "sarcoma|other"},   /* retroperitoneum */
    {"C48.2", "other"},           /* peritoneum */
    {"C49.9", "sarcoma"},         /* connective and soft tissue */
    {"C49.A2", "sarcoma|other"},  /* gastrointestinal stromal tumor of stomach */
    {"C4A.9", "carcinoid|other"}, /* Merkel cell carcinoma */
    {"C50.911", "breast"},
    {"C51.9", "other"}, /* vulva */
    {"C52", "other"},   /* vagina */
    {"C53.9", "cervix"},
    {"C54.1", "uterus"},         /* endometrium */
    {"C54.2", "uterus|sarcoma"}, /* myometrium */
    {"C55", "uterus|cervix"},    /* uterus, part unspecified */
    {"C56.1", "ovary"},
    {"C57.00", "ovary|other"}, /* fallopian tube */
    {"C58", "other"},          /* placenta */
    {"C60.9", "other"},        /* penis */
    {"C61", "prostate"},
    {"C62.90", "testis"},
    {"C63.9", "other"},
    {"C64.1", "kidney"}, /* kidney, except renal pelvis */
    {"C65.1", "other"},  /* renal pelvis: not kidney */
    {"C66.1", "other"},  /* ureter */
    {"C67.9", "bladder"},
    {"C68.0", "other"},           /* urethra */
    {"C69.30", "melanoma|other"}, /* choroid */
    {"C70.0", "other"},
    {"C71.9", "other"},
    {"C72.1", "other"}, /* cauda equina: a tumor, no syndrome */
    {"C73", "thyroid"},
    {"C74.00", "other"},           /* cortex of adrenal gland */
    {"C74.10", "carcinoid|other"}, /* medulla of adrenal gland */
    {"C75.0", "other"},            /* parathyroid gland */
    {"C75.5", "carcinoid|other"},  /* paraganglia */
    {"C76.3", NULL},               /* pelvis, ill-defined */
    {"C77.9", NULL},               /* lymph nodes */
    {"C7A.090", "carcinoid"},      /* carcinoid of bronchus and lung */
    {"C7A.1", "carcinoid|other"},  /* poorly differentiated neuroendocrine tumors */
    {"C7A.8", "carcinoid|other"},  /* other malignant neuroendocrine tumors */
    {"C80.0", NULL},               /* disseminated, unspecified */
    {"C80.1", "unknown_primary"},  /* malignant (primary) neoplasm, unspecified */
    {"C81.90", "lymphoma"},        /* Hodgkin lymphoma */
    {"C82.90", "lymphoma"},
    {"C83.30", "lymphoma"},
    {"C84.40", "lymphoma"},
    {"C85.90", "lymphoma"},
    {"C86.0", "lymphoma"},
    {"C88.0", "lymphoma|other"}, /* Waldenstrom's macroglobulinemia */
    {"C88.4", "lymphoma"},       /* MALT lymphoma */
    {"C90.00", "myeloma"},       /* multiple myeloma */
    {"C90.10", "myeloma|other"}, /* plasma cell leukemia */
    {"C90.20", "myeloma|other"}, /* extramedullary plasmacytoma */
    {"C90.30", "myeloma|other"}, /* solitary plasmacytoma */
    {"C91.10", "other"},         /* leukemias */
    {"C92.00", "other"},
    {"C93.00", "other"},
    {"C94.00", "other"},
    {"C95.00", "other"},
    {"C96.9", "lymphoma|other"},
    {"D05.11", NULL}, /* carcinoma in situ */
    {"C79.2", NULL},  /* secondary of skin: no primary */
};

/* The code with its dot, without it, and in small letters. */
static void spell(const char *code, int spelling, char room[16])
{
    size_t length = 0;
    for (; *code != '\0' && length < 15; code++) {
        bool is_letter = *code >= 'A' && *code <= 'Z';
        if (*code != '.' || spelling == 0)
            room[length++] = spelling == 2 && is_letter ? (char)(*code - 'A' + 'a') : *code;
    }
    room[length] = '\0';
}

START_TEST(test_primaries)
{
    for (int spelling = 0; spelling < 3; spelling++) {
        char text[2048], code[16], facts[128] = "", record[128] = "";
        spell(primaries[_i].code, spelling, code);
        snprintf(text, sizeof text, ILLNESS("c1", "%s", ""), code);
        smet_chart *chart = chart_of(text);
        const char *cell = primaries[_i].cell;
        if (cell != NULL && cell[0] == '\0')
            snprintf(facts, sizeof facts, "unreadable");
        if (cell != NULL && cell[0] != '\0') {
            snprintf(facts, sizeof facts, "%s used", cell);
            snprintf(record, sizeof record, "primary_tumor=%s", cell);
        }
        ck_assert_str_eq(chart_facts(chart, "primary_tumor"), facts);
        chart_holds(chart, record);
        smet_chart_free(chart);
    }
}
END_TEST

/* Every row of the table is among the expected ones, through one of its codes. */
START_TEST(test_every_primary_row)
{
    const struct smet_code_table *table = &smet__codes_icd10cm;
    for (int i = 0; i < table->count; i++) {
        if (table->rows[i].field != SMET_FIELD_PRIMARY_TUMOR)
            continue;
        bool is_met = false;
        for (size_t p = 0; p < COUNT_OF(primaries); p++)
            is_met = is_met || smet__find_rows(table, primaries[p].code).row == &table->rows[i];
        expect(is_met, "no expected value for %s", table->rows[i].code);
    }
}
END_TEST

START_TEST(test_no_code)
{
    /* Not one character may be missing or foreign. */
    static const char *const codes[] = {"C", "C3", "", "C34 ", " C34", "C34.9.0", "C3.4", "C34x!",
        "C34.901234", "C34\xC3\xA9", "Cauda equina"};
    char text[2048];
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        snprintf(text, sizeof text, ILLNESS("c1", "%s", ""), codes[i]);
        smet_chart *chart = chart_of(text);
        ck_assert_msg(smet_chart_fact_count(chart) == 0, "%s", codes[i]);
        smet_chart_free(chart);
    }
}
END_TEST

/* --- ICD-O-3 ------------------------------------------------------------------------------ */

#define PROFILE                                                                                    \
    "\"meta\":{\"profile\":[\"http://hl7.org/fhir/us/mcode/StructureDefinition/"                   \
    "mcode-primary-cancer-condition|4.0.0\"]},"
#define HISTOLOGY(code)                                                                            \
    "\"extension\":[{\"url\":\"http://hl7.org/fhir/us/mcode/StructureDefinition/"                  \
    "mcode-histology-morphology-behavior\",\"valueCodeableConcept\":" CONCEPT(ICDO3, code) "}],"
#define CANCER(before, system, code, topography)                                                   \
    RESOURCE("Condition", "c1",                                                                    \
             before ACTIVE "," SURE ",\"code\":" CONCEPT(system, code) ",\"bodySite\":[" CONCEPT(  \
                 "urn:oid:2.16.840.1.113883.6.43.1", topography) "]")

static const struct {
    const char *text;
    const char *facts;
} oncology[] = {
    /* The topography of a primary cancer whose own code is of a system that is not known. */
    {CANCER(PROFILE, "urn:example", "1", "C50.9"), "breast used"},
    {CANCER(PROFILE, "urn:example", "1", "C34.1"), "lung used"},
    {CANCER(PROFILE, "urn:example", "1", "C19.9"), "colon|rectum used"},
    {CANCER(PROFILE, "urn:example", "1", "C80.9"), "unknown_primary used"},
    /* Without the profile nobody knows that it is a primary. */
    {CANCER("", "urn:example", "1", "C50.9"), ""},
    /* Bone, skin and lymph nodes say nothing without a histology, and have no row. */
    {CANCER(PROFILE, "urn:example", "1", "C41.4"), ""},
    {CANCER(PROFILE, "urn:example", "1", "C44.5"), ""},
    /* A histology says more than the site: 8500/3 duct carcinoma, 8720/3 melanoma, 9680/3 large
     * B-cell lymphoma, 8240/3 carcinoid, 9180/3 osteosarcoma. */
    {CANCER(PROFILE HISTOLOGY("8500/3"), "urn:example", "1", "C50.9"), "breast used"},
    {CANCER(PROFILE HISTOLOGY("9680/3"), "urn:example", "1", "C16.9"), "lymphoma used"},
    {CANCER(PROFILE HISTOLOGY("8240/3"), "urn:example", "1", "C34.1"), "carcinoid used"},
    {CANCER(PROFILE HISTOLOGY("8720/3"), "urn:example", "1", "C20.9"), "melanoma used"},
    /* One that is in no row, or not malignant, leaves nothing sure. */
    {CANCER(PROFILE HISTOLOGY("9370/3"), "urn:example", "1", "C34.1"), "unreadable"},
    {CANCER(PROFILE HISTOLOGY("8500/2"), "urn:example", "1", "C50.9"), "unreadable"},
    /* With a code of ICD-10-CM the topography is not asked, and the histology narrows. */
    {CANCER(PROFILE, ICD10CM, "C50.911", "C34.1"), "breast used"},
    {CANCER(PROFILE HISTOLOGY("9180/3"), ICD10CM, "C40.20", "C40.2"), "osteosarcoma used"},
    {CANCER(HISTOLOGY("9187/3"), ICD10CM, "C40.20", "C40.2"), "osteosarcoma used"},
    {CANCER(HISTOLOGY("9220/3"), ICD10CM, "C41.2", "C41.2"), "sarcoma used"},
    {CANCER(HISTOLOGY("8000/3"), ICD10CM, "C41.2", "C41.2"), "osteosarcoma|sarcoma|other used"},
    /* Site and histology that exclude each other: either may be true. */
    {CANCER(HISTOLOGY("9680/3"), ICD10CM, "C34.90", "C34.9"), "lung|lymphoma used"},
    /* A primary tumor of the sacrum is no metastasis, whatever its histology. */
    {CANCER(HISTOLOGY("9180/3"), ICD10CM, "C41.4", "C41.4"), "unreadable"},
};

START_TEST(test_oncology)
{
    smet_chart *chart = chart_of(oncology[_i].text);
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), oncology[_i].facts);
    smet_chart_free(chart);
}
END_TEST

/* --- metastases, the syndrome, fractures -------------------------------------------------- */

static const struct {
    const char *text;
    const char *record;
} conditions[] = {
    /* Presence is known, the judgement is not. */
    {ILLNESS("c1", "C78.00", ""),
     "major_organ_metastases=removable|unremovable visceral_metastases=treatable|untreatable"},
    {ILLNESS("c1", "C78.7", ""),
     "major_organ_metastases=removable|unremovable visceral_metastases=treatable|untreatable"},
    {ILLNESS("c1", "C79.01", ""),
     "major_organ_metastases=removable|unremovable visceral_metastases=treatable|untreatable"},
    {ILLNESS("c1", "C79.31", ""),
     "major_organ_metastases=removable|unremovable visceral_metastases=treatable|untreatable"},
    {ILLNESS("c1", "C7B.02", ""),
     "major_organ_metastases=removable|unremovable visceral_metastases=treatable|untreatable"},
    /* What neither score asks for. */
    {ILLNESS("c1", "C79.32", ""), ""},
    {ILLNESS("c1", "C79.52", ""), ""},
    {ILLNESS("c1", "C78.2", ""), ""},
    /* A bone metastasis: the level is its body site's. */
    {ILLNESS("c1", "C79.51", ""), ""},
    {ILLNESS("c1", "C79.51", SITE("S2")), "lesion_level=S2"},
    {ILLNESS("c1", "C7B.03", SITE("S2")), "lesion_level=S2"},
    {ILLNESS("c1", "C79.51", SITE("L5")), "lesion_level=L5"},
    {ILLNESS("c1", "C79.51",
             ",\"bodySite\":[" CONCEPT(VALUES_SYSTEM, "lesion_level.S1") "," CONCEPT(
                 VALUES_SYSTEM, "lesion_level.S2") "]"),
     "lesion_level=S1|S2"},
    {ILLNESS("c1", "C79.51", ",\"bodySite\":[{\"text\":\"S1\"}]"), ""},
    {ILLNESS("c1", "C79.51", ",\"bodySite\":[" CONCEPT(VALUES_SYSTEM, "pain.none") "]"), ""},
    {ILLNESS("c1", "C79.51", ",\"bodySite\":[" CONCEPT(VALUES_SYSTEM, "lesion_level.S9") "]"), ""},
    /* A body site of a primary says nothing of the level. */
    {ILLNESS("c1", "C34.90", SITE("S1")), "primary_tumor=lung"},
    {ILLNESS("c1", "G83.4", ""), "cauda_equina_syndrome=yes"},
    {ILLNESS("c1", "G83.9", ""), ""},
    /* A fracture counts where its body site is in the sacrum. */
    {ILLNESS("c1", "M84.58XA", SITE("S1")), "sacral_fracture=yes"},
    {ILLNESS("c1", "M84.58XD", SITE("S4")), "sacral_fracture=yes"},
    {ILLNESS("c1", "M84.58XG", SITE("S1")), "sacral_fracture=yes"},
    {ILLNESS("c1", "M84.58XK", SITE("S1")), "sacral_fracture=yes"},
    {ILLNESS("c1", "M84.550A", SITE("S1")), "sacral_fracture=yes"},
    {ILLNESS("c1", "M84.58XA", ""), ""},
    {ILLNESS("c1", "M84.58XA", SITE("L5")), ""},
    {ILLNESS("c1", "M84.58XA",
             ",\"bodySite\":[" CONCEPT(VALUES_SYSTEM, "lesion_level.S1") "," CONCEPT(
                 VALUES_SYSTEM, "lesion_level.L5") "]"),
     ""},
    /* P malunion, S sequela: healed. */
    {ILLNESS("c1", "M84.58XP", SITE("S1")), ""},
    {ILLNESS("c1", "M84.58XS", SITE("S1")), ""},
    {ILLNESS("c1", "M84.550P", SITE("S1")), ""},
    {ILLNESS("c1", "M84.550S", SITE("S1")), ""},
    {ILLNESS("c1", "M84.551A", SITE("S1")), ""}, /* right femur */
    /* Nothing is read from text, nor from a code of another system. */
    {RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":{\"text\":\"Cauda equina syndrome\"}"),
     ""},
    {RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":" CONCEPT("urn:example", "G83.4")), ""},
    {RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":{\"coding\":[{\"code\":\"G83.4\"}]}"),
     ""},
    /* Several codings of one concept: those that are known count. */
    {RESOURCE("Condition", "c1",
              ACTIVE "," SURE ",\"code\":{\"coding\":[" CODING("urn:example", "1") "," CODING(
                  ICD10CM, "C61") "," CODING(ICD10CM, "I10") "]}"),
     "primary_tumor=prostate"},
};

START_TEST(test_conditions)
{
    smet_chart *chart = chart_of(conditions[_i].text);
    chart_holds(chart, conditions[_i].record);
    smet_chart_free(chart);
}
END_TEST

/* --- statuses ----------------------------------------------------------------------------- */

#define CLINICAL(code)                                                                             \
    "\"clinicalStatus\":" CONCEPT("http://terminology.hl7.org/CodeSystem/condition-clinical",      \
                                  code) ","
#define VERIFIED(code)                                                                             \
    "\"verificationStatus\":" CONCEPT(                                                             \
        "http://terminology.hl7.org/CodeSystem/condition-ver-status", code) ","
#define OF(statuses, code) RESOURCE("Condition", "c1", statuses "\"code\":" CONCEPT(ICD10CM, code))

static const struct {
    const char *statuses;
    bool alarm, primary, metastasis; /* whether each kind counts */
} statuses[] = {
    {CLINICAL("active") VERIFIED("confirmed"), true, true, true},
    {CLINICAL("active"), true, true, true},
    {CLINICAL("recurrence") VERIFIED("confirmed"), true, true, true},
    {CLINICAL("relapse") VERIFIED("confirmed"), true, true, true},
    {CLINICAL("inactive") VERIFIED("confirmed"), false, true, false},
    {CLINICAL("remission") VERIFIED("confirmed"), false, true, false},
    {CLINICAL("resolved") VERIFIED("confirmed"), false, true, false},
    {CLINICAL("active") "\"abatementDateTime\":\"2018\",", false, true, false},
    {CLINICAL("active") VERIFIED("unconfirmed"), false, false, false},
    {CLINICAL("active") VERIFIED("provisional"), false, false, false},
    {CLINICAL("active") VERIFIED("differential"), false, false, false},
    {CLINICAL("active") VERIFIED("refuted"), false, false, false},
    {VERIFIED("entered-in-error"), false, false, false},
    {CLINICAL("active") VERIFIED("something"), false, false, false},
    {CLINICAL("active") "\"verificationStatus\":{\"text\":\"confirmed\"},", false, false, false},
    /* Not said to be active: no alarm is sure, a metastasis rarely goes. */
    {VERIFIED("confirmed"), false, true, true},
    {"", false, true, true},
    {CLINICAL("active") VERIFIED("confirmed") "\"modifierExtension\":[{\"url\":\"urn:x\"}],", false,
     false, false},
};

START_TEST(test_statuses)
{
    static const struct {
        const char *code, *field, *cell;
    } kinds[] = {
        {"G83.4", "cauda_equina_syndrome", "yes"},
        {"C61", "primary_tumor", "prostate"},
        {"C78.7", "visceral_metastases", "treatable|untreatable"},
    };
    const bool wanted[] = {statuses[_i].alarm, statuses[_i].primary, statuses[_i].metastasis};
    for (size_t kind = 0; kind < COUNT_OF(kinds); kind++) {
        char text[2048], words[128];
        snprintf(text, sizeof text, OF("%s", "%s"), statuses[_i].statuses, kinds[kind].code);
        smet_chart *chart = chart_of(text);
        snprintf(words, sizeof words, "%s %s", kinds[kind].cell,
                 wanted[kind] ? "used" : "wrong_status");
        ck_assert_str_eq(chart_facts(chart, kinds[kind].field), words);
        ck_assert_int_eq(
            smet_record_is_entered(smet_chart_record(chart), suite_term(SMET_VOCABULARY_FIELD,
                kinds[kind].field)),
            wanted[kind]);
        smet_chart_free(chart);
    }
}
END_TEST

/* What is in doubt takes a "no" back to unknown; what is over or refuted does not. */
static const struct {
    const char *statuses;
    const char *facts, *record;
} doubts[] = {
    {CLINICAL("active") VERIFIED("confirmed"), "yes disagrees, no disagrees", ""},
    {CLINICAL("active") VERIFIED("provisional"), "yes disagrees, no disagrees", ""},
    {CLINICAL("active") VERIFIED("differential"), "yes disagrees, no disagrees", ""},
    {"", "yes disagrees, no disagrees", ""},
    {CLINICAL("resolved"), "yes wrong_status, no used", "cauda_equina_syndrome=no"},
    {CLINICAL("active") VERIFIED("refuted"), "yes wrong_status, no used",
     "cauda_equina_syndrome=no"},
};

START_TEST(test_doubts)
{
    char text[4096];
    snprintf(text, sizeof text,
             BUNDLE(ENTRY(OF("%s", "G83.4")) "," ENTRY(OBSERVATION(
                 "o1", FIELDS_SYSTEM, "cauda_equina_syndrome", "\"valueBoolean\":false"))),
             doubts[_i].statuses);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "cauda_equina_syndrome"), doubts[_i].facts);
    chart_holds(chart, doubts[_i].record);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_a_doubt_does_not_touch_a_yes)
{
    smet_chart *chart =
        chart_of(BUNDLE(ENTRY(OF(CLINICAL("active") VERIFIED("provisional"), "G83.4")) "," ENTRY(
            OBSERVATION("o1", FIELDS_SYSTEM, "cauda_equina_syndrome", "\"valueBoolean\":true"))));
    ck_assert_str_eq(chart_facts(chart, "cauda_equina_syndrome"), "yes wrong_status, yes used");
    chart_holds(chart, "cauda_equina_syndrome=yes");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_observation_statuses)
{
    static const struct {
        const char *status;
        bool counts;
    } all[] = {
        {"\"status\":\"final\",", true},       {"\"status\":\"amended\",", true},
        {"\"status\":\"corrected\",", true},   {"\"status\":\"preliminary\",", true},
        {"\"status\":\"registered\",", false}, {"\"status\":\"cancelled\",", false},
        {"\"status\":\"unknown\",", false},    {"\"status\":\"entered-in-error\",", false},
        {"\"status\":\"Final\",", false},      {"", false},
    };
    char text[1024];
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        snprintf(text, sizeof text,
                 RESOURCE("Observation", "o1",
                          "%s\"code\":" CONCEPT(LOINC, "89247-1") ",\"valueInteger\":2"),
                 all[i].status);
        smet_chart *chart = chart_of(text);
        ck_assert_str_eq(chart_facts(chart, "ecog"), all[i].counts ? "2 used" : "2 wrong_status");
        smet_chart_free(chart);
    }
}
END_TEST

/* --- LOINC -------------------------------------------------------------------------------- */

#define ANSWER(code) "\"valueCodeableConcept\":" CONCEPT(LOINC, code)
#define BESIDE(code) "\"interpretation\":[" CONCEPT(LOINC, code) "]"

static const struct {
    const char *code, *body, *field, *facts;
} results[] = {
    {"89247-1", "\"valueInteger\":0", "ecog", "0 used"},
    {"89247-1", "\"valueInteger\":1", "ecog", "1 used"},
    {"89247-1", "\"valueInteger\":4", "ecog", "4 used"},
    {"89247-1", "\"valueInteger\":5", "ecog", "unreadable"}, /* dead */
    {"89247-1", "\"valueInteger\":-1", "ecog", "unreadable"},
    {"89247-1", "\"valueInteger\":2.0", "ecog", "unreadable"},
    {"89247-1", "\"valueInteger\":\"2\"", "ecog", "unreadable"},
    {"89247-1", "\"valueInteger\":12345678901234567890", "ecog", ""},
    {"89247-1", "\"valueString\":\"2\"", "ecog", "2 used"},
    {"89247-1", "\"valueString\":\"ECOG 2\"", "ecog", "unreadable"},
    {"89247-1", "\"valueQuantity\":{\"value\":2}", "ecog", "2 used"},
    {"89247-1", "\"valueQuantity\":{\"value\":2.0,\"code\":\"{score}\"}", "ecog", "2 used"},
    {"89247-1", "\"valueQuantity\":{\"value\":2.5}", "ecog", "unreadable"},
    {"89247-1", "\"valueQuantity\":{\"value\":2,\"code\":\"mm\"}", "ecog", "unreadable"},
    {"89247-1", "\"valueQuantity\":{\"value\":2,\"comparator\":\"<\"}", "ecog", "unreadable"},
    {"89247-1", "\"valueBoolean\":true", "ecog", "unreadable"},
    {"89247-1", "\"valueDateTime\":\"2018\"", "ecog", "unreadable"},
    {"89247-1", "\"valueInteger\":2,\"valueString\":\"2\"", "ecog", "unreadable"},
    {"89247-1", "\"dataAbsentReason\":{}", "ecog", ""},
    {"89247-1", "\"valueInteger\":null", "ecog", ""},
    /* The answer list LL529-9. */
    {"89247-1", ANSWER("LA9622-7"), "ecog", "0 used"},
    {"89247-1", ANSWER("LA9623-5"), "ecog", "1 used"},
    {"89247-1", ANSWER("LA9624-3"), "ecog", "2 used"},
    {"89247-1", ANSWER("LA9625-0"), "ecog", "3 used"},
    {"89247-1", ANSWER("LA9626-8"), "ecog", "4 used"},
    {"89247-1", ANSWER("LA9627-6"), "ecog", "unreadable"},
    {"89247-1", ANSWER("LA29177-5"), "ecog", "unreadable"}, /* an answer of Karnofsky's list */
    {"89247-1", BESIDE("LA9625-0"), "ecog", "3 used"},
    {"89247-1", "\"valueInteger\":2," BESIDE("LA9625-0"), "ecog", "2 used"},
    {"89247-1", BESIDE("LA9627-6"), "ecog", ""},
    {"89243-0", "\"valueInteger\":100", "karnofsky", "100 used"},
    {"89243-0", "\"valueInteger\":10", "karnofsky", "10 used"},
    {"89243-0", "\"valueInteger\":0", "karnofsky", "unreadable"}, /* dead */
    {"89243-0", "\"valueInteger\":55", "karnofsky", "unreadable"},
    {"89243-0", "\"valueInteger\":110", "karnofsky", "unreadable"},
    {"89243-0", "\"valueQuantity\":{\"value\":80,\"unit\":\"%\"}", "karnofsky", "80 used"},
    {"89243-0", "\"valueRange\":{\"low\":{\"value\":50},\"high\":{\"value\":70}}", "karnofsky",
     "50..70 used"},
    {"89243-0", "\"valueRange\":{\"low\":{\"value\":90}}", "karnofsky", "90..100 used"},
    {"89243-0", "\"valueRange\":{\"high\":{\"value\":20}}", "karnofsky", "10..20 used"},
    {"89243-0", "\"valueRange\":{\"low\":{\"value\":45},\"high\":{\"value\":70}}", "karnofsky",
     "unreadable"},
    {"89243-0", "\"valueRange\":{\"low\":{\"value\":70},\"high\":{\"value\":50}}", "karnofsky",
     "unreadable"},
    {"89243-0", "\"valueRange\":{}", "karnofsky", "unreadable"},
    /* The answer list LL4986-7. */
    {"89243-0", ANSWER("LA29175-9"), "karnofsky", "100 used"},
    {"89243-0", ANSWER("LA29176-7"), "karnofsky", "90 used"},
    {"89243-0", ANSWER("LA29177-5"), "karnofsky", "80 used"},
    {"89243-0", ANSWER("LA29178-3"), "karnofsky", "70 used"},
    {"89243-0", ANSWER("LA29179-1"), "karnofsky", "60 used"},
    {"89243-0", ANSWER("LA29180-9"), "karnofsky", "50 used"},
    {"89243-0", ANSWER("LA29181-7"), "karnofsky", "40 used"},
    {"89243-0", ANSWER("LA29182-5"), "karnofsky", "30 used"},
    {"89243-0", ANSWER("LA29183-3"), "karnofsky", "20 used"},
    {"89243-0", ANSWER("LA29184-1"), "karnofsky", "10 used"},
    {"89243-0", ANSWER("LA9627-6"), "karnofsky", "unreadable"},
    {"97843-7", "\"valueString\":\"A\"", "frankel", "A used"},
    {"97843-7", "\"valueString\":\"E\"", "frankel", "E used"},
    {"97843-7", "\"valueString\":\"F\"", "frankel", "unreadable"},
    {"97843-7", "\"valueString\":\"d\"", "frankel", "unreadable"},
    {"97843-7", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "frankel.D"), "frankel",
     "D used"},
    {"97843-7", "\"valueCodeableConcept\":" CONCEPT("urn:example", "C"), "frankel", "C used"},
    {"97843-7", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"x\",\"display\":\"B\"}]}",
     "frankel", "B used"},
    {"97843-7", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"x\",\"display\":\"ASIA B\"}]}",
     "frankel", "unreadable"},
    {"97843-7", "\"valueCodeableConcept\":{\"text\":\"A\"}", "frankel", "unreadable"},
    {"97843-7", "\"valueInteger\":1", "frankel", "unreadable"},
    {"72514-3", "\"valueInteger\":0", "pain_score", "0 used"},
    {"72514-3", "\"valueInteger\":10", "pain_score", "10 used"},
    {"72514-3", "\"valueInteger\":11", "pain_score", "unreadable"},
    {"72514-3", "\"valueQuantity\":{\"value\":7,\"code\":\"{score}\"}", "pain_score", "7 used"},
    {"72514-3", "\"valueQuantity\":{\"value\":7,\"unit\":\"mm\"}", "pain_score", "unreadable"},
    /* Not known: mCODE's panel, a lab value. */
    {"89246-3", "\"valueInteger\":2", "ecog", ""},
    {"718-7", "\"valueInteger\":2", "ecog", ""},
};

START_TEST(test_results)
{
    char text[2048];
    snprintf(text, sizeof text, OBSERVATION("o1", LOINC, "%s", "%s"), results[_i].code,
             results[_i].body);
    smet_chart *chart = chart_of(text);
    ck_assert_msg(strcmp(chart_facts(chart, results[_i].field), results[_i].facts) == 0,
                  "%s %s: \"%s\"", results[_i].code, results[_i].body,
                  chart_facts(chart, results[_i].field));
    smet_chart_free(chart);
}
END_TEST

/* --- our own codes ------------------------------------------------------------------------ */

static const struct {
    const char *code, *body, *facts;
} own[] = {
    {"pain", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "pain.mechanical"),
     "mechanical used"},
    {"pain",
     "\"valueCodeableConcept\":{\"coding\":[" CODING(VALUES_SYSTEM, "pain.mechanical") "," CODING(
         VALUES_SYSTEM, "pain.nonmechanical") "]}",
     "nonmechanical|mechanical used"},
    {"pain",
     "\"valueCodeableConcept\":{\"coding\":[" CODING("urn:example", "1") "," CODING(
         VALUES_SYSTEM, "pain.none") "]}",
     "none used"},
    {"pain", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "pain.severe"), "unreadable"},
    {"pain", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "bowel.normal"), "unreadable"},
    {"pain", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "mechanical"), "unreadable"},
    {"pain", "\"valueCodeableConcept\":" CONCEPT("urn:example", "pain.none"), "unreadable"},
    {"pain", "\"valueString\":\"mechanical\"", "mechanical used"},
    {"pain", "\"valueString\":\"Mechanical pain\"", "unreadable"},
    {"pain", "\"valueBoolean\":true", "unreadable"},
    {"epidural_disease", "\"valueBoolean\":true", "yes used"},
    {"epidural_disease", "\"valueBoolean\":false", "no used"},
    {"epidural_disease", "\"valueString\":\"yes\"", "yes used"},
    {"epidural_disease", "\"valueInteger\":1", "unreadable"},
    {"vertebral_collapse",
     "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "vertebral_collapse.over_half"),
     "over_half used"},
    {"posterolateral_involvement",
     "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "posterolateral_involvement.bilateral"),
     "bilateral used"},
    {"major_organ_metastases",
     "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "major_organ_metastases.removable"),
     "removable used"},
    {"vertebral_metastases", "\"valueInteger\":3", "3 used"},
    {"vertebral_metastases", "\"valueInteger\":0", "unreadable"},
    {"vertebral_metastases", "\"valueRange\":{\"low\":{\"value\":2},\"high\":{\"value\":4}}",
     "2..4 used"},
    {"extraspinal_bone_metastases", "\"valueRange\":{\"low\":{\"value\":3}}", "3..99 used"},
    {"lesion_level", "\"valueRange\":{\"low\":{\"value\":1}}", "unreadable"},
    {"lesion_level", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "lesion_level.S1"),
     "S1 used"},
    {"age_years", "\"valueQuantity\":{\"value\":61,\"unit\":\"years\",\"code\":\"a\"}", "61 used"},
    {"age_years", "\"valueInteger\":121", "unreadable"},
    {"reported_sins", "\"valueInteger\":9", "9 used"},
    {"ecog", "\"valueInteger\":3", "3 used"},
    {"ecog", "\"valueCodeableConcept\":" CONCEPT(LOINC, "LA9625-0"), "unreadable"},
};

START_TEST(test_own)
{
    char text[2048];
    snprintf(text, sizeof text, OBSERVATION("o1", FIELDS_SYSTEM, "%s", "%s"), own[_i].code,
             own[_i].body);
    smet_chart *chart = chart_of(text);
    ck_assert_msg(strcmp(chart_facts(chart, own[_i].code), own[_i].facts) == 0, "%s %s: \"%s\"",
                  own[_i].code, own[_i].body, chart_facts(chart, own[_i].code));
    smet_chart_free(chart);
}
END_TEST

/* Every value of every field, as an Observation and as an answer. */
START_TEST(test_every_value)
{
    char text[2048];
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct smet_field_info info = {.size = sizeof info};
        ck_assert_int_eq(smet_field_describe(f, &info), SMET_OK);
        for (size_t i = 0; i < smet_value_count(f); i++) {
            const char *key = smet_value_key(f, smet_value_at(f, i));
            char value[256];
            bool is_integer = info.kind == SMET_KIND_INTEGER;
            if (is_integer)
                snprintf(value, sizeof value, "Integer\":%s", key);
            for (int is_answer = 0; is_answer < 2; is_answer++) {
                if (!is_integer)
                    snprintf(value, sizeof value,
                             is_answer ? "Coding\":" CODING(VALUES_SYSTEM, "%s.%s") :
                                 "CodeableConcept\":" CONCEPT(VALUES_SYSTEM, "%s.%s"),
                             info.key, key);
                snprintf(text, sizeof text,
                         is_answer
                             ? RESOURCE("QuestionnaireResponse", "r1",
                                 "\"status\":\"completed\",\"item\":[{\"linkId\":\"%s\","
                                 "\"answer\":[{\"value%s}]}]")
                             : OBSERVATION("o1", FIELDS_SYSTEM, "%s", "\"value%s"),
                         info.key, value);
                smet_chart *chart = chart_of(text);
                char wanted[128];
                snprintf(wanted, sizeof wanted, "%s used", key);
                expect(strcmp(chart_facts(chart, info.key), wanted) == 0, "%s", text);
                smet_chart_free(chart);
            }
        }
    }
}
END_TEST

START_TEST(test_scores)
{
    static const char text[] = BUNDLE(
        ENTRY(OBSERVATION("o1", SCORES_SYSTEM, "sins", "\"valueInteger\":9")) ","
        ENTRY(OBSERVATION("o2", SCORES_SYSTEM, "tokuhashi_revised", "\"valueInteger\":16")) ","
        ENTRY(OBSERVATION("o3", SCORES_SYSTEM, "tomita",
                          "\"valueRange\":{\"low\":{\"value\":4},\"high\":{\"value\":6}}")) ","
        ENTRY(OBSERVATION("o4", SCORES_SYSTEM, "sins.pain", "\"valueInteger\":3")));
    smet_chart *chart = chart_of(text);
    chart_holds(chart, "reported_sins=9 reported_tomita=4..6");
    ck_assert_str_eq(chart_facts(chart, "reported_tokuhashi_revised"), "unreadable");
    ck_assert_str_eq(chart_facts(chart, "pain"), "");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_components)
{
    static const char text[] = RESOURCE("Observation", "o1",
        "\"status\":\"final\"," WHEN("2018-06-01")
        "\"code\":{\"text\":\"examination\"},\"component\":["
        "{\"code\":" CONCEPT(FIELDS_SYSTEM, "bone_lesion") ","
        "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "bone_lesion.lytic") "},"
        "{\"code\":" CONCEPT(LOINC, "89247-1") ",\"valueInteger\":1},"
        "{\"code\":" CONCEPT(FIELDS_SYSTEM, "alignment") ",\"dataAbsentReason\":{}},"
        "{\"modifierExtension\":[{}],\"code\":" CONCEPT(FIELDS_SYSTEM, "radiculopathy") ","
        "\"valueBoolean\":true}]");
    smet_chart *chart = chart_of(text);
    chart_holds(chart, "bone_lesion=lytic ecog=1");
    struct smet_chart_fact fact = chart_fact(chart, "ecog");
    ck_assert_str_eq(fact.path, "Observation.component[1].value");
    ck_assert_str_eq(fact.resource, "Observation/o1");
    ck_assert_str_eq(fact.system, LOINC);
    ck_assert_str_eq(fact.code, "89247-1");
    ck_assert_str_eq(fact.effective, "2018-06-01");
    smet_chart_free(chart);
}
END_TEST

/* One Observation with two codings of one question says it once. */
START_TEST(test_two_codings)
{
    smet_chart *chart =
        chart_of(RESOURCE("Observation", "o1",
                          "\"status\":\"final\",\"valueInteger\":2,\"code\":{\"coding\":[" CODING(
                              LOINC, "89247-1") "," CODING(FIELDS_SYSTEM, "ecog") "]}"));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "2 used");
    smet_chart_free(chart);
}
END_TEST

/* The library's own answer, filed and read back, is no fact. */
START_TEST(test_own_answer)
{
    static const struct smet_answer_options options = {.size = sizeof options, .patient = "p1"};
    smet_assessment *assessment =
        suite_assess("lesion_level=S1 pain=mechanical bone_lesion=lytic alignment=normal "
                     "vertebral_collapse=none posterolateral_involvement=none");
    size_t length = smet_assessment_write_fhir(assessment, NULL, &options, NULL, 0);
    char *text = malloc(length + 1);
    ck_assert_uint_gt(length, 0);
    smet_assessment_write_fhir(assessment, NULL, &options, text, length + 1);
    ck_assert_ptr_nonnull(strstr(text, "\"sins\""));
    smet_chart *chart = chart_of(text);
    ck_assert_uint_eq(smet_chart_fact_count(chart), 0);
    smet_chart_free(chart);
    free(text);
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(test_own_device)
{
    static const char text[] = BUNDLE(
        "{\"fullUrl\":\"urn:uuid:d\",\"resource\":{\"resourceType\":\"Device\",\"id\":\"d1\","
        "\"identifier\":[{\"system\":\"" OID ".3.0\",\"value\":\"0.1.0\"}]}},"
        ENTRY(OBSERVATION("o1", SCORES_SYSTEM, "sins",
                          "\"valueInteger\":9,\"device\":{\"reference\":\"urn:uuid:d\"}")) ","
        ENTRY(OBSERVATION("o2", SCORES_SYSTEM, "sins",
                          "\"valueInteger\":8,\"device\":{\"reference\":\"Device/d1\"}")) ","
        ENTRY(OBSERVATION("o3", SCORES_SYSTEM, "sins",
                          "\"valueInteger\":7,\"device\":{\"reference\":\"Device/other\"}")));
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "reported_sins"), "7 used");
    smet_chart_free(chart);
}
END_TEST

/* --- questionnaires ----------------------------------------------------------------------- */

#define RESPONSE(id, body)                                                                         \
    RESOURCE("QuestionnaireResponse", id, "\"questionnaire\":\"" OID ".2.0|1.0.0\"," body)
#define DONE "\"status\":\"completed\","

START_TEST(test_responses)
{
    smet_chart *chart = chart_of(RESPONSE(
        "r1", DONE
        "\"authored\":\"2018-06-14\",\"item\":["
        "{\"linkId\":\"group\",\"item\":[{\"linkId\":\"pain\",\"answer\":[{\"valueCoding\":" CODING(
            VALUES_SYSTEM,
            "pain.mechanical") ",\"item\":[{\"linkId\":\"pain_score\",\"answer\":[{"
                               "\"valueInteger\":7}]}]}]}]},"
                               "{\"linkId\":\"frankel\",\"answer\":[{\"valueCoding\":" CODING(
                                   VALUES_SYSTEM, "frankel.C") "}," "{\"valueString\":\"D\"}]},"
                                   "{\"linkId\":\"radiculopathy\",\"answer\":[{"
                                   "\"valueBoolean\":true}]},"
                                   "{\"linkId\":\"karnofsky\",\"answer\":[{"
                                   "\"valueInteger\":50},{\"valueInteger\":60}]},"
                                   "{\"linkId\":\"ecog\",\"answer\":[{"
                                   "\"valueInteger\":2},{\"valueInteger\":7}]},"
                                   "{\"linkId\":\"alignment\",\"answer\":[]},{"
                                   "\"linkId\":\"bladder\"},"
                                   "{\"linkId\":\"elsewhere\",\"answer\":[{"
                                   "\"valueString\":\"E\"}]},"
                                   "{\"linkId\":\"bowel\",\"modifierExtension\":[{}],"
                                   "\"answer\":[{\"valueString\":\"normal\"}]}]"));
    chart_holds(chart,
                "pain=mechanical pain_score=7 frankel=C|D radiculopathy=yes karnofsky=50..60");
    ck_assert_str_eq(chart_facts(chart, "ecog"), "unreadable");
    struct smet_chart_fact fact = chart_fact(chart, "pain_score");
    ck_assert_str_eq(fact.path, "QuestionnaireResponse.item[0].item[0].answer[0].item[0].answer");
    ck_assert_str_eq(fact.code, "pain_score");
    ck_assert_str_eq(fact.effective, "2018-06-14");
    smet_chart_free(chart);
}
END_TEST

/* A link id of another questionnaire may mean anything; a coding of ours cannot. */
START_TEST(test_foreign_questionnaire)
{
    smet_chart *chart = chart_of(RESOURCE(
        "QuestionnaireResponse", "r1",
        DONE "\"questionnaire\":\"urn:example\",\"item\":[{\"linkId\":\"pain_score\",\"answer\":[{"
             "\"valueInteger\":7}]},{\"linkId\":\"pain\",\"answer\":[{\"valueCoding\":" CODING(
                 VALUES_SYSTEM, "pain.none") "}]}]"));
    chart_holds(chart, "pain=none");
    ck_assert_str_eq(chart_facts(chart, "pain_score"), "");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_response_statuses)
{
    static const struct {
        const char *status;
        bool counts;
    } all[] = {
        {"completed", true},         {"amended", true},  {"in-progress", false},
        {"entered-in-error", false}, {"stopped", false}, {"", false},
    };
    char text[1024];
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        snprintf(text, sizeof text,
                 RESPONSE("r1",
                          "\"status\":\"%s\",\"item\":[{\"linkId\":\"pain_score\",\"answer\":[{"
                          "\"valueInteger\":7}]}]"),
                 all[i].status);
        smet_chart *chart = chart_of(text);
        ck_assert_str_eq(chart_facts(chart, "pain_score"),
                         all[i].counts ? "7 used" : "7 wrong_status");
        smet_chart_free(chart);
    }
}
END_TEST

/* --- radiotherapy ------------------------------------------------------------------------- */

#define PROCEDURE(id, status, system, code, more)                                                  \
    RESOURCE("Procedure", id, "\"status\":\"" status "\",\"code\":" CONCEPT(system, code) more)

static const struct {
    const char *text, *facts;
} procedures[] = {
    /* Beam radiation of pelvic bones; of other bone. The table has no stereotactic modality. */
    {PROCEDURE("p", "completed", ICD10PCS, "DP081ZZ", SITE("S1")),
     "conventional|stereotactic|both used"},
    {PROCEDURE("p", "completed", ICD10PCS, "DP0C2ZZ", SITE("S3")),
     "conventional|stereotactic|both used"},
    {PROCEDURE("p", "completed", ICD10PCS, "DP081ZZ", ""), "unreadable"},
    {PROCEDURE("p", "completed", ICD10PCS, "DP0C1ZZ", SITE("L3")), "unreadable"},
    {PROCEDURE("p", "not-done", ICD10PCS, "DP081ZZ", SITE("S1")),
     "conventional|stereotactic|both wrong_status"},
    {PROCEDURE("p", "in-progress", ICD10PCS, "DP081ZZ", SITE("S1")),
     "conventional|stereotactic|both wrong_status"},
    {PROCEDURE("p", "entered-in-error", ICD10PCS, "DP081ZZ", SITE("S1")),
     "conventional|stereotactic|both wrong_status"},
    {PROCEDURE("p", "completed", ICD10PCS, "DP061ZZ", SITE("S1")), ""}, /* humerus */
    {PROCEDURE("p", "completed", ICD10CM, "DP081ZZ", SITE("S1")), ""},
    /* Our own codes say that it was this lesion; the other kind may have come beside it. */
    {PROCEDURE("p", "completed", VALUES_SYSTEM, "prior_radiotherapy.conventional", ""),
     "conventional|both used"},
    {PROCEDURE("p", "completed", VALUES_SYSTEM, "prior_radiotherapy.stereotactic", ""),
     "stereotactic|both used"},
    {PROCEDURE("p", "completed", VALUES_SYSTEM, "prior_radiotherapy.both", ""), "both used"},
    {PROCEDURE("p", "completed", VALUES_SYSTEM, "prior_radiotherapy.none", ""), ""},
    {PROCEDURE("p", "completed", VALUES_SYSTEM, "pain.none", ""), ""},
};

START_TEST(test_procedures)
{
    smet_chart *chart = chart_of(procedures[_i].text);
    ck_assert_str_eq(chart_facts(chart, "prior_radiotherapy"), procedures[_i].facts);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_two_kinds_of_radiotherapy)
{
    smet_chart *chart = chart_of(
        BUNDLE(ENTRY(PROCEDURE("a", "completed", VALUES_SYSTEM, "prior_radiotherapy.conventional",
                               "")) "," ENTRY(PROCEDURE("b", "completed", VALUES_SYSTEM,
                                   "prior_radiotherapy.stereotactic", ""))));
    chart_holds(chart, "prior_radiotherapy=both");
    smet_chart_free(chart);
}
END_TEST

/* --- age ---------------------------------------------------------------------------------- */

#define PATIENT(birth) "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"" birth "\"}"

static const struct {
    const char *birth, *date, *facts;
} births[] = {
    {"1995-03-10", "2018-06-15", "23 used"},
    {"1995-06-15", "2018-06-15", "23 used"}, /* the birthday itself */
    {"1995-06-16", "2018-06-15", "22 used"},
    {"2018-06-15", "2018-06-15", "0 used"},
    {"2000-02-29", "2001-02-28", "0 used"},
    {"2000-02-29", "2001-03-01", "1 used"},
    {"1995", "2018-06-15", "22..23 used"},
    {"1995", "2018-12-31", "23 used"},
    {"1995", "2018-01-01", "22..23 used"},
    {"1995-06", "2018-06-15", "22..23 used"},
    {"1995-05", "2018-06-15", "23 used"},
    {"2018", "2018-06-15", "0 used"}, /* some days of that year are still to come */
    {"1898-06-16", "2018-06-15", "119 used"},
    {"1898-06-15", "2018-06-15", "120 used"},
    {"1897-06-15", "2018-06-15", "unreadable"},
    {"2018-06-16", "2018-06-15", "unreadable"},
    {"2019", "2018-06-15", "unreadable"},
    {"1995-02-30", "2018-06-15", "unreadable"},
    {"1995-3-1", "2018-06-15", "unreadable"},
    {"", "2018-06-15", "unreadable"},
    {"1995-03-10", NULL, ""},
};

START_TEST(test_ages)
{
    char text[256];
    struct smet_chart_options options = {
        .size = sizeof options, .patient = "p1", .evaluation_date = births[_i].date};
    snprintf(text, sizeof text, PATIENT("%s"), births[_i].birth);
    smet_chart *chart = chart_new(&options);
    chart_read(chart, text);
    ck_assert_str_eq(chart_facts(chart, "age_years"), births[_i].facts);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_stated_age)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(PATIENT("1995-03-10")) "," ENTRY(
        OBSERVATION("o1", FIELDS_SYSTEM, "age_years", WHEN("2018-06-14") "\"valueInteger\":30"))));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 used, 30 yields");
    chart_holds(chart, "age_years=23");
    smet_chart_free(chart);
    chart = chart_of(BUNDLE(ENTRY(PATIENT("1995")) "," ENTRY(
        OBSERVATION("o1", FIELDS_SYSTEM, "age_years", WHEN("2018-06-14") "\"valueInteger\":22"))));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "22..23 used, 22 used");
    chart_holds(chart, "age_years=22");
    smet_chart_free(chart);
}
END_TEST

/* --- whose a resource is ------------------------------------------------------------------ */

#define ECOG_OF(subject)                                                                           \
    "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"code\":" CONCEPT(      \
        LOINC, "89247-1") ",\"valueInteger\":2" subject "}"

static const struct {
    const char *subject;
    bool counts;
} subjects[] = {
    {",\"subject\":{\"reference\":\"Patient/p1\"}", true},
    {",\"subject\":{\"reference\":\"Patient/p1/_history/3\"}", true},
    {",\"subject\":{\"reference\":\"https://example.org/fhir/Patient/p1\"}", true},
    {",\"subject\":{\"reference\":\"http://example.org/Patient/p2/Patient/p1\"}", true},
    {",\"subject\":{\"reference\":\"urn:uuid:p1\"}", true}, /* the id is the UUID */
    {",\"subject\":{\"reference\":\"Patient/p2\"}", false},
    /* About a finding of the patient, about the patient, about somebody else. */
    {"," SUBJECT ",\"focus\":[{\"reference\":\"Condition/c1\"}]", true},
    {"," SUBJECT ",\"focus\":[{\"reference\":\"Patient/p1\"}]", true},
    {"," SUBJECT ",\"focus\":[{\"reference\":\"Patient/p2\"}]", false},
    {"," SUBJECT ",\"focus\":[{\"reference\":\"RelatedPerson/p1\"}]", false},
    {",\"subject\":{\"reference\":\"Patient/p11\"}", false},
    {",\"subject\":{\"reference\":\"Patient/p\"}", false},
    {",\"subject\":{\"reference\":\"p1\"}", false},
    {",\"subject\":{\"reference\":\"XPatient/p1\"}", false},
    {",\"subject\":{\"reference\":\"Group/p1\"}", false},
    {",\"subject\":{\"reference\":\"Patient?identifier=p1\"}", false},
    {",\"subject\":{\"reference\":\"Patient/p1?_format=json\"}", false},
    {",\"subject\":{\"reference\":\"urn:uuid:p2\"}", false},
    {",\"subject\":{\"reference\":\"#p1\"},\"contained\":[{\"resourceType\":\"Patient\",\"id\":"
     "\"p1\"}]",
     false},
    {",\"subject\":{\"reference\":\"\"}", false},
    {",\"subject\":{\"identifier\":{\"value\":\"p1\"}}", false},
    {",\"subject\":{\"display\":\"p1\"}", false},
    {"", false},
};

START_TEST(test_subjects)
{
    char text[1024];
    snprintf(text, sizeof text, ECOG_OF("%s"), subjects[_i].subject);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "ecog"),
                     subjects[_i].counts ? "2 used" : "2 other_patient");
    chart_holds(chart, subjects[_i].counts ? "ecog=2" : "");
    smet_chart_free(chart);
}
END_TEST

/* A Patient's full URL stands for the patient, in this text and in later pages. */
START_TEST(test_full_urls)
{
    smet_chart *chart = chart_new(NULL);
    chart_read(chart, BUNDLE("{\"fullUrl\":\"urn:uuid:7c1d\",\"resource\":" PATIENT(
                          "1995-03-10") "}," "{\"fullUrl\":\"urn:uuid:other\",\"resource\":{"
                              "\"resourceType\":\"Patient\",\"id\":"
                              "\"p2\",\"birthDate\":\"1950-01-01\"}}," ENTRY(ECOG_OF(
                              ",\"subject\":{\"reference\":\"urn:uuid:7c1d\"}"))));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 used, 68 other_patient");
    ck_assert_str_eq(chart_facts(chart, "ecog"), "2 used");
    chart_read(chart, OBSERVATION("o2", LOINC, "72514-3", "\"valueInteger\":4"));
    chart_read(
        chart,
        "{\"resourceType\":\"Observation\",\"id\":\"o3\",\"status\":\"final\",\"code\":" CONCEPT(
            LOINC, "89243-0") ",\"valueInteger\":60,\"subject\":{\"reference\":"
                              "\"urn:uuid:7c1d\"}}");
    chart_holds(chart, "age_years=23 ecog=2 pain_score=4 karnofsky=60");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_unnamed_patient)
{
    struct smet_chart_options options = {.size = sizeof options, .evaluation_date = "2018-06-15"};
    smet_chart *chart = chart_new(&options);
    ck_assert_ptr_null(smet_chart_patient(chart));
    chart_read(chart, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}");
    ck_assert_ptr_null(smet_chart_patient(chart));
    chart_refuses(chart,
                  BUNDLE(ENTRY(PATIENT("1995-03-10")) "," ENTRY(
                      ECOG_OF(",\"subject\":{\"reference\":\"Patient/p2\"}"))),
                  SMET_ERROR_DUPLICATE, "Bundle.entry[1].resource: ");
    chart_refuses(chart,
                  BUNDLE(ENTRY(PATIENT("1995-03-10")) "," ENTRY(
                      "{\"resourceType\":\"Patient\",\"id\":\"p2\"}")),
                  SMET_ERROR_DUPLICATE, "Bundle.entry[1].resource: ");
    chart_read(chart, ECOG_OF(",\"subject\":{\"reference\":\"Patient/p1\"}"));
    ck_assert_str_eq(smet_chart_patient(chart), "p1");
    chart_read(chart, PATIENT("1995-03-10"));
    chart_refuses(chart, ECOG_OF(",\"subject\":{\"reference\":\"Patient/p2\"}"),
                  SMET_ERROR_DUPLICATE, "Observation: ");
    chart_holds(chart, "ecog=2 age_years=23");
    smet_chart_free(chart);
}
END_TEST

/* A patient without an id is named by the URN that resources refer to. */
START_TEST(test_patient_without_id)
{
    smet_chart *chart = chart_new(&(struct smet_chart_options){
        .size = sizeof(struct smet_chart_options), .evaluation_date = "2018-06-15"});
    chart_read(chart,
               BUNDLE("{\"fullUrl\":\"urn:uuid:7c1d\",\"resource\":{\"resourceType\":\"Patient\","
                      "\"birthDate\":\"1995-03-10\"}}," ENTRY(
                          ECOG_OF(",\"subject\":{\"reference\":\"urn:uuid:7c1d\"}"))));
    ck_assert_str_eq(smet_chart_patient(chart), "urn:uuid:7c1d");
    chart_holds(chart, "age_years=23 ecog=2");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_names_of_the_patient)
{
    static const char *const names[] = {"Patient/p1", "p1", "https://example.org/fhir/Patient/p1"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct smet_chart_options options = {.size = sizeof options, .patient = names[i]};
        smet_chart *chart = chart_new(&options);
        ck_assert_str_eq(smet_chart_patient(chart), "p1");
        chart_read(chart, ECOG_OF("," SUBJECT));
        chart_holds(chart, "ecog=2");
        smet_chart_free(chart);
    }
    /* Named by the URN of a Bundle, whose resources use both. */
    struct smet_chart_options options = {.size = sizeof options, .patient = "urn:uuid:7c1d"};
    smet_chart *chart = chart_new(&options);
    chart_read(
        chart,
        BUNDLE("{\"fullUrl\":\"urn:uuid:7c1d\",\"resource\":" PATIENT("1995") "}," ENTRY(
            ECOG_OF("," SUBJECT)) "," ENTRY("{\"resourceType\":\"Patient\",\"id\":\"p2\"}")));
    chart_holds(chart, "ecog=2");
    smet_chart_free(chart);
}
END_TEST

/* --- what counts where facts differ ------------------------------------------------------- */

#define ECOG(id, before, grade) OBSERVATION(id, LOINC, "89247-1", before "\"valueInteger\":" grade)

static const struct {
    const char *first, *second; /* what stands before the values 1 and 3 */
    const char *facts, *record;
} times[] = {
    {WHEN("2018-05-01"), WHEN("2018-06-01"), "1 superseded, 3 used", "ecog=3"},
    {WHEN("2018-06-01"), WHEN("2018-05-31"), "1 used, 3 superseded", "ecog=1"},
    {WHEN("2018-06-01"), WHEN("2018-06-01"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {WHEN("2018"), WHEN("2018-06-01"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {WHEN("2017"), WHEN("2018-06-01"), "1 superseded, 3 used", "ecog=3"},
    {WHEN("2018-06"), WHEN("2018-06-01"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {"", WHEN("2018-06-01"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {"", "", "1 disagrees, 3 disagrees", "ecog=1|3"},
    {WHEN("soon"), WHEN("2018-06-01"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {WHEN("2018-06-01T10:00:00Z"), WHEN("2018-06-01T11:00:00Z"), "1 superseded, 3 used", "ecog=3"},
    /* Zones: 10:00 in the west is 18:00 in UTC. */
    {WHEN("2018-06-01T10:00:00-08:00"), WHEN("2018-06-01T11:00:00Z"), "1 used, 3 superseded",
     "ecog=1"},
    {WHEN("2018-06-01T10:00:00+02:00"), WHEN("2018-06-01T08:00:00Z"), "1 disagrees, 3 disagrees",
     "ecog=1|3"},
    {WHEN("2018-06-01T10:00:00.100Z"), WHEN("2018-06-01T10:00:00.200Z"), "1 superseded, 3 used",
     "ecog=3"},
    {WHEN("2018-06-01T10:00:00Z"), WHEN("2018-06-01T10:00:00.200Z"), "1 disagrees, 3 disagrees",
     "ecog=1|3"},
    /* A date bears no zone: a moment on it, or on a day beside it, may be of the same day. */
    {WHEN("2018-06-01"), WHEN("2018-06-01T23:00:00Z"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {WHEN("2018-06-01"), WHEN("2018-06-02T11:59:00Z"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {WHEN("2018-06-01"), WHEN("2018-06-02T12:00:00Z"), "1 superseded, 3 used", "ecog=3"},
    {WHEN("2018-06-01T09:59:59Z"), WHEN("2018-06-02"), "1 superseded, 3 used", "ecog=3"},
    {WHEN("2018-06-01T10:00:01Z"), WHEN("2018-06-02"), "1 disagrees, 3 disagrees", "ecog=1|3"},
    {"\"effectivePeriod\":{\"start\":\"2018-01-01\",\"end\":\"2018-02-01\"},", WHEN("2018-01-15"),
     "1 used, 3 superseded", "ecog=1"},
    {"\"effectivePeriod\":{\"start\":\"2018-01-01\"},", WHEN("2018-01-15"), "1 superseded, 3 used",
     "ecog=3"},
    {"\"effectiveInstant\":\"2018-01-01T00:00:00Z\",", WHEN("2018-01-15"), "1 superseded, 3 used",
     "ecog=3"},
    /* `issued` stands in where no effective time is said. */
    {"\"issued\":\"2018-01-01T00:00:00Z\",", WHEN("2018-01-15"), "1 superseded, 3 used", "ecog=3"},
    {WHEN("2018-01-01") "\"issued\":\"2019-01-01T00:00:00Z\",", WHEN("2018-01-15"),
     "1 superseded, 3 used", "ecog=3"},
};

START_TEST(test_times)
{
    char text[4096];
    snprintf(text, sizeof text,
             BUNDLE(ENTRY(ECOG("o1", "%s", "1")) "," ENTRY(ECOG("o2", "%s", "3"))), times[_i].first,
             times[_i].second);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "ecog"), times[_i].facts);
    chart_holds(chart, times[_i].record);
    smet_chart_free(chart);
    /* The order of the text does not matter. */
    snprintf(text, sizeof text,
             BUNDLE(ENTRY(ECOG("o2", "%s", "3")) "," ENTRY(ECOG("o1", "%s", "1"))),
             times[_i].second, times[_i].first);
    chart = chart_of(text);
    chart_holds(chart, times[_i].record);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_agreement)
{
    /* Equal at one time; and what one says less exactly narrows nothing away. */
    smet_chart *chart = chart_of(BUNDLE(
        ENTRY(ECOG("o1", WHEN("2018-06-01"), "2")) ","
            ENTRY(ECOG("o2", WHEN("2018-06-01"), "2")) "," ENTRY(
            OBSERVATION(
                "o3", FIELDS_SYSTEM, "karnofsky",
                WHEN(
                    "2018") "\"valueInteger\":60")) ","
                        ENTRY(OBSERVATION("o4", LOINC, "89243-0", WHEN( "2018") "\"valueRange"
                        "\":{\"low\":" "{\"value\":" "50}," "\"high\":{" "\"value\":" "70}}"))));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "2 used, 2 used");
    ck_assert_str_eq(chart_facts(chart, "karnofsky"), "60 used, 50..70 used");
    chart_holds(chart, "ecog=2 karnofsky=60");
    smet_chart_free(chart);
}
END_TEST

/* Of three, two that cannot be ordered remain; the oldest is superseded by both. */
START_TEST(test_three_times)
{
    smet_chart *chart = chart_of(BUNDLE(
        ENTRY(ECOG("o1", WHEN("2018-01-01"), "0")) "," ENTRY(ECOG("o2", WHEN("2018-06"), "1")) ","
            ENTRY(
            ECOG(
                "o3", WHEN("2018-06-10"),
                "3")) "," ENTRY(RESOURCE("Observation", "o4", "\"status\":\"entered-in-error\","
                    WHEN( "2018-06-12") "\"code\":" CONCEPT(LOINC, "89247-1") ",\"value" "Integer"
                    "\":" "4"))));
    ck_assert_str_eq(chart_facts(chart, "ecog"),
                     "0 superseded, 1 disagrees, 3 disagrees, 4 wrong_status");
    chart_holds(chart, "ecog=1|3");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_an_answer_and_an_observation)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ECOG("o1", WHEN("2018-06-01"), "1")) "," ENTRY(
        RESPONSE("r1", DONE "\"authored\":\"2018-06-02\",\"item\":[{\"linkId\":\"ecog\",\"answer\":"
                            "[{\"valueString\":"
                            "\"2\"}]}]"))));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "1 superseded, 2 used");
    smet_chart_free(chart);
}
END_TEST

/* Conditions narrow what Observations leave; where nothing would be left, nothing is lost. */
START_TEST(test_conditions_and_observations)
{
    static const char text[] = BUNDLE(
        ENTRY(ILLNESS("c1", "C78.7", "")) ","
        ENTRY(OBSERVATION("o1", FIELDS_SYSTEM, "major_organ_metastases",
                          WHEN("2018-06-01") "\"valueString\":\"removable\"")) ","
        ENTRY(OBSERVATION("o2", FIELDS_SYSTEM, "visceral_metastases",
                          WHEN("2018-06-01") "\"valueString\":\"none\"")));
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "major_organ_metastases"),
                     "removable|unremovable used, removable used");
    ck_assert_str_eq(chart_facts(chart, "visceral_metastases"),
                     "treatable|untreatable disagrees, none disagrees");
    chart_holds(chart, "major_organ_metastases=removable");
    smet_chart_free(chart);
}
END_TEST

/* What was so before a Condition began, or a Procedure was done, is nothing against it. */
static const struct {
    const char *time; /* of the Observation that says no */
    const char *more; /* of the Condition */
    const char *facts;
} beginnings[] = {
    {"2018-06-01", ",\"onsetDateTime\":\"2018-06-14\"", "yes used, no superseded"},
    {"2018-06-01", ",\"recordedDate\":\"2018-06-14\"", "yes used, no superseded"},
    {"2018-06-14", ",\"onsetDateTime\":\"2018-06-14\"", "yes disagrees, no disagrees"},
    {"2018-06-15", ",\"onsetDateTime\":\"2018-06-14\"", "yes disagrees, no disagrees"},
    /* Recorded late, but it began before: the onset decides. */
    {"2018-06-01", ",\"onsetDateTime\":\"2018-05\",\"recordedDate\":\"2018-06-14\"",
     "yes disagrees, no disagrees"},
    {"2018-06-01", "", "yes disagrees, no disagrees"},
};

START_TEST(test_beginnings)
{
    char text[4096];
    snprintf(
        text, sizeof text,
        BUNDLE(ENTRY(ILLNESS("c1", "G83.4", "%s")) "," ENTRY(OBSERVATION(
            "o1", FIELDS_SYSTEM, "cauda_equina_syndrome", WHEN("%s") "\"valueBoolean\":false"))),
        beginnings[_i].more, beginnings[_i].time);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "cauda_equina_syndrome"), beginnings[_i].facts);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_a_procedure_after_an_answer)
{
    smet_chart *chart = chart_of(
        BUNDLE(ENTRY(PROCEDURE("a", "completed", VALUES_SYSTEM, "prior_radiotherapy.conventional",
                               ",\"performedPeriod\":{\"start\":\"2018-05-01\",\"end\":\"2018-05-"
                               "15\"}")) ","
                                   ENTRY(OBSERVATION("o1", FIELDS_SYSTEM, "prior_radiotherapy",
                                   WHEN("2018-04-01") "\"valueString\":" "\"none\""))));
    ck_assert_str_eq(chart_facts(chart, "prior_radiotherapy"),
                     "conventional|both used, none superseded");
    ck_assert_str_eq(chart_facts(chart, "ecog"), "");
    chart_holds(chart, "prior_radiotherapy=conventional|both");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_several_primaries)
{
    smet_chart *chart = chart_of(
        BUNDLE(ENTRY(ILLNESS("c1", "C50.911", "")) "," ENTRY(ILLNESS("c2", "C34.90", ""))));
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), "breast disagrees, lung disagrees");
    chart_holds(chart, "primary_tumor=lung|breast");
    /* An answer says which one it is. */
    chart_read(chart,
               OBSERVATION("o1", FIELDS_SYSTEM, "primary_tumor", "\"valueString\":\"breast\""));
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), "breast used, lung yields, breast used");
    chart_holds(chart, "primary_tumor=breast");
    smet_chart_free(chart);
    /* One that is in neither: any may be. */
    chart = chart_of(BUNDLE(ENTRY(ILLNESS("c1", "C50.911", "")) "," ENTRY(
        OBSERVATION("o1", FIELDS_SYSTEM, "primary_tumor", "\"valueString\":\"kidney\""))));
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), "breast disagrees, kidney disagrees");
    chart_holds(chart, "primary_tumor=breast|kidney");
    smet_chart_free(chart);
    /* The same one twice. */
    chart = chart_of(
        BUNDLE(ENTRY(ILLNESS("c1", "C50.911", "")) "," ENTRY(ILLNESS("c2", "C50.919", ""))));
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), "breast used, breast used");
    smet_chart_free(chart);
    /* Two cancers, one of them less exact: any may be the source, so nothing is narrowed. */
    chart = chart_of(BUNDLE(ENTRY(ILLNESS("c1", "C19", "")) "," ENTRY(ILLNESS("c2", "C20", ""))));
    chart_holds(chart, "primary_tumor=colon|rectum");
    smet_chart_free(chart);
}
END_TEST

#define NAMING(reference)                                                                          \
    ",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/condition-related\","      \
    "\"valueReference\":{\"reference\":\"" reference "\"}}]"
#define CANCERS                                                                                    \
    ENTRY(ILLNESS("c1", "C50.911", ""))                                                            \
    ",{\"fullUrl\":\"urn:uuid:c2\",\"resource\":" ILLNESS("c2", "C34.90", "") "},"

static const struct {
    const char *metastases;
    const char *facts;
} named[] = {
    {ENTRY(ILLNESS("m1", "C79.51", NAMING("Condition/c1"))), "breast used, lung yields"},
    {ENTRY(ILLNESS("m1", "C79.51", NAMING("http://example.org/Condition/c1/_history/1"))),
     "breast used, lung yields"},
    {ENTRY(ILLNESS("m1", "C79.51", NAMING("urn:uuid:c2"))), "breast yields, lung used"},
    /* A metastasis of an organ says nothing of the one in bone. */
    {ENTRY(ILLNESS("m1", "C78.7", NAMING("Condition/c1"))), "breast disagrees, lung disagrees"},
    /* Where one names none, or both are named, any may be. */
    {ENTRY(ILLNESS("m1", "C79.51", NAMING("Condition/c1"))) "," ENTRY(ILLNESS("m2", "C79.51", "")),
     "breast disagrees, lung disagrees"},
    {ENTRY(ILLNESS("m1", "C79.51", NAMING("Condition/c1"))) "," ENTRY(
         ILLNESS("m2", "C79.51", NAMING("Condition/c2"))),
     "breast disagrees, lung disagrees"},
    {ENTRY(ILLNESS("m1", "C79.51", NAMING("Condition/unheard-of"))),
     "breast disagrees, lung disagrees"},
    /* A metastasis of another patient names nothing here. */
    {ENTRY("{\"resourceType\":\"Condition\",\"id\":\"m1\"," ACTIVE ",\"code\":" CONCEPT(
         ICD10CM,
         "C79.51") ",\"subject\":{\"reference\":\"Patient/p2\"}" NAMING("Condition/c1") "}"),
     "breast disagrees, lung disagrees"},
};

START_TEST(test_named_primaries)
{
    char text[8192];
    snprintf(text, sizeof text, BUNDLE(CANCERS "%s"), named[_i].metastases);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), named[_i].facts);
    smet_chart_free(chart);
    /* The same in pages. */
    chart = chart_of(BUNDLE(ENTRY(ILLNESS("c1", "C50.911", ""))));
    snprintf(text, sizeof text, BUNDLE("%s"), named[_i].metastases);
    chart_read(chart, text);
    chart_read(chart, BUNDLE("{\"fullUrl\":\"urn:uuid:c2\",\"resource\":" ILLNESS("c2", "C34.90",
        "") "}"));
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"), named[_i].facts);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_several_levels)
{
    smet_chart *chart = chart_of(BUNDLE(
        ENTRY(ILLNESS("c1", "C79.51", SITE("S1"))) "," ENTRY(ILLNESS("c2", "C79.51", SITE("L3")))));
    chart_holds(chart, "lesion_level=L3|S1");
    chart_read(chart, OBSERVATION("o1", FIELDS_SYSTEM, "lesion_level", "\"valueString\":\"S1\""));
    ck_assert_str_eq(chart_facts(chart, "lesion_level"), "S1 used, L3 yields, S1 used");
    chart_holds(chart, "lesion_level=S1");
    smet_chart_free(chart);
}
END_TEST

/* Of one resource the newest version counts, by its update and else as read. */
START_TEST(test_versions)
{
#define UPDATED(time) "\"meta\":{\"lastUpdated\":\"" time "\"},"
    smet_chart *chart = chart_of(ECOG("o1", "", "1"));
    chart_read(chart, RESOURCE("Observation", "o1",
                               "\"status\":\"entered-in-error\",\"code\":" CONCEPT( LOINC,
                                   "89247-1") ",\"valueInteger\":1"));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "1 superseded, 1 wrong_status");
    chart_holds(chart, "");
    smet_chart_free(chart);
    chart = chart_of(BUNDLE(ENTRY(ECOG("o1", UPDATED("2018-06-02T00:00:00Z"), "1")) "," ENTRY(
        ECOG("o1", UPDATED("2018-06-01T00:00:00Z"), "3"))));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "1 used, 3 superseded");
    smet_chart_free(chart);
    chart = chart_of(BUNDLE(ENTRY(ECOG("o1", "", "2")) "," ENTRY(ECOG("o1", "", "2"))));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "2 superseded, 2 used");
    chart_holds(chart, "ecog=2");
    smet_chart_free(chart);
}
END_TEST

/* --- dates -------------------------------------------------------------------------------- */

START_TEST(test_dates)
{
    static const char *const wrong[] = {
        "",
        "2018-",
        "18",
        "2018-13",
        "2018-00",
        "2018-02-29",
        "2018-06-31",
        "2018-6-1",
        "2018-06-01T",
        "2018-06-01T1",
        "2018-06T10:00:00Z",
        "2018-06-01T24:00:00Z",
        "2018-06-01T10:60:00Z",
        "2018-06-01T10:00:00+15:00",
        "2018-06-01T10:00:00.Z",
        "2018-06-01 10:00:00Z",
        "2018-06-01T10:00:00Zx",
        "0000",
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        expect(!smet__time_read(wrong[i]).is_said, "%s", wrong[i]);
    ck_assert(!smet__time_read(NULL).is_said);
    /* 1970-01-01 is 0; 2000-03-01 is day 11017 (30 years and 8 leap days, and 60 days). */
    ck_assert_int_eq(smet__time_read("1970-01-01T00:00:00Z").from, 0);
    ck_assert_int_eq(smet__time_read("1969-12-31T23:59:59Z").to, 0);
    ck_assert_int_eq(smet__time_read("2000-03-01").from, INT64_C(11017) * 86400000);
    ck_assert_int_eq(smet__time_read("2000").to - smet__time_read("2000").from,
                     INT64_C(366) * 86400000);
    ck_assert_int_eq(smet__time_read("1900").to - smet__time_read("1900").from,
                     INT64_C(365) * 86400000);
    ck_assert_int_eq(smet__time_read("2018-06-01T10:00:00+02:00").from,
                     smet__time_read("2018-06-01T08:00:00Z").from);
    ck_assert_int_eq(smet__time_read("2018-06-01T10:00:00.250-01:30").from,
                     smet__time_read("2018-06-01T11:30:00.250Z").from);
}
END_TEST

/* --- Bundles and requests ----------------------------------------------------------------- */

START_TEST(test_requests)
{
    struct smet_chart_options options = {.size = sizeof options, .evaluation_date = "2018-06-15"};
    smet_chart *chart = chart_new(&options);
    chart_read(chart,
               "{\"hook\":\"patient-view\",\"hookInstance\":\"x\",\"context\":{\"patientId\":"
               "\"p1\"},"
               "\"prefetch\":{\"patient\":" PATIENT(
                   "1995-03-10") ",\"ecog\":null,"
                       "\"none\":{\"resourceType\":\"Bundle\",\"type\":\"searchset\","
                       "\"entry\":[]},"
                       "\"failed\":{\"resourceType\":\"OperationOutcome\",\"issue\":[]},"
                       "\"conditions of \\u0041\":" BUNDLE( ENTRY(ILLNESS("c1", "G83.4", ""))
                       ",null,{\"resource\":null}" ","
                       ENTRY("{\"resourceType\"" ":\"OperationOutco" "me\"}") ","
                       ENTRY( ECOG_OF(",\"subject\":{" "\"reference\":" "\"Patient/" "p2\"}")))
                       "}}");
    ck_assert_str_eq(smet_chart_patient(chart), "p1");
    chart_holds(chart, "age_years=23 cauda_equina_syndrome=yes");
    ck_assert_str_eq(chart_fact(chart, "age_years").path, "prefetch.patient.birthDate");
    ck_assert_str_eq(chart_fact(chart, "cauda_equina_syndrome").path,
                     "prefetch.conditions?of?A.entry[0].resource.code.coding[0]");
    ck_assert_str_eq(chart_facts(chart, "ecog"), "2 other_patient");
    smet_chart_free(chart);
}
END_TEST

static const char *const empty[] = {
    "{}",
    "{\"conditions\":null}",
    "{\"conditions\":{\"resourceType\":\"Bundle\"}}",
    "{\"hook\":\"patient-view\"}",
    "{\"hook\":\"patient-view\",\"context\":{\"patientId\":\"p1\"},\"prefetch\":null}",
    "{\"hook\":\"patient-view\",\"context\":{},\"prefetch\":{}}",
    "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}",
    "{\"resourceType\":\"Bundle\",\"entry\":[]}",
    "{\"resourceType\":\"Bundle\",\"entry\":null}",
    "{\"resourceType\":\"Bundle\",\"entry\":[{},{\"fullUrl\":\"urn:uuid:1\"},null]}",
    "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}",
    "{\"resourceType\":\"Encounter\",\"subject\":7}",
    "{\"resourceType\":\"Observation\"}",
    "{\"resourceType\":\"Condition\",\"code\":{}}",
    "{\"resourceType\":\"Patient\"}",
};

START_TEST(test_empty)
{
    smet_chart *chart = chart_of(empty[_i]);
    ck_assert_uint_eq(smet_chart_fact_count(chart), 0);
    chart_holds(chart, "");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_nested_bundles)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(BUNDLE(ENTRY(ECOG("o1", "", "2"))))));
    ck_assert_str_eq(chart_fact(chart, "ecog").path,
                     "Bundle.entry[0].resource.entry[0].resource.value");
    smet_chart_free(chart);
}
END_TEST

/* --- provenance --------------------------------------------------------------------------- */

START_TEST(test_provenance)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(PATIENT(
        "1995-03-10")) ",{\"fullUrl\":\"urn:uuid:9\",\"resource\":{\"resourceType\":"
                       "\"Condition\"," SUBJECT "," ACTIVE "," SURE ",\"code\":" CONCEPT(
                           ICD10CM,
                           "G83.4") "}}," "{\"resource\":{\"resourceType\":\"Condition\","
                               SUBJECT "," ACTIVE ","
                               SURE ",\"code\":" CONCEPT(ICD10CM, "C79.51") SITE("S1") "}}"));
    struct smet_chart_fact fact = chart_fact(chart, "cauda_equina_syndrome");
    ck_assert_str_eq(fact.resource, "urn:uuid:9");
    ck_assert_str_eq(fact.path, "Bundle.entry[1].resource.code.coding[0]");
    ck_assert_str_eq(fact.system, ICD10CM);
    ck_assert_str_eq(fact.code, "G83.4");
    ck_assert_str_eq(fact.effective, "");
    ck_assert_int_eq(fact.is_mapping, 1);
    ck_assert_ptr_nonnull(strstr(fact.note, "not yet decompressed"));
    fact = chart_fact(chart, "lesion_level");
    ck_assert_str_eq(fact.resource, "Bundle.entry[2].resource");
    ck_assert_str_eq(fact.path, "Bundle.entry[2].resource.bodySite");
    ck_assert_str_eq(fact.code, "C79.51");
    fact = chart_fact(chart, "age_years");
    ck_assert_str_eq(fact.resource, "Patient/p1");
    ck_assert_int_eq(fact.is_mapping, 0);
    /* In the order of the fields. */
    for (size_t i = 0; i < 3; i++) {
        static const char *const order[] = {"age_years", "cauda_equina_syndrome", "lesion_level"};
        struct smet_chart_fact one = {.size = sizeof one};
        ck_assert_int_eq(smet_chart_fact(chart, i, &one), SMET_OK);
        ck_assert_str_eq(suite_key(SMET_VOCABULARY_FIELD, one.field), order[i]);
    }
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_asia_is_a_mapping)
{
    smet_chart *chart = chart_of(
        BUNDLE(ENTRY(OBSERVATION("o1", LOINC, "97843-7", "\"valueString\":\"D\"")) "," ENTRY(
            OBSERVATION("o2", LOINC, "89247-1", "\"valueInteger\":1"))));
    ck_assert_int_eq(chart_fact(chart, "frankel").is_mapping, 1);
    ck_assert_ptr_nonnull(strstr(chart_fact(chart, "frankel").note, "Frankel"));
    ck_assert_int_eq(chart_fact(chart, "ecog").is_mapping, 0);
    smet_chart_free(chart);
}
END_TEST

/* Every fact that does not count says why, and is text. */
START_TEST(test_reasons)
{
    smet_chart *chart = chart_of(BUNDLE(
        ENTRY(ECOG("o1", WHEN("2018-01-01"), "0")) ","
            ENTRY(ECOG("o2", WHEN("2018-06-10"), "3")) "," ENTRY(ECOG(
            "o3", WHEN("2018-06-10"),
            "9")) "," ENTRY(ECOG_OF("")) "," ENTRY(ILLNESS("c1", "C50.911", "")) ","
                ENTRY(ILLNESS("c2", "C34.90", "")) "," ENTRY(OF(CLINICAL("resolved"), "G83.4"))));
    size_t count = smet_chart_fact_count(chart);
    ck_assert_uint_eq(count, 7);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        ck_assert_int_eq(smet_chart_fact(chart, i, &fact), SMET_OK);
        expect(fact.use == SMET_FACT_USED || fact.note[0] != '\0', "no reason for %zu", i);
        expect(suite_is_utf8(fact.note), "%s", fact.note);
    }
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_json)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ECOG("o1", WHEN("2018-06-10"), "3"))));
    char *text = chart_text(chart);
    ck_assert_str_eq(
        text, "{\"patient\":\"p1\",\"record\":{\"ecog\":\"3\"},\"facts\":[{\"field\":\"ecog\","
              "\"value\":\"3\",\"use\":\"used\",\"mapping\":false,\"resource\":"
              "\"Observation/o1\",\"path\":\"Bundle.entry[0].resource.value\",\"system\":"
              "\"http://loinc.org\",\"code\":\"89247-1\",\"effective\":\"2018-06-10\","
              "\"note\":\"ECOG performance status; 5 stands for death and is none of the "
              "field's values.\"}]}");
    char cut[8] = "xxxxxxx";
    ck_assert_uint_eq(smet_chart_write_json(chart, SMET_JSON_COMPACT, cut, sizeof cut),
                      strlen(text));
    ck_assert_str_eq(cut, "{\"patie");
    ck_assert_uint_eq(smet_chart_write_json(chart, 7, cut, sizeof cut), 0);
    ck_assert_str_eq(cut, "");
    ck_assert_uint_eq(smet_chart_write_json(NULL, SMET_JSON_COMPACT, cut, sizeof cut), 0);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* --- the review's three patients ---------------------------------------------------------- */

static char *assessed(const smet_record *record)
{
    smet_assessment *assessment = suite_assess_record(record);
    size_t length = smet_assessment_write_json(assessment, SMET_JSON_COMPACT, NULL, 0);
    char *text = malloc(length + 1);
    ck_assert_uint_gt(length, 0);
    smet_assessment_write_json(assessment, SMET_JSON_COMPACT, text, length + 1);
    smet_assessment_free(assessment);
    return text;
}

/* The Bundle, the request and the record of examples/ hold one patient. */
START_TEST(test_examples)
{
    static const char *const names[] = {"cauda_equina", "fixation", "unilateral"};
    struct smet_chart_options options = {.size = sizeof options, .evaluation_date = "2018-06-15"};
    char name[128];
    size_t length;
    snprintf(name, sizeof name, "patients/%s.json", names[_i / 2]);
    char *text = chart_file(examples, name, &length);
    smet_record *record = smet_record_new();
    ck_assert_int_eq(smet_record_read_json(record, text, length, NULL), SMET_OK);
    free(text);
    snprintf(name, sizeof name, _i % 2 == 0 ? "fhir/%s.json" : "fhir/%s_request.json",
             names[_i / 2]);
    text = chart_file(examples, name, &length);
    smet_chart *chart = chart_new(&options);
    chart_read(chart, text);
    free(text);
    struct suite_snapshot wanted, got;
    suite_read(record, &wanted);
    suite_read(smet_chart_record(chart), &got);
    ck_assert_msg(suite_same(&wanted, &got), "%s holds other facts", name);
    char *one = assessed(record), *other = assessed(smet_chart_record(chart));
    ck_assert_str_eq(one, other);
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        ck_assert_int_eq(smet_chart_fact(chart, i, &fact), SMET_OK);
        ck_assert_int_eq(fact.use, SMET_FACT_USED);
    }
    free(one);
    free(other);
    smet_chart_free(chart);
    smet_record_free(record);
}
END_TEST

/* The documentation has every row of every table. */
START_TEST(test_documentation)
{
    char *text = chart_file(documents, "fhir-input.md", NULL), line[256];
    for (size_t t = 0; t < COUNT_OF(tables); t++)
        for (int i = 0; i < tables[t]->count; i++) {
            snprintf(line, sizeof line, "| `%s` |", tables[t]->rows[i].code);
            expect(strstr(text, line) != NULL, "no line for %s", tables[t]->rows[i].code);
            expect(tables[t]->rows[i].note[0] == '\0' ||
                       strstr(text, tables[t]->rows[i].note) != NULL,
                   "no note of %s", tables[t]->rows[i].code);
        }
    for (int i = 0; i < smet__codes_loinc_count; i++) {
        snprintf(line, sizeof line, "| `%s` |", smet__codes_loinc[i].code);
        expect(strstr(text, line) != NULL, "no line for %s", smet__codes_loinc[i].code);
    }
    for (int i = 0; i < smet__morphology_count; i++) {
        snprintf(line, sizeof line, "| `%d` to `%d` |", smet__morphologies[i].first,
                 smet__morphologies[i].last);
        expect(strstr(text, line) != NULL, "no line for %d", smet__morphologies[i].first);
    }
    free(text);
}
END_TEST

int main(int argc, char **argv)
{
    if (!chart_folders(argc, argv, &examples, &documents))
        return EXIT_FAILURE;
    Suite *suite = suite_create("chart");
    TCase *codes = suite_case(suite, "codes");
    tcase_add_loop_test(codes, test_tables, 0, (int)COUNT_OF(tables));
    tcase_add_test(codes, test_other_tables);
    tcase_add_loop_test(codes, test_primaries, 0, (int)COUNT_OF(primaries));
    tcase_add_test(codes, test_every_primary_row);
    tcase_add_test(codes, test_no_code);
    tcase_add_loop_test(codes, test_oncology, 0, (int)COUNT_OF(oncology));
    tcase_add_loop_test(codes, test_conditions, 0, (int)COUNT_OF(conditions));
    tcase_add_loop_test(codes, test_results, 0, (int)COUNT_OF(results));
    tcase_add_loop_test(codes, test_own, 0, (int)COUNT_OF(own));
    tcase_add_test(codes, test_every_value);
    tcase_add_test(codes, test_scores);
    tcase_add_test(codes, test_components);
    tcase_add_test(codes, test_two_codings);
    tcase_add_loop_test(codes, test_procedures, 0, (int)COUNT_OF(procedures));
    tcase_add_test(codes, test_two_kinds_of_radiotherapy);
    tcase_add_test(codes, test_documentation);
    TCase *answers = suite_case(suite, "answers");
    tcase_add_test(answers, test_own_answer);
    tcase_add_test(answers, test_own_device);
    tcase_add_test(answers, test_responses);
    tcase_add_test(answers, test_foreign_questionnaire);
    tcase_add_test(answers, test_response_statuses);
    TCase *status = suite_case(suite, "statuses");
    tcase_add_loop_test(status, test_statuses, 0, (int)COUNT_OF(statuses));
    tcase_add_loop_test(status, test_doubts, 0, (int)COUNT_OF(doubts));
    tcase_add_test(status, test_a_doubt_does_not_touch_a_yes);
    tcase_add_test(status, test_observation_statuses);
    TCase *who = suite_case(suite, "patient");
    tcase_add_loop_test(who, test_ages, 0, (int)COUNT_OF(births));
    tcase_add_test(who, test_stated_age);
    tcase_add_loop_test(who, test_subjects, 0, (int)COUNT_OF(subjects));
    tcase_add_test(who, test_full_urls);
    tcase_add_test(who, test_unnamed_patient);
    tcase_add_test(who, test_patient_without_id);
    tcase_add_test(who, test_names_of_the_patient);
    TCase *rules = suite_case(suite, "rules");
    tcase_add_loop_test(rules, test_times, 0, (int)COUNT_OF(times));
    tcase_add_test(rules, test_agreement);
    tcase_add_test(rules, test_three_times);
    tcase_add_test(rules, test_an_answer_and_an_observation);
    tcase_add_test(rules, test_conditions_and_observations);
    tcase_add_loop_test(rules, test_beginnings, 0, (int)COUNT_OF(beginnings));
    tcase_add_test(rules, test_a_procedure_after_an_answer);
    tcase_add_test(rules, test_several_primaries);
    tcase_add_loop_test(rules, test_named_primaries, 0, (int)COUNT_OF(named));
    tcase_add_test(rules, test_several_levels);
    tcase_add_test(rules, test_versions);
    tcase_add_test(rules, test_dates);
    TCase *shapes = suite_case(suite, "shapes");
    tcase_add_test(shapes, test_requests);
    tcase_add_loop_test(shapes, test_empty, 0, (int)COUNT_OF(empty));
    tcase_add_test(shapes, test_nested_bundles);
    tcase_add_test(shapes, test_provenance);
    tcase_add_test(shapes, test_asia_is_a_mapping);
    tcase_add_test(shapes, test_reasons);
    tcase_add_test(shapes, test_json);
    tcase_add_loop_test(shapes, test_examples, 0, 6);
    return suite_run(suite);
}
