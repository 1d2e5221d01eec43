/*
 * The conflicts of citation, C1 to C9: where the review and the papers that it
 * cites disagree, or the review says two things, and what the library does
 * about it. Row 0 is empty.
 */
#include "content/tables.h"

const struct smet_dispute_row smet__disputes[SMET__DISPUTE_COUNT] = {
    [SMET_DISPUTE_C1] = {
        .key = "C1",
        .label = "prior radiotherapy and complications of surgery",
        .statement =
            "The review reports more complications of surgery after prior radiotherapy, once with "
            "p = 0.003 from Du 2016 and once with p < 0.003 from Feiz-Erfan 2012. The abstract of "
            "Du 2016 attaches p = 0.003 to pain at one month and lists the lack of preoperative "
            "radiotherapy under local control; the abstract of Feiz-Erfan 2012 has no such test.",
        .choice =
            "The caution and its direction are kept, because the review states them twice and its "
            "conclusions act on them. No p-value is printed as settled, and the caution says that "
            "the citation is in conflict.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_FEIZ_ERFAN_2012,
                            SMET_REFERENCE_DU_2016)},
    },
    [SMET_DISPUTE_C2] = {
        .key = "C2",
        .label = "the name of SINS 7 to 12",
        .statement =
            "For SINS 7 to 12 the review speaks of impending instability; the original calls the "
            "range indeterminate, with instability possibly impending.",
        .choice =
            "The band is named potentially unstable and carries both wordings as aliases: the "
            "points are the same, but the review's word alone claims more than the original does.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_FOURNEY_2011,
                            SMET_REFERENCE_FISHER_2010)},
    },
    [SMET_DISPUTE_C3] = {
        .key = "C3",
        .label = "failed radiotherapy as an indication for surgery",
        .statement =
            "The review counts failed radiotherapy among the indications for surgery beside "
            "deficit and instability, and leaves it out where it reserves surgery for deficit and "
            "instability.",
        .choice =
            "Failed radiotherapy counts as an indication, but by itself it makes a surgical "
            "consultation an option, where deficit and instability make it recommended: the "
            "weaker reading keeps both sentences.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_FEIZ_ERFAN_2012)},
    },
    [SMET_DISPUTE_C4] = {
        .key = "C4",
        .label = "embolization for pain in the sacrum",
        .statement =
            "The review offers embolization for pain from metastases of spine and sacrum alike; "
            "in the series that it cites, the only five patients without a response had sacral "
            "metastases.",
        .choice =
            "Embolization for pain stays an option and always carries the caution that all "
            "non-responders of the series were sacral, since these are the patients that the "
            "library is about.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_FACCHINI_2016)},
    },
    [SMET_DISPUTE_C5] = {
        .key = "C5",
        .label = "sacroplasty and stability",
        .statement =
            "The review credits sacroplasty with stability as well as pain relief (citing Cho "
            "2010), and limits it to sacral metastases without instability or epidural disease "
            "(citing Masala 2006).",
        .choice =
            "Sacroplasty is not treated as a remedy for instability: it is offered for pain in a "
            "stable sacrum, and where the sacrum is unstable it carries a caution that says so.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_MASALA_2006,
                            SMET_REFERENCE_CHO_2010)},
    },
    [SMET_DISPUTE_C6] = {
        .key = "C6",
        .label = "the prognosis that en bloc resection asks for",
        .statement =
            "The review keeps en bloc resection for an isolated metastasis with more than a few "
            "years to live. No prognostic score reaches that far: the top band of the revised "
            "Tokuhashi score begins at one year, and Tomita's best band names no number of years.",
        .choice =
            "A clinician must state that long-term survival is expected; the library never derives "
            "it from a score, and without that statement en bloc resection is not offered.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_CHOI_2016,
                            SMET_REFERENCE_TOKUHASHI_2005, SMET_REFERENCE_TOMITA_2001)},
    },
    [SMET_DISPUTE_C7] = {
        .key = "C7",
        .label = "the source for the risk of thromboembolism",
        .statement =
            "The review ties reduced walking to a higher risk of thromboembolism and cites a "
            "multicenter study of sacroplasty (Kortman 2013), which hardly supports it.",
        .choice =
            "Assessing the risk of thromboembolism is offered as an option where the patient walks "
            "with an aid or not at all. It is marked as an interpretation, because the citation "
            "does not carry it.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_KORTMAN_2013)},
    },
    [SMET_DISPUTE_C8] = {
        .key = "C8",
        .label = "the originals of the Tomita score and of SINS",
        .statement =
            "The review cites the Tomita score to a technique paper of 2009 (Kawahara) and SINS to "
            "the reliability study of 2011 (Fourney); the scores were published in Tomita 2001 and "
            "Fisher 2010.",
        .choice =
            "Both are cited: the original for the items and points, the review's own reference "
            "beside it so that its numbering can be followed.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_KAWAHARA_2009,
                            SMET_REFERENCE_FOURNEY_2011, SMET_REFERENCE_TOMITA_2001,
                            SMET_REFERENCE_FISHER_2010)},
    },
    [SMET_DISPUTE_C9] = {
        .key = "C9",
        .label = "epidural disease and ablation",
        .statement =
            "The review describes radiofrequency ablation for disease without epidural extension, "
            "and then calls instability \"also\" a relative contraindication, which leaves open "
            "whether epidural disease is a relative or an absolute one.",
        .choice =
            "The stricter reading is taken: ablation is contraindicated with epidural disease or "
            "nerve root compression, because the review also asks that no neural element be "
            "involved. Instability remains a caution.",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_WALLACE_2015)},
    },
};
