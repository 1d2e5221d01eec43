#![forbid(unsafe_code)]

use crate::terms::{Field, Instrument};
use crate::{c, ffi};

/// The numbers of the bits that are set, rising.
pub(crate) fn bits(mask: u64) -> impl Iterator<Item = i32> {
    (0..64).filter(move |bit| mask >> bit & 1 != 0)
}

/// The fields with these numbers.
pub(crate) fn fields(numbers: Vec<i32>) -> Vec<Field> {
    numbers.into_iter().filter_map(Field::from_number).collect()
}

/// A band of an instrument's totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Band {
    /// The instrument.
    pub instrument: Instrument,
    /// Its number; a greater one has greater totals.
    pub number: i32,
    /// The least total.
    pub minimum: i32,
    /// The greatest total.
    pub maximum: i32,
    /// The word in JSON and CSV.
    pub key: &'static str,
    /// What it says of the patient.
    pub label: &'static str,
    /// Other names in use; empty where there is none.
    pub alias: &'static str,
    /// What its authors attach to it; empty where there is nothing.
    pub strategy: &'static str,
}

impl Instrument {
    /// Its bands, the one of the least totals first.
    pub fn bands(self) -> Vec<Band> {
        (0..).map_while(|band| c::band_describe(self, band)).collect()
    }
}

/// The answer of one instrument: every total that some possible patient has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Score {
    /// The instrument.
    pub instrument: Instrument,
    /// The least possible total.
    pub minimum: i32,
    /// The greatest possible total.
    pub maximum: i32,
    /// The possible totals, rising.
    pub totals: Vec<i32>,
    /// The possible bands, the one of the least totals first.
    pub bands: Vec<Band>,
    /// Whether one total is left.
    pub complete: bool,
    /// Whether one band is left.
    pub decided: bool,
    /// The fields that leave their item open, the most influential first.
    pub missing: Vec<Field>,
}

impl Score {
    pub(crate) fn new(instrument: Instrument, score: &ffi::smet_score) -> Score {
        let missing = &score.missing[..score.missing_count as usize];
        Score {
            instrument,
            minimum: score.minimum,
            maximum: score.maximum,
            totals: bits(score.totals).collect(),
            bands: bits(score.bands.into())
                .filter_map(|band| c::band_describe(instrument, band))
                .collect(),
            complete: score.is_complete != 0,
            decided: score.is_decided != 0,
            missing: missing.iter().copied().filter_map(Field::from_number).collect(),
        }
    }
}
