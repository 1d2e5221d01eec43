//! Sacral metastases for Rust: a patient's record, three scores, and the management that a
//! review describes, by the C library libsacralmet.
//!
//! ```
//! use sacralmet::{Instrument, Record};
//!
//! # fn main() -> Result<(), sacralmet::Error> {
//! let mut record = Record::new();
//! record.set("lesion_level", "S1")?.set("karnofsky", "40..50")?;
//! let sins = record.score(Instrument::find("sins")?);
//! println!("SINS {} to {}", sins.minimum, sins.maximum);
//! for fact in record.assess().next() {
//!     println!("find out: {}", fact.field.label());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Words are the library's own: [`Field::find`], [`Field::all`] and their like ask the library
//! that is running, so that a newer one is served as it is. Texts live as long as the program
//! (`&'static str`). A refused call gives an [`Error`] and changes nothing.
//!
//! A [`Record`] is written by one thread at a time, which Rust sees to; records and
//! [`Assessment`]s may be read by any number of threads at once.

#![deny(missing_docs)]
#![deny(unsafe_code)]

#[allow(unsafe_code)]
mod c;
#[allow(unsafe_code)]
pub mod ffi;

mod assessment;
mod catalogue;
mod error;
mod record;
mod score;
mod terms;

pub use assessment::{Assessment, Disposition, Inconsistency, NextFact, RuleState};
pub use catalogue::{ConflictInfo, FieldInfo, InterventionInfo, ReferenceInfo, RuleInfo, Versions};
pub use error::Error;
pub use record::Record;
pub use score::{Band, Score};
pub use terms::{
    Conflict, Evidence, Field, FieldGroup, FieldKind, Finding, Given, Grade, Instrument,
    Intervention, Reference, Rule, Side, Status, Term, Truth, Value, Verdict, Vocabulary,
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
