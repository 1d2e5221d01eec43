package sacralmet

/*
#include <sacralmet/sacralmet.h>
#include <stdlib.h>
*/
import "C"

import (
	"runtime"
	"strconv"
	"unsafe"
)

// Record is what is known of a patient: for each field, the values that are still possible.
// Make it with [NewRecord].
type Record struct {
	handle *C.smet_record
}

// NewRecord makes a record in which everything is unknown.
func NewRecord() *Record { return ownRecord(C.smet_record_new()) }

func ownRecord(handle *C.smet_record) *Record {
	if handle == nil {
		panic("sacralmet: out of memory")
	}
	record := &Record{handle}
	runtime.SetFinalizer(record, (*Record).Close)
	return record
}

// Close frees the record at once. Closing it again does nothing.
func (r *Record) Close() {
	C.smet_record_free(r.handle)
	r.handle = nil
	runtime.SetFinalizer(r, nil)
}

// Each method ends with runtime.KeepAlive: the finalizer could otherwise free the record
// while the library reads it.
func (r *Record) open() *C.smet_record {
	if r.handle == nil {
		panic("sacralmet: the record is closed")
	}
	return r.handle
}

// Copy makes another record with the same facts.
func (r *Record) Copy() *Record {
	defer runtime.KeepAlive(r)
	return ownRecord(C.smet_record_copy(r.open()))
}

// Set enters what a text says of a field: "mechanical", "S1|S2" or "40..50". An empty text
// says nothing.
func (r *Record) Set(field, text string) error {
	defer runtime.KeepAlive(r)
	handle := r.open()
	if err := refuseNUL(field, text); err != nil {
		return err
	}
	key, value := C.CString(field), C.CString(text)
	defer C.free(unsafe.Pointer(key))
	defer C.free(unsafe.Pointer(value))
	e := newCError()
	return refusal(C.smet_record_set_text(handle, key, value, &e), &e)
}

// SetNumber enters one value, a number: it stands for the key that it is written with (2 is
// ESCC grade 2), never for the number of an option.
func (r *Record) SetNumber(field string, value int) error {
	return r.Set(field, strconv.Itoa(value))
}

// Narrow leaves of a field's values only those with the given keys.
func (r *Record) Narrow(field string, values ...string) error {
	defer runtime.KeepAlive(r)
	handle := r.open()
	number := findTerm(C.SMET_VOCABULARY_FIELD, field)
	if number < 0 {
		return checkField(C.SMET_ERROR_UNKNOWN_FIELD, field)
	}
	// One more than are used, so that there is a first one to point to.
	numbers := make([]C.smet_value_t, len(values)+1)
	for i, value := range values {
		if numbers[i] = findValue(number, value); numbers[i] < 0 {
			err := checkField(C.SMET_ERROR_UNKNOWN_OPTION, field).(*Error)
			err.Message += " (\"" + value + "\")"
			return err
		}
	}
	e := newCError()
	return refusal(C.smet_record_narrow(handle, number, &numbers[0], C.size_t(len(values)), &e),
		&e)
}

// NarrowRange leaves of an integer field's values only those from minimum to maximum.
func (r *Record) NarrowRange(field string, minimum, maximum int32) error {
	defer runtime.KeepAlive(r)
	handle := r.open()
	number := findTerm(C.SMET_VOCABULARY_FIELD, field)
	if number < 0 {
		return checkField(C.SMET_ERROR_UNKNOWN_FIELD, field)
	}
	e := newCError()
	return refusal(C.smet_record_narrow_range(handle, number, C.smet_value_t(minimum),
		C.smet_value_t(maximum), &e), &e)
}

// Clear forgets what was entered in a field.
func (r *Record) Clear(field string) error {
	defer runtime.KeepAlive(r)
	number := findTerm(C.SMET_VOCABULARY_FIELD, field)
	return checkField(C.smet_record_clear(r.open(), number), field)
}

// Entered says whether anything was entered in a field; it is false for a field that is none.
func (r *Record) Entered(field string) bool {
	defer runtime.KeepAlive(r)
	return C.smet_record_is_entered(r.open(), findTerm(C.SMET_VOCABULARY_FIELD, field)) != 0
}

// Values gives the keys of the values that are still possible, as entered.
func (r *Record) Values(field string) ([]string, error) {
	defer runtime.KeepAlive(r)
	handle := r.open()
	number := findTerm(C.SMET_VOCABULARY_FIELD, field)
	if number < 0 {
		return nil, checkField(C.SMET_ERROR_UNKNOWN_FIELD, field)
	}
	values := list(func(room *C.int32_t, capacity C.size_t) C.size_t {
		return C.smet_record_values(handle, number, room, capacity)
	})
	return valueKeys(number, values), nil
}

// Score scores the record with an instrument, such as "sins".
func (r *Record) Score(instrument string) (Score, error) {
	defer runtime.KeepAlive(r)
	number := findTerm(C.SMET_VOCABULARY_INSTRUMENT, instrument)
	score := newCScore()
	status := C.smet_record_score(r.open(), number, &score, nil)
	if err := check(status, instrument); err != nil {
		return Score{}, err
	}
	return makeScore(&score), nil
}

// Assess says everything that the library has to say of the record. The assessment stays as
// it is when the record changes.
func (r *Record) Assess() (*Assessment, error) {
	defer runtime.KeepAlive(r)
	e := newCError()
	handle := C.smet_assess(r.open(), &e)
	if handle == nil {
		return nil, refusal(e.status, &e)
	}
	assessment := &Assessment{handle}
	runtime.SetFinalizer(assessment, (*Assessment).Close)
	return assessment, nil
}

func valueKeys(field C.smet_field_t, values []C.int32_t) []string {
	keys := make([]string, len(values))
	for i, value := range values {
		keys[i] = C.GoString(C.smet_value_key(field, value))
	}
	return keys
}
