//! What the vectors do not ask: errors, copies, clearing, walks, what is read by many threads.

#![forbid(unsafe_code)]

use std::collections::HashSet;
use std::error::Error as _;
use std::ops::RangeInclusive;
use std::thread;

use sacralmet::{
    ffi, Assessment, Error, Field, Finding, Instrument, Intervention, Record, Rule, Side, Value,
    Versions, Vocabulary,
};

fn field(key: &str) -> Field {
    Field::find(key).expect("a field of the library")
}

fn numbers(values: Vec<Value>) -> Vec<i32> {
    values.into_iter().map(Value::number).collect()
}

fn entered(record: &Record) -> usize {
    Field::all().filter(|&field| record.is_entered(field)).count()
}

/// The fields and texts come from the C headers: status.h, record.h.
#[test]
fn an_error_says_what_and_where() {
    let mut record = Record::new();
    record.set("pain", "none").unwrap();
    let error = record.set("pain", "mechanical").unwrap_err();
    assert_eq!(error.status.number(), ffi::SMET_ERROR_CONTRADICTION);
    assert_eq!(error.status.name(), "SMET_ERROR_CONTRADICTION");
    assert_eq!(error.field, Some(field("pain")));
    assert!(error.message.starts_with("pain: "), "{}", error);
    assert_eq!(error.to_string(), error.message);
    assert!(error.source().is_none());
    assert_eq!(entered(&record), 1);
    assert_eq!(record.values(field("pain")).len(), 1);
}

type Entry = fn(&mut Record, Field) -> Result<&mut Record, Error>;

#[test]
fn what_a_record_refuses() {
    let karnofsky = field("karnofsky");
    let cases: [(Entry, &str, bool); 10] = [
        (|record, _| record.set("no_such_field", "1"), "SMET_ERROR_UNKNOWN_FIELD", false),
        (|record, _| record.set("pain", "no_such_pain"), "SMET_ERROR_UNKNOWN_OPTION", true),
        (|record, field| record.set_value(field, 85), "SMET_ERROR_OUT_OF_RANGE", true),
        (
            |record, _| {
                record.set_value(field("lesion_level"), field("pain").value("none").unwrap())
            },
            "SMET_ERROR_WRONG_KIND",
            true,
        ),
        (|record, _| record.set_value(field("primary_tumor"), 3), "SMET_ERROR_UNKNOWN_OPTION", true),
        (|record, field| record.narrow::<i32>(field, &[]), "SMET_ERROR_EMPTY_SET", true),
        (
            |record, field| record.narrow_range(field, RangeInclusive::new(60, 40)),
            "SMET_ERROR_REVERSED_RANGE",
            true,
        ),
        (|record, _| record.narrow_range(field("pain"), 0..=1), "SMET_ERROR_WRONG_KIND", true),
        (|record, _| record.set("karnofsky", "40\0"), "SMET_ERROR_SYNTAX", true),
        (|record, _| record.set("karnofsky\0", "40"), "SMET_ERROR_SYNTAX", false),
    ];
    for (index, (call, status, about_a_field)) in cases.iter().enumerate() {
        let mut record = Record::new();
        let error = call(&mut record, karnofsky).expect_err("this is refused");
        assert_eq!(error.status.name(), *status, "case {}: {}", index, error);
        assert_eq!(error.field.is_some(), *about_a_field, "case {}: {}", index, error);
        assert!(!error.message.is_empty());
        assert_eq!(entered(&record), 0, "case {} changes nothing", index);
    }
}

#[test]
fn a_key_that_is_none_is_refused() {
    assert_eq!(Rule::find("x").unwrap_err().status.name(), "SMET_ERROR_UNKNOWN_TERM");
    assert!("pain\0".parse::<Field>().is_err());
    assert_eq!("pain".parse::<Field>().unwrap(), field("pain"));
    let error = field("pain").value("x").unwrap_err();
    assert_eq!(error.status.name(), "SMET_ERROR_UNKNOWN_OPTION");
    assert_eq!(error.field, Some(field("pain")));
    assert_eq!(Field::from_number(-1), None);
    assert_eq!(Field::from_number(i32::MAX), None);
}

#[test]
fn a_rule_that_does_not_speak_of_an_intervention_is_refused() {
    let assessment = Record::new().assess();
    let rule = Rule::all().next().unwrap();
    let spoken_of = rule.interventions();
    let other = Intervention::all().find(|one| !spoken_of.contains(one)).unwrap();
    let error = assessment.rule(other, rule).unwrap_err();
    assert_eq!(error.status.name(), "SMET_ERROR_UNKNOWN_TERM");
}

#[test]
fn a_copy_is_another_record() {
    let mut one = Record::new();
    one.set("ecog", "3").unwrap();
    let mut other = one.clone();
    other.set("pain", "mechanical").unwrap();
    assert_eq!((entered(&one), entered(&other)), (1, 2));
    let assessment = other.assess();
    assert_eq!(entered(&assessment.record()), 2);
    drop(other);
    let same = assessment.clone();
    let dispositions = assessment.dispositions();
    drop(assessment);
    assert_eq!(same.dispositions(), dispositions);
}

#[test]
fn facts_can_be_narrowed_and_cleared() {
    let karnofsky = field("karnofsky");
    let mut record = Record::new();
    record.narrow_range(karnofsky, 40..=60).unwrap().narrow(karnofsky, &[50, 60, 100]).unwrap();
    assert_eq!(numbers(record.values(karnofsky)), [50, 60]);
    assert!(record.is_possible(karnofsky, 50) && !record.is_possible(karnofsky, 40));
    assert_eq!(format!("{:?}", record), r#"{"karnofsky": ["50", "60"]}"#);
    assert_eq!(entered(record.clear(karnofsky)), 0);

    let ecog = field("ecog");
    record.set_value(ecog, ecog.value("3").unwrap()).unwrap();
    let assessment = record.assess();
    // The clinical authority on records: "ECOG 3 gives 30 to 60".
    assert_eq!(numbers(assessment.values(karnofsky)), [30, 40, 50, 60]);
    assert_eq!(assessment.derived_from(karnofsky), [ecog]);
}

#[test]
fn every_vocabulary_can_be_walked() {
    for vocabulary in Vocabulary::all() {
        let terms: Vec<_> = vocabulary.terms().collect();
        let keys: HashSet<_> = terms.iter().map(|term| term.key).collect();
        assert!(!terms.is_empty() && keys.len() == terms.len(), "{}", vocabulary);
        assert!(terms.iter().all(|term| !term.key.is_empty() && !term.label.is_empty()));
    }
    for field in Field::all() {
        assert_eq!(Field::find(field.key()).unwrap(), field);
        assert_eq!(Field::from_number(field.number()), Some(field));
        assert!(!field.describe().definition.is_empty());
        for value in field.values() {
            assert_eq!(field.value(value.key()).unwrap(), value);
            assert!(!value.label().is_empty());
            let mut record = Record::new();
            record.set(field.key(), value.key()).unwrap();
            assert_eq!(record.values(field), [value]);
        }
    }
}

/// The bands of SINS are those of Fisher et al. 2010.
#[test]
fn the_catalogue_can_be_walked() {
    let sins = Instrument::find("sins").unwrap();
    let bands = sins.bands();
    let edges: Vec<_> = bands.iter().map(|band| (band.minimum, band.maximum)).collect();
    assert_eq!(edges, [(0, 6), (7, 12), (13, 18)]);
    assert!(sins.references()[0].describe().citation.contains("Fisher"));
    assert!(Instrument::all().all(|one| !Record::new().score_notes(one).is_empty()));
    for rule in Rule::all() {
        let info = rule.describe();
        assert!(!info.rationale.is_empty() && !info.section.is_empty(), "{}", rule);
        assert!(!rule.condition().is_empty() && !rule.interventions().is_empty(), "{}", rule);
        assert!(rule.references().iter().all(|one| !one.describe().citation.is_empty()));
        assert!(!rule.references().is_empty(), "{}", rule);
        assert!(rule.fields().iter().all(|&field| field.describe().step > 0));
    }
    assert!(Rule::all().any(|rule| !rule.evidence().is_empty()));
    assert!(Intervention::all().any(|one| one.describe().side_opposite_of.is_some()));
    assert!(sacralmet::Conflict::all().all(|one| !one.describe().explanation.is_empty()));
    assert_eq!(Versions::running().digest.len(), 64);
}

#[test]
fn an_emergency_comes_first_with_its_rules() {
    let mut record = Record::new();
    record.set("cauda_equina_syndrome", "yes").unwrap();
    record.set("tissue_diagnosis", "metastasis").unwrap();
    record.set("lesion_level", "S1").unwrap().set("epidural_disease", "yes").unwrap();
    let assessment = record.assess();
    let all = assessment.dispositions();
    assert_eq!(all[0].disposition.key(), "emergency");
    for one in all {
        for rule in assessment.rules(one.intervention) {
            let state = assessment.rule(one.intervention, rule).unwrap();
            assert_eq!(state.verdict, rule.describe().verdict);
            assert_ne!(state.fires.key(), "false");
        }
    }
}

fn can_be_shared<T: Send + Sync + Clone + 'static>(_: &T) {}

#[test]
fn threads_share_one_assessment() {
    let mut record = Record::new();
    record.set("lesion_level", "S1|S2").unwrap().set("karnofsky", "40..50").unwrap();
    let assessment = record.assess();
    can_be_shared(&record);
    can_be_shared(&assessment);
    let alone = told(&assessment);
    thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| (0..50).all(|_| told(&assessment) == alone))).collect();
        for thread in threads {
            assert!(thread.join().unwrap());
        }
    });
    let sent = thread::spawn(move || told(&record.assess())).join().unwrap();
    assert_eq!(sent, alone);
}

/// All that an assessment tells.
fn told(assessment: &Assessment) -> String {
    let scores: Vec<_> = Instrument::all().map(|one| assessment.score(one)).collect();
    let findings: Vec<_> = Finding::all().map(|one| assessment.finding(one)).collect();
    let all = assessment.dispositions();
    format!("{:?} {:?} {:?} {:?}", scores, findings, all, assessment.next())
}

#[test]
fn sides_and_errors_are_words() {
    let keys: Vec<_> = Side::all().map(Side::key).collect();
    assert_eq!(keys, ["left", "right"]);
    let failed: Result<Side, Box<dyn std::error::Error + Send + Sync>> =
        Side::find("up").map_err(Into::into);
    assert!(!failed.unwrap_err().to_string().is_empty());
}
