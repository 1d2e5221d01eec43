/*
 * The pathway: linked fields, findings, rules, dispositions, and what is shown
 * beside them, one fact at a time.
 *
 * Quotations are from pathway.md and record.md, under the headings named.
 */
#include "plain.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

enum { FINDINGS = 23, RULES = 80, INTERVENTIONS = 35 };

/* Facts that several tests share. */
#define NO_EMERGENCY                                                \
    "cauda_equina_syndrome=no bladder=normal bowel=normal acute_deterioration=no"
#define NO_DEFICIT NO_EMERGENCY " motor_deficit=no sensory_deficit=no frankel=E"
#define NO_OPERATION                                                \
    "cauda_equina_syndrome=no bladder=normal bowel=normal nerve_root_compression=no " \
    "stability=stable"
#define NOTHING_INDICATED \
    NO_DEFICIT " stability=stable prior_radiotherapy=none nerve_root_compression=no"
#define SACRAL_METASTASIS "lesion_level=S1 tissue_diagnosis=metastasis"
#define CLEAR_OF_NERVES                                             \
    "neurological_examination=normal nerve_root_compression=no epidural_disease=no"

/* --- record.md, "Linked fields" ------------------------------------------ */

static const struct {
    const char *facts;
    const char *field;
    const char *cell; /* what is left of the field */
    const char *from; /* the fields that narrowed it */
} links[] = {
    /* "ECOG 0 gives 90 to 100; 1 gives 70 to 90; 2 gives 50 to 70; 3 gives 30 to 60; 4 gives 10 to
     * 40" */
    {"ecog=0", "karnofsky", "90..100", "ecog"},
    {"ecog=1", "karnofsky", "70..90", "ecog"},
    {"ecog=2", "karnofsky", "50..70", "ecog"},
    {"ecog=3", "karnofsky", "30..60", "ecog"},
    {"ecog=4", "karnofsky", "10..40", "ecog"},
    {"ecog=0|4", "karnofsky", "10|20|30|40|90|100", "ecog"},
    {"karnofsky=90", "ecog", "0|1", "karnofsky"},
    {"karnofsky=70", "ecog", "1|2", "karnofsky"},
    {"karnofsky=40", "ecog", "3|4", "karnofsky"},
    {"karnofsky=100", "ecog", "0", "karnofsky"},
    {"karnofsky=10..20", "ecog", "4", "karnofsky"},
    /* "(none, none), (removable, treatable), (unremovable, treatable), (unremovable,
     * untreatable)" */
    {"major_organ_metastases=none", "visceral_metastases", "none", "major_organ_metastases"},
    {"major_organ_metastases=removable", "visceral_metastases", "treatable",
     "major_organ_metastases"},
    {"major_organ_metastases=unremovable", "visceral_metastases", "treatable|untreatable",
     "major_organ_metastases"},
    {"visceral_metastases=treatable", "major_organ_metastases", "removable|unremovable",
     "visceral_metastases"},
    {"visceral_metastases=untreatable", "major_organ_metastases", "unremovable",
     "visceral_metastases"},
    /* "`escc` 0 with `epidural_disease` no; 1a to 3 with yes. `escc` 2 or 3 only with
     * `nerve_root_compression` yes." */
    {"escc=0", "epidural_disease", "no", "escc"},
    {"escc=1a", "epidural_disease", "yes", "escc"},
    {"escc=2|3", "epidural_disease", "yes", "escc"},
    {"escc=0|1a", "epidural_disease", "no|yes", ""},
    {"escc=1c", "nerve_root_compression", "no|yes", ""},
    {"escc=2", "nerve_root_compression", "yes", "escc"},
    {"escc=2|3", "nerve_root_compression", "yes", "escc"},
    {"epidural_disease=no", "escc", "0", "epidural_disease"},
    {"epidural_disease=yes", "escc", "1a|1b|1c|2|3", "epidural_disease"},
    {"nerve_root_compression=no", "escc", "0|1a|1b|1c", "nerve_root_compression"},
    {"nerve_root_compression=yes", "escc", "0|1a|1b|1c|2|3", ""},
    {"nerve_root_compression=no epidural_disease=yes", "escc", "1a|1b|1c",
     "nerve_root_compression epidural_disease"},
    {"escc=2|3|0 epidural_disease=yes", "nerve_root_compression", "yes", "escc"},
    /* "`frankel` E only with `motor_deficit` no and with `sensory_deficit` no; A to D with
     * either." */
    {"frankel=E", "motor_deficit", "no", "frankel"},
    {"frankel=E", "sensory_deficit", "no", "frankel"},
    {"frankel=D", "motor_deficit", "no|yes", ""},
    {"frankel=D|E", "motor_deficit", "no|yes", ""},
    {"motor_deficit=yes", "frankel", "A|B|C|D", "motor_deficit"},
    {"sensory_deficit=yes", "frankel", "A|B|C|D", "sensory_deficit"},
    {"motor_deficit=no sensory_deficit=no", "frankel", "A|B|C|D|E", ""},
    /* "`pain` none only with `pain_score` 0 and with `pain_unrelenting` no; other pain with
     * any." */
    {"pain=none", "pain_score", "0", "pain"},
    {"pain=none", "pain_unrelenting", "no", "pain"},
    {"pain=mechanical", "pain_score", "0..10", ""},
    {"pain_score=0", "pain", "none|nonmechanical|mechanical", ""},
    {"pain_score=1..10", "pain", "nonmechanical|mechanical", "pain_score"},
    {"pain_unrelenting=yes", "pain", "nonmechanical|mechanical", "pain_unrelenting"},
    /* "`extraspinal_bone_metastases` 1 or more only with `solitary_lesion` no; 0 together with
     * `vertebral_metastases` 1 only with yes." "(`solitary_lesion` no with
     * `extraspinal_bone_metastases` 0 gives `vertebral_metastases` 2 or more)" */
    {"extraspinal_bone_metastases=1..99", "solitary_lesion", "no", "extraspinal_bone_metastases"},
    {"extraspinal_bone_metastases=0", "solitary_lesion", "no|yes", ""},
    {"vertebral_metastases=1", "solitary_lesion", "no|yes", ""},
    {"extraspinal_bone_metastases=0 vertebral_metastases=1", "solitary_lesion", "yes",
     "extraspinal_bone_metastases vertebral_metastases"},
    {"solitary_lesion=yes", "extraspinal_bone_metastases", "0", "solitary_lesion"},
    {"solitary_lesion=no", "extraspinal_bone_metastases", "0..99", ""},
    {"solitary_lesion=no vertebral_metastases=1", "extraspinal_bone_metastases", "1..99",
     "solitary_lesion vertebral_metastases"},
    {"solitary_lesion=no extraspinal_bone_metastases=0", "vertebral_metastases", "2..30",
     "solitary_lesion extraspinal_bone_metastases"},
    {"solitary_lesion=yes", "vertebral_metastases", "1..30", ""},
    /* "`radiotherapy_outcome`, once entered, only with `prior_radiotherapy` not none." */
    {"radiotherapy_outcome=controlled", "prior_radiotherapy", "conventional|stereotactic|both",
     "radiotherapy_outcome"},
    {"radiotherapy_outcome=controlled|progression", "prior_radiotherapy",
     "conventional|stereotactic|both", "radiotherapy_outcome"},
    {"prior_radiotherapy=none", "radiotherapy_outcome", "controlled|persistent_pain|progression",
     ""},
    /* "`neurological_examination` normal only with `frankel` E, ... no, and `bladder` and `bowel`
     * normal or other_cause; abnormal with anything." */
    {"neurological_examination=normal", "frankel", "E", "neurological_examination"},
    {"neurological_examination=normal", "motor_deficit", "no",
     "neurological_examination frankel"},
    {"neurological_examination=normal", "sexual_dysfunction", "no", "neurological_examination"},
    {"neurological_examination=normal", "radiculopathy", "no", "neurological_examination"},
    {"neurological_examination=normal", "cauda_equina_syndrome", "no",
     "neurological_examination"},
    {"neurological_examination=normal", "acute_deterioration", "no", "neurological_examination"},
    {"neurological_examination=normal", "bladder", "normal|other_cause",
     "neurological_examination"},
    {"neurological_examination=normal", "bowel", "normal|other_cause",
     "neurological_examination"},
    {"neurological_examination=normal", "nerve_root_compression", "no|yes", ""},
    {"neurological_examination=abnormal", "frankel", "A|B|C|D|E", ""},
    {"neurological_examination=abnormal", "bladder", "normal|retention|incontinence|other_cause",
     ""},
    {"bladder=retention", "neurological_examination", "abnormal", "bladder"},
    {"bladder=other_cause", "neurological_examination", "normal|abnormal", ""},
    {"frankel=D", "neurological_examination", "abnormal", "frankel"},
    {"radiculopathy=yes", "neurological_examination", "abnormal", "radiculopathy"},
    /* "again and again until nothing changes" */
    {"motor_deficit=yes", "neurological_examination", "abnormal", "frankel motor_deficit"},
    {"epidural_disease=no", "nerve_root_compression", "no|yes", ""},
};

START_TEST(a_linked_field_narrows_the_other)
{
    smet_assessment *assessment = suite_assess(links[_i].facts);
    smet_field_t field = suite_term(SMET_VOCABULARY_FIELD, links[_i].field);
    smet_record *wanted = smet_record_new();
    struct suite_values left, wanted_values;
    expect(smet_record_set_text(wanted, links[_i].field, links[_i].cell, NULL) == SMET_OK,
           "the test's cell \"%s\"", links[_i].cell);
    wanted_values.count = smet_record_values(wanted, field, wanted_values.value, SUITE_VALUES);
    left.count = smet_assessment_values(assessment, field, left.value, SUITE_VALUES);
    ck_assert_msg(suite_values_equal(&left, &wanted_values), "%s leaves %zu values of %s",
                  links[_i].facts, left.count, links[_i].field);
    /* Where a field can be narrowed in two ways, either may be the one that is named. */
    uint64_t from = suite_listed(assessment, field, smet_assessment_derived_from);
    uint64_t named = suite_field_mask(links[_i].from);
    ck_assert_msg((from & ~named) == 0 && (from == 0) == (named == 0), "%s: %s from %s",
                  links[_i].facts, links[_i].field, suite_field_keys(from));
    smet_record_free(wanted);
    smet_assessment_free(assessment);
}
END_TEST

/* --- pathway.md, "Findings" ---------------------------------------------- */

/* 'T' for true, 'F' for false, '?' for unknown. */
static smet_truth_t truth_named(char letter)
{
    return letter == 'T' ? SMET_TRUTH_TRUE : letter == 'F' ? SMET_TRUTH_FALSE : SMET_TRUTH_UNKNOWN;
}

static const struct {
    const char *finding;
    char truth;
    const char *facts;
} findings[] = {
    {"cauda_equina", 'T', "cauda_equina_syndrome=yes"},
    {"cauda_equina", 'F', "cauda_equina_syndrome=no"},
    {"cauda_equina", '?', "bladder=incontinence"},
    /* "`bladder` or `bowel` incontinence" */
    {"sphincter_loss", 'T', "bladder=incontinence"},
    {"sphincter_loss", 'T', "bowel=incontinence bladder=normal"},
    {"sphincter_loss", 'F', "bladder=normal|retention|other_cause bowel=constipation"},
    {"sphincter_loss", '?', "bladder=normal"},
    {"sphincter_loss", '?', "bladder=retention|incontinence bowel=normal"},
    /* "`bladder` retention, or `bowel` constipation with (`sensory_deficit` or
     * `sexual_dysfunction` yes)" */
    {"early_cauda_equina_signs", 'T', "bladder=retention"},
    {"early_cauda_equina_signs", 'T', "bladder=normal bowel=constipation sensory_deficit=yes"},
    {"early_cauda_equina_signs", 'T', "bladder=normal bowel=constipation sexual_dysfunction=yes"},
    {"early_cauda_equina_signs", 'F',
     "bladder=normal bowel=constipation sensory_deficit=no sexual_dysfunction=no"},
    {"early_cauda_equina_signs", 'F', "bladder=incontinence bowel=incontinence"},
    {"early_cauda_equina_signs", 'F', "bladder=other_cause bowel=other_cause"},
    {"early_cauda_equina_signs", '?', "bladder=normal bowel=constipation"},
    {"early_cauda_equina_signs", '?', "bladder=normal sensory_deficit=yes"},
    /* "any of `cauda_equina`, `sphincter_loss`, `early_cauda_equina_signs`,
     * `acute_deterioration` yes" */
    {"neurological_emergency", 'T', "cauda_equina_syndrome=yes"},
    {"neurological_emergency", 'T', "bowel=incontinence"},
    {"neurological_emergency", 'T', "bladder=retention"},
    {"neurological_emergency", 'T', "acute_deterioration=yes"},
    {"neurological_emergency", 'F', NO_EMERGENCY},
    {"neurological_emergency", 'F', "neurological_examination=normal"},
    {"neurological_emergency", '?', "cauda_equina_syndrome=no"},
    /* "any of `motor_deficit`, `sensory_deficit`, `sphincter_loss`, `bladder` retention,
     * `cauda_equina`, `acute_deterioration`, Frankel A to D" */
    {"neurological_deficit", 'T', "motor_deficit=yes"},
    {"neurological_deficit", 'T', "sensory_deficit=yes"},
    {"neurological_deficit", 'T', "bladder=incontinence"},
    {"neurological_deficit", 'T', "bladder=retention"},
    {"neurological_deficit", 'T', "bladder=incontinence|retention bowel=incontinence"},
    {"neurological_deficit", 'T', "cauda_equina_syndrome=yes"},
    {"neurological_deficit", 'T', "acute_deterioration=yes"},
    {"neurological_deficit", 'T', "frankel=A|D"},
    {"neurological_deficit", 'F', NO_DEFICIT},
    {"neurological_deficit", 'F', "neurological_examination=normal"},
    {"neurological_deficit", 'F', NO_DEFICIT " sexual_dysfunction=yes radiculopathy=yes"},
    {"neurological_deficit", '?', NO_EMERGENCY " motor_deficit=no sensory_deficit=no"},
    /* "the field, as linked" */
    {"epidural_disease", 'T', "epidural_disease=yes"},
    {"epidural_disease", 'T', "escc=1a|1b"},
    {"epidural_disease", 'F', "epidural_disease=no"},
    {"epidural_disease", 'F', "escc=0"},
    {"epidural_disease", '?', "escc=0|1a"},
    {"nerve_root_compression", 'T', "nerve_root_compression=yes"},
    {"nerve_root_compression", 'T', "escc=2|3"},
    {"nerve_root_compression", 'F', "nerve_root_compression=no"},
    {"nerve_root_compression", '?', "escc=1c"},
    /* "`nerve_root_compression` yes and any of `radiculopathy`, `sexual_dysfunction`,
     * `neurological_deficit`" */
    {"root_compression_symptomatic", 'T', "nerve_root_compression=yes radiculopathy=yes"},
    {"root_compression_symptomatic", 'T', "nerve_root_compression=yes sexual_dysfunction=yes"},
    {"root_compression_symptomatic", 'T', "nerve_root_compression=yes motor_deficit=yes"},
    {"root_compression_symptomatic", 'F', "nerve_root_compression=no radiculopathy=yes"},
    {"root_compression_symptomatic", 'F',
     "nerve_root_compression=yes radiculopathy=no sexual_dysfunction=no " NO_DEFICIT},
    {"root_compression_symptomatic", '?', "nerve_root_compression=yes"},
    {"root_compression_symptomatic", '?', "radiculopathy=yes"},
    /* "`lesion_level` S1 to S5"; "`lesion_level` S1 or S2" */
    {"sacral_lesion", 'T', "lesion_level=S1|S5"},
    {"sacral_lesion", 'F', "lesion_level=occiput|L5"},
    {"sacral_lesion", '?', "lesion_level=L5|S1"},
    {"upper_sacral", 'T', "lesion_level=S1|S2"},
    {"upper_sacral", 'F', "lesion_level=L5"},
    {"upper_sacral", 'F', "lesion_level=S3|S4|S5"},
    {"upper_sacral", '?', "lesion_level=S2|S3"},
    /* "`stability` where entered; else, where `upper_sacral` is true, the SINS bands still
     * possible; else all three" */
    {"stable", 'T', "stability=stable"},
    {"stable", 'T', "lesion_level=S1 reported_sins=0..6"},
    {"stable", 'F', "lesion_level=S1 reported_sins=7..18"},
    {"stable", 'F', "stability=potentially_unstable|unstable"},
    {"stable", '?', "stability=stable|unstable"},
    {"stable", '?', "lesion_level=S3 reported_sins=0..6"},
    {"stable", '?', "lesion_level=S2|S3 reported_sins=0..6"},
    {"stable", '?', "lesion_level=L5 reported_sins=0..6"},
    {"stable", 'T', "lesion_level=S1 reported_sins=15 stability=stable"},
    {"stable", '?', "lesion_level=S1 reported_sins=6 stability=stable|unstable"},
    {"potentially_unstable", 'T', "stability=potentially_unstable"},
    {"potentially_unstable", 'T', "lesion_level=S2 reported_sins=7..12"},
    {"potentially_unstable", 'F', "lesion_level=S2 reported_sins=6|13"},
    {"potentially_unstable", 'F', "stability=stable|unstable"},
    {"potentially_unstable", '?', "lesion_level=S1"},
    {"unstable", 'T', "stability=unstable"},
    {"unstable", 'T', "lesion_level=S1|S2 reported_sins=13..18"},
    {"unstable", 'F', "lesion_level=S1|S2 reported_sins=0..12"},
    {"unstable", 'F', "stability=potentially_unstable"},
    {"unstable", '?', "lesion_level=S1 reported_sins=12|13"},
    /* "stability `potentially_unstable` or `unstable`"; no when "`stable`" */
    {"instability", 'T', "stability=potentially_unstable|unstable"},
    {"instability", 'T', "lesion_level=S1 reported_sins=12|13"},
    {"instability", 'F', "stability=stable"},
    {"instability", 'F', "lesion_level=S1 reported_sins=6"},
    {"instability", '?', "lesion_level=S1 reported_sins=6|7"},
    {"instability", '?', "lesion_level=S4 reported_sins=18"},
    /* "`prior_radiotherapy` not none" */
    {"irradiated", 'T', "prior_radiotherapy=conventional|stereotactic|both"},
    {"irradiated", 'T', "radiotherapy_outcome=controlled"},
    {"irradiated", 'F', "prior_radiotherapy=none"},
    {"irradiated", '?', "prior_radiotherapy=none|both"},
    /* "`irradiated` and `radiotherapy_outcome` `persistent_pain` or `progression`" */
    {"failed_radiotherapy", 'T', "radiotherapy_outcome=persistent_pain|progression"},
    {"failed_radiotherapy", 'F', "radiotherapy_outcome=controlled"},
    {"failed_radiotherapy", 'F', "prior_radiotherapy=none"},
    {"failed_radiotherapy", '?', "prior_radiotherapy=both"},
    /* "any of `pain` not none, `pain_score` 1 or more, `pain_unrelenting` yes" */
    {"pain_present", 'T', "pain=nonmechanical|mechanical"},
    {"pain_present", 'T', "pain_score=1..10"},
    {"pain_present", 'T', "pain_unrelenting=yes"},
    {"pain_present", 'F', "pain=none"},
    {"pain_present", '?', "pain_score=0"},
    {"pain_present", '?', "pain_score=0 pain_unrelenting=no"},
    /* "`hypervascular` yes where entered; else primary kidney, liver or thyroid"; "only
     * `hypervascular` no; with other primaries it stays unknown" */
    {"vascular_tumor", 'T', "hypervascular=yes primary_tumor=lung"},
    {"vascular_tumor", 'T', "primary_tumor=kidney|liver|thyroid"},
    {"vascular_tumor", 'F', "hypervascular=no"},
    {"vascular_tumor", 'F', "hypervascular=no primary_tumor=kidney"},
    {"vascular_tumor", '?', "primary_tumor=lung"},
    {"vascular_tumor", '?', "primary_tumor=kidney|lung"},
    /* "`solitary_lesion` yes and `visceral_metastases` none" */
    {"isolated_metastasis", 'T', "solitary_lesion=yes visceral_metastases=none"},
    {"isolated_metastasis", 'T',
     "extraspinal_bone_metastases=0 vertebral_metastases=1 major_organ_metastases=none"},
    {"isolated_metastasis", 'F', "solitary_lesion=no"},
    {"isolated_metastasis", 'F', "visceral_metastases=treatable"},
    {"isolated_metastasis", '?', "solitary_lesion=yes"},
    /* "`cauda_equina`, or `nerve_root_compression` yes and `neurological_deficit`" */
    {"decompression_indicated", 'T', "cauda_equina_syndrome=yes nerve_root_compression=no"},
    {"decompression_indicated", 'T', "nerve_root_compression=yes frankel=C"},
    {"decompression_indicated", 'F', "cauda_equina_syndrome=no nerve_root_compression=no"},
    {"decompression_indicated", 'F', "nerve_root_compression=yes radiculopathy=yes " NO_DEFICIT},
    {"decompression_indicated", '?', "nerve_root_compression=yes"},
    /* "`instability` and (`root_compression_symptomatic`, or `cauda_equina`, or stability
     * `unstable`)" */
    {"fixation_indicated", 'T', "stability=unstable"},
    {"fixation_indicated", 'T', "stability=potentially_unstable cauda_equina_syndrome=yes"},
    {"fixation_indicated", 'T',
     "stability=potentially_unstable nerve_root_compression=yes radiculopathy=yes"},
    {"fixation_indicated", 'F', "stability=stable cauda_equina_syndrome=yes"},
    {"fixation_indicated", 'F',
     "stability=potentially_unstable cauda_equina_syndrome=no nerve_root_compression=no"},
    {"fixation_indicated", '?', "stability=potentially_unstable"},
    /* "any of `decompression_indicated`, `sphincter_loss`, `fixation_indicated`" */
    {"operation_indicated", 'T', "cauda_equina_syndrome=yes"},
    {"operation_indicated", 'T', "bladder=incontinence"},
    {"operation_indicated", 'T', "stability=unstable"},
    {"operation_indicated", 'F', NO_OPERATION},
    {"operation_indicated", '?', ""},
    /* "any of `neurological_deficit`, `instability`, `failed_radiotherapy`,
     * `root_compression_symptomatic`" */
    {"surgery_indicated", 'T', "frankel=B"},
    {"surgery_indicated", 'T', "stability=potentially_unstable"},
    {"surgery_indicated", 'T', "radiotherapy_outcome=persistent_pain"},
    {"surgery_indicated", 'T', "nerve_root_compression=yes sexual_dysfunction=yes"},
    {"surgery_indicated", 'F', NOTHING_INDICATED},
    {"surgery_indicated", '?', ""},
};

START_TEST(a_finding_is_true_false_or_unknown)
{
    smet_assessment *assessment = suite_assess(findings[_i].facts);
    smet_finding_t finding = suite_term(SMET_VOCABULARY_FINDING, findings[_i].finding);
    smet_truth_t truth = smet_assessment_finding(assessment, finding);
    ck_assert_msg(truth == truth_named(findings[_i].truth), "%s with \"%s\" is %s",
                  findings[_i].finding, findings[_i].facts,
                  suite_key(SMET_VOCABULARY_TRUTH, truth));
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(every_finding_is_tried_in_all_three_ways)
{
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_FINDING), FINDINGS);
    for (smet_finding_t f = 0; f < FINDINGS; f++) {
        unsigned seen = 0;
        for (size_t i = 0; i < COUNT_OF(findings); i++)
            if (strcmp(findings[i].finding, suite_key(SMET_VOCABULARY_FINDING, f)) == 0)
                seen |= 1u << truth_named(findings[i].truth);
        ck_assert_msg(seen == 7, "%s", suite_key(SMET_VOCABULARY_FINDING, f));
    }
}
END_TEST

/* --- record.md: a contradiction hides no alarm --------------------------- */

/* "so that a contradiction hides no alarm and gives no reassurance" */

static const struct {
    const char *finding;
    char truth;
    const char *facts;
} exceptions[] = {
    /* "in the findings `cauda_equina`, `sphincter_loss`, `early_cauda_equina_signs`,
     * `neurological_emergency` and `neurological_deficit` an atom that is true for the field as
     * entered stays true" */
    {"neurological_deficit", 'T', "frankel=E motor_deficit=yes"},
    {"neurological_deficit", 'T', "frankel=E sensory_deficit=yes"},
    {"early_cauda_equina_signs", 'T', "frankel=E sensory_deficit=yes bowel=constipation"},
    {"neurological_emergency", 'T', "frankel=E sensory_deficit=yes bowel=constipation"},
    /* No reassurance: the fields that contradict are unknown, so nothing is denied. */
    {"neurological_deficit", '?',
     "frankel=E|D motor_deficit=no sensory_deficit=no bladder=normal bowel=normal "
     "cauda_equina_syndrome=no acute_deterioration=no"},
    {"pain_present", '?', "pain=none pain_score=7"},
    {"pain_present", '?', "pain=none pain_score=7 pain_unrelenting=yes"},
    {"isolated_metastasis", '?',
     "solitary_lesion=yes extraspinal_bone_metastases=3 visceral_metastases=none"},
    {"irradiated", '?', "prior_radiotherapy=none radiotherapy_outcome=progression"},
    {"failed_radiotherapy", '?', "prior_radiotherapy=none radiotherapy_outcome=progression"},
    /* "`neurological_examination` alone is set aside where it contradicts a field that it
     * answers" */
    {"sphincter_loss", 'T', "neurological_examination=normal bladder=incontinence"},
    {"cauda_equina", 'T', "neurological_examination=normal cauda_equina_syndrome=yes"},
    {"cauda_equina", '?', "neurological_examination=normal bladder=incontinence"},
    {"neurological_emergency", 'T', "neurological_examination=normal acute_deterioration=yes"},
    {"neurological_deficit", 'T', "neurological_examination=normal frankel=D"},
    {"root_compression_symptomatic", 'T',
     "neurological_examination=normal radiculopathy=yes nerve_root_compression=yes"},
    /* "in `epidural_disease` and `nerve_root_compression` what is true for any field of the
     * relation as entered stays true (ESCC 1a or more, or `epidural_disease` yes; ESCC 2 or 3, or
     * `nerve_root_compression` yes)" */
    {"epidural_disease", 'T', "escc=2 epidural_disease=no"},
    {"epidural_disease", 'T', "escc=1a epidural_disease=no"},
    {"epidural_disease", 'T', "escc=1a|3 epidural_disease=no"},
    {"epidural_disease", 'T', "escc=0 epidural_disease=yes"},
    {"epidural_disease", 'T', "escc=2 nerve_root_compression=no"},
    {"epidural_disease", 'T', "escc=0|2 epidural_disease=yes nerve_root_compression=no"},
    {"nerve_root_compression", 'T', "escc=2 nerve_root_compression=no"},
    {"nerve_root_compression", 'T', "escc=2|3 epidural_disease=no"},
    {"nerve_root_compression", 'T', "escc=0 epidural_disease=yes nerve_root_compression=yes"},
    {"nerve_root_compression", '?', "escc=1a epidural_disease=no"},
    {"nerve_root_compression", '?', "escc=1a|2 epidural_disease=no"},
    {"nerve_root_compression", '?', "escc=0|2 epidural_disease=yes nerve_root_compression=no"},
    {"nerve_root_compression", 'F', "escc=1a epidural_disease=no nerve_root_compression=no"},
};

START_TEST(a_contradiction_hides_no_alarm)
{
    smet_assessment *assessment = suite_assess(exceptions[_i].facts);
    smet_finding_t finding = suite_term(SMET_VOCABULARY_FINDING, exceptions[_i].finding);
    smet_truth_t truth = smet_assessment_finding(assessment, finding);
    ck_assert_msg(truth == truth_named(exceptions[_i].truth), "%s with \"%s\" is %s",
                  exceptions[_i].finding, exceptions[_i].facts,
                  suite_key(SMET_VOCABULARY_TRUTH, truth));
    smet_assessment_free(assessment);
}
END_TEST

/* "it narrows nothing and is taken as unknown, and that field stands as entered and takes part in
 * its other relations" */
START_TEST(an_examination_that_is_set_aside_answers_nothing)
{
    smet_assessment *assessment =
        suite_assess("neurological_examination=normal sensory_deficit=yes");
    ck_assert_uint_eq(
        smet_assessment_values(assessment, SMET_FIELD_NEUROLOGICAL_EXAMINATION, NULL, 0), 2);
    ck_assert_uint_eq(smet_assessment_values(assessment, SMET_FIELD_BLADDER, NULL, 0), 4);
    ck_assert_uint_eq(smet_assessment_values(assessment, SMET_FIELD_RADICULOPATHY, NULL, 0), 2);
    smet_value_t deficit[2];
    ck_assert_uint_eq(smet_assessment_values(assessment, SMET_FIELD_SENSORY_DEFICIT, deficit, 2),
                      1);
    ck_assert_int_eq(deficit[0], SMET_YES);
    ck_assert_uint_eq(smet_assessment_values(assessment, SMET_FIELD_FRANKEL, NULL, 0), 4);
    ck_assert_uint_eq(
        suite_listed(assessment, SMET_FIELD_FRANKEL, smet_assessment_derived_from),
        SUITE_BIT(SMET_FIELD_SENSORY_DEFICIT));
    smet_assessment_free(assessment);
}
END_TEST

/* --- pathway.md, "Rules" ------------------------------------------------- */

static const struct {
    const char *rule;
    char truth;
    const char *facts;
} rules[] = {
    {"emergency.cauda_equina", 'T', "cauda_equina_syndrome=yes"},
    {"emergency.cauda_equina", 'F', "cauda_equina_syndrome=no bladder=incontinence"},
    {"emergency.cauda_equina", '?', ""},
    {"emergency.sphincter_loss", 'T', "bladder=incontinence"},
    {"emergency.sphincter_loss", 'T', "bowel=incontinence"},
    {"emergency.sphincter_loss", 'F', "bladder=retention bowel=constipation"},
    {"emergency.sphincter_loss", '?', "bladder=normal"},
    {"emergency.early_signs", 'T', "bladder=retention"},
    {"emergency.early_signs", 'T', "acute_deterioration=yes"},
    {"emergency.early_signs", 'T', "bowel=constipation sexual_dysfunction=yes"},
    {"emergency.early_signs", 'F', NO_EMERGENCY},
    {"emergency.early_signs", 'F',
     "cauda_equina_syndrome=yes bladder=incontinence bowel=incontinence acute_deterioration=no"},
    {"emergency.early_signs", '?', "bowel=constipation"},
    {"evaluation.constipation", 'T', "bowel=constipation radiculopathy=yes"},
    {"evaluation.constipation", 'F', "bowel=normal"},
    {"evaluation.constipation", 'F', "radiculopathy=no"},
    {"evaluation.constipation", '?', "bowel=constipation"},
    {"emergency.first", 'T', "acute_deterioration=yes"},
    {"emergency.first", 'T', "bladder=retention"},
    {"emergency.first", 'F', NO_EMERGENCY},
    {"emergency.first", '?', ""},
    {"emergency.before_radiation", 'T', "cauda_equina_syndrome=yes"},
    {"emergency.before_radiation", 'T', "bowel=incontinence cauda_equina_syndrome=no"},
    {"emergency.before_radiation", 'F', NO_EMERGENCY " "},
    {"emergency.before_radiation", 'F',
     "cauda_equina_syndrome=no bladder=retention bowel=normal acute_deterioration=yes"},
    {"emergency.before_radiation", '?', "bladder=retention"},
    {"emergency.evaluate_first", 'T', "bladder=retention"},
    {"emergency.evaluate_first", 'T', "acute_deterioration=yes"},
    {"emergency.evaluate_first", 'F', NO_EMERGENCY},
    {"emergency.evaluate_first", '?', ""},
    {"radiation.none_in_cauda_equina", 'T', "cauda_equina_syndrome=yes"},
    {"radiation.none_in_cauda_equina", 'F', "cauda_equina_syndrome=no"},
    {"radiation.none_in_cauda_equina", '?', "bladder=incontinence"},
    {"scope.not_metastasis", 'T', "tissue_diagnosis=infection"},
    {"scope.not_metastasis", 'T', "tissue_diagnosis=infection|primary_sarcoma"},
    {"scope.not_metastasis", 'F', "tissue_diagnosis=none|insufficient|metastasis"},
    {"scope.not_metastasis", '?', "tissue_diagnosis=none|infection"},
    {"scope.not_sacral", 'T', "lesion_level=L5"},
    {"scope.not_sacral", 'T', "lesion_level=occiput|T8"},
    {"scope.not_sacral", 'F', "lesion_level=S1|S5"},
    {"scope.not_sacral", '?', "lesion_level=L5|S1"},
    {"scope.local_extension", 'T', "local_extension=yes"},
    {"scope.local_extension", 'F', "local_extension=no"},
    {"scope.local_extension", '?', ""},
    {"imaging.mri", 'T', "mri=not_done|without_contrast"},
    {"imaging.mri", 'F', "mri=with_and_without_contrast"},
    {"imaging.mri", '?', ""},
    {"imaging.ct", 'T', "ct_done=no"},
    {"imaging.ct", 'F', "ct_done=yes"},
    {"imaging.ct", '?', ""},
    {"imaging.radiograph_insufficient", 'T',
     "radiograph=unremarkable|arcuate_lines_lost|other_abnormality mri=not_done ct_done=no"},
    {"imaging.radiograph_insufficient", 'F', "radiograph=not_done"},
    {"imaging.radiograph_insufficient", 'F', "mri=without_contrast"},
    {"imaging.radiograph_insufficient", 'F', "ct_done=yes"},
    {"imaging.radiograph_insufficient", '?', "radiograph=unremarkable"},
    {"biopsy.ct_guided", 'T', "tissue_diagnosis=none local_extension=no"},
    {"biopsy.ct_guided", 'F', "tissue_diagnosis=none local_extension=yes"},
    {"biopsy.ct_guided", 'F', "tissue_diagnosis=insufficient"},
    {"biopsy.ct_guided", '?', "tissue_diagnosis=none"},
    {"biopsy.local_extension", 'T', "tissue_diagnosis=none local_extension=yes"},
    {"biopsy.local_extension", 'F', "local_extension=no"},
    {"biopsy.local_extension", 'F', "tissue_diagnosis=metastasis"},
    {"biopsy.local_extension", '?', "local_extension=yes"},
    {"biopsy.open", 'T', "tissue_diagnosis=insufficient"},
    {"biopsy.open", 'F', "tissue_diagnosis=none"},
    {"biopsy.open", '?', "tissue_diagnosis=none|insufficient"},
    {"biopsy.intraoperative", 'T', "tissue_diagnosis=none|insufficient bladder=retention"},
    {"biopsy.intraoperative", 'F', "tissue_diagnosis=metastasis"},
    {"biopsy.intraoperative", 'F', "tissue_diagnosis=none " NO_EMERGENCY},
    {"biopsy.intraoperative", '?', "tissue_diagnosis=none"},
    {"biopsy.cultures", 'T', "tissue_diagnosis=none|insufficient cultures_sent=no"},
    {"biopsy.cultures", 'F', "cultures_sent=yes"},
    {"biopsy.cultures", 'F', "tissue_diagnosis=metastasis"},
    {"biopsy.cultures", '?', "cultures_sent=no"},
    {"diagnosis.before_treatment", 'T', "tissue_diagnosis=none|insufficient"},
    {"diagnosis.before_treatment", 'F', "tissue_diagnosis=metastasis|infection"},
    {"diagnosis.before_treatment", '?', ""},

    {"radiation.first_line", 'T', "prior_radiotherapy=none cauda_equina_syndrome=no"},
    {"radiation.first_line", 'F', "prior_radiotherapy=both"},
    {"radiation.first_line", 'F', "cauda_equina_syndrome=yes"},
    {"radiation.first_line", '?', "prior_radiotherapy=none"},
    {"radiosurgery.recurrence", 'T',
     "prior_radiotherapy=conventional radiotherapy_outcome=progression cauda_equina_syndrome=no"},
    {"radiosurgery.recurrence", 'F',
     "prior_radiotherapy=both radiotherapy_outcome=progression cauda_equina_syndrome=no"},
    {"radiosurgery.recurrence", 'F',
     "prior_radiotherapy=conventional radiotherapy_outcome=persistent_pain"},
    {"radiosurgery.recurrence", 'F', "cauda_equina_syndrome=yes"},
    {"radiosurgery.recurrence", '?',
     "prior_radiotherapy=conventional radiotherapy_outcome=progression"},
    {"radiosurgery.option", 'T',
     "prior_radiotherapy=none|conventional cauda_equina_syndrome=no"},
    {"radiosurgery.option", 'F', "prior_radiotherapy=stereotactic|both"},
    {"radiosurgery.option", 'F', "prior_radiotherapy=none cauda_equina_syndrome=yes"},
    {"radiosurgery.option", '?', "cauda_equina_syndrome=no"},
    {"radiosurgery.osseous", 'T', "motor_deficit=yes osseous_compression=yes"},
    {"radiosurgery.osseous", 'T', "bladder=retention osseous_compression=yes"},
    {"radiosurgery.osseous", 'F', "motor_deficit=yes osseous_compression=no"},
    {"radiosurgery.osseous", 'F', "osseous_compression=yes " NO_DEFICIT},
    {"radiosurgery.osseous", '?', "osseous_compression=yes"},
    {"radiosurgery.instability", 'T', "stability=potentially_unstable|unstable"},
    {"radiosurgery.instability", 'T', "lesion_level=S1|S2 reported_sins=7..18"},
    {"radiosurgery.instability", 'F', "stability=stable lesion_level=S1 reported_sins=13"},
    {"radiosurgery.instability", '?', "lesion_level=S3 reported_sins=13"},
    {"radiosurgery.large", 'T', "lesion_large=yes"},
    {"radiosurgery.large", 'F', "lesion_large=no"},
    {"radiosurgery.large", '?', ""},
    {"radiation.instability", 'T', "stability=unstable"},
    {"radiation.instability", 'F', "stability=stable"},
    {"radiation.instability", '?', ""},
    {"radiation.osseous", 'T', "frankel=A osseous_compression=yes"},
    {"radiation.osseous", 'F', "osseous_compression=no"},
    {"radiation.osseous", '?', "frankel=A"},
    {"radiation.mechanical_pain", 'T', "pain=mechanical sacral_fracture=yes"},
    {"radiation.mechanical_pain", 'F', "pain=nonmechanical sacral_fracture=yes"},
    {"radiation.mechanical_pain", 'F', "sacral_fracture=no"},
    {"radiation.mechanical_pain", '?', "pain=mechanical"},
    {"radiation.reirradiation", 'T', "prior_radiotherapy=conventional|both"},
    {"radiation.reirradiation", 'F', "prior_radiotherapy=none"},
    {"radiation.reirradiation", '?', ""},

    {"surgery.deficit", 'T', "frankel=D"},
    {"surgery.deficit", 'F', NO_DEFICIT " radiculopathy=yes"},
    {"surgery.deficit", '?', "radiculopathy=yes"},
    /* "`instability`, or SINS total 7 or more (an atom on the set of totals)": at every level, and
     * beside a declared stability */
    {"surgery.instability", 'T', "stability=unstable"},
    {"surgery.instability", 'T', "lesion_level=T8 reported_sins=7..18"},
    {"surgery.instability", 'T', "lesion_level=S4 reported_sins=7"},
    {"surgery.instability", 'T', "stability=stable reported_sins=12|13"},
    {"surgery.instability", 'F', "stability=stable reported_sins=0..6"},
    {"surgery.instability", 'F', "lesion_level=S1 reported_sins=6"},
    {"surgery.instability", '?', "lesion_level=S4 reported_sins=6"},
    {"surgery.instability", '?', "stability=stable reported_sins=6|7"},
    {"surgery.failed_radiotherapy", 'T', "radiotherapy_outcome=persistent_pain|progression"},
    {"surgery.failed_radiotherapy", 'F', "radiotherapy_outcome=controlled"},
    {"surgery.failed_radiotherapy", '?', "prior_radiotherapy=conventional"},
    {"surgery.laminectomy", 'T', "cauda_equina_syndrome=yes stability=stable"},
    {"surgery.laminectomy", 'T', "nerve_root_compression=yes motor_deficit=yes stability=stable"},
    {"surgery.laminectomy", 'F', "cauda_equina_syndrome=yes stability=potentially_unstable"},
    {"surgery.laminectomy", 'F',
     "stability=stable cauda_equina_syndrome=no nerve_root_compression=no"},
    {"surgery.laminectomy", '?', "stability=stable"},
    {"surgery.laminectomy_radicular", 'T',
     "nerve_root_compression=yes radiculopathy=yes stability=stable"},
    {"surgery.laminectomy_radicular", 'F', "nerve_root_compression=no stability=stable"},
    {"surgery.laminectomy_radicular", 'F', "stability=unstable"},
    {"surgery.laminectomy_radicular", '?', "nerve_root_compression=yes radiculopathy=yes"},
    {"surgery.laminectomy_fixation", 'T',
     "cauda_equina_syndrome=yes stability=unstable ilium_involvement=none"},
    {"surgery.laminectomy_fixation", 'T',
     "nerve_root_compression=yes radiculopathy=yes stability=potentially_unstable "
     "ilium_involvement=none"},
    {"surgery.laminectomy_fixation", 'F',
     "cauda_equina_syndrome=yes stability=unstable ilium_involvement=left"},
    {"surgery.laminectomy_fixation", 'F',
     "cauda_equina_syndrome=yes stability=stable ilium_involvement=none"},
    {"surgery.laminectomy_fixation", 'F',
     "cauda_equina_syndrome=no nerve_root_compression=no stability=unstable"},
    {"surgery.laminectomy_fixation", '?', "cauda_equina_syndrome=yes stability=unstable"},
    {"surgery.unilateral_fixation", 'T', "stability=unstable ilium_involvement=left|right"},
    {"surgery.unilateral_fixation", 'T',
     "stability=potentially_unstable cauda_equina_syndrome=yes ilium_involvement=right"},
    {"surgery.unilateral_fixation", 'F', "stability=unstable ilium_involvement=none|bilateral"},
    {"surgery.unilateral_fixation", 'F', "stability=stable ilium_involvement=left"},
    {"surgery.unilateral_fixation", 'F',
     "stability=potentially_unstable cauda_equina_syndrome=no nerve_root_compression=no "
     "ilium_involvement=left"},
    {"surgery.unilateral_fixation", '?',
     "stability=potentially_unstable ilium_involvement=left"},
    {"surgery.stabilization", 'T',
     "stability=unstable nerve_root_compression=no cauda_equina_syndrome=no "
     "ilium_involvement=none"},
    {"surgery.stabilization", 'T', "stability=unstable ilium_involvement=bilateral"},
    {"surgery.stabilization", 'T',
     "stability=potentially_unstable cauda_equina_syndrome=yes ilium_involvement=bilateral"},
    {"surgery.stabilization", 'F', "stability=stable"},
    {"surgery.stabilization", 'F', "stability=unstable ilium_involvement=left|right"},
    {"surgery.stabilization", 'F', "stability=potentially_unstable ilium_involvement=none"},
    {"surgery.stabilization", 'F',
     "stability=unstable nerve_root_compression=yes radiculopathy=yes ilium_involvement=none"},
    {"surgery.stabilization", '?', "stability=unstable"},
    {"surgery.laminectomy_bilateral", 'T',
     "cauda_equina_syndrome=yes stability=unstable ilium_involvement=bilateral"},
    {"surgery.laminectomy_bilateral", 'F',
     "cauda_equina_syndrome=yes stability=unstable ilium_involvement=right"},
    {"surgery.laminectomy_bilateral", 'F',
     "cauda_equina_syndrome=yes stability=stable ilium_involvement=bilateral"},
    {"surgery.laminectomy_bilateral", '?', "stability=unstable ilium_involvement=bilateral"},
    /* "`stability` not entered, `ilium_involvement` left, right or bilateral" */
    {"surgery.sins_blind_spot", 'T', "ilium_involvement=left|right|bilateral"},
    {"surgery.sins_blind_spot", 'F', "ilium_involvement=none"},
    {"surgery.sins_blind_spot", 'F', "ilium_involvement=left stability=stable|unstable"},
    {"surgery.sins_blind_spot", '?', ""},
    {"surgery.reserved", 'T', NOTHING_INDICATED},
    {"surgery.reserved", 'F', "motor_deficit=yes"},
    {"surgery.reserved", 'F', "radiotherapy_outcome=progression"},
    {"surgery.reserved", '?', ""},
    {"surgery.no_epidural", 'T',
     "lesion_level=S1|S2 epidural_disease=no stability=stable nerve_root_compression=no "
     NO_EMERGENCY},
    {"surgery.no_epidural", 'F', "lesion_level=S3"},
    {"surgery.no_epidural", 'F', "lesion_level=S1 epidural_disease=yes"},
    {"surgery.no_epidural", 'F', "lesion_level=S1 stability=potentially_unstable"},
    {"surgery.no_epidural", 'F', "lesion_level=S1 nerve_root_compression=yes radiculopathy=yes"},
    {"surgery.no_epidural", 'F', "lesion_level=S1 acute_deterioration=yes"},
    {"surgery.no_epidural", '?', "lesion_level=S1 epidural_disease=no"},
    {"surgery.palliative", 'T', "stability=unstable"},
    {"surgery.palliative", 'F', NOTHING_INDICATED},
    {"surgery.palliative", '?', ""},
    {"surgery.nonoperative_low_tokuhashi", 'T', "reported_tokuhashi_revised=0..8"},
    {"surgery.nonoperative_low_tokuhashi", 'T', "primary_tumor=lung karnofsky=10..40"},
    {"surgery.nonoperative_low_tokuhashi", 'F', "reported_tokuhashi_revised=9..15"},
    {"surgery.nonoperative_low_tokuhashi", '?', "reported_tokuhashi_revised=8|9"},
    {"surgery.supportive_tomita", 'T', "reported_tomita=8..10"},
    {"surgery.supportive_tomita", 'T', "primary_tumor=lung visceral_metastases=untreatable"},
    {"surgery.supportive_tomita", 'F', "reported_tomita=2..7"},
    {"surgery.supportive_tomita", '?', "primary_tumor=lung"},
    {"surgery.excision_minimal_role", 'T', "solitary_lesion=no"},
    {"surgery.excision_minimal_role", 'T', "long_term_survival_expected=no"},
    {"surgery.excision_minimal_role", 'F',
     "solitary_lesion=yes visceral_metastases=none long_term_survival_expected=yes"},
    {"surgery.excision_minimal_role", '?', "solitary_lesion=yes visceral_metastases=none"},
    {"surgery.excision_isolated", 'T',
     "solitary_lesion=yes visceral_metastases=none long_term_survival_expected=yes"},
    {"surgery.excision_isolated", 'F', "visceral_metastases=treatable"},
    {"surgery.excision_isolated", '?', "long_term_survival_expected=yes"},
    {"surgery.excision_complications", 'T', ""},
    {"surgery.prognosis", 'T', "reported_tomita=8..10 tissue_diagnosis=metastasis"},
    {"surgery.prognosis", 'T',
     "reported_tokuhashi_revised=0..8 tissue_diagnosis=none|insufficient|metastasis"},
    {"surgery.prognosis", 'F', "reported_tomita=9 tissue_diagnosis=infection|primary_sarcoma"},
    {"surgery.prognosis", 'F', "reported_tomita=2..7 reported_tokuhashi_revised=9..15"},
    {"surgery.prognosis", '?', "reported_tomita=9"},
    {"surgery.palliative_intent", 'T', ""},
    {"surgery.complications", 'T', ""},

    {"sacroplasty.refractory", 'T',
     "prior_radiotherapy=both pain_unrelenting=yes epidural_disease=no stability=stable"},
    {"sacroplasty.refractory", 'F', "prior_radiotherapy=none"},
    {"sacroplasty.refractory", 'F', "pain_unrelenting=no"},
    {"sacroplasty.refractory", 'F', "epidural_disease=yes"},
    {"sacroplasty.refractory", 'F', "stability=potentially_unstable"},
    {"sacroplasty.refractory", '?', "prior_radiotherapy=both pain_unrelenting=yes"},
    {"sacroplasty.option", 'T', "pain=mechanical epidural_disease=no stability=stable"},
    {"sacroplasty.option", 'T', "pain_score=1..10 escc=0 stability=stable"},
    {"sacroplasty.option", 'F', "pain=none"},
    {"sacroplasty.option", 'F', "escc=1a"},
    {"sacroplasty.option", 'F', "stability=unstable"},
    {"sacroplasty.option", '?', "pain=mechanical"},
    {"sacroplasty.epidural", 'T', "escc=1a|1b"},
    {"sacroplasty.epidural", 'F', "epidural_disease=no"},
    {"sacroplasty.epidural", '?', ""},
    {"sacroplasty.instability", 'T', "stability=unstable"},
    {"sacroplasty.instability", 'F', "stability=stable"},
    {"sacroplasty.instability", '?', ""},
    {"sacroplasty.neural", 'T', "nerve_root_compression=yes"},
    {"sacroplasty.neural", 'T', "escc=3"},
    {"sacroplasty.neural", 'T', "sensory_deficit=yes"},
    {"sacroplasty.neural", 'F', "nerve_root_compression=no " NO_DEFICIT},
    {"sacroplasty.neural", '?', "nerve_root_compression=no"},
    {"sacroplasty.planning", 'T', ""},
    {"ablation.refractory", 'T',
     "pain=mechanical radiotherapy_outcome=progression " CLEAR_OF_NERVES},
    {"ablation.refractory", 'F', "pain=none"},
    {"ablation.refractory", 'F', "radiotherapy_outcome=controlled"},
    {"ablation.refractory", 'F', "nerve_root_compression=yes"},
    {"ablation.refractory", 'F', "epidural_disease=yes"},
    {"ablation.refractory", 'F', "motor_deficit=yes"},
    {"ablation.refractory", '?', "pain=mechanical radiotherapy_outcome=progression"},
    {"ablation.epidural", 'T', "epidural_disease=yes"},
    {"ablation.epidural", 'T', "nerve_root_compression=yes epidural_disease=no"},
    {"ablation.epidural", 'F', "nerve_root_compression=no epidural_disease=no"},
    {"ablation.epidural", '?', "epidural_disease=no"},
    {"ablation.instability", 'T', "stability=potentially_unstable"},
    {"ablation.instability", 'F', "stability=stable"},
    {"ablation.instability", '?', ""},
    {"ablation.with_cement", 'T',
     "pain=mechanical radiotherapy_outcome=progression stability=stable " CLEAR_OF_NERVES},
    {"ablation.with_cement", 'F',
     "pain=mechanical radiotherapy_outcome=progression stability=unstable " CLEAR_OF_NERVES},
    {"ablation.with_cement", 'F', "radiotherapy_outcome=controlled"},
    {"ablation.with_cement", '?',
     "pain=mechanical radiotherapy_outcome=progression " CLEAR_OF_NERVES},
    {"ablation.incontinence", 'T', ""},
    {"embolization.pain", 'T', "pain_unrelenting=yes"},
    {"embolization.pain", 'F', "pain=none"},
    {"embolization.pain", '?', ""},
    {"embolization.sacral_nonresponse", 'T', ""},
    {"embolization.preoperative", 'T', "primary_tumor=kidney cauda_equina_syndrome=yes"},
    {"embolization.preoperative", 'T', "hypervascular=yes bladder=incontinence"},
    {"embolization.preoperative", 'F', "primary_tumor=kidney hypervascular=no"},
    {"embolization.preoperative", 'F', "primary_tumor=kidney " NO_OPERATION},
    {"embolization.preoperative", '?', "primary_tumor=lung cauda_equina_syndrome=yes"},
    {"embolization.preoperative", '?', "primary_tumor=kidney"},
    {"embolization.no_delay", 'T', "acute_deterioration=yes"},
    {"embolization.no_delay", 'F', NO_EMERGENCY},
    {"embolization.no_delay", '?', ""},
    {"balloon.blood_loss", 'T', "nerve_root_compression=yes motor_deficit=yes"},
    {"balloon.blood_loss", 'F', NO_OPERATION},
    {"balloon.blood_loss", '?', ""},
    {"balloon.complications", 'T', ""},

    {"perioperative.prior_radiation", 'T', "prior_radiotherapy=stereotactic"},
    {"perioperative.prior_radiation", 'F', "prior_radiotherapy=none"},
    {"perioperative.prior_radiation", '?', ""},
    {"perioperative.sequence", 'T', "prior_radiotherapy=none stability=unstable"},
    {"perioperative.sequence", 'F', "prior_radiotherapy=both stability=unstable"},
    {"perioperative.sequence", 'F', "prior_radiotherapy=none " NO_OPERATION},
    {"perioperative.sequence", '?', "prior_radiotherapy=none"},
    {"perioperative.plastic_closure", 'T', "prior_radiotherapy=both bowel=incontinence"},
    {"perioperative.plastic_closure", 'F', "prior_radiotherapy=none"},
    {"perioperative.plastic_closure", 'F', "prior_radiotherapy=both " NO_OPERATION},
    {"perioperative.plastic_closure", '?', "prior_radiotherapy=both"},
    {"perioperative.plastic_closure_option", 'T', "cauda_equina_syndrome=yes"},
    {"perioperative.plastic_closure_option", 'F', NO_OPERATION},
    {"perioperative.plastic_closure_option", '?', ""},
    {"perioperative.vancomycin", 'T', "stability=unstable"},
    {"perioperative.vancomycin", 'F', NO_OPERATION},
    {"perioperative.vancomycin", '?', ""},
    {"perioperative.mis_screws", 'T', "stability=unstable ilium_involvement=none|left|right"},
    {"perioperative.mis_screws", 'F', "stability=unstable ilium_involvement=bilateral"},
    {"perioperative.mis_screws", 'F', "stability=stable"},
    {"perioperative.mis_screws", '?', "stability=unstable"},
    {"supportive.thromboembolism", 'T', "ambulation=aided|none"},
    {"supportive.thromboembolism", 'F', "ambulation=independent"},
    {"supportive.thromboembolism", '?', "ambulation=independent|aided"},
    {"care.multidisciplinary", 'T', ""},
    {"outcomes.quality_of_life", 'T', ""},
    {"outcomes.function", 'T', ""},
    {"outcomes.pain", 'T', ""},
    {"outcomes.domains", 'T', ""},
};

START_TEST(a_rule_fires_may_fire_or_does_not)
{
    smet_assessment *assessment = suite_assess(rules[_i].facts);
    smet_rule_t rule = suite_term(SMET_VOCABULARY_RULE, rules[_i].rule);
    smet_truth_t truth = suite_rule_truth(assessment, rule);
    ck_assert_msg(truth == truth_named(rules[_i].truth), "%s with \"%s\" is %s", rules[_i].rule,
                  rules[_i].facts, suite_key(SMET_VOCABULARY_TRUTH, truth));
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(every_rule_is_tried_in_all_its_ways)
{
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_RULE), RULES);
    for (smet_rule_t r = 0; r < RULES; r++) {
        unsigned seen = 0;
        char words[4096];
        smet_rule_condition(r, words, sizeof words);
        for (size_t i = 0; i < COUNT_OF(rules); i++)
            if (strcmp(rules[i].rule, suite_key(SMET_VOCABULARY_RULE, r)) == 0)
                seen |= 1u << truth_named(rules[i].truth);
        /* ""Always" means that the condition is true." */
        ck_assert_msg(seen == (strcmp(words, "always") == 0 ? 2u : 7u), "%s",
                      suite_key(SMET_VOCABULARY_RULE, r));
    }
}
END_TEST

/* --- pathway.md, "How a verdict comes about" ----------------------------- */

#define EN_BLOC_OPEN                                                                        \
    "local_extension solitary_lesion visceral_metastases long_term_survival_expected "      \
    "cauda_equina_syndrome bladder bowel sensory_deficit sexual_dysfunction "               \
    "acute_deterioration lesion_level tissue_diagnosis"
#define STABILIZATION \
    "ilium_involvement=bilateral cauda_equina_syndrome=yes tissue_diagnosis=metastasis "

static const struct {
    const char *facts;
    const char *intervention;
    const char *possible; /* strongest first; the last is the disposition */
    const char *deciding;
} dispositions[] = {
    {"", "urgent_decompression", "emergency no_rule", "cauda_equina_syndrome bladder bowel"},
    {"bladder=normal bowel=normal", "urgent_decompression", "emergency no_rule",
     "cauda_equina_syndrome"},
    {"cauda_equina_syndrome=no bladder=normal|retention bowel=normal", "urgent_decompression",
     "no_rule", ""},
    {"bladder=incontinence", "urgent_decompression", "emergency", ""},
    /* A part that is known as a whole is not followed: sexual dysfunction decides nothing once the
     * bowel is normal. */
    {"bowel=normal", "urgent_surgical_evaluation", "emergency no_rule",
     "bladder acute_deterioration"},
    {"bladder=normal acute_deterioration=no", "urgent_surgical_evaluation",
     "emergency recommended no_rule", "bowel sensory_deficit sexual_dysfunction radiculopathy"},
    {"bowel=constipation radiculopathy=yes bladder=normal acute_deterioration=no",
     "urgent_surgical_evaluation", "emergency recommended", "sensory_deficit sexual_dysfunction"},
    {"", "multidisciplinary_review", "recommended", ""},
    {"", "measure_seven_domains", "option", ""},
    {"", "ct", "recommended no_rule", "ct_done"},
    {"ct_done=yes", "ct", "no_rule", ""},
    {"", "en_bloc_resection", "out_of_scope not_recommended option no_rule", EN_BLOC_OPEN},
    {"cauda_equina_syndrome=yes", "conventional_radiotherapy", "out_of_scope contraindicated",
     "lesion_level tissue_diagnosis"},
    {"cauda_equina_syndrome=yes " SACRAL_METASTASIS, "conventional_radiotherapy",
     "contraindicated", ""},
    {"cauda_equina_syndrome=yes tissue_diagnosis=infection", "conventional_radiotherapy",
     "out_of_scope", ""},
    /* Scope is stronger than a recommendation, an emergency stronger than scope. */
    {"cauda_equina_syndrome=yes stability=stable lesion_level=L5", "laminectomy", "out_of_scope",
     ""},
    {"cauda_equina_syndrome=yes lesion_level=L5", "urgent_decompression", "emergency", ""},
    /* "the same without `nonoperative_care` and `supportive_care`" */
    {"lesion_level=T8 reported_tomita=9 tissue_diagnosis=metastasis", "supportive_care", "option",
     ""},
    {"lesion_level=T8 reported_tomita=9 tissue_diagnosis=infection", "supportive_care",
     "out_of_scope", ""},
    {"lesion_level=T8", "metastasis_pathway", "out_of_scope", ""},
    {SACRAL_METASTASIS, "metastasis_pathway", "no_rule", ""},
    /* A local extension: the statement on excision is about metastases. */
    {"local_extension=yes", "en_bloc_resection", "out_of_scope", ""},
    /* What does not outrank the disposition leaves it settled. */
    {SACRAL_METASTASIS " epidural_disease=yes", "sacroplasty", "contraindicated", ""},
    {SACRAL_METASTASIS " epidural_disease=no stability=stable pain=mechanical " NO_EMERGENCY,
     "sacroplasty", "recommended option", "pain_unrelenting prior_radiotherapy"},
    {SACRAL_METASTASIS " epidural_disease=no stability=stable pain=mechanical pain_unrelenting=no "
     NO_EMERGENCY,
     "sacroplasty", "option", ""},
    /* "deciding: ... through a score its `missing`" */
    {SACRAL_METASTASIS, "nonoperative_care", "option no_rule",
     "primary_tumor extraspinal_bone_metastases vertebral_metastases major_organ_metastases "
     "karnofsky frankel"},
    {SACRAL_METASTASIS " reported_tokuhashi_revised=8|9", "nonoperative_care", "option no_rule",
     "primary_tumor extraspinal_bone_metastases vertebral_metastases major_organ_metastases "
     "karnofsky frankel"},
    {SACRAL_METASTASIS " reported_tokuhashi_revised=8", "nonoperative_care", "option", ""},
    {SACRAL_METASTASIS, "supportive_care", "option no_rule",
     "primary_tumor tumor_growth solitary_lesion visceral_metastases"},
    {SACRAL_METASTASIS " primary_tumor=liver", "supportive_care", "option no_rule",
     "tumor_growth solitary_lesion visceral_metastases"},
    {SACRAL_METASTASIS " tumor_growth=rapid", "supportive_care", "option no_rule",
     "solitary_lesion visceral_metastases"},
    /* "such a field counts as open wherever open fields are listed" */
    {SACRAL_METASTASIS " frankel=E motor_deficit=yes ecog=0 karnofsky=40 primary_tumor=breast",
     "nonoperative_care", "option no_rule",
     "extraspinal_bone_metastases vertebral_metastases major_organ_metastases karnofsky frankel"},
    /* "where stability is open, `stability`, and, only where `stability` is not entered,
     * `lesion_level` where it has more than one value and S1 or S2 is possible, and the `missing`
     * of SINS where SINS decides" */
    {STABILIZATION "lesion_level=S1", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule",
     "pain bone_lesion alignment vertebral_collapse posterolateral_involvement stability"},
    {STABILIZATION "lesion_level=S1|S2", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule",
     "pain lesion_level bone_lesion alignment vertebral_collapse posterolateral_involvement "
     "stability"},
    {STABILIZATION "lesion_level=S1 reported_sins=6|7", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule",
     "pain bone_lesion alignment vertebral_collapse posterolateral_involvement stability"},
    {STABILIZATION "lesion_level=S1 pain=none bone_lesion=lytic alignment=normal "
     "vertebral_collapse=none", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule", "posterolateral_involvement stability"},
    {STABILIZATION "lesion_level=S1 reported_sins=6", "lumbopelvic_stabilization_evaluation",
     "no_rule", ""},
    {STABILIZATION "lesion_level=S1 reported_sins=7", "lumbopelvic_stabilization_evaluation",
     "recommended", ""},
    {STABILIZATION "lesion_level=S3", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule", "stability"},
    {STABILIZATION "lesion_level=S3|S4", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule", "stability"},
    {STABILIZATION "lesion_level=S2|S3", "lumbopelvic_stabilization_evaluation",
     "recommended no_rule", "lesion_level stability"},
    {STABILIZATION "lesion_level=S1 stability=stable|unstable",
     "lumbopelvic_stabilization_evaluation", "recommended no_rule", "stability"},
    {STABILIZATION "lesion_level=S2|S3 stability=stable|unstable",
     "lumbopelvic_stabilization_evaluation", "recommended no_rule", "stability"},
    {STABILIZATION "lesion_level=L5|S1", "lumbopelvic_stabilization_evaluation",
     "out_of_scope recommended no_rule", "lesion_level stability"},
    {STABILIZATION "lesion_level=L4|L5", "lumbopelvic_stabilization_evaluation", "out_of_scope",
     ""},
    {STABILIZATION "", "lumbopelvic_stabilization_evaluation", "out_of_scope recommended no_rule",
     "lesion_level stability"},
    /* "with other primaries it stays unknown": only a statement can tell */
    {SACRAL_METASTASIS " cauda_equina_syndrome=yes", "preoperative_embolization",
     "recommended no_rule", "primary_tumor hypervascular"},
    {SACRAL_METASTASIS " cauda_equina_syndrome=yes primary_tumor=lung",
     "preoperative_embolization", "recommended no_rule", "hypervascular"},
    {SACRAL_METASTASIS " cauda_equina_syndrome=yes primary_tumor=lung|breast",
     "preoperative_embolization", "recommended no_rule", "hypervascular"},
    {SACRAL_METASTASIS " cauda_equina_syndrome=yes primary_tumor=lung|kidney",
     "preoperative_embolization", "recommended no_rule", "primary_tumor hypervascular"},
    {SACRAL_METASTASIS " cauda_equina_syndrome=yes primary_tumor=liver|kidney",
     "preoperative_embolization", "recommended", ""},
    /* An indication for surgery in the lower sacrum waits for a clinician's judgement. */
    {"lesion_level=S4 reported_sins=8 tissue_diagnosis=metastasis", "surgical_consultation",
     "recommended", ""},
};

START_TEST(a_disposition_and_what_would_settle_it)
{
    smet_assessment *assessment = suite_assess(dispositions[_i].facts);
    smet_intervention_t intervention =
        suite_term(SMET_VOCABULARY_INTERVENTION, dispositions[_i].intervention);
    struct smet_disposition got = suite_disposition(assessment, intervention);
    uint64_t deciding = suite_listed(assessment, intervention, smet_assessment_deciding);
    char possible[256] = "";
    for (uint32_t i = 0; i < got.possible_count; i++)
        suite_append(possible, sizeof possible, " ",
                     suite_key(SMET_VOCABULARY_VERDICT, got.possible[i]));
    ck_assert_msg(strcmp(possible, dispositions[_i].possible) == 0, "%s with \"%s\": %s",
                  dispositions[_i].intervention, dispositions[_i].facts, possible);
    ck_assert_msg(deciding == suite_field_mask(dispositions[_i].deciding),
                  "%s with \"%s\" is decided by %s", dispositions[_i].intervention,
                  dispositions[_i].facts, suite_field_keys(deciding));
    ck_assert_int_eq(got.disposition, got.possible[got.possible_count - 1]);
    ck_assert_int_eq(got.is_settled, got.possible_count == 1);
    smet_assessment_free(assessment);
}
END_TEST

/* "A rule that fires with a weaker verdict (cautions aside) is listed as *overruled*" */
START_TEST(a_weaker_rule_that_fires_is_overruled)
{
    static const struct {
        const char *facts, *intervention, *rule;
        int32_t overruled;
    } states[] = {
        {"cauda_equina_syndrome=yes", "conventional_radiotherapy", "radiation.none_in_cauda_equina",
         0},
        {"cauda_equina_syndrome=yes", "conventional_radiotherapy", "emergency.before_radiation",
         1},
        {"cauda_equina_syndrome=yes prior_radiotherapy=both", "conventional_radiotherapy",
         "radiation.reirradiation", 0},
        {"prior_radiotherapy=none cauda_equina_syndrome=no bladder=incontinence",
         "conventional_radiotherapy", "radiation.first_line", 1},
        {"prior_radiotherapy=none bladder=incontinence", "conventional_radiotherapy",
         "radiation.first_line", 0}, /* it may fire, but does not */
        {"prior_radiotherapy=both cauda_equina_syndrome=yes", "plastic_surgery_closure",
         "perioperative.plastic_closure_option", 1},
        {"prior_radiotherapy=none cauda_equina_syndrome=yes", "plastic_surgery_closure",
         "perioperative.plastic_closure_option", 0},
    };
    for (size_t i = 0; i < COUNT_OF(states); i++) {
        smet_assessment *assessment = suite_assess(states[i].facts);
        struct smet_rule_state state =
            suite_rule_state(assessment,
                             suite_term(SMET_VOCABULARY_INTERVENTION, states[i].intervention),
                             suite_term(SMET_VOCABULARY_RULE, states[i].rule));
        ck_assert_msg(state.is_overruled == states[i].overruled, "%s with \"%s\"", states[i].rule,
                      states[i].facts);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* "cautions: those that fire; shown where the disposition, or a possible one, is `emergency`,
 * `recommended` or `option`" */
static const struct {
    const char *facts, *intervention, *cautions;
} cautions[] = {
    {"", "urgent_decompression", "surgery.palliative_intent surgery.complications"},
    {"cauda_equina_syndrome=no bladder=normal bowel=normal", "urgent_decompression", ""},
    {"tissue_diagnosis=infection", "laminectomy", ""},
    {"", "laminectomy", "surgery.palliative_intent surgery.complications"},
    {"tissue_diagnosis=none prior_radiotherapy=both ilium_involvement=left", "laminectomy",
     "diagnosis.before_treatment surgery.sins_blind_spot surgery.palliative_intent "
     "surgery.complications perioperative.prior_radiation"},
    {"tissue_diagnosis=metastasis reported_tomita=9", "laminectomy",
     "surgery.prognosis surgery.palliative_intent surgery.complications"},
    {NOTHING_INDICATED " lesion_level=S4 tissue_diagnosis=metastasis", "laminectomy", ""},
    {"", "en_bloc_resection", "surgery.excision_complications surgery.complications"},
    {"tissue_diagnosis=metastasis reported_tomita=9", "urgent_decompression",
     "surgery.prognosis surgery.palliative_intent surgery.complications"},
    {"bladder=retention", "stereotactic_radiosurgery", "emergency.evaluate_first"},
    {"stability=unstable lesion_large=yes prior_radiotherapy=conventional",
     "stereotactic_radiosurgery",
     "radiosurgery.instability radiosurgery.large radiation.reirradiation"},
    {"cauda_equina_syndrome=yes lesion_large=yes", "stereotactic_radiosurgery", ""},
    {"cauda_equina_syndrome=yes", "preoperative_embolization", "embolization.no_delay"},
    {"cauda_equina_syndrome=yes hypervascular=no", "preoperative_embolization", ""},
    {"mri=not_done ct_done=no radiograph=unremarkable", "mri_with_and_without_contrast",
     "imaging.radiograph_insufficient"},
    {"prior_radiotherapy=none cauda_equina_syndrome=no stability=unstable pain=mechanical "
     "sacral_fracture=yes",
     "conventional_radiotherapy",
     "radiation.instability radiation.mechanical_pain perioperative.sequence"},
};

START_TEST(cautions_stand_beside_what_may_be_offered)
{
    smet_assessment *assessment = suite_assess(cautions[_i].facts);
    smet_rule_t list[RULES];
    char keys[1024] = "";
    smet_intervention_t intervention =
        suite_term(SMET_VOCABULARY_INTERVENTION, cautions[_i].intervention);
    size_t count = smet_assessment_cautions(assessment, intervention, list, RULES);
    for (size_t i = 0; i < count; i++)
        suite_append(keys, sizeof keys, " ", suite_key(SMET_VOCABULARY_RULE, list[i]));
    ck_assert_str_eq(keys, cautions[_i].cautions);
    smet_assessment_free(assessment);
}
END_TEST

/* "`side` is the side to instrument, the other one; present only when the rule fires and the
 * involved side is one" */
START_TEST(the_side_to_instrument_is_the_other_one)
{
    static const struct {
        const char *facts;
        smet_side_t side;
    } sides[] = {
        {"stability=unstable ilium_involvement=left", SMET_SIDE_RIGHT},
        {"stability=unstable ilium_involvement=right", SMET_SIDE_LEFT},
        {"stability=unstable ilium_involvement=left|right", SMET_SIDE_INVALID},
        {"stability=unstable ilium_involvement=left|bilateral", SMET_SIDE_INVALID},
        {"stability=unstable ilium_involvement=bilateral", SMET_SIDE_INVALID},
        {"stability=potentially_unstable ilium_involvement=left", SMET_SIDE_INVALID},
        {"stability=stable ilium_involvement=left", SMET_SIDE_INVALID},
        {"ilium_involvement=left", SMET_SIDE_INVALID},
        {"", SMET_SIDE_INVALID},
    };
    for (size_t i = 0; i < COUNT_OF(sides); i++) {
        smet_assessment *assessment = suite_assess(sides[i].facts);
        for (smet_intervention_t k = 0; k < INTERVENTIONS; k++)
            ck_assert_int_eq(suite_disposition(assessment, k).side,
                             k == SMET_INTERVENTION_UNILATERAL_LUMBOPELVIC_FIXATION
                                 ? sides[i].side
                                 : SMET_SIDE_INVALID);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* --- pathway.md, "Conflicts that the answer names" ----------------------- */

static const struct {
    const char *facts, *conflicts;
} conflicts[] = {
    {"", ""},
    {"cauda_equina_syndrome=yes reported_tomita=8..10 tissue_diagnosis=metastasis",
     "indication_and_prognosis"},
    {"stability=unstable reported_tokuhashi_revised=8 tissue_diagnosis=none",
     "indication_and_prognosis"},
    {"bladder=retention reported_tokuhashi_revised=8 tissue_diagnosis=metastasis",
     "indication_and_prognosis"},
    {"cauda_equina_syndrome=yes reported_tomita=9 tissue_diagnosis=infection", ""},
    {"cauda_equina_syndrome=yes reported_tomita=9", ""},
    {"cauda_equina_syndrome=yes reported_tomita=7|8 tissue_diagnosis=metastasis", ""},
    {"reported_tomita=2..5 solitary_lesion=no", "excision_and_sacral_rule"},
    {"reported_tokuhashi_revised=12..15 long_term_survival_expected=no",
     "excision_and_sacral_rule"},
    {"reported_tokuhashi_revised=12", ""},
    {"solitary_lesion=yes visceral_metastases=none long_term_survival_expected=yes lesion_level=S1 "
     "epidural_disease=no stability=stable",
     "excision_and_no_epidural"},
    {"solitary_lesion=yes visceral_metastases=none long_term_survival_expected=yes lesion_level=S3 "
     "epidural_disease=no stability=stable",
     ""},
    {"reported_tokuhashi_revised=12..15 reported_tomita=6..10", "tokuhashi_and_tomita"},
    {"reported_tokuhashi_revised=0..8 reported_tomita=2..5", "tokuhashi_and_tomita"},
    {"reported_tokuhashi_revised=9..11 reported_tomita=8", ""},
    {"reported_tokuhashi_revised=0..8 reported_tomita=6..7", ""},
    {"lesion_level=S1 stability=stable reported_sins=13", "sins_and_declared_stability"},
    {"lesion_level=S1|S2 stability=potentially_unstable|unstable reported_sins=0..6",
     "sins_and_declared_stability"},
    {"lesion_level=S1 stability=stable reported_sins=6..13", ""},
    {"lesion_level=S3 stability=stable reported_sins=13", ""},
    {"radiotherapy_outcome=progression lesion_level=S1 epidural_disease=no stability=stable "
     "nerve_root_compression=no " NO_EMERGENCY,
     "failed_radiotherapy_and_no_epidural failed_radiotherapy_and_its_risk"},
    {"radiotherapy_outcome=persistent_pain", "failed_radiotherapy_and_its_risk"},
    {"radiotherapy_outcome=controlled motor_deficit=yes", ""},
};

START_TEST(conflicts_are_named)
{
    smet_assessment *assessment = suite_assess(conflicts[_i].facts);
    smet_conflict_t list[16];
    char keys[512] = "";
    size_t count = smet_assessment_conflicts(assessment, list, COUNT_OF(list));
    for (size_t i = 0; i < count; i++)
        suite_append(keys, sizeof keys, " ", suite_key(SMET_VOCABULARY_CONFLICT, list[i]));
    ck_assert_str_eq(keys, conflicts[_i].conflicts);
    smet_assessment_free(assessment);
}
END_TEST

/* --- record.md, "Inconsistencies" ---------------------------------------- */

static const struct {
    const char *facts;
    const char *groups; /* fields joined with +, groups parted by | */
} inconsistencies[] = {
    {"", ""},
    {"major_organ_metastases=none visceral_metastases=treatable|untreatable",
     "major_organ_metastases+visceral_metastases"},
    {"escc=0 epidural_disease=yes", "escc+epidural_disease"},
    {"escc=1a|2 epidural_disease=no", "escc+epidural_disease"},
    {"escc=2|3 nerve_root_compression=no", "escc+nerve_root_compression"},
    {"escc=2 nerve_root_compression=no epidural_disease=no",
     "escc+epidural_disease|escc+nerve_root_compression"},
    {"escc=0|2 nerve_root_compression=no epidural_disease=yes",
     "escc+epidural_disease|escc+nerve_root_compression"},
    {"ecog=0 karnofsky=10..80", "ecog+karnofsky"},
    {"frankel=E motor_deficit=yes", "frankel+motor_deficit"},
    {"frankel=E sensory_deficit=yes", "frankel+sensory_deficit"},
    {"frankel=E motor_deficit=yes sensory_deficit=yes",
     "frankel+motor_deficit|frankel+sensory_deficit"},
    {"pain=none pain_score=1..10", "pain+pain_score"},
    {"pain=none pain_unrelenting=yes", "pain+pain_unrelenting"},
    {"pain=none pain_unrelenting=yes pain_score=5", "pain+pain_score|pain+pain_unrelenting"},
    {"extraspinal_bone_metastases=1..9 solitary_lesion=yes",
     "extraspinal_bone_metastases+solitary_lesion+vertebral_metastases"},
    {"extraspinal_bone_metastases=0 solitary_lesion=no vertebral_metastases=1",
     "extraspinal_bone_metastases+solitary_lesion+vertebral_metastases"},
    {"radiotherapy_outcome=controlled prior_radiotherapy=none",
     "radiotherapy_outcome+prior_radiotherapy"},
    /* "for the examination one group: itself, then the fields that it contradicts" */
    {"neurological_examination=normal bladder=incontinence",
     "neurological_examination+bladder"},
    {"neurological_examination=normal bowel=constipation bladder=retention radiculopathy=yes "
     "frankel=A|D",
     "neurological_examination+frankel+radiculopathy+bladder+bowel"},
    {"neurological_examination=normal bladder=other_cause frankel=D|E", ""},
    {"neurological_examination=normal frankel=E motor_deficit=yes",
     "frankel+motor_deficit|neurological_examination+motor_deficit"},
    /* "declared, unlike every possible SINS band, lesion at S1 or S2" */
    {"lesion_level=S1|S2 stability=stable reported_sins=7..18", "stability"},
    {"lesion_level=S2 stability=stable|unstable reported_sins=9", "stability"},
    {"lesion_level=S2|S3 stability=stable reported_sins=9", ""},
    {"lesion_level=S2 stability=stable reported_sins=6..9", ""},
    /* "unlike the class, listed or placed by later literature, of every possible primary (never
     * where a possible primary has no class)" */
    {"tumor_growth=slow primary_tumor=lung", "tumor_growth+primary_tumor"},
    {"tumor_growth=slow|moderate primary_tumor=colon|melanoma", "tumor_growth+primary_tumor"},
    {"tumor_growth=moderate primary_tumor=lung|breast", "tumor_growth+primary_tumor"},
    {"tumor_growth=slow primary_tumor=lung|breast", ""},
    {"tumor_growth=slow primary_tumor=lung|liver", ""},
    {"tumor_growth=slow primary_tumor=rectum", ""},
    {"tumor_growth=slow", ""},
    /* "no, with only kidney, liver, thyroid possible" */
    {"hypervascular=no primary_tumor=kidney|liver|thyroid", "hypervascular+primary_tumor"},
    {"hypervascular=no primary_tumor=kidney|lung", ""},
    {"hypervascular=yes primary_tumor=lung", ""},
    /* "none of its totals can come from the items" */
    {"reported_sins=15..18 alignment=normal", "reported_sins"},
    {"reported_sins=14..18 alignment=normal", ""},
    {"reported_tokuhashi_revised=14 primary_tumor=lung", "reported_tokuhashi_revised"},
    {"reported_tomita=2 solitary_lesion=no", "reported_tomita"},
    {"cauda_equina_syndrome=yes nerve_root_compression=no epidural_disease=no",
     "cauda_equina_syndrome+nerve_root_compression+epidural_disease"},
    {"cauda_equina_syndrome=yes nerve_root_compression=no", ""},
    {"cauda_equina_syndrome=yes epidural_disease=no", ""},
    {"nerve_root_compression=no epidural_disease=no", ""},
    {"bladder=incontinence nerve_root_compression=no", ""},
    {"bowel=incontinence epidural_disease=no", ""},
    {"bowel=incontinence bladder=normal nerve_root_compression=no epidural_disease=no",
     "bladder+bowel+nerve_root_compression+epidural_disease"},
    {"bladder=incontinence nerve_root_compression=no escc=0",
     "bladder+bowel+nerve_root_compression+epidural_disease"},
    {"bladder=retention nerve_root_compression=no epidural_disease=no", ""},
    {"nerve_root_compression=no osseous_compression=yes",
     "nerve_root_compression+osseous_compression"},
    {"osseous_compression=yes", ""},
    {"nerve_root_compression=no", ""},
    {"nerve_root_compression=yes osseous_compression=yes", ""},
    {"cauda_equina_syndrome=yes frankel=E bladder=normal bowel=normal",
     "cauda_equina_syndrome+frankel+bladder+bowel"},
    {"cauda_equina_syndrome=yes frankel=E bladder=normal bowel=other_cause", ""},
    {"cauda_equina_syndrome=yes frankel=E bladder=other_cause bowel=normal", ""},
    {"cauda_equina_syndrome=yes frankel=D bladder=normal bowel=normal", ""},
    {"frankel=E bladder=normal bowel=normal", ""},
    {"frankel=A|B|C|D motor_deficit=no sensory_deficit=no bladder=normal bowel=normal "
     "cauda_equina_syndrome=no",
     "frankel+motor_deficit+sensory_deficit+bladder+bowel"},
    {"frankel=D motor_deficit=no sensory_deficit=no bladder=normal bowel=normal", ""},
    {"frankel=D motor_deficit=no bladder=normal bowel=normal cauda_equina_syndrome=no", ""},
    {"frankel=D sensory_deficit=no bladder=normal bowel=normal cauda_equina_syndrome=no", ""},
    {"frankel=D motor_deficit=no sensory_deficit=no bowel=normal cauda_equina_syndrome=no", ""},
    {"frankel=D motor_deficit=no sensory_deficit=no bladder=normal cauda_equina_syndrome=no", ""},
    {"motor_deficit=no sensory_deficit=no bladder=normal bowel=normal cauda_equina_syndrome=no",
     ""},
    {"frankel=D|E motor_deficit=no sensory_deficit=no bladder=normal bowel=normal "
     "cauda_equina_syndrome=no",
     ""},
};

START_TEST(contradictions_are_reported)
{
    smet_assessment *assessment = suite_assess(inconsistencies[_i].facts);
    size_t count = smet_assessment_inconsistency_count(assessment), wanted = 0;
    const char *groups = inconsistencies[_i].groups;
    while (groups[0] != '\0') {
        size_t length = strcspn(groups, "|");
        bool found = false;
        for (size_t g = 0; g < count; g++) {
            smet_field_t list[16];
            char keys[512] = "";
            size_t fields = smet_assessment_inconsistency_fields(assessment, g, list, 16);
            for (size_t f = 0; f < fields; f++)
                suite_append(keys, sizeof keys, "+", suite_key(SMET_VOCABULARY_FIELD, list[f]));
            found |= strlen(keys) == length && strncmp(keys, groups, length) == 0;
            ck_assert_ptr_nonnull(smet_assessment_inconsistency_text(assessment, g));
        }
        ck_assert_msg(found, "\"%s\" has no group %s", inconsistencies[_i].facts, groups);
        wanted++;
        groups += length + (groups[length] == '|');
    }
    ck_assert_msg(count == wanted, "\"%s\" has %zu groups, not %zu", inconsistencies[_i].facts,
                  count, wanted);
    smet_assessment_free(assessment);
}
END_TEST

/* --- what to find out next ----------------------------------------------- */

/* Of an empty record: the examination, which could reveal an emergency and answers many. */
START_TEST(the_examination_comes_first)
{
    smet_assessment *assessment = suite_assess("");
    ck_assert_uint_eq(smet_assessment_next_count(assessment), SMET_NEXT_MAX);
    struct smet_next_fact fact = suite_next(assessment, 0);
    ck_assert_int_eq(fact.field, SMET_FIELD_NEUROLOGICAL_EXAMINATION);
    ck_assert_int_eq(fact.may_show_emergency, 1);
    ck_assert(suite_next_interventions(assessment, 0) >> SMET_INTERVENTION_URGENT_DECOMPRESSION &
              1);
    ck_assert_uint_eq(suite_next_instruments(assessment, 0),
                      SUITE_BIT(SMET_INSTRUMENT_TOKUHASHI_REVISED));
    smet_assessment_free(assessment);
}
END_TEST

/* "with `neurological_examination` in place of the many that it answers" */
START_TEST(the_examination_stands_for_many_while_it_can_be_normal)
{
    static const struct {
        const char *facts;
        bool stands;
    } shortcuts[] = {
        {"", true},
        {"motor_deficit=no", true},
        {"neurological_examination=abnormal", false},      /* asked */
        {"neurological_examination=normal", false},        /* asked */
        {"bladder=incontinence", false},                   /* cannot be normal */
        {"radiculopathy=yes", false},                      /* cannot be normal */
        {"bladder=other_cause", true},                     /* can still be normal */
        {"neurological_examination=normal bladder=incontinence", false}, /* set aside */
    };
    for (size_t i = 0; i < COUNT_OF(shortcuts); i++) {
        smet_assessment *assessment = suite_assess(shortcuts[i].facts);
        bool stands = false, answered = false;
        for (size_t n = 0; n < smet_assessment_next_count(assessment); n++) {
            smet_field_t field = suite_next(assessment, n).field;
            stands |= field == SMET_FIELD_NEUROLOGICAL_EXAMINATION;
            for (int r = PLAIN_EXAMINED_FIRST; r <= PLAIN_EXAMINED_LAST; r++)
                answered |= field == plain_relations[r].field[1];
        }
        ck_assert_msg(stands == shortcuts[i].stands, "\"%s\"", shortcuts[i].facts);
        ck_assert_msg(!stands || !answered, "\"%s\": asks twice", shortcuts[i].facts);
        smet_assessment_free(assessment);
    }
}
END_TEST

START_TEST(nothing_is_next_when_all_is_known)
{
    smet_assessment *assessment = suite_assess(
        "lesion_level=T8 tissue_diagnosis=infection local_extension=no ct_done=yes "
        "cultures_sent=no mri=with_and_without_contrast ambulation=independent stability=stable "
        "reported_sins=3 reported_tomita=5 reported_tokuhashi_revised=9 "
        "neurological_examination=normal radiotherapy_outcome=controlled");
    ck_assert_uint_eq(smet_assessment_next_count(assessment), 0);
    struct smet_next_fact fact = {.size = sizeof fact};
    ck_assert_int_eq(smet_assessment_next(assessment, 0, &fact), SMET_ERROR_INDEX);
    smet_assessment_free(assessment);
}
END_TEST

/* "For a reader: emergencies; ..." */
START_TEST(emergencies_are_read_first)
{
    smet_assessment *assessment =
        suite_assess("cauda_equina_syndrome=yes stability=stable prior_radiotherapy=none "
                     "bladder=retention " SACRAL_METASTASIS);
    static const smet_intervention_t first[] = {SMET_INTERVENTION_URGENT_DECOMPRESSION,
                                                SMET_INTERVENTION_URGENT_SURGICAL_EVALUATION};
    for (size_t i = 0; i < COUNT_OF(first); i++) {
        struct smet_disposition got = {.size = sizeof got};
        ck_assert_int_eq(smet_assessment_disposition_at(assessment, i, &got), SMET_OK);
        ck_assert_int_eq(got.intervention, first[i]);
    }
    smet_assessment_free(assessment);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *linked = suite_case(suite, "linked fields");
    tcase_add_loop_test(linked, a_linked_field_narrows_the_other, 0, (int)COUNT_OF(links));

    TCase *words = suite_case(suite, "findings");
    tcase_add_loop_test(words, a_finding_is_true_false_or_unknown, 0, (int)COUNT_OF(findings));
    tcase_add_test(words, every_finding_is_tried_in_all_three_ways);
    tcase_add_loop_test(words, a_contradiction_hides_no_alarm, 0, (int)COUNT_OF(exceptions));
    tcase_add_test(words, an_examination_that_is_set_aside_answers_nothing);

    TCase *verdicts = suite_case(suite, "rules and dispositions");
    tcase_add_loop_test(verdicts, a_rule_fires_may_fire_or_does_not, 0, (int)COUNT_OF(rules));
    tcase_add_test(verdicts, every_rule_is_tried_in_all_its_ways);
    tcase_add_loop_test(verdicts, a_disposition_and_what_would_settle_it, 0,
                        (int)COUNT_OF(dispositions));
    tcase_add_test(verdicts, a_weaker_rule_that_fires_is_overruled);
    tcase_add_loop_test(verdicts, cautions_stand_beside_what_may_be_offered, 0,
                        (int)COUNT_OF(cautions));
    tcase_add_test(verdicts, the_side_to_instrument_is_the_other_one);
    tcase_add_test(verdicts, emergencies_are_read_first);

    TCase *said = suite_case(suite, "conflicts and inconsistencies");
    tcase_add_loop_test(said, conflicts_are_named, 0, (int)COUNT_OF(conflicts));
    tcase_add_loop_test(said, contradictions_are_reported, 0, (int)COUNT_OF(inconsistencies));

    TCase *next = suite_case(suite, "next");
    tcase_add_test(next, the_examination_comes_first);
    tcase_add_test(next, the_examination_stands_for_many_while_it_can_be_normal);
    tcase_add_test(next, nothing_is_next_when_all_is_known);
}
