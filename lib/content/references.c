/*
 * The references: row 0 is the review that the library implements, rows 1 to 54
 * are the review's own references under their numbers, and the rows after them
 * are what the instruments and the record cite beside the review.
 *
 * Names and titles stand as they were printed. Each row is written once, as
 * parts; the citation is built from the same parts. A part that is not known is
 * empty (an identifier: NULL), and a web page has no year of publication, so
 * its year is 0 and the citation tells when it was read, where that is known.
 */
#include "content/tables.h"

#define ENTRY(who, what, stop, where, when, in_volume, on_pages, ...)                        \
    .authors = who, .title = what, .journal = where, .year = when, .volume = in_volume,      \
    .pages = on_pages,                                                                       \
    .citation = who ". " what stop " " where ". " #when ";" in_volume ":" on_pages "." __VA_ARGS__

/* PAPER(authors, title, journal, year, volume, pages, what ends the citation) */
#define PAPER(who, what, ...) ENTRY(who, what, ".", __VA_ARGS__)
/* The same for a title that ends in a question mark. */
#define QUESTION(who, what, ...) ENTRY(who, what, "", __VA_ARGS__)

/* What ends a citation: an identifier, which is also a member of the row, or a remark. */
/* NOLINTBEGIN(bugprone-macro-parentheses) texts side by side become one without them */
#define NO_ID ""
#define IN_FRENCH " French."
#define DOI(id) " doi:" id, .doi = id
#define PMID(id) " PMID " id, .pmid = id
#define DOI_PMID(id, number) " doi:" id " PMID " number, .doi = id, .pmid = number

#define WEB_PAGE(who, what, address, read)                                                   \
    .authors = who, .title = what, .journal = address, .volume = "", .pages = "",            \
    .citation = who ". " what ". " address "." read
/* NOLINTEND(bugprone-macro-parentheses) */

const struct smet_reference_row smet__references[SMET__REFERENCE_COUNT] = {
    [SMET_REFERENCE_MIKA_2018] = {
        .key = "mika_2018",
        PAPER("Mika A, Mesfin A",
              "Update on the Management of Sacral Metastases",
              "JBJS Rev", 2018, "(7)", "e8", DOI("10.2106/jbjs.rvw.17.00130")),
    },
    [SMET_REFERENCE_NCI_2018] = {
        .key = "nci_2018",
        WEB_PAGE("National Cancer Institute",
                 "Cancer stat facts: cancer of any site",
                 "https://seer.cancer.gov/statfacts/html/all.html",
                 " Accessed 2018 Mar 6."),
    },
    [SMET_REFERENCE_NADER_2004] = {
        .key = "nader_2004",
        PAPER("Nader R, Rhines LD, Mendel E",
              "Metastatic sacral tumors",
              "Neurosurg Clin N Am", 2004, "15(4)", "453-7", NO_ID),
    },
    [SMET_REFERENCE_KOLLENDER_2003] = {
        .key = "kollender_2003",
        PAPER("Kollender Y, Meller I, Bickels J, Flusser G, Issakov J, Merimsky O, Marouani N, "
              "Nirkin A, Weinbroum AA",
              "Role of adjuvant cryosurgery in intralesional treatment of sacral tumors",
              "Cancer", 2003, "97(11)", "2830-8", NO_ID),
    },
    [SMET_REFERENCE_BATSON_1995] = {
        .key = "batson_1995",
        PAPER("Batson OV",
              "The function of the vertebral veins and their role in the spread of metastases. "
              "1940",
              "Clin Orthop Relat Res", 1995, "312", "4-9", NO_ID),
    },
    [SMET_REFERENCE_SUNDERMEYER_2005] = {
        .key = "sundermeyer_2005",
        PAPER("Sundermeyer ML, Meropol NJ, Rogatko A, Wang H, Cohen SJ",
              "Changing patterns of bone and brain metastases in patients with colorectal cancer",
              "Clin Colorectal Cancer", 2005, "5(2)", "108-13", NO_ID),
    },
    [SMET_REFERENCE_SANTINI_2012] = {
        .key = "santini_2012",
        PAPER("Santini D, Tampellini M, Vincenzi B, Ibrahim T, Ortega C, Virzi V, Silvestris N, "
              "Berardi R, Masini C, Calipari N, Ottaviani D, Catalano V, Badalamenti G, "
              "Giannicola R, Fabbri F, Venditti O, Fratto ME, Mazzara C, Latiano TP, Bertolini F, "
              "Petrelli F, Ottone A, Caroti C, Salvatore L, Falcone A, Giordani P, Addeo R, "
              "Aglietta M, Cascinu S, Barni S, Maiello E, Tonini G",
              "Natural history of bone metastasis in colorectal cancer: final results of a large "
              "Italian bone metastases study",
              "Ann Oncol", 2012, "23(8)", "2072-7", NO_ID),
    },
    [SMET_REFERENCE_FELDENZER_1989] = {
        .key = "feldenzer_1989",
        PAPER("Feldenzer JA, McGauley JL, McGillicuddy JE",
              "Sacral and presacral tumors: problems in diagnosis and management",
              "Neurosurgery", 1989, "25(6)", "884-91", NO_ID),
    },
    [SMET_REFERENCE_FINIELS_1997] = {
        .key = "finiels_1997",
        PAPER("Finiels H, Finiels PJ, Jacquot JM, Strubel D",
              "[Fractures of the sacrum caused by bone insufficiency. Meta-analysis of 508 cases]",
              "Presse Med", 1997, "26(33)", "1568-73", IN_FRENCH),
    },
    [SMET_REFERENCE_KORTMAN_2013] = {
        .key = "kortman_2013",
        PAPER("Kortman K, Ortiz O, Miller T, Brook A, Tutton S, Mathis J, Georgy B",
              "Multicenter study to assess the efficacy and safety of sacroplasty in patients with "
              "osteoporotic sacral insufficiency fractures or pathologic sacral lesions",
              "J Neurointerv Surg", 2013, "5(5)", "461-6", NO_ID),
    },
    [SMET_REFERENCE_WUISMAN_2000] = {
        .key = "wuisman_2000",
        PAPER("Wuisman P, Lieshout O, Sugihara S, van Dijk M",
              "Total sacrectomy and reconstruction: oncologic and functional outcome",
              "Clin Orthop Relat Res", 2000, "381", "192-203", NO_ID),
    },
    [SMET_REFERENCE_OZDEMIR_1999] = {
        .key = "ozdemir_1999",
        PAPER("Ozdemir MH, Gürkan I, Yildiz Y, Yilmaz C, Saglik Y",
              "Surgical treatment of malignant tumours of the sacrum",
              "Eur J Surg Oncol", 1999, "25(1)", "44-9", NO_ID),
    },
    [SMET_REFERENCE_QURAISHI_2012] = {
        .key = "quraishi_2012",
        PAPER("Quraishi NA, Giannoulis KE, Edwards KL, Boszczyk BM",
              "Management of metastatic sacral tumours",
              "Eur Spine J", 2012, "21(10)", "1984-93", NO_ID),
    },
    [SMET_REFERENCE_MIRALBELL_1990] = {
        .key = "miralbell_1990",
        PAPER("Miralbell R, Louis DN, O'Keeffe D, Rosenberg AE, Suit HD",
              "Metastatic ependymoma of the sacrum",
              "Cancer", 1990, "65(10)", "2353-5", NO_ID),
    },
    [SMET_REFERENCE_MUSAHL_2008] = {
        .key = "musahl_2008",
        PAPER("Musahl V, Rihn JA, Fumich FE, Kang JD",
              "Sacral intraspinal extradural primitive neuroectodermal tumor",
              "Spine J", 2008, "8(6)", "1024-9", NO_ID),
    },
    [SMET_REFERENCE_AMOROSA_1985] = {
        .key = "amorosa_1985",
        PAPER("Amorosa JK, Weintraub S, Amorosa LF, Safer JN, Rafii M",
              "Sacral destruction: foraminal lines revisited",
              "AJR Am J Roentgenol", 1985, "145(4)", "773-5", NO_ID),
    },
    [SMET_REFERENCE_GUPTA_2014] = {
        .key = "gupta_2014",
        PAPER("Gupta AC, Chandra RV, Yoo AJ, Leslie-Mazwi TM, Bell DL, Mehta BP, Vanderboom TL, "
              "Rabinov JD, Larvie M, Hirsch JA",
              "Safety and effectiveness of sacroplasty: a large single-center experience",
              "AJNR Am J Neuroradiol", 2014, "35(11)", "2202-6", NO_ID),
    },
    [SMET_REFERENCE_GERBER_2008] = {
        .key = "gerber_2008",
        PAPER("Gerber S, Ollivier L, Leclère J, Vanel D, Missenard G, Brisse H, de Pinieux G, "
              "Neuenschwander S",
              "Imaging of sacral tumours",
              "Skeletal Radiol", 2008, "37(4)", "277-89", NO_ID),
    },
    [SMET_REFERENCE_NASIR_2006] = {
        .key = "nasir_2006",
        PAPER("Nasir N, Aquilina K, Ryder DQ, Marks CJ, Keohane C",
              "Garré's chronic diffuse sclerosing osteomyelitis of the sacrum: a rare condition "
              "mimicking malignancy",
              "Br J Neurosurg", 2006, "20(6)", "415-9", NO_ID),
    },
    [SMET_REFERENCE_GIBBS_2003] = {
        .key = "gibbs_2003",
        PAPER("Gibbs IC, Chang SD",
              "Radiosurgery and radiotherapy for sacral tumors",
              "Neurosurg Focus", 2003, "15(2)", "E8", NO_ID),
    },
    [SMET_REFERENCE_MCCLELLAND_2017] = {
        .key = "mcclelland_2017",
        PAPER("McClelland S 3rd, Kim E, Passias PG, Murphy JD, Attia A, Jaboin JJ",
              "Spinal stereotactic body radiotherapy in the United States: a decade-long "
              "nationwide analysis of patient demographics, practice patterns, and trends over "
              "time",
              "J Clin Neurosci", 2017, "46", "109-12", NO_ID),
    },
    [SMET_REFERENCE_AHMED_2012] = {
        .key = "ahmed_2012",
        PAPER("Ahmed KA, Stauder MC, Miller RC, Bauer HJ, Rose PS, Olivier KR, Brown PD, "
              "Brinkmann DH, Laack NN",
              "Stereotactic body radiation therapy in spinal metastases",
              "Int J Radiat Oncol Biol Phys", 2012, "82(5)", "e803-9", NO_ID),
    },
    [SMET_REFERENCE_GERSZTEN_2007] = {
        .key = "gerszten_2007",
        PAPER("Gerszten PC, Burton SA, Ozhasoglu C, Welch WC",
              "Radiosurgery for spinal metastases: clinical experience in 500 cases from a single "
              "institution",
              "Spine (Phila Pa 1976)", 2007, "32(2)", "193-9", NO_ID),
    },
    [SMET_REFERENCE_WITHAM_2006] = {
        .key = "witham_2006",
        PAPER("Witham TF, Khavkin YA, Gallia GL, Wolinsky JP, Gokaslan ZL",
              "Surgery insight: current management of epidural spinal cord compression from "
              "metastatic spine disease",
              "Nat Clin Pract Neurol", 2006, "2(2)", "87-94; quiz 116", NO_ID),
    },
    [SMET_REFERENCE_FEIZ_ERFAN_2012] = {
        .key = "feiz_erfan_2012",
        PAPER("Feiz-Erfan I, Fox BD, Nader R, Suki D, Chakrabarti I, Mendel E, Gokaslan ZL, Rao G, "
              "Rhines LD",
              "Surgical treatment of sacral metastases: indications and results",
              "J Neurosurg Spine", 2012, "17(4)", "285-91", NO_ID),
    },
    [SMET_REFERENCE_TOKUHASHI_2005] = {
        .key = "tokuhashi_2005",
        PAPER("Tokuhashi Y, Matsuzaki H, Oda H, Oshima M, Ryu J",
              "A revised scoring system for preoperative evaluation of metastatic spine tumor "
              "prognosis",
              "Spine (Phila Pa 1976)", 2005, "30(19)", "2186-91", PMID("16205345")),
    },
    [SMET_REFERENCE_KAWAHARA_2009] = {
        .key = "kawahara_2009",
        PAPER("Kawahara N, Tomita K, Murakami H, Demura S",
              "Total en bloc spondylectomy for spinal tumors: surgical techniques and related "
              "basic background",
              "Orthop Clin North Am", 2009, "40(1)", "47-63, vi", NO_ID),
    },
    [SMET_REFERENCE_DU_2016] = {
        .key = "du_2016",
        QUESTION("Du Z, Guo W, Yang R, Tang X, Ji T, Li D",
                 "What is the value of surgical intervention for sacral metastases?",
                 "PLoS One", 2016, "11(12)", "e0168313", DOI("10.1371/journal.pone.0168313")),
    },
    [SMET_REFERENCE_FOURNEY_2011] = {
        .key = "fourney_2011",
        PAPER("Fourney DR, Frangou EM, Ryken TC, Dipaola CP, Shaffrey CI, Berven SH, Bilsky MH, "
              "Harrop JS, Fehlings MG, Boriani S, Chou D, Schmidt MH, Polly DW, Biagini R, "
              "Burch S, Dekutoski MB, Ganju A, Gerszten PC, Gokaslan ZL, Groff MW, Liebsch NJ, "
              "Mendel E, Okuno SH, Patel S, Rhines LD, Rose PS, Sciubba DM, Sundaresan N, "
              "Tomita K, Varga PP, Vialle LR, Vrionis FD, Yamada Y, Fisher CG",
              "Spinal Instability Neoplastic Score: an analysis of reliability and validity from "
              "the Spine Oncology Study Group",
              "J Clin Oncol", 2011, "29(22)", "3072-7", DOI("10.1200/JCO.2010.34.3897")),
    },
    [SMET_REFERENCE_FACCHINI_2016] = {
        .key = "facchini_2016",
        PAPER("Facchini G, Di Tullio P, Battaglia M, Bartalena T, Tetta C, Errani C, "
              "Mavrogenis AF, Rossi G",
              "Palliative embolization for metastases of the spine",
              "Eur J Orthop Surg Traumatol", 2016, "26(3)", "247-52",
              DOI("10.1007/s00590-015-1726-y")),
    },
    [SMET_REFERENCE_NAIR_2013] = {
        .key = "nair_2013",
        PAPER("Nair S, Gobin YP, Leng LZ, Marcus JD, Bilsky M, Laufer I, Patsalides A",
              "Preoperative embolization of hypervascular thoracic, lumbar, and sacral spinal "
              "column tumors: technique and outcomes from a single center",
              "Interv Neuroradiol", 2013, "19(3)", "377-85", NO_ID),
    },
    [SMET_REFERENCE_TANG_2010] = {
        .key = "tang_2010",
        PAPER("Tang X, Guo W, Yang R, Tang S, Dong S",
              "Use of aortic balloon occlusion to decrease blood loss during sacral tumor "
              "resection",
              "J Bone Joint Surg Am", 2010, "92(8)", "1747-53", NO_ID),
    },
    [SMET_REFERENCE_MASALA_2006] = {
        .key = "masala_2006",
        PAPER("Masala S, Konda D, Massari F, Simonetti G",
              "Sacroplasty and iliac osteoplasty under combined CT and fluoroscopic guidance",
              "Spine (Phila Pa 1976)", 2006, "31(18)", "E667-9", NO_ID),
    },
    [SMET_REFERENCE_CHO_2010] = {
        .key = "cho_2010",
        PAPER("Cho CH, Mathis JM, Ortiz O",
              "Sacral fractures and sacroplasty",
              "Neuroimaging Clin N Am", 2010, "20(2)", "179-86", NO_ID),
    },
    [SMET_REFERENCE_HIRSCH_2013] = {
        .key = "hirsch_2013",
        PAPER("Hirsch JA, Barr JD, Zoarski GH",
              "Sacroplasty: beyond the beginning",
              "J Neurointerv Surg", 2013, "5(5)", "395", NO_ID),
    },
    [SMET_REFERENCE_JAYARAMAN_2009] = {
        .key = "jayaraman_2009",
        PAPER("Jayaraman MV, Chang H, Ahn SH",
              "An easily identifiable anatomic landmark for fluoroscopically guided sacroplasty: "
              "anatomic description and validation with treatment in 13 patients",
              "AJNR Am J Neuroradiol", 2009, "30(5)", "1070-3", NO_ID),
    },
    [SMET_REFERENCE_ZHANG_2008] = {
        .key = "zhang_2008",
        PAPER("Zhang J, Wu CG, Gu YF, Li MH",
              "Percutaneous sacroplasty for sacral metastatic tumors under fluoroscopic guidance "
              "only",
              "Korean J Radiol", 2008, "9(6)", "572-6", NO_ID),
    },
    [SMET_REFERENCE_CHO_2016] = {
        .key = "cho_2016",
        PAPER("Cho S, Park HS, Kim DY, Kim CH, Chung RK, Kim YJ",
              "Percutaneous sacroplasty under fluoroscopic guidance combined with epidurogram for "
              "sacral insufficiency fracture resulting from metastatic tumor and osteoporosis",
              "Pain Physician", 2016, "19(3)", "E473-80", NO_ID),
    },
    [SMET_REFERENCE_AGARAWAL_2006] = {
        .key = "agarawal_2006",
        PAPER("Agarawal JP, Swangsilpa T, van der Linden Y, Rades D, Jeremic B, Hoskin PJ",
              "The role of external beam radiotherapy in the management of bone metastases",
              "Clin Oncol (R Coll Radiol)", 2006, "18(10)", "747-60", NO_ID),
    },
    [SMET_REFERENCE_BLOMLIE_1996] = {
        .key = "blomlie_1996",
        PAPER("Blomlie V, Rofstad EK, Talle K, Sundfør K, Winderen M, Lien HH",
              "Incidence of radiation-induced insufficiency fractures of the female pelvis: "
              "evaluation with MR imaging",
              "AJR Am J Roentgenol", 1996, "167(5)", "1205-10", NO_ID),
    },
    [SMET_REFERENCE_MADAELIL_2016] = {
        .key = "madaelil_2016",
        PAPER("Madaelil TP, Wallace AN, Jennings JW",
              "Radiofrequency ablation alone or in combination with cementoplasty for local "
              "control and pain palliation of sacral metastases: preliminary results in 11 "
              "patients",
              "Skeletal Radiol", 2016, "45(9)", "1213-9", NO_ID),
    },
    [SMET_REFERENCE_MOUSSAZADEH_2015] = {
        .key = "moussazadeh_2015",
        PAPER("Moussazadeh N, Laufer I, Werner T, Krol G, Boland P, Bilsky MH, Lis E",
              "Sacroplasty for cancer-associated insufficiency fractures",
              "Neurosurgery", 2015, "76(4)", "446-50; discussion 450", NO_ID),
    },
    [SMET_REFERENCE_ANDRESEN_2014] = {
        .key = "andresen_2014",
        PAPER("Andresen R, Radmer S, Lüdtke CW, Kamusella P, Wissgott C, Schober HC",
              "Balloon sacroplasty as a palliative pain treatment in patients with "
              "metastasis-induced bone destruction and pathological fractures",
              "Rofo", 2014, "186(9)", "881-6", NO_ID),
    },
    [SMET_REFERENCE_BARBER_2013] = {
        .key = "barber_2013",
        PAPER("Barber SM, Livingston AD, Cech DA",
              "Sacral radiculopathy due to cement leakage from percutaneous sacroplasty, "
              "successfully treated with surgical decompression",
              "J Neurosurg Spine", 2013, "18(5)", "524-8", NO_ID),
    },
    [SMET_REFERENCE_WALLACE_2015] = {
        .key = "wallace_2015",
        PAPER("Wallace AN, Greenwood TJ, Jennings JW",
              "Use of imaging in the management of metastatic spine disease with percutaneous "
              "ablation and vertebral augmentation",
              "AJR Am J Roentgenol", 2015, "205(2)", "434-41", NO_ID),
    },
    [SMET_REFERENCE_GOETZ_2004] = {
        .key = "goetz_2004",
        PAPER("Goetz MP, Callstrom MR, Charboneau JW, Farrell MA, Maus TP, Welch TJ, Wong GY, "
              "Sloan JA, Novotny PJ, Petersen IA, Beres RA, Regge D, Capanna R, Saker MB, "
              "Grönemeyer DH, Gevargez A, Ahrar K, Choti MA, de Baere TJ, Rubin J",
              "Percutaneous image-guided radiofrequency ablation of painful metastases involving "
              "bone: a multicenter study",
              "J Clin Oncol", 2004, "22(2)", "300-6", NO_ID),
    },
    [SMET_REFERENCE_BURAIMOH_2017] = {
        .key = "buraimoh_2017",
        PAPER("Buraimoh MA, Yu CC, Mott MP, Graziano GP",
              "Sacroiliac stabilization for sacral metastasis: a case series",
              "Surg Neurol Int", 2017, "8", "287", NO_ID),
    },
    [SMET_REFERENCE_CHOI_2016] = {
        .key = "choi_2016",
        PAPER("Choi MK, Jo DJ, Kim SB",
              "Pelvic reconstruction surgery using a dual-rod technique with diverse U-shaped rods "
              "after posterior en bloc partial sacrectomy for a sacral tumor: 2 case reports and a "
              "literature review",
              "World Neurosurg", 2016, "95", "619.e11-8", NO_ID),
    },
    [SMET_REFERENCE_DOLAN_2016] = {
        .key = "dolan_2016",
        PAPER("Dolan RT, Butler JS, Wilson-MacDonald J, Reynolds J, Cogswell L, Critchley P, "
              "Giele H",
              "Quality of life and surgical outcomes after soft-tissue reconstruction of complex "
              "oncologic defects of the spine and sacrum",
              "J Bone Joint Surg Am", 2016, "98(2)", "117-26", NO_ID),
    },
    [SMET_REFERENCE_MESFIN_2016] = {
        .key = "mesfin_2016",
        PAPER("Mesfin A, Sciubba DM, Dea N, Nater A, Bird JE, Quraishi NA, Fisher CG, Shin JH, "
              "Fehlings MG, Kumar N, Clarke MJ",
              "Changing the adverse event profile in metastatic spine surgery: an evidence-based "
              "approach to target wound complications and instrumentation failure",
              "Spine (Phila Pa 1976)", 2016, "41(Suppl 20)", "S262-70", NO_ID),
    },
    [SMET_REFERENCE_OKAFOR_2016] = {
        .key = "okafor_2016",
        PAPER("Okafor R, Molinari W, Molinari R, Mesfin A",
              "Intrawound vancomycin powder for spine tumor surgery",
              "Global Spine J", 2016, "6(3)", "207-11", NO_ID),
    },
    [SMET_REFERENCE_STREET_2009] = {
        .key = "street_2009",
        PAPER("Street J, Berven S, Fisher C, Ryken T",
              "Health related quality of life assessment in metastatic disease of the spine: a "
              "systematic review",
              "Spine (Phila Pa 1976)", 2009, "34(22)(Suppl)", "S128-34", NO_ID),
    },
    [SMET_REFERENCE_STREET_2010] = {
        .key = "street_2010",
        PAPER("Street J, Lenehan B, Berven S, Fisher C",
              "Introducing a new health-related quality of life outcome tool for metastatic "
              "disease of the spine: content validation using the International Classification of "
              "Functioning, Disability, and Health; on behalf of the Spine Oncology Study Group",
              "Spine (Phila Pa 1976)", 2010, "35(14)", "1377-86", NO_ID),
    },
    [SMET_REFERENCE_PAULINO_PEREIRA_2017] = {
        .key = "paulino_pereira_2017",
        PAPER("Paulino Pereira NR, Janssen SJ, Raskin KA, Hornicek FJ, Ferrone ML, Shin JH, "
              "Bramer JAM, van Dijk CN, Schwab JH",
              "Most efficient questionnaires to measure quality of life, physical function, and "
              "pain in patients with metastatic spine disease: a cross-sectional prospective "
              "survey study",
              "Spine J", 2017, "17(7)", "953-61", NO_ID),
    },
    [SMET_REFERENCE_VAN_WULFFTEN_PALTHE_2017] = {
        .key = "van_wulfften_palthe_2017",
        PAPER("van Wulfften Palthe ODR, Janssen SJ, Wunder JS, Ferguson PC, Wei G, Rose PS, "
              "Yaszemski MJ, Sim FH, Boland PJ, Healey JH, Hornicek FJ, Schwab JH",
              "What questionnaires to use when measuring quality of life in sacral tumor patients: "
              "the updated Sacral Tumor Survey",
              "Spine J", 2017, "17(5)", "636-44", NO_ID),
    },

    /* Beside the review: the originals and what the instruments and the record rest on */
    [SMET_REFERENCE_TOMITA_2001] = {
        .key = "tomita_2001",
        PAPER("Tomita K, Kawahara N, Kobayashi T, Yoshida A, Murakami H, Akamaru T",
              "Surgical strategy for spinal metastases",
              "Spine (Phila Pa 1976)", 2001, "26(3)", "298-306", PMID("11224867")),
    },
    [SMET_REFERENCE_FISHER_2010] = {
        .key = "fisher_2010",
        PAPER("Fisher CG, DiPaola CP, Ryken TC, Bilsky MH, Shaffrey CI, Berven SH, Harrop JS, "
              "Fehlings MG, Boriani S, Chou D, Schmidt MH, Polly DW, Biagini R, Burch S, "
              "Dekutoski MB, Ganju A, Gerszten PC, Gokaslan ZL, Groff MW, Liebsch NJ, Mendel E, "
              "Okuno SH, Patel S, Rhines LD, Rose PS, Sciubba DM, Sundaresan N, Tomita K, "
              "Varga PP, Vialle LR, Vrionis FD, Yamada Y, Fourney DR",
              "A novel classification system for spinal instability in neoplastic disease: an "
              "evidence-based approach and expert consensus from the Spine Oncology Study Group",
              "Spine (Phila Pa 1976)", 2010, "35(22)", "E1221-9",
              DOI_PMID("10.1097/BRS.0b013e3181e16ae2", "20562730")),
    },
    [SMET_REFERENCE_SPINE_J_2022] = {
        .key = "spine_j_2022",
        PAPER("Schoenfeld AJ, Ferrone ML, Blucher JA, Agaronnik N, Nguyen L, Tobert DG, "
              "Balboni TA, Schwab JH, Shin JH, Sciubba DM, Harris MB",
              "Prospective comparison of the accuracy of the New England Spinal Metastasis Score "
              "(NESMS) to legacy scoring systems in prognosticating outcomes following treatment "
              "of spinal metastases",
              "Spine J", 2022, "22(1)", "39-48",
              DOI_PMID("10.1016/j.spinee.2021.03.007", "33741509")),
    },
    [SMET_REFERENCE_OKEN_1982] = {
        .key = "oken_1982",
        PAPER("Oken MM, Creech RH, Tormey DC, Horton J, Davis TE, McFadden ET, Carbone PP",
              "Toxicity and response criteria of the Eastern Cooperative Oncology Group",
              "Am J Clin Oncol", 1982, "5(6)", "649-55",
              DOI_PMID("10.1097/00000421-198212000-00014", "7165009")),
    },
    [SMET_REFERENCE_ECOG_ACRIN] = {
        .key = "ecog_acrin",
        WEB_PAGE("ECOG-ACRIN Cancer Research Group",
                 "ECOG Performance Status Scale, with a comparison of the ECOG and Karnofsky "
                 "performance status",
                 "https://ecog-acrin.org/resources/ecog-performance-status/", ""),
    },
    [SMET_REFERENCE_MA_2010] = {
        .key = "ma_2010",
        PAPER("Ma C, Bandukwala S, Burman D, Bryson J, Seccareccia D, Banerjee S, et al",
              "Interconversion of three measures of performance status: an empirical analysis",
              "Eur J Cancer", 2010, "46(18)", "3175-83",
              DOI_PMID("10.1016/j.ejca.2010.06.126", "20674334")),
    },
    [SMET_REFERENCE_PRASAD_2018] = {
        .key = "prasad_2018",
        PAPER("Prasad KT, Kaur H, Muthu V, Aggarwal AN, Behera D, Singh N",
              "Interconversion of two commonly used performance tools: An analysis of 5844 paired "
              "assessments in 1501 lung cancer patients",
              "World J Clin Oncol", 2018, "9(7)", "140-7", DOI("10.5306/wjco.v9.i7.140")),
    },
    [SMET_REFERENCE_BILSKY_2010] = {
        .key = "bilsky_2010",
        PAPER("Bilsky MH, Laufer I, Fourney DR, Groff M, Schmidt MH, Varga PP, Vrionis FD, "
              "Yamada Y, Gerszten PC, Kuklo TR",
              "Reliability analysis of the epidural spinal cord compression scale",
              "J Neurosurg Spine", 2010, "13(3)", "324-8", PMID("20809724")),
    },
    [SMET_REFERENCE_SERLIN_1995] = {
        .key = "serlin_1995",
        PAPER("Serlin RC, Mendoza TR, Nakamura Y, Edwards KR, Cleeland CS",
              "When is cancer pain mild, moderate or severe? Grading pain severity by its "
              "interference with function",
              "Pain", 1995, "61(2)", "277-84",
              DOI_PMID("10.1016/0304-3959(94)00178-H", "7659438")),
    },
};
