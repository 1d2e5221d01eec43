#![forbid(unsafe_code)]

use crate::c;
use crate::terms::{
    Conflict, Evidence, Field, FieldGroup, FieldKind, Grade, Instrument, Intervention, Reference,
    Rule, Verdict,
};

/// The versions of the library that is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Versions {
    /// Of the release.
    pub release: &'static str,
    /// Of the binary interface.
    pub abi: &'static str,
    /// Of the clinical content.
    pub content: &'static str,
    /// A digest of the clinical content.
    pub digest: &'static str,
}

impl Versions {
    /// Those of the library that is running.
    pub fn running() -> Versions {
        c::versions()
    }
}

/// What a field is, beside its key and its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldInfo {
    /// A choice, yes or no, or an integer.
    pub kind: FieldKind,
    /// The part of the record.
    pub group: FieldGroup,
    /// The least value.
    pub minimum: i32,
    /// The greatest value.
    pub maximum: i32,
    /// Values are multiples of this.
    pub step: i32,
    /// A clinician's own judgement, or a chart's own number: it wins over what is derived.
    pub is_override: bool,
    /// What the field asks for.
    pub definition: &'static str,
}

impl Field {
    /// What it is.
    pub fn describe(self) -> FieldInfo {
        c::field_describe(self)
    }
}

/// What an intervention is, beside its key and its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InterventionInfo {
    /// An operation.
    pub is_operation: bool,
    /// A local treatment of the lesion.
    pub is_local_treatment: bool,
    /// Something done around an operation.
    pub is_around_operation: bool,
    /// A side may be named, opposite to the one that this field holds.
    pub side_opposite_of: Option<Field>,
    /// What it is.
    pub definition: &'static str,
}

impl Intervention {
    /// What it is.
    pub fn describe(self) -> InterventionInfo {
        c::intervention_describe(self)
    }
}

/// What a rule says and why, beside its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleInfo {
    /// What it says of its interventions.
    pub verdict: Verdict,
    /// How well it is grounded.
    pub grade: Grade,
    /// Why.
    pub rationale: &'static str,
    /// Its place in the review.
    pub section: &'static str,
}

impl Rule {
    /// What it says and why.
    pub fn describe(self) -> RuleInfo {
        c::rule_describe(self)
    }

    /// When it fires, in words.
    pub fn condition(self) -> String {
        c::rule_condition(self)
    }

    /// The interventions that it speaks of.
    pub fn interventions(self) -> Vec<Intervention> {
        c::rule_interventions(self).into_iter().filter_map(Intervention::from_number).collect()
    }

    /// Its references, never none.
    pub fn references(self) -> Vec<Reference> {
        c::rule_references(self).into_iter().filter_map(Reference::from_number).collect()
    }

    /// The figures that bear on it.
    pub fn evidence(self) -> Vec<Evidence> {
        c::rule_evidence(self).into_iter().filter_map(Evidence::from_number).collect()
    }

    /// The fields that its condition reads.
    pub fn fields(self) -> Vec<Field> {
        c::rule_fields(self).into_iter().filter_map(Field::from_number).collect()
    }
}

/// What a conflict is, beside its key and its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConflictInfo {
    /// What it says.
    pub explanation: &'static str,
}

impl Conflict {
    /// What it says.
    pub fn describe(self) -> ConflictInfo {
        c::conflict_describe(self)
    }
}

/// What a reference is, beside its key; texts are empty where there is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReferenceInfo {
    /// Its number in the review; 0 for the review itself and for what it does not cite.
    pub number: i32,
    /// The year of publication; 0 where there is none.
    pub year: i32,
    /// The authors.
    pub authors: &'static str,
    /// The title.
    pub title: &'static str,
    /// The journal, or the site of a web page.
    pub journal: &'static str,
    /// The DOI.
    pub doi: &'static str,
    /// The number in PubMed.
    pub pmid: &'static str,
    /// All of it, ready to print.
    pub citation: &'static str,
}

impl Reference {
    /// Where to find it.
    pub fn describe(self) -> ReferenceInfo {
        c::reference_describe(self)
    }
}

impl Instrument {
    /// Where it comes from, the original first.
    pub fn references(self) -> Vec<Reference> {
        c::instrument_references(self).into_iter().filter_map(Reference::from_number).collect()
    }
}
