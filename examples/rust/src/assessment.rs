#![forbid(unsafe_code)]

use std::fmt;

use crate::error::Error;
use crate::record::Record;
use crate::score::{fields, Score};
use crate::terms::{
    Conflict, Field, Finding, Instrument, Intervention, Rule, Side, Truth, Value, Verdict,
};
use crate::{c, ffi};

/// What is known of one intervention.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disposition {
    /// The intervention.
    pub intervention: Intervention,
    /// The strongest verdict among the rules that fire.
    pub disposition: Verdict,
    /// Whether nothing that is unknown can change it.
    pub settled: bool,
    /// The disposition and each stronger verdict that may come, the strongest first.
    pub possible: Vec<Verdict>,
    /// The side that is named.
    pub side: Option<Side>,
    /// The fields, still open, that could change it.
    pub deciding: Vec<Field>,
    /// Of these, those that could still make it an emergency.
    pub alarming: Vec<Field>,
}

impl Disposition {
    fn new(assessment: &c::Assessment, from: &ffi::smet_disposition) -> Disposition {
        let possible = &from.possible[..from.possible_count as usize];
        Disposition {
            intervention: known(Intervention::from_number(from.intervention)),
            disposition: known(Verdict::from_number(from.disposition)),
            settled: from.is_settled != 0,
            possible: possible.iter().copied().filter_map(Verdict::from_number).collect(),
            side: Side::from_number(from.side),
            deciding: fields(assessment.deciding(from.intervention)),
            alarming: fields(assessment.alarming(from.intervention)),
        }
    }
}

/// How a rule stands on an intervention.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleState {
    /// The rule.
    pub rule: Rule,
    /// What it says.
    pub verdict: Verdict,
    /// Whether it fires: true, or not known.
    pub fires: Truth,
    /// Whether it fires, is no caution, and a stronger rule fires too.
    pub overruled: bool,
    /// The fields of its condition that linked fields narrowed.
    pub derived: Vec<Field>,
}

/// A fact that would settle much.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NextFact {
    /// The field to find out.
    pub field: Field,
    /// Whether it could reveal an emergency.
    pub may_show_emergency: bool,
    /// The interventions on which it bears.
    pub interventions: Vec<Intervention>,
    /// The instruments that miss it.
    pub instruments: Vec<Instrument>,
}

/// A group of entered facts that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inconsistency {
    /// The fields.
    pub fields: Vec<Field>,
    /// What is wrong, and what the library does about it.
    pub text: &'static str,
}

/// Everything that the library says of one record.
///
/// It never changes, and does not need the record any more. Threads may share it.
#[derive(Clone)]
pub struct Assessment(c::Assessment);

/// A term that the library gave; it knows those.
fn known<T>(term: Option<T>) -> T {
    term.expect("the library knows its own terms")
}

impl Assessment {
    /// Assesses a record.
    pub fn new(record: &Record) -> Assessment {
        Assessment(c::Assessment::new(&record.0))
    }

    /// A copy of the record, as it was entered.
    pub fn record(&self) -> Record {
        Record(self.0.record())
    }

    /// What is known of one intervention.
    pub fn disposition(&self, intervention: Intervention) -> Disposition {
        Disposition::new(&self.0, &self.0.disposition(intervention.number()))
    }

    /// What there is to say, in the order of a reader: emergencies first.
    pub fn dispositions(&self) -> Vec<Disposition> {
        self.0.dispositions().iter().map(|one| Disposition::new(&self.0, one)).collect()
    }

    /// The rules that fire or may fire on an intervention.
    pub fn rules(&self, intervention: Intervention) -> Vec<Rule> {
        let numbers = self.0.rules(intervention.number());
        numbers.into_iter().filter_map(Rule::from_number).collect()
    }

    /// How a rule stands on an intervention. Refused where the rule does not speak of it.
    pub fn rule(&self, intervention: Intervention, rule: Rule) -> Result<RuleState, Error> {
        let state = self.0.rule(intervention.number(), rule.number())?;
        Ok(RuleState {
            rule,
            verdict: known(Verdict::from_number(state.verdict)),
            fires: known(Truth::from_number(state.fires)),
            overruled: state.is_overruled != 0,
            derived: fields(self.0.rule_derived(rule.number())),
        })
    }

    /// The cautions to show with an intervention.
    pub fn cautions(&self, intervention: Intervention) -> Vec<Rule> {
        let numbers = self.0.cautions(intervention.number());
        numbers.into_iter().filter_map(Rule::from_number).collect()
    }

    /// What is known of a finding.
    pub fn finding(&self, finding: Finding) -> Truth {
        known(Truth::from_number(self.0.finding(finding.number())))
    }

    /// The score of an instrument.
    pub fn score(&self, instrument: Instrument) -> Score {
        Score::new(instrument, &self.0.score(instrument.number()))
    }

    /// The values that a field may have once linked fields were applied, rising.
    pub fn values(&self, field: Field) -> Vec<Value> {
        let numbers = self.0.values(field.number());
        numbers.into_iter().map(|number| Value::known(field, number)).collect()
    }

    /// The fields that narrowed a field.
    pub fn derived_from(&self, field: Field) -> Vec<Field> {
        fields(self.0.derived_from(field.number()))
    }

    /// The conflicts of this patient.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.0.conflicts().into_iter().filter_map(Conflict::from_number).collect()
    }

    /// The groups of entered facts that contradict each other.
    pub fn inconsistencies(&self) -> Vec<Inconsistency> {
        let group = |(fields, text): (Vec<i32>, _)| Inconsistency {
            fields: fields.into_iter().filter_map(Field::from_number).collect(),
            text,
        };
        self.0.inconsistencies().into_iter().map(group).collect()
    }

    /// The facts that would settle most.
    pub fn next(&self) -> Vec<NextFact> {
        let fact = |(index, next): (usize, ffi::smet_next_fact)| NextFact {
            field: known(Field::from_number(next.field)),
            may_show_emergency: next.may_show_emergency != 0,
            interventions: self
                .0
                .next_interventions(index)
                .into_iter()
                .filter_map(Intervention::from_number)
                .collect(),
            instruments: self
                .0
                .next_instruments(index)
                .into_iter()
                .filter_map(Instrument::from_number)
                .collect(),
        };
        self.0.next().into_iter().enumerate().map(fact).collect()
    }
}

impl fmt::Debug for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.dispositions()).finish()
    }
}
