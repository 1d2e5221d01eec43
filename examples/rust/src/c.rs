//! The C functions that this crate calls, made safe: all that is unsafe stands here.
//!
//! What makes it safe: every function takes any number and answers what it does not know with
//! NULL, -1, 0 or a status; texts that come out are static UTF-8; a struct is filled as far as
//! its `size`; handles are owned, never NULL, and written through `&mut` alone.

use std::alloc::{handle_alloc_error, Layout};
use std::ffi::{CStr, CString};
use std::mem::size_of;
use std::os::raw::c_char;
use std::ptr::{null_mut, NonNull};

use crate::catalogue::{
    ConflictInfo, FieldInfo, InterventionInfo, ReferenceInfo, RuleInfo, Versions,
};
use crate::error::Error;
use crate::ffi;
use crate::score::Band;
use crate::terms::{Conflict, Field, Instrument, Intervention, Reference, Rule, Status};
use crate::terms::{FieldGroup, FieldKind, Grade, Verdict};

/// A static text of the library.
///
/// # Safety
///
/// The pointer is NULL or one to a static text of the library.
unsafe fn text(pointer: *const c_char) -> Option<&'static str> {
    if pointer.is_null() {
        return None;
    }
    Some(CStr::from_ptr(pointer).to_str().expect("the library's texts are UTF-8"))
}

/// What a function writes into an array, however much it is.
fn list<T: Copy>(empty: T, fill: impl Fn(*mut T, usize) -> usize) -> Vec<T> {
    let mut all = vec![empty; fill(null_mut(), 0)];
    let count = fill(all.as_mut_ptr(), all.len());
    all.truncate(count);
    all
}

/// What a function writes as text, however long it is.
fn long_text(write: impl Fn(*mut c_char, usize) -> usize) -> String {
    let mut bytes = vec![0_u8; write(null_mut(), 0) + 1];
    let length = write(bytes.as_mut_ptr().cast(), bytes.len());
    bytes.truncate(length);
    String::from_utf8(bytes).expect("the library's texts are UTF-8")
}

/// Whether memory is missing, as elsewhere in Rust, is not for the caller to ask.
fn owned<T>(pointer: *mut T) -> NonNull<T> {
    NonNull::new(pointer).unwrap_or_else(|| handle_alloc_error(Layout::new::<usize>()))
}

/// What a refused call is, of which no more is known than its status.
pub(crate) fn refusal(status: i32) -> Error {
    let status = Status(status);
    Error { status, field: None, message: status.text().to_string() }
}

/// The same of a field; `what` follows its key.
pub(crate) fn refusal_of_field(status: i32, field: Field, what: &str) -> Error {
    let message = format!("{}: {}.", field.key(), what);
    Error { status: Status(status), field: Some(field), message }
}

fn check(status: i32) -> Result<(), Error> {
    match status {
        ffi::SMET_OK => Ok(()),
        ffi::SMET_ERROR_NO_MEMORY => handle_alloc_error(Layout::new::<usize>()),
        refused => Err(refusal(refused)),
    }
}

/// Makes a call that says why it is refused.
fn explained(call: impl FnOnce(*mut ffi::smet_error) -> i32) -> Result<(), Error> {
    let mut error =
        ffi::smet_error { size: size_of::<ffi::smet_error>() as u32, ..Default::default() };
    match call(&mut error) {
        ffi::SMET_OK => Ok(()),
        ffi::SMET_ERROR_NO_MEMORY => handle_alloc_error(Layout::new::<usize>()),
        status => {
            // The library ends the message with NUL, within the struct.
            let message = unsafe { CStr::from_ptr(error.message.as_ptr()) };
            Err(Error {
                status: Status(status),
                field: Field::from_number(error.field),
                message: message.to_string_lossy().into_owned(),
            })
        }
    }
}

/// Text that goes in. C ends it at NUL, so one within would cut it short.
fn going_in(field_key: &str, text: &str) -> Result<CString, Error> {
    CString::new(text).map_err(|_| match Field::find(field_key) {
        Ok(field) => refusal_of_field(ffi::SMET_ERROR_SYNTAX, field, "there is a NUL in the text"),
        Err(_) => Error {
            status: Status(ffi::SMET_ERROR_SYNTAX),
            field: None,
            message: "There is a NUL in the text.".to_string(),
        },
    })
}

/// Calls a function that fills a struct whose size it is told.
macro_rules! fill {
    ($struct:ident, $function:ident $(, $argument:expr)*) => {{
        let mut filled = ffi::$struct {
            size: size_of::<ffi::$struct>() as u32,
            ..Default::default()
        };
        check(unsafe { ffi::$function($($argument,)* &mut filled) }).map(|()| filled)
    }};
}

/// A term that the library gave; it knows those.
macro_rules! known {
    ($type:ident, $number:expr) => {
        $type::from_number($number).expect("the library knows its own terms")
    };
}

// Vocabularies

pub(crate) fn term_count(vocabulary: i32) -> usize {
    check_abi();
    unsafe { ffi::smet_term_count(vocabulary) }
}

pub(crate) fn term_at(vocabulary: i32, index: usize) -> i32 {
    unsafe { ffi::smet_term_at(vocabulary, index) }
}

pub(crate) fn term_key(vocabulary: i32, term: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_term_key(vocabulary, term)) }
}

pub(crate) fn term_label(vocabulary: i32, term: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_term_label(vocabulary, term)) }
}

pub(crate) fn term_find(vocabulary: i32, key: &str) -> i32 {
    CString::new(key).map_or(-1, |key| unsafe { ffi::smet_term_find(vocabulary, key.as_ptr()) })
}

pub(crate) fn status_name(status: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_status_name(status)) }
}

pub(crate) fn status_text(status: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_status_text(status)) }
}

pub(crate) fn value_count(field: i32) -> usize {
    unsafe { ffi::smet_value_count(field) }
}

pub(crate) fn value_at(field: i32, index: usize) -> i32 {
    unsafe { ffi::smet_value_at(field, index) }
}

pub(crate) fn value_key(field: i32, value: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_value_key(field, value)) }
}

pub(crate) fn value_label(field: i32, value: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_value_label(field, value)) }
}

pub(crate) fn value_definition(field: i32, value: i32) -> Option<&'static str> {
    unsafe { text(ffi::smet_value_definition(field, value)) }
}

pub(crate) fn value_find(field: i32, key: &str) -> i32 {
    CString::new(key).map_or(-1, |key| unsafe { ffi::smet_value_find(field, key.as_ptr()) })
}

// The catalogue. Its functions refuse nothing but unknown terms, and a term is a known one.

/// What the library says of a term that it knows.
fn said<T>(answer: Result<T, Error>) -> T {
    answer.expect("the library describes its own terms")
}

/// A text of a struct, where NULL is none.
///
/// # Safety
///
/// As of [`text`].
unsafe fn words(pointer: *const c_char) -> &'static str {
    text(pointer).unwrap_or_default()
}

/// Refuses a library with another ABI than that of `ffi.rs`, before anything else is asked of it.
fn check_abi() {
    static CHECKED: std::sync::Once = std::sync::Once::new();
    CHECKED.call_once(|| {
        let (major, minor) = (ffi::SMET_ABI_VERSION_MAJOR, ffi::SMET_ABI_VERSION_MINOR);
        let serves = unsafe { ffi::smet_abi_serves(major as i32, minor as i32) };
        assert!(
            serves != 0,
            "libsacralmet has the ABI {}; this crate was made for {}.{}",
            unsafe { words(ffi::smet_abi_version()) },
            major,
            minor
        );
    });
}

pub(crate) fn versions() -> Versions {
    unsafe {
        Versions {
            release: words(ffi::smet_version()),
            abi: words(ffi::smet_abi_version()),
            content: words(ffi::smet_content_version()),
            digest: words(ffi::smet_content_digest()),
        }
    }
}

pub(crate) fn field_describe(field: Field) -> FieldInfo {
    let info = said(fill!(smet_field_info, smet_field_describe, field.number()));
    FieldInfo {
        kind: known!(FieldKind, info.kind),
        group: known!(FieldGroup, info.group),
        minimum: info.minimum,
        maximum: info.maximum,
        step: info.step,
        is_override: info.is_override != 0,
        definition: unsafe { words(info.definition) },
    }
}

pub(crate) fn intervention_describe(intervention: Intervention) -> InterventionInfo {
    let number = intervention.number();
    let info = said(fill!(smet_intervention_info, smet_intervention_describe, number));
    InterventionInfo {
        is_operation: info.is_operation != 0,
        is_local_treatment: info.is_local_treatment != 0,
        is_around_operation: info.is_around_operation != 0,
        side_opposite_of: Field::from_number(info.side_opposite_of),
        definition: unsafe { words(info.definition) },
    }
}

pub(crate) fn rule_describe(rule: Rule) -> RuleInfo {
    let info = said(fill!(smet_rule_info, smet_rule_describe, rule.number()));
    RuleInfo {
        verdict: known!(Verdict, info.verdict),
        grade: known!(Grade, info.grade),
        rationale: unsafe { words(info.rationale) },
        section: unsafe { words(info.section) },
    }
}

pub(crate) fn rule_condition(rule: Rule) -> String {
    long_text(|room, size| unsafe { ffi::smet_rule_condition(rule.number(), room, size) })
}

pub(crate) fn rule_interventions(rule: Rule) -> Vec<i32> {
    list(-1, |room, size| unsafe { ffi::smet_rule_interventions(rule.number(), room, size) })
}

pub(crate) fn rule_references(rule: Rule) -> Vec<i32> {
    list(-1, |room, size| unsafe { ffi::smet_rule_references(rule.number(), room, size) })
}

pub(crate) fn rule_evidence(rule: Rule) -> Vec<i32> {
    list(-1, |room, size| unsafe { ffi::smet_rule_evidence(rule.number(), room, size) })
}

pub(crate) fn rule_fields(rule: Rule) -> Vec<i32> {
    list(-1, |room, size| unsafe { ffi::smet_rule_fields(rule.number(), room, size) })
}

pub(crate) fn conflict_describe(conflict: Conflict) -> ConflictInfo {
    let info = said(fill!(smet_conflict_info, smet_conflict_describe, conflict.number()));
    ConflictInfo { explanation: unsafe { words(info.explanation) } }
}

pub(crate) fn reference_describe(reference: Reference) -> ReferenceInfo {
    let info = said(fill!(smet_reference_info, smet_reference_describe, reference.number()));
    unsafe {
        ReferenceInfo {
            number: info.number,
            year: info.year,
            authors: words(info.authors),
            title: words(info.title),
            journal: words(info.journal),
            doi: words(info.doi),
            pmid: words(info.pmid),
            citation: words(info.citation),
        }
    }
}

pub(crate) fn instrument_references(instrument: Instrument) -> Vec<i32> {
    let number = instrument.number();
    list(-1, |room, size| unsafe { ffi::smet_instrument_references(number, room, size) })
}

pub(crate) fn band_describe(instrument: Instrument, band: i32) -> Option<Band> {
    let info = fill!(smet_band_info, smet_band_describe, instrument.number(), band).ok()?;
    unsafe {
        Some(Band {
            instrument,
            number: info.band,
            minimum: info.minimum,
            maximum: info.maximum,
            key: words(info.key),
            label: words(info.label),
            alias: words(info.alias),
            strategy: words(info.strategy),
        })
    }
}

// Records

/// Owns a record.
pub(crate) struct Record(NonNull<ffi::smet_record>);

// The library keeps no state but in handles. A record is written through `&mut` alone, and any
// number of threads may read it.
unsafe impl Send for Record {}
unsafe impl Sync for Record {}

impl Drop for Record {
    fn drop(&mut self) {
        unsafe { ffi::smet_record_free(self.0.as_ptr()) }
    }
}

impl Clone for Record {
    fn clone(&self) -> Record {
        Record(owned(unsafe { ffi::smet_record_copy(self.0.as_ptr()) }))
    }
}

impl Record {
    pub(crate) fn new() -> Record {
        check_abi();
        Record(owned(unsafe { ffi::smet_record_new() }))
    }

    pub(crate) fn set_text(&mut self, field_key: &str, cell: &str) -> Result<(), Error> {
        let cell = going_in(field_key, cell)?;
        let key = going_in(field_key, field_key)?;
        let record = self.0.as_ptr();
        explained(|error| unsafe {
            ffi::smet_record_set_text(record, key.as_ptr(), cell.as_ptr(), error)
        })
    }

    pub(crate) fn set(&mut self, field: i32, value: i32) -> Result<(), Error> {
        let record = self.0.as_ptr();
        explained(|error| unsafe { ffi::smet_record_set(record, field, value, error) })
    }

    pub(crate) fn narrow(&mut self, field: i32, values: &[i32]) -> Result<(), Error> {
        let record = self.0.as_ptr();
        explained(|error| unsafe {
            ffi::smet_record_narrow(record, field, values.as_ptr(), values.len(), error)
        })
    }

    pub(crate) fn narrow_range(&mut self, field: i32, from: i32, to: i32) -> Result<(), Error> {
        let record = self.0.as_ptr();
        explained(|error| unsafe { ffi::smet_record_narrow_range(record, field, from, to, error) })
    }

    pub(crate) fn clear(&mut self, field: i32) {
        let status = unsafe { ffi::smet_record_clear(self.0.as_ptr(), field) };
        debug_assert_eq!(status, ffi::SMET_OK);
    }

    pub(crate) fn is_entered(&self, field: i32) -> bool {
        unsafe { ffi::smet_record_is_entered(self.0.as_ptr(), field) != 0 }
    }

    pub(crate) fn is_possible(&self, field: i32, value: i32) -> bool {
        unsafe { ffi::smet_record_is_possible(self.0.as_ptr(), field, value) != 0 }
    }

    pub(crate) fn values(&self, field: i32) -> Vec<i32> {
        let record = self.0.as_ptr();
        list(-1, |room, size| unsafe { ffi::smet_record_values(record, field, room, size) })
    }

    pub(crate) fn score(&self, instrument: i32) -> ffi::smet_score {
        let mut score =
            ffi::smet_score { size: size_of::<ffi::smet_score>() as u32, ..Default::default() };
        let record = self.0.as_ptr();
        said(explained(|error| unsafe {
            ffi::smet_record_score(record, instrument, &mut score, error)
        }));
        score
    }

    pub(crate) fn score_notes(&self, instrument: i32) -> Vec<&'static str> {
        let record = self.0.as_ptr();
        let notes = list(std::ptr::null(), |room, size| unsafe {
            ffi::smet_record_score_notes(record, instrument, room, size)
        });
        notes.into_iter().map(|note| unsafe { words(note) }).collect()
    }
}

// Assessments

/// Owns an assessment.
pub(crate) struct Assessment(NonNull<ffi::smet_assessment>);

// An assessment never changes, and the library keeps no state but in handles.
unsafe impl Send for Assessment {}
unsafe impl Sync for Assessment {}

impl Drop for Assessment {
    fn drop(&mut self) {
        unsafe { ffi::smet_assessment_free(self.0.as_ptr()) }
    }
}

impl Clone for Assessment {
    fn clone(&self) -> Assessment {
        Assessment(owned(unsafe { ffi::smet_assessment_copy(self.0.as_ptr()) }))
    }
}

impl Assessment {
    /// Refused only where there is no memory.
    pub(crate) fn new(record: &Record) -> Assessment {
        Assessment(owned(unsafe { ffi::smet_assess(record.0.as_ptr(), null_mut()) }))
    }

    pub(crate) fn record(&self) -> Record {
        Record(owned(unsafe {
            ffi::smet_record_copy(ffi::smet_assessment_record(self.0.as_ptr()))
        }))
    }

    pub(crate) fn disposition(&self, intervention: i32) -> ffi::smet_disposition {
        let assessment = self.0.as_ptr();
        said(fill!(smet_disposition, smet_assessment_disposition, assessment, intervention))
    }

    pub(crate) fn dispositions(&self) -> Vec<ffi::smet_disposition> {
        let assessment = self.0.as_ptr();
        let count = unsafe { ffi::smet_assessment_disposition_count(assessment) };
        (0..count)
            .map(|i| said(fill!(smet_disposition, smet_assessment_disposition_at, assessment, i)))
            .collect()
    }

    pub(crate) fn rules(&self, intervention: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_rules(assessment, intervention, room, size)
        })
    }

    pub(crate) fn rule(&self, intervention: i32, rule: i32) -> Result<ffi::smet_rule_state, Error> {
        fill!(smet_rule_state, smet_assessment_rule, self.0.as_ptr(), intervention, rule)
    }

    pub(crate) fn cautions(&self, intervention: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_cautions(assessment, intervention, room, size)
        })
    }

    pub(crate) fn finding(&self, finding: i32) -> i32 {
        unsafe { ffi::smet_assessment_finding(self.0.as_ptr(), finding) }
    }

    pub(crate) fn score(&self, instrument: i32) -> ffi::smet_score {
        said(fill!(smet_score, smet_assessment_score, self.0.as_ptr(), instrument))
    }

    pub(crate) fn values(&self, field: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe { ffi::smet_assessment_values(assessment, field, room, size) })
    }

    pub(crate) fn deciding(&self, intervention: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_deciding(assessment, intervention, room, size)
        })
    }

    pub(crate) fn alarming(&self, intervention: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_alarming(assessment, intervention, room, size)
        })
    }

    pub(crate) fn rule_derived(&self, rule: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_rule_derived(assessment, rule, room, size)
        })
    }

    pub(crate) fn next_interventions(&self, index: usize) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_next_interventions(assessment, index, room, size)
        })
    }

    pub(crate) fn next_instruments(&self, index: usize) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_next_instruments(assessment, index, room, size)
        })
    }

    pub(crate) fn derived_from(&self, field: i32) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe {
            ffi::smet_assessment_derived_from(assessment, field, room, size)
        })
    }

    pub(crate) fn conflicts(&self) -> Vec<i32> {
        let assessment = self.0.as_ptr();
        list(-1, |room, size| unsafe { ffi::smet_assessment_conflicts(assessment, room, size) })
    }

    /// The fields and the text of each group.
    pub(crate) fn inconsistencies(&self) -> Vec<(Vec<i32>, &'static str)> {
        let assessment = self.0.as_ptr();
        let count = unsafe { ffi::smet_assessment_inconsistency_count(assessment) };
        let fields = |i| {
            list(-1, |room, size| unsafe {
                ffi::smet_assessment_inconsistency_fields(assessment, i, room, size)
            })
        };
        let said = |i| unsafe { words(ffi::smet_assessment_inconsistency_text(assessment, i)) };
        (0..count).map(|i| (fields(i), said(i))).collect()
    }

    pub(crate) fn next(&self) -> Vec<ffi::smet_next_fact> {
        let assessment = self.0.as_ptr();
        let count = unsafe { ffi::smet_assessment_next_count(assessment) };
        (0..count)
            .map(|i| said(fill!(smet_next_fact, smet_assessment_next, assessment, i)))
            .collect()
    }
}
