package sacralmet

/*
#include <sacralmet/sacralmet.h>
*/
import "C"

import "strings"

// Error is what the library says of a call that it refused. Such a call has changed nothing.
type Error struct {
	Status  string // such as "SMET_ERROR_CONTRADICTION"
	Field   string // the key of the field that it is about; empty for none
	Message string // one English sentence
}

// Error gives the library's sentence.
func (e *Error) Error() string { return e.Message }

func newCError() C.struct_smet_error {
	var e C.struct_smet_error
	e.size = C.sizeof_struct_smet_error
	return e
}

// refusal is the error of a call that said why.
func refusal(status C.smet_status_t, e *C.struct_smet_error) error {
	if status == C.SMET_OK {
		return nil
	}
	return &Error{
		Status:  C.GoString(C.smet_status_name(status)),
		Field:   termKey(C.SMET_VOCABULARY_FIELD, e.field),
		Message: C.GoString(&e.message[0]),
	}
}

// check is the error of a call that gives no more than its status. What it is about is named
// before the library's sentence.
func check(status C.smet_status_t, about string) error {
	if status == C.SMET_OK {
		return nil
	}
	return &Error{
		Status:  C.GoString(C.smet_status_name(status)),
		Message: about + ": " + C.GoString(C.smet_status_text(status)),
	}
}

// checkField is check for a call about a field.
func checkField(status C.smet_status_t, field string) error {
	err := check(status, field)
	if refused, ok := err.(*Error); ok && status != C.SMET_ERROR_UNKNOWN_FIELD {
		refused.Field = field
	}
	return err
}

// The library reads a text up to its NUL, so one within would cut the text short.
func refuseNUL(field, text string) error {
	if !strings.Contains(field, "\x00") && !strings.Contains(text, "\x00") {
		return nil
	}
	err := &Error{Status: C.GoString(C.smet_status_name(C.SMET_ERROR_SYNTAX))}
	if findTerm(C.SMET_VOCABULARY_FIELD, field) < 0 {
		err.Message = "There is a NUL in the text."
		return err
	}
	err.Field = field
	err.Message = field + ": there is a NUL in the text."
	return err
}
