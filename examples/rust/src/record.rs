#![forbid(unsafe_code)]

use std::fmt;
use std::ops::RangeInclusive;

use crate::assessment::Assessment;
use crate::c;
use crate::error::Error;
use crate::score::Score;
use crate::terms::{Field, Given, Instrument, Value};

/// A patient's record: for each field, the values that are still possible.
///
/// What is entered narrows a field. An entry that leaves nothing possible, or that the field
/// does not have, is refused and changes nothing. Its memory is freed when it is dropped; where
/// there is none left, the program ends, as with [`Vec`].
#[derive(Clone)]
pub struct Record(pub(crate) c::Record);

impl Record {
    /// Everything is unknown.
    pub fn new() -> Record {
        Record(c::Record::new())
    }

    /// Enters what a text says of a field: `a`, `a|b` or `40..50`.
    pub fn set(&mut self, field_key: &str, text: &str) -> Result<&mut Record, Error> {
        self.0.set_text(field_key, text)?;
        Ok(self)
    }

    /// Enters one value: an option, or an integer.
    pub fn set_value(&mut self, field: Field, value: impl Given) -> Result<&mut Record, Error> {
        self.0.set(field.number(), value.number_of(field)?)?;
        Ok(self)
    }

    /// Narrows a field to several values.
    pub fn narrow<V: Given>(&mut self, field: Field, values: &[V]) -> Result<&mut Record, Error> {
        let numbers: Result<Vec<i32>, Error> =
            values.iter().map(|value| value.number_of(field)).collect();
        let numbers = numbers?;
        self.0.narrow(field.number(), &numbers)?;
        Ok(self)
    }

    /// Narrows an integer field to a range.
    pub fn narrow_range(
        &mut self,
        field: Field,
        range: RangeInclusive<i32>,
    ) -> Result<&mut Record, Error> {
        self.0.narrow_range(field.number(), *range.start(), *range.end())?;
        Ok(self)
    }

    /// Forgets what was entered in a field.
    pub fn clear(&mut self, field: Field) -> &mut Record {
        self.0.clear(field.number());
        self
    }

    /// Whether anything was entered in a field.
    pub fn is_entered(&self, field: Field) -> bool {
        self.0.is_entered(field.number())
    }

    /// Whether a field may still have a value, as entered.
    pub fn is_possible(&self, field: Field, value: impl Given) -> bool {
        value.number_of(field).map_or(false, |number| self.0.is_possible(field.number(), number))
    }

    /// The values that a field may still have, as entered, rising.
    pub fn values(&self, field: Field) -> Vec<Value> {
        let numbers = self.0.values(field.number());
        numbers.into_iter().map(|number| Value::known(field, number)).collect()
    }

    /// Scores it.
    pub fn score(&self, instrument: Instrument) -> Score {
        Score::new(instrument, &self.0.score(instrument.number()))
    }

    /// What must be said beside a score of it: limits of validity and accuracy.
    pub fn score_notes(&self, instrument: Instrument) -> Vec<&'static str> {
        self.0.score_notes(instrument.number())
    }

    /// All that the library says of it.
    pub fn assess(&self) -> Assessment {
        Assessment::new(self)
    }
}

impl Default for Record {
    fn default() -> Record {
        Record::new()
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entered = Field::all().filter(|&field| self.is_entered(field));
        f.debug_map().entries(entered.map(|field| (field.key(), self.keys(field)))).finish()
    }
}

impl Record {
    fn keys(&self, field: Field) -> Vec<&'static str> {
        self.values(field).into_iter().map(Value::key).collect()
    }
}
