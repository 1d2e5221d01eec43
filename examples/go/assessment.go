package sacralmet

/*
#include <sacralmet/sacralmet.h>
*/
import "C"

import "runtime"

// Assessment is everything that the library says of one record; [Record.Assess] makes it. It
// never changes.
type Assessment struct {
	handle *C.smet_assessment
}

// Disposition is what is known of one intervention.
type Disposition struct {
	Intervention string
	Verdict      string   // the strongest verdict among the rules that fire
	Settled      bool     // nothing that is unknown can change it
	Possible     []string // it and each stronger verdict that may come, the strongest first
	Side         string   // the side that is named; empty for none
	Deciding     []string // fields, still open, that could change it
	Alarming     []string // of these, those that could still make it an emergency
}

// RuleState is how a rule stands on an intervention.
type RuleState struct {
	Rule      string
	Verdict   string
	Fires     string // a key of the vocabulary "truth"
	Overruled bool   // it fires, and so does a stronger one
}

// Inconsistency is a group of entered facts that contradict each other.
type Inconsistency struct {
	Fields []string `json:"fields"`
	Text   string   `json:"text"` // what is wrong, and what the library does about it
}

// NextFact is a fact that would settle much.
type NextFact struct {
	Field            string
	MayShowEmergency bool
	Interventions    []string // those that it bears on
	Instruments      []string // those that miss it
}

// Close frees the assessment at once. Closing it again does nothing.
func (a *Assessment) Close() {
	C.smet_assessment_free(a.handle)
	a.handle = nil
	runtime.SetFinalizer(a, nil)
}

// Each method ends with runtime.KeepAlive, as those of Record.
func (a *Assessment) open() *C.smet_assessment {
	if a.handle == nil {
		panic("sacralmet: the assessment is closed")
	}
	return a.handle
}

// Disposition says what is known of an intervention.
func (a *Assessment) Disposition(intervention string) (Disposition, error) {
	defer runtime.KeepAlive(a)
	disposition := newCDisposition()
	number := findTerm(C.SMET_VOCABULARY_INTERVENTION, intervention)
	status := C.smet_assessment_disposition(a.open(), number, &disposition)
	if err := check(status, intervention); err != nil {
		return Disposition{}, err
	}
	return makeDisposition(a.open(), &disposition), nil
}

// Dispositions gives what there is to say, in the order of a reader: emergencies first.
func (a *Assessment) Dispositions() []Disposition {
	defer runtime.KeepAlive(a)
	handle := a.open()
	all := make([]Disposition, C.smet_assessment_disposition_count(handle))
	for i := range all {
		disposition := newCDisposition()
		mustHold(C.smet_assessment_disposition_at(handle, C.size_t(i), &disposition))
		all[i] = makeDisposition(handle, &disposition)
	}
	return all
}

// Rules gives the rules that fire or may fire on an intervention.
func (a *Assessment) Rules(intervention string) ([]string, error) {
	defer runtime.KeepAlive(a)
	handle := a.open()
	return ruleKeys(intervention,
		func(number C.int32_t, room *C.int32_t, capacity C.size_t) C.size_t {
			return C.smet_assessment_rules(handle, number, room, capacity)
		})
}

// Rule says how a rule stands on an intervention that it speaks of.
func (a *Assessment) Rule(intervention, rule string) (RuleState, error) {
	defer runtime.KeepAlive(a)
	var state C.struct_smet_rule_state
	state.size = C.sizeof_struct_smet_rule_state
	status := C.smet_assessment_rule(a.open(),
		findTerm(C.SMET_VOCABULARY_INTERVENTION, intervention),
		findTerm(C.SMET_VOCABULARY_RULE, rule), &state)
	if err := check(status, intervention+", "+rule); err != nil {
		return RuleState{}, err
	}
	return RuleState{
		Rule:      rule,
		Verdict:   termKey(C.SMET_VOCABULARY_VERDICT, state.verdict),
		Fires:     termKey(C.SMET_VOCABULARY_TRUTH, state.fires),
		Overruled: state.is_overruled != 0,
	}, nil
}

// Cautions gives the rules to show as cautions with an intervention.
func (a *Assessment) Cautions(intervention string) ([]string, error) {
	defer runtime.KeepAlive(a)
	handle := a.open()
	return ruleKeys(intervention,
		func(number C.int32_t, room *C.int32_t, capacity C.size_t) C.size_t {
			return C.smet_assessment_cautions(handle, number, room, capacity)
		})
}

// Finding says what is known of a finding: a key of the vocabulary "truth".
func (a *Assessment) Finding(finding string) (string, error) {
	defer runtime.KeepAlive(a)
	number := findTerm(C.SMET_VOCABULARY_FINDING, finding)
	truth := C.smet_assessment_finding(a.open(), number)
	if truth == C.SMET_TRUTH_INVALID {
		return "", check(C.SMET_ERROR_UNKNOWN_TERM, finding)
	}
	return termKey(C.SMET_VOCABULARY_TRUTH, truth), nil
}

// Score gives the score of an instrument, as [Record.Score] does.
func (a *Assessment) Score(instrument string) (Score, error) {
	defer runtime.KeepAlive(a)
	score := newCScore()
	number := findTerm(C.SMET_VOCABULARY_INSTRUMENT, instrument)
	err := check(C.smet_assessment_score(a.open(), number, &score), instrument)
	if err != nil {
		return Score{}, err
	}
	return makeScore(&score), nil
}

// Values gives the keys of a field's values that are possible once linked fields were
// applied.
func (a *Assessment) Values(field string) ([]string, error) {
	defer runtime.KeepAlive(a)
	handle := a.open()
	number := findTerm(C.SMET_VOCABULARY_FIELD, field)
	if number < 0 {
		return nil, checkField(C.SMET_ERROR_UNKNOWN_FIELD, field)
	}
	values := list(func(room *C.int32_t, capacity C.size_t) C.size_t {
		return C.smet_assessment_values(handle, number, room, capacity)
	})
	return valueKeys(number, values), nil
}

// Conflicts gives the conflicts of this patient.
func (a *Assessment) Conflicts() []string {
	defer runtime.KeepAlive(a)
	handle := a.open()
	return termKeys(C.SMET_VOCABULARY_CONFLICT,
		list(func(room *C.int32_t, capacity C.size_t) C.size_t {
			return C.smet_assessment_conflicts(handle, room, capacity)
		}))
}

// Inconsistencies gives the groups of entered facts that contradict each other.
func (a *Assessment) Inconsistencies() []Inconsistency {
	defer runtime.KeepAlive(a)
	handle := a.open()
	groups := make([]Inconsistency, C.smet_assessment_inconsistency_count(handle))
	for i := range groups {
		fields := list(func(room *C.int32_t, capacity C.size_t) C.size_t {
			return C.smet_assessment_inconsistency_fields(handle, C.size_t(i), room, capacity)
		})
		groups[i] = Inconsistency{
			Fields: termKeys(C.SMET_VOCABULARY_FIELD, fields),
			Text:   C.GoString(C.smet_assessment_inconsistency_text(handle, C.size_t(i))),
		}
	}
	return groups
}

// Next gives the facts that would settle most.
func (a *Assessment) Next() []NextFact {
	defer runtime.KeepAlive(a)
	handle := a.open()
	facts := make([]NextFact, C.smet_assessment_next_count(handle))
	for i := range facts {
		var fact C.struct_smet_next_fact
		fact.size = C.sizeof_struct_smet_next_fact
		mustHold(C.smet_assessment_next(handle, C.size_t(i), &fact))
		facts[i] = NextFact{
			Field:            termKey(C.SMET_VOCABULARY_FIELD, fact.field),
			MayShowEmergency: fact.may_show_emergency != 0,
			Interventions: termKeys(C.SMET_VOCABULARY_INTERVENTION,
				list(func(room *C.int32_t, capacity C.size_t) C.size_t {
					return C.smet_assessment_next_interventions(handle, C.size_t(i), room, capacity)
				})),
			Instruments: termKeys(C.SMET_VOCABULARY_INSTRUMENT,
				list(func(room *C.int32_t, capacity C.size_t) C.size_t {
					return C.smet_assessment_next_instruments(handle, C.size_t(i), room, capacity)
				})),
		}
	}
	return facts
}

// ruleKeys gives the rules that a function of the library lists for an intervention.
func ruleKeys(intervention string,
	fill func(number C.int32_t, room *C.int32_t, capacity C.size_t) C.size_t) ([]string, error) {
	number := findTerm(C.SMET_VOCABULARY_INTERVENTION, intervention)
	if number < 0 {
		return nil, check(C.SMET_ERROR_UNKNOWN_TERM, intervention)
	}
	return termKeys(C.SMET_VOCABULARY_RULE,
		list(func(room *C.int32_t, capacity C.size_t) C.size_t {
			return fill(number, room, capacity)
		})), nil
}

func newCDisposition() C.struct_smet_disposition {
	var disposition C.struct_smet_disposition
	disposition.size = C.sizeof_struct_smet_disposition
	return disposition
}

func makeDisposition(handle *C.smet_assessment, d *C.struct_smet_disposition) Disposition {
	return Disposition{
		Intervention: termKey(C.SMET_VOCABULARY_INTERVENTION, d.intervention),
		Verdict:      termKey(C.SMET_VOCABULARY_VERDICT, d.disposition),
		Settled:      d.is_settled != 0,
		Possible:     termKeys(C.SMET_VOCABULARY_VERDICT, d.possible[:d.possible_count]),
		Side:         termKey(C.SMET_VOCABULARY_SIDE, d.side),
		Deciding: termKeys(C.SMET_VOCABULARY_FIELD,
			list(func(room *C.int32_t, capacity C.size_t) C.size_t {
				return C.smet_assessment_deciding(handle, d.intervention, room, capacity)
			})),
		Alarming: termKeys(C.SMET_VOCABULARY_FIELD,
			list(func(room *C.int32_t, capacity C.size_t) C.size_t {
				return C.smet_assessment_alarming(handle, d.intervention, room, capacity)
			})),
	}
}

// mustHold is for calls whose arguments are the library's own.
func mustHold(status C.smet_status_t) {
	if status != C.SMET_OK {
		panic("sacralmet: " + C.GoString(C.smet_status_text(status)))
	}
}
