package sacralmet

/*
#include <sacralmet/sacralmet.h>
#include <stdlib.h>
*/
import "C"

import (
	"strings"
	"unsafe"
)

// Term is one word of a vocabulary, or one value of a field.
type Term struct {
	Number int    // its number, which never changes
	Key    string // the word in JSON and CSV
	Label  string // for people
}

// Field is what a record can hold of one fact.
type Field struct {
	Key        string
	Label      string
	Definition string // what it asks for
	Kind       string // a key of the vocabulary "field_kind"
	Group      string // a key of the vocabulary "field_group"
	Minimum    int
	Maximum    int
	Step       int
	Override   bool // a clinician's own judgement, which wins over what is derived
}

// Rule is a statement of the literature.
type Rule struct {
	Key        string
	Verdict    string // what it says of its interventions
	Grade      string // how well it is grounded
	Rationale  string
	Section    string   // its place in the review
	References []string // citations, ready to print
}

// Terms lists a vocabulary, such as "field", "instrument", "intervention" or "verdict". The
// vocabulary "vocabulary" lists them all.
func Terms(vocabulary string) ([]Term, error) {
	number := findTerm(C.SMET_VOCABULARY_VOCABULARY, vocabulary)
	if number < 0 {
		return nil, check(C.SMET_ERROR_UNKNOWN_TERM, vocabulary)
	}
	terms := make([]Term, C.smet_term_count(number))
	for i := range terms {
		term := C.smet_term_at(number, C.size_t(i))
		terms[i] = Term{
			Number: int(term),
			Key:    termKey(number, term),
			Label:  C.GoString(C.smet_term_label(number, term)),
		}
	}
	return terms, nil
}

// Values lists the values that a field can have.
func Values(field string) ([]Term, error) {
	number := findTerm(C.SMET_VOCABULARY_FIELD, field)
	if number < 0 {
		return nil, checkField(C.SMET_ERROR_UNKNOWN_FIELD, field)
	}
	values := make([]Term, C.smet_value_count(number))
	for i := range values {
		value := C.smet_value_at(number, C.size_t(i))
		values[i] = Term{
			Number: int(value),
			Key:    C.GoString(C.smet_value_key(number, value)),
			Label:  C.GoString(C.smet_value_label(number, value)),
		}
	}
	return values, nil
}

// DescribeField says what a field is.
func DescribeField(field string) (Field, error) {
	var info C.struct_smet_field_info
	info.size = C.sizeof_struct_smet_field_info
	status := C.smet_field_describe(findTerm(C.SMET_VOCABULARY_FIELD, field), &info)
	if err := checkField(status, field); err != nil {
		return Field{}, err
	}
	return Field{
		Key:        C.GoString(info.key),
		Label:      C.GoString(info.label),
		Definition: C.GoString(info.definition),
		Kind:       termKey(C.SMET_VOCABULARY_FIELD_KIND, info.kind),
		Group:      termKey(C.SMET_VOCABULARY_FIELD_GROUP, info.group),
		Minimum:    int(info.minimum),
		Maximum:    int(info.maximum),
		Step:       int(info.step),
		Override:   info.is_override != 0,
	}, nil
}

// DescribeRule says what a rule is.
func DescribeRule(rule string) (Rule, error) {
	var info C.struct_smet_rule_info
	info.size = C.sizeof_struct_smet_rule_info
	number := findTerm(C.SMET_VOCABULARY_RULE, rule)
	if err := check(C.smet_rule_describe(number, &info), rule); err != nil {
		return Rule{}, err
	}
	references := list(func(room *C.int32_t, capacity C.size_t) C.size_t {
		return C.smet_rule_references(number, room, capacity)
	})
	citations := make([]string, len(references))
	for i, reference := range references {
		var cited C.struct_smet_reference_info
		cited.size = C.sizeof_struct_smet_reference_info
		if err := check(C.smet_reference_describe(reference, &cited), rule); err != nil {
			return Rule{}, err
		}
		citations[i] = C.GoString(cited.citation)
	}
	return Rule{
		Key:        C.GoString(info.key),
		Verdict:    termKey(C.SMET_VOCABULARY_VERDICT, info.verdict),
		Grade:      termKey(C.SMET_VOCABULARY_GRADE, info.grade),
		Rationale:  C.GoString(info.rationale),
		Section:    C.GoString(info.section),
		References: citations,
	}, nil
}

// findTerm gives -1 for a key that is none.
func findTerm(vocabulary C.smet_vocabulary_t, key string) C.int32_t {
	if strings.Contains(key, "\x00") {
		return -1
	}
	text := C.CString(key)
	defer C.free(unsafe.Pointer(text))
	return C.smet_term_find(vocabulary, text)
}

// findValue gives -1 for a key that is none of the field's values.
func findValue(field C.smet_field_t, key string) C.smet_value_t {
	if strings.Contains(key, "\x00") {
		return -1
	}
	text := C.CString(key)
	defer C.free(unsafe.Pointer(text))
	return C.smet_value_find(field, text)
}

// termKey is empty for a number that is no term.
func termKey(vocabulary C.smet_vocabulary_t, term C.int32_t) string {
	return C.GoString(C.smet_term_key(vocabulary, term))
}

func termKeys(vocabulary C.smet_vocabulary_t, terms []C.int32_t) []string {
	keys := make([]string, len(terms))
	for i, term := range terms {
		keys[i] = termKey(vocabulary, term)
	}
	return keys
}

// list is what a function of the library writes into an array, however much it is.
func list(fill func(room *C.int32_t, capacity C.size_t) C.size_t) []C.int32_t {
	numbers := make([]C.int32_t, fill(nil, 0))
	if len(numbers) > 0 {
		fill(&numbers[0], C.size_t(len(numbers)))
	}
	return numbers
}

// bits are the numbers of the bits that are set, rising.
func bits(mask C.uint64_t) []C.int32_t {
	numbers := []C.int32_t{}
	for bit := C.int32_t(0); bit < 64; bit++ {
		if mask>>uint(bit)&1 != 0 {
			numbers = append(numbers, bit)
		}
	}
	return numbers
}
