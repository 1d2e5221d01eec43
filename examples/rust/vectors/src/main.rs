//! Runs the vectors that every binding runs.
//!
//! Usage: vectors VECTORS.json

#![forbid(unsafe_code)]

use std::error::Error;
use std::process::ExitCode;

use sacralmet::{
    Assessment, Conflict, Field, Inconsistency, Instrument, Intervention, Record, Rule, Score,
    Verdict, Versions,
};
use serde_json::{json, Map, Value};

/// A list in JSON.
fn list<T>(items: &[T], text: impl Fn(&T) -> &'static str) -> Value {
    items.iter().map(text).collect()
}

fn field_keys(fields: &[Field]) -> Value {
    list(fields, |field| field.key())
}

fn rule_keys(rules: &[Rule]) -> Value {
    list(rules, |rule| rule.key())
}

fn score_json(score: &Score) -> Value {
    json!({
        "minimum": score.minimum,
        "maximum": score.maximum,
        "totals": score.totals,
        "bands": list(&score.bands, |band| band.key),
        "complete": score.complete,
        "decided": score.decided,
        "missing": field_keys(&score.missing),
    })
}

fn intervention_json(assessment: &Assessment, intervention: Intervention) -> Value {
    let got = assessment.disposition(intervention);
    json!({
        "disposition": got.disposition.key(),
        "settled": got.settled,
        "possible": list(&got.possible, |verdict: &Verdict| verdict.key()),
        "side": got.side.map_or("none", |side| side.key()),
        "deciding": field_keys(&got.deciding),
        "rules": rule_keys(&assessment.rules(intervention)),
        "cautions": rule_keys(&assessment.cautions(intervention)),
    })
}

fn inconsistency_json(group: Inconsistency) -> Value {
    json!({ "fields": field_keys(&group.fields), "text": group.text })
}

fn refusal_json(index: usize, error: &sacralmet::Error) -> Value {
    json!({
        "index": index,
        "status": error.status.name(),
        "field": error.field.map(Field::key),
        "message": error.to_string(),
    })
}

/// Enters what a vector says; gives what is refused.
fn enter(record: &mut Record, entries: &Value) -> Result<Value, Box<dyn Error>> {
    let mut refused = Vec::new();
    for (index, entry) in entries.as_array().ok_or("no record")?.iter().enumerate() {
        let key = entry[0].as_str().ok_or("a key that is no text")?;
        let text = entry[1].as_str().ok_or("an entry that is no text")?;
        if let Err(error) = record.set(key, text) {
            refused.push(refusal_json(index, &error));
        }
    }
    Ok(Value::Array(refused))
}

/// The vector that the library gives for the record of another.
fn answer(vector: &Value) -> Result<Value, Box<dyn Error>> {
    let mut record = Record::new();
    let refused = enter(&mut record, &vector["record"])?;
    let assessment = record.assess();
    let mut scores = Map::new();
    for instrument in Instrument::all() {
        let score = assessment.score(instrument);
        if score != record.score(instrument) {
            return Err("the record is scored unlike the assessment".into());
        }
        scores.insert(instrument.key().to_string(), score_json(&score));
    }
    let interventions: Map<String, Value> = Intervention::all()
        .map(|one| (one.key().to_string(), intervention_json(&assessment, one)))
        .collect();
    Ok(json!({
        "id": vector["id"],
        "record": vector["record"],
        "facts": vector["facts"],
        "refused": refused,
        "scores": scores,
        "interventions": interventions,
        "conflicts": list(&assessment.conflicts(), |conflict: &Conflict| conflict.key()),
        "inconsistencies": assessment.inconsistencies().into_iter().map(inconsistency_json)
            .collect::<Vec<Value>>(),
        "next": list(&assessment.next(), |fact| fact.field.key()),
    }))
}

fn versions() -> Value {
    let versions = Versions::running();
    json!({
        "release": versions.release,
        "abi": versions.abi,
        "content": versions.content,
        "digest": versions.digest,
    })
}

/// The places where two values differ.
fn differences(place: &str, wanted: &Value, got: &Value, places: &mut Vec<String>) {
    match (wanted, got) {
        (Value::Object(one), Value::Object(other)) => {
            for key in one.keys().chain(other.keys().filter(|key| !one.contains_key(*key))) {
                let (one, other) = (one.get(key), other.get(key));
                pair(&format!("{}/{}", place, key), one, other, places);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            for index in 0..one.len().max(other.len()) {
                let (one, other) = (one.get(index), other.get(index));
                pair(&format!("{}/{}", place, index), one, other, places);
            }
        }
        _ if wanted == got => {}
        _ => places.push(format!("{} is {}, should be {}", place, got, wanted)),
    }
}

fn pair(place: &str, wanted: Option<&Value>, got: Option<&Value>, places: &mut Vec<String>) {
    match (wanted, got) {
        (Some(wanted), Some(got)) => differences(place, wanted, got, places),
        (Some(_), None) => places.push(format!("{} is missing", place)),
        _ => places.push(format!("{} is too much", place)),
    }
}

/// How many places differ; the first of them are named.
fn compare(id: &str, wanted: &Value, got: &Value) -> usize {
    let mut places = Vec::new();
    differences("", wanted, got, &mut places);
    for place in places.iter().take(5) {
        println!("{}: {}", id, place);
    }
    places.len()
}

fn run(path: &str) -> Result<bool, Box<dyn Error>> {
    let file: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let vectors = file["vectors"].as_array().ok_or("there are no vectors")?;
    let mut count = compare("the file", &file["versions"], &versions());
    for vector in vectors {
        let id = vector["id"].as_str().ok_or("a vector without an id")?;
        count += compare(id, vector, &answer(vector)?);
    }
    println!("Rust: {} vectors, {} differences", vectors.len(), count);
    Ok(count == 0 && !vectors.is_empty())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.len() != 2 {
        eprintln!("usage: vectors VECTORS.json");
        return ExitCode::FAILURE;
    }
    match run(&arguments[1]) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("vectors: {}", error);
            ExitCode::FAILURE
        }
    }
}
