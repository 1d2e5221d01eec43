package sacralmet_test

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"runtime"
	"sacralmet"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// set enters what must be accepted.
func set(t *testing.T, record *sacralmet.Record, field, text string) {
	t.Helper()
	if err := record.Set(field, text); err != nil {
		t.Fatal(err)
	}
}

func assess(t *testing.T, record *sacralmet.Record) *sacralmet.Assessment {
	t.Helper()
	assessment, err := record.Assess()
	if err != nil {
		t.Fatal(err)
	}
	return assessment
}

// refused gives what the library said, or fails the test.
func refused(t *testing.T, err error) *sacralmet.Error {
	t.Helper()
	var said *sacralmet.Error
	if !errors.As(err, &said) {
		t.Fatalf("not refused by the library: %v", err)
	}
	return said
}

func equal(t *testing.T, wanted, got any) {
	t.Helper()
	if !reflect.DeepEqual(wanted, got) {
		t.Errorf("wanted %v, got %v", wanted, got)
	}
}

func panics(t *testing.T, call func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	call()
}

func TestErrorsSayWhatAndWhere(t *testing.T) {
	record := sacralmet.NewRecord()
	set(t, record, "pain", "none")
	said := refused(t, record.Set("pain", "mechanical"))
	equal(t, "SMET_ERROR_CONTRADICTION", said.Status)
	equal(t, "pain", said.Field)
	if !strings.HasPrefix(said.Error(), "pain: ") {
		t.Errorf("the message does not begin with the field: %s", said)
	}
	_, err := record.Score("x")
	_, termsErr := sacralmet.Terms("x")
	_, ruleErr := sacralmet.DescribeRule("x")
	_, valuesErr := record.Values("x")
	for _, one := range []struct {
		err    error
		status string
		field  string
	}{
		{record.Set("no_such_field", "1"), "SMET_ERROR_UNKNOWN_FIELD", ""},
		{record.Set("karnofsky", "40\x00"), "SMET_ERROR_SYNTAX", "karnofsky"},
		{record.Set("karno\x00fsky", "40"), "SMET_ERROR_SYNTAX", ""},
		{record.Set("lesion_level", "\xff"), "SMET_ERROR_ENCODING", "lesion_level"},
		{record.SetNumber("karnofsky", 45), "SMET_ERROR_OUT_OF_RANGE", "karnofsky"},
		{record.SetNumber("x", 1), "SMET_ERROR_UNKNOWN_FIELD", ""},
		{record.Narrow("lesion_level", "S1", "S9"), "SMET_ERROR_UNKNOWN_OPTION", "lesion_level"},
		{record.Narrow("lesion_level"), "SMET_ERROR_EMPTY_SET", "lesion_level"},
		{record.NarrowRange("karnofsky", 60, 40), "SMET_ERROR_REVERSED_RANGE", "karnofsky"},
		{record.NarrowRange("lesion_level", 0, 1), "SMET_ERROR_WRONG_KIND", "lesion_level"},
		{record.Clear("x"), "SMET_ERROR_UNKNOWN_FIELD", ""},
		{err, "SMET_ERROR_UNKNOWN_TERM", ""},
		{termsErr, "SMET_ERROR_UNKNOWN_TERM", ""},
		{ruleErr, "SMET_ERROR_UNKNOWN_TERM", ""},
		{valuesErr, "SMET_ERROR_UNKNOWN_FIELD", ""},
	} {
		said := refused(t, one.err)
		equal(t, one.status, said.Status)
		equal(t, one.field, said.Field)
		if said.Message == "" {
			t.Errorf("%s without a message", said.Status)
		}
	}
	terms, _ := sacralmet.Terms("field")
	for _, field := range terms {
		equal(t, field.Key == "pain", record.Entered(field.Key))
	}
}

func TestFactsAreNarrowedAndCleared(t *testing.T) {
	record := sacralmet.NewRecord()
	for _, err := range []error{
		record.NarrowRange("karnofsky", 40, 60), record.Narrow("karnofsky", "50", "60", "100")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	other := record.Copy()
	values, _ := record.Values("karnofsky")
	equal(t, []string{"50", "60"}, values)
	if err := record.Clear("karnofsky"); err != nil {
		t.Fatal(err)
	}
	equal(t, false, record.Entered("karnofsky"))
	equal(t, true, other.Entered("karnofsky"))
	set(t, record, "ecog", "3")
	// The clinical authority on records: "ECOG 3 gives 30 to 60".
	values, _ = assess(t, record).Values("karnofsky")
	equal(t, []string{"30", "40", "50", "60"}, values)
}

func TestVocabulariesAreWalked(t *testing.T) {
	vocabularies, err := sacralmet.Terms("vocabulary")
	if err != nil || len(vocabularies) < 19 {
		t.Fatal("the vocabularies of the headers are not all there", err)
	}
	for _, vocabulary := range vocabularies {
		terms, err := sacralmet.Terms(vocabulary.Key)
		if err != nil || len(terms) == 0 {
			t.Fatal(vocabulary.Key, "is empty", err)
		}
	}
	fields, _ := sacralmet.Terms("field")
	for _, field := range fields {
		described, err := sacralmet.DescribeField(field.Key)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, field.Label, described.Label)
		values, _ := sacralmet.Values(field.Key)
		for _, value := range values {
			record := sacralmet.NewRecord()
			set(t, record, field.Key, value.Key)
			other := sacralmet.NewRecord()
			// A number is the key that it is written with, and never the number of an option.
			written, err := strconv.Atoi(value.Key)
			if err != nil {
				set(t, other, field.Key, value.Key)
			} else if err := other.SetNumber(field.Key, written); err != nil {
				t.Fatal(err)
			}
			left, _ := record.Values(field.Key)
			same, _ := other.Values(field.Key)
			equal(t, []string{value.Key}, left)
			equal(t, left, same)
			record.Close()
			other.Close()
		}
	}
}

func TestRecommendationsComeWithTheirRules(t *testing.T) {
	record := sacralmet.NewRecord()
	set(t, record, "cauda_equina_syndrome", "yes")
	set(t, record, "tissue_diagnosis", "metastasis")
	set(t, record, "lesion_level", "S1")
	assessment := assess(t, record)
	record.Close()
	// The clinical authority on the pathway: cauda equina syndrome is an emergency.
	all := assessment.Dispositions()
	equal(t, "urgent_decompression", all[0].Intervention)
	equal(t, "emergency", all[0].Verdict)
	truth, _ := assessment.Finding("cauda_equina")
	equal(t, "true", truth)
	for _, one := range all {
		same, _ := assessment.Disposition(one.Intervention)
		equal(t, one, same)
		rules, _ := assessment.Rules(one.Intervention)
		for _, rule := range rules {
			state, err := assessment.Rule(one.Intervention, rule)
			if err != nil {
				t.Fatal(err)
			}
			described, err := sacralmet.DescribeRule(rule)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, described.Verdict, state.Verdict)
			if described.Rationale == "" || len(described.References) == 0 {
				t.Error(rule, "has no rationale or no reference")
			}
		}
	}
	for _, fact := range assessment.Next() {
		if len(fact.Interventions)+len(fact.Instruments) == 0 {
			t.Error(fact.Field, "bears on nothing")
		}
	}
}

func TestWhatIsClosedIsNotUsed(t *testing.T) {
	record := sacralmet.NewRecord()
	assessment := assess(t, record)
	for i := 0; i < 2; i++ {
		record.Close()
		assessment.Close()
	}
	panics(t, func() { _ = record.Set("ecog", "3") })
	panics(t, func() { _, _ = record.Assess() })
	panics(t, func() { record.Copy() })
	panics(t, func() { assessment.Next() })
	panics(t, func() { _, _ = assessment.Score("sins") })
}

func TestManyReadOneRecord(t *testing.T) {
	record := sacralmet.NewRecord()
	set(t, record, "lesion_level", "S1|S2")
	wanted := assess(t, record).Dispositions()
	var readers sync.WaitGroup
	for i := 0; i < 8; i++ {
		readers.Add(1)
		go func() {
			defer readers.Done()
			for j := 0; j < 50; j++ {
				assessment, err := record.Assess()
				if err != nil || !reflect.DeepEqual(wanted, assessment.Dispositions()) {
					t.Error("another answer", err)
				}
			}
		}()
	}
	readers.Wait()
}

// A record takes about a kilobyte and an assessment more, so that 100 000 of them would be
// far above what the process may grow by.
const most = 32 << 20

// resident is the memory of the process, in bytes.
func resident(t *testing.T) int {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("the memory of a process cannot be asked for here")
	}
	pages, err := strconv.Atoi(string(bytes.Fields(text)[1]))
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}

func useOne(t *testing.T) (*sacralmet.Record, *sacralmet.Assessment) {
	record := sacralmet.NewRecord()
	set(t, record, "ecog", "3")
	refused(t, record.Set("ecog", "x"))
	return record, assess(t, record)
}

func TestNothingPilesUp(t *testing.T) {
	before := resident(t)
	for i := 0; i < 100000; i++ {
		record, assessment := useOne(t)
		record.Close()
		assessment.Close()
	}
	if grown := resident(t) - before; grown > most {
		t.Errorf("grown by %d bytes", grown)
	}
}

func TestTheCollectorFrees(t *testing.T) {
	before := resident(t)
	for i := 0; i < 100000; i++ {
		useOne(t)
		if i%1000 == 0 {
			runtime.GC()
			time.Sleep(time.Millisecond) // finalizers run beside
		}
	}
	if grown := resident(t) - before; grown > most {
		t.Errorf("grown by %d bytes", grown)
	}
}
