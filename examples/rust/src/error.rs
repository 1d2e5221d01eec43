#![forbid(unsafe_code)]

use std::fmt;

use crate::terms::{Field, Status};

/// What the library refused, and why. Displayed, it is one English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Error {
    /// What kind of refusal it is.
    pub status: Status,
    /// The field that it is about.
    pub field: Option<Field>,
    /// One English sentence; it begins with the field's key where there is one.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
