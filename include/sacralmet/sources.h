/**
 * @file
 * How the library says how it knows: references, outcome figures, disputes.
 */
#ifndef SACRALMET_SOURCES_H
#define SACRALMET_SOURCES_H

#include <sacralmet/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup sources Sources
 * @brief References, the figures that they report, and where they disagree.
 *
 * The basis is one review: Mika A, Mesfin A. Update on the Management of Sacral
 * Metastases. JBJS Rev 2018. Its 54 references keep their numbers: reference n
 * of the review is number n here.
 * @{
 */

/** How far a figure was checked: one of `enum smet_evidence_status`. @since 0.1 */
typedef int32_t smet_evidence_status_t;
/** A place where sources disagree: one of `enum smet_dispute`. @since 0.1 */
typedef int32_t smet_dispute_t;

/** The references. 1 to 54 are the review's own numbers. @since 0.1 */
enum smet_reference {
    SMET_REFERENCE_INVALID = -1, /**< none */
    SMET_REFERENCE_MIKA_2018 = 0, /**< the review itself */
    SMET_REFERENCE_NCI_2018 = 1, /**< the review's reference 1 */
    SMET_REFERENCE_NADER_2004 = 2, /**< the review's reference 2 */
    SMET_REFERENCE_KOLLENDER_2003 = 3, /**< the review's reference 3 */
    SMET_REFERENCE_BATSON_1995 = 4, /**< the review's reference 4 */
    SMET_REFERENCE_SUNDERMEYER_2005 = 5, /**< the review's reference 5 */
    SMET_REFERENCE_SANTINI_2012 = 6, /**< the review's reference 6 */
    SMET_REFERENCE_FELDENZER_1989 = 7, /**< the review's reference 7 */
    SMET_REFERENCE_FINIELS_1997 = 8, /**< the review's reference 8 */
    SMET_REFERENCE_KORTMAN_2013 = 9, /**< the review's reference 9 */
    SMET_REFERENCE_WUISMAN_2000 = 10, /**< the review's reference 10 */
    SMET_REFERENCE_OZDEMIR_1999 = 11, /**< the review's reference 11 */
    SMET_REFERENCE_QURAISHI_2012 = 12, /**< the review's reference 12 */
    SMET_REFERENCE_MIRALBELL_1990 = 13, /**< the review's reference 13 */
    SMET_REFERENCE_MUSAHL_2008 = 14, /**< the review's reference 14 */
    SMET_REFERENCE_AMOROSA_1985 = 15, /**< the review's reference 15 */
    SMET_REFERENCE_GUPTA_2014 = 16, /**< the review's reference 16 */
    SMET_REFERENCE_GERBER_2008 = 17, /**< the review's reference 17 */
    SMET_REFERENCE_NASIR_2006 = 18, /**< the review's reference 18 */
    SMET_REFERENCE_GIBBS_2003 = 19, /**< the review's reference 19 */
    SMET_REFERENCE_MCCLELLAND_2017 = 20, /**< the review's reference 20 */
    SMET_REFERENCE_AHMED_2012 = 21, /**< the review's reference 21 */
    SMET_REFERENCE_GERSZTEN_2007 = 22, /**< the review's reference 22 */
    SMET_REFERENCE_WITHAM_2006 = 23, /**< the review's reference 23 */
    SMET_REFERENCE_FEIZ_ERFAN_2012 = 24, /**< the review's reference 24 */
    SMET_REFERENCE_TOKUHASHI_2005 = 25, /**< the review's reference 25 */
    SMET_REFERENCE_KAWAHARA_2009 = 26, /**< the review's reference 26 */
    SMET_REFERENCE_DU_2016 = 27, /**< the review's reference 27 */
    SMET_REFERENCE_FOURNEY_2011 = 28, /**< the review's reference 28 */
    SMET_REFERENCE_FACCHINI_2016 = 29, /**< the review's reference 29 */
    SMET_REFERENCE_NAIR_2013 = 30, /**< the review's reference 30 */
    SMET_REFERENCE_TANG_2010 = 31, /**< the review's reference 31 */
    SMET_REFERENCE_MASALA_2006 = 32, /**< the review's reference 32 */
    SMET_REFERENCE_CHO_2010 = 33, /**< the review's reference 33 */
    SMET_REFERENCE_HIRSCH_2013 = 34, /**< the review's reference 34 */
    SMET_REFERENCE_JAYARAMAN_2009 = 35, /**< the review's reference 35 */
    SMET_REFERENCE_ZHANG_2008 = 36, /**< the review's reference 36 */
    SMET_REFERENCE_CHO_2016 = 37, /**< the review's reference 37 */
    SMET_REFERENCE_AGARAWAL_2006 = 38, /**< the review's reference 38 */
    SMET_REFERENCE_BLOMLIE_1996 = 39, /**< the review's reference 39 */
    SMET_REFERENCE_MADAELIL_2016 = 40, /**< the review's reference 40 */
    SMET_REFERENCE_MOUSSAZADEH_2015 = 41, /**< the review's reference 41 */
    SMET_REFERENCE_ANDRESEN_2014 = 42, /**< the review's reference 42 */
    SMET_REFERENCE_BARBER_2013 = 43, /**< the review's reference 43 */
    SMET_REFERENCE_WALLACE_2015 = 44, /**< the review's reference 44 */
    SMET_REFERENCE_GOETZ_2004 = 45, /**< the review's reference 45 */
    SMET_REFERENCE_BURAIMOH_2017 = 46, /**< the review's reference 46 */
    SMET_REFERENCE_CHOI_2016 = 47, /**< the review's reference 47 */
    SMET_REFERENCE_DOLAN_2016 = 48, /**< the review's reference 48 */
    SMET_REFERENCE_MESFIN_2016 = 49, /**< the review's reference 49 */
    SMET_REFERENCE_OKAFOR_2016 = 50, /**< the review's reference 50 */
    SMET_REFERENCE_STREET_2009 = 51, /**< the review's reference 51 */
    SMET_REFERENCE_STREET_2010 = 52, /**< the review's reference 52 */
    SMET_REFERENCE_PAULINO_PEREIRA_2017 = 53, /**< the review's reference 53 */
    SMET_REFERENCE_VAN_WULFFTEN_PALTHE_2017 = 54, /**< the review's reference 54 */
    SMET_REFERENCE_TOMITA_2001 = 55, /**< tomita 2001 */
    SMET_REFERENCE_FISHER_2010 = 56, /**< fisher 2010 */
    SMET_REFERENCE_SPINE_J_2022 = 57, /**< spine j 2022 */
    SMET_REFERENCE_OKEN_1982 = 58, /**< oken 1982 */
    SMET_REFERENCE_ECOG_ACRIN = 59, /**< ecog acrin */
    SMET_REFERENCE_MA_2010 = 60, /**< ma 2010 */
    SMET_REFERENCE_PRASAD_2018 = 61, /**< prasad 2018 */
    SMET_REFERENCE_BILSKY_2010 = 62, /**< bilsky 2010 */
    SMET_REFERENCE_SERLIN_1995 = 63 /**< serlin 1995 */
};

/** The outcome figures. @since 0.1 */
enum smet_evidence {
    SMET_EVIDENCE_INVALID = -1, /**< none */
    SMET_EVIDENCE_E1 = 1,       /**< radiosurgery, 103 sacral cases */
    SMET_EVIDENCE_E2 = 2,       /**< palliative operations, 25 patients */
    SMET_EVIDENCE_E3 = 3,       /**< palliative operations, 154 patients */
    SMET_EVIDENCE_E4 = 4,       /**< palliative embolization, 164 patients */
    SMET_EVIDENCE_E5 = 5,       /**< aortic balloon occlusion, 215 patients */
    SMET_EVIDENCE_E6 = 6,       /**< sacroplasty, 39 of 243 patients */
    SMET_EVIDENCE_E7 = 7,       /**< sacroplasty for cancer-associated fractures */
    SMET_EVIDENCE_E8 = 8,       /**< sacroplasty, one large centre */
    SMET_EVIDENCE_E9 = 9,       /**< radiofrequency ablation, 16 sacral metastases */
    SMET_EVIDENCE_E10 = 10,     /**< radiofrequency ablation, 12 of 43 patients */
    SMET_EVIDENCE_E11 = 11,     /**< conventional radiotherapy, incomplete relief */
    SMET_EVIDENCE_E12 = 12,     /**< how frequent sacral metastases are */
    SMET_EVIDENCE_E13 = 13      /**< what went with local control */
};

/** How far a figure was checked. @since 0.1 */
enum smet_evidence_status {
    SMET_EVIDENCE_STATUS_INVALID = -1,    /**< none */
    SMET_EVIDENCE_STATUS_AS_REVIEWED = 0, /**< as the review prints it */
    SMET_EVIDENCE_STATUS_CHECKED = 1,     /**< also read in the cited paper's abstract, and equal */
    SMET_EVIDENCE_STATUS_CONFLICT = 2,    /**< review and paper differ; both are kept */
    SMET_EVIDENCE_STATUS_ABSTRACT = 3     /**< read in the cited paper's abstract; the review gives the conclusion only */
};

/** The conflicts of citation, C1 to C9. @since 0.1 */
enum smet_dispute {
    SMET_DISPUTE_INVALID = -1, /**< none */
    SMET_DISPUTE_C1 = 1,       /**< prior radiotherapy and complications */
    SMET_DISPUTE_C2 = 2,       /**< the name of SINS 7 to 12 */
    SMET_DISPUTE_C3 = 3,       /**< failed radiotherapy as an indication */
    SMET_DISPUTE_C4 = 4,       /**< embolization of sacral metastases */
    SMET_DISPUTE_C5 = 5,       /**< sacroplasty and stability */
    SMET_DISPUTE_C6 = 6,       /**< prognosis for en bloc resection */
    SMET_DISPUTE_C7 = 7,       /**< thromboembolism */
    SMET_DISPUTE_C8 = 8,       /**< the originals of Tomita and SINS */
    SMET_DISPUTE_C9 = 9        /**< epidural disease and ablation */
};

/** What a reference is. Set `size`; the rest zero. Strings are static UTF-8; empty where a part is not known. @since 0.1 */
struct smet_reference_info {
    uint32_t size;              /**< in: the size of this struct in bytes */
    smet_reference_t reference; /**< the reference */
    int32_t number;             /**< its number in the review; 0 for the review itself and for what it does not cite */
    int32_t year;               /**< year of publication; 0 where there is none */
    const char *key;            /**< key, such as "du_2016" */
    const char *authors;        /**< authors */
    const char *title;          /**< title */
    const char *journal;        /**< journal, or the site of a web page */
    const char *volume;         /**< volume and issue */
    const char *pages;          /**< pages or article number */
    const char *doi;            /**< DOI */
    const char *pmid;           /**< PubMed number */
    const char *citation;       /**< all of it as one string, ready to print */
};

/** Outcome figures. Set `size`; the rest zero. Strings are static UTF-8. @since 0.1 */
struct smet_evidence_info {
    uint32_t size;                 /**< in: the size of this struct in bytes */
    smet_evidence_t evidence;      /**< the figures */
    smet_reference_t reference;    /**< where they come from */
    smet_evidence_status_t status; /**< how far they were checked */
    int32_t n;                     /**< patients, procedures or cases; 0 where not stated */
    uint32_t reserved;             /**< zero */
    const char *key;               /**< key, such as "E3" */
    const char *label;             /**< what they are about */
    const char *measure;           /**< what was measured */
    const char *before;            /**< value before, or without; empty where there is none */
    const char *after;             /**< value after, or with, or the proportion; empty where there is none */
    const char *p;                 /**< p as stated; empty where none is stated or none is settled */
    const char *statement;         /**< the figures in one statement, ready to print */
    const char *disagreement;      /**< where review and paper differ; empty where they do not */
};

/** A conflict of citation. Set `size`; the rest zero. Strings are static UTF-8. @since 0.1 */
struct smet_dispute_info {
    uint32_t size;          /**< in: the size of this struct in bytes */
    smet_dispute_t dispute; /**< the conflict of citation */
    const char *key;        /**< key, such as "C1" */
    const char *label;      /**< what it is about */
    const char *statement;  /**< who says what */
    const char *choice;     /**< what the library does, and why */
};

/**
 * Describes a reference.
 * @param reference the reference
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_reference_describe(smet_reference_t reference,
                                               struct smet_reference_info *info);

/**
 * Describes outcome figures.
 * @param evidence the figures
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_reference_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_evidence_describe(smet_evidence_t evidence,
                                              struct smet_evidence_info *info);

/**
 * The interventions that outcome figures are about (`enum smet_intervention`).
 * @param evidence the figures
 * @param[out] interventions room for `capacity` numbers; may be NULL when that
 *        is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 where the
 *         figures are about none
 * @since 0.1
 */
SMET_API size_t smet_evidence_interventions(smet_evidence_t evidence,
                                            smet_intervention_t *interventions,
                                            size_t capacity);

/**
 * Describes a conflict of citation.
 * @param dispute the conflict of citation
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_reference_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_dispute_describe(smet_dispute_t dispute,
                                             struct smet_dispute_info *info);

/**
 * The references that a conflict of citation is about.
 * @param dispute the conflict of citation
 * @param[out] references room for `capacity` numbers; may be NULL when that is
 *        0
 * @param capacity how many fit
 * @return how many there are
 * @since 0.1
 */
SMET_API size_t smet_dispute_references(smet_dispute_t dispute, smet_reference_t *references,
                                        size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
