#![forbid(unsafe_code)]

use std::{fmt, str::FromStr};

use crate::{c, error::Error, ffi};

/// One word of a [`Vocabulary`], whichever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// Its number, which never changes.
    pub number: i32,
    /// The word in JSON and CSV.
    pub key: &'static str,
    /// For people.
    pub label: &'static str,
}

fn find(vocabulary: i32, key: &str) -> Result<i32, Error> {
    // Statuses are negative; -1 is no term of any vocabulary.
    match c::term_find(vocabulary, key) {
        -1 => Err(c::refusal(ffi::SMET_ERROR_UNKNOWN_TERM)),
        number => Ok(number),
    }
}

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident = $vocabulary:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// Two are equal when they are the same word; they sort by their numbers.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i32);

        impl $name {
            /// All of them, in the library's order.
            pub fn all() -> impl Iterator<Item = $name> {
                (0..c::term_count(ffi::$vocabulary))
                    .map(|index| $name(c::term_at(ffi::$vocabulary, index)))
            }

            /// The one with a key. Refused where there is none.
            pub fn find(key: &str) -> Result<$name, Error> {
                find(ffi::$vocabulary, key).map($name)
            }

            /// The one with a number of `enum` in the C headers.
            pub fn from_number(number: i32) -> Option<$name> {
                c::term_key(ffi::$vocabulary, number).map(|_| $name(number))
            }

            /// Its number, which never changes.
            pub fn number(self) -> i32 {
                self.0
            }

            /// The word in JSON and CSV.
            pub fn key(self) -> &'static str {
                c::term_key(ffi::$vocabulary, self.0).unwrap_or_default()
            }

            /// The same, for people.
            pub fn label(self) -> &'static str {
                c::term_label(ffi::$vocabulary, self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.key())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($name), self.key())
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(key: &str) -> Result<$name, Error> {
                $name::find(key)
            }
        }
    )*};
}

terms! {
    /// A vocabulary: one enumeration of the library.
    Vocabulary = SMET_VOCABULARY_VOCABULARY;
    /// A fact that a record can hold.
    Field = SMET_VOCABULARY_FIELD;
    /// Whether a field is a choice, yes or no, or an integer.
    FieldKind = SMET_VOCABULARY_FIELD_KIND;
    /// A part of the record.
    FieldGroup = SMET_VOCABULARY_FIELD_GROUP;
    /// A score: SINS and the others.
    Instrument = SMET_VOCABULARY_INSTRUMENT;
    /// A condition with a name.
    Finding = SMET_VOCABULARY_FINDING;
    /// True, false, or not known.
    Truth = SMET_VOCABULARY_TRUTH;
    /// A thing that can be done.
    Intervention = SMET_VOCABULARY_INTERVENTION;
    /// A statement of the review on interventions.
    Rule = SMET_VOCABULARY_RULE;
    /// What a rule says of an intervention; a greater one is stronger.
    Verdict = SMET_VOCABULARY_VERDICT;
    /// How well a rule is grounded.
    Grade = SMET_VOCABULARY_GRADE;
    /// A side of the patient.
    Side = SMET_VOCABULARY_SIDE;
    /// Two answers that do not go together, named.
    Conflict = SMET_VOCABULARY_CONFLICT;
    /// A publication.
    Reference = SMET_VOCABULARY_REFERENCE;
    /// Figures that a publication reports.
    Evidence = SMET_VOCABULARY_EVIDENCE;
}

impl Vocabulary {
    /// Its words, in the library's order.
    pub fn terms(self) -> impl Iterator<Item = Term> {
        (0..c::term_count(self.number())).map(move |index| {
            let number = c::term_at(self.number(), index);
            Term {
                number,
                key: c::term_key(self.number(), number).unwrap_or_default(),
                label: c::term_label(self.number(), number).unwrap_or_default(),
            }
        })
    }
}

/// Why a call was refused. A newer library may have more of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status(pub(crate) i32);

impl Status {
    /// Its number, as in [`crate::ffi`]: `SMET_ERROR_CONTRADICTION` and its like.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Its name in the C headers, such as `SMET_ERROR_CONTRADICTION`.
    pub fn name(self) -> &'static str {
        c::status_name(self.0).unwrap_or("SMET_STATUS_INVALID")
    }

    /// Its meaning in one English sentence.
    pub fn text(self) -> &'static str {
        c::status_text(self.0).unwrap_or("The call was refused.")
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Status({})", self.name())
    }
}

/// A value that a field can have.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Value {
    field: Field,
    number: i32,
}

impl Value {
    pub(crate) fn known(field: Field, number: i32) -> Value {
        Value { field, number }
    }

    /// The field that has it.
    pub fn field(self) -> Field {
        self.field
    }

    /// The option's number, or the integer itself.
    pub fn number(self) -> i32 {
        self.number
    }

    /// The word in JSON and CSV.
    pub fn key(self) -> &'static str {
        c::value_key(self.field.0, self.number).unwrap_or_default()
    }

    /// The same, for people.
    pub fn label(self) -> &'static str {
        c::value_label(self.field.0, self.number).unwrap_or_default()
    }

    /// What it stands for; empty where its label says all.
    pub fn definition(self) -> &'static str {
        c::value_definition(self.field.0, self.number).unwrap_or_default()
    }
}

/// What a field can be given: a [`Value`] of that field, or an integer, which stands for the key
/// that it is written with (2 is ESCC grade 2), never for the number of an option.
pub trait Given: Copy {
    /// The number of the field's value. Refused where it is none of that field.
    fn number_of(self, field: Field) -> Result<i32, Error>;
}

impl Given for Value {
    fn number_of(self, field: Field) -> Result<i32, Error> {
        if self.field == field {
            return Ok(self.number);
        }
        let what = "the value is one of another field";
        Err(c::refusal_of_field(ffi::SMET_ERROR_WRONG_KIND, field, what))
    }
}

impl Given for i32 {
    fn number_of(self, field: Field) -> Result<i32, Error> {
        if field.describe().kind.number() == ffi::SMET_KIND_INTEGER {
            return Ok(self); // the library says what is wrong with it
        }
        field.value(&self.to_string()).map(Value::number)
    }
}

impl From<Value> for i32 {
    fn from(value: Value) -> i32 {
        value.number
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({}: {})", self.field, self.key())
    }
}

impl Field {
    /// The values that it can have, in the order of the record's definition.
    pub fn values(self) -> impl Iterator<Item = Value> {
        (0..c::value_count(self.0)).map(move |index| Value::known(self, c::value_at(self.0, index)))
    }

    /// The value with a key. Refused where there is none.
    pub fn value(self, key: &str) -> Result<Value, Error> {
        match c::value_find(self.0, key) {
            -1 => Err(c::refusal_of_field(ffi::SMET_ERROR_UNKNOWN_OPTION, self, "no such value")),
            number => Ok(Value::known(self, number)),
        }
    }
}
