// Command vectors runs the vectors that every binding runs.
//
// Usage: vectors VECTORS.json
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sacralmet"
	"sort"
)

type file struct {
	Versions any               `json:"versions"`
	Vectors  []json.RawMessage `json:"vectors"`
}

type vector struct {
	ID              string                     `json:"id"`
	Record          [][2]string                `json:"record"`
	Facts           json.RawMessage            `json:"facts"`
	Refused         []refusal                  `json:"refused"`
	Scores          map[string]sacralmet.Score `json:"scores"`
	Interventions   map[string]intervention    `json:"interventions"`
	Conflicts       []string                   `json:"conflicts"`
	Inconsistencies []sacralmet.Inconsistency  `json:"inconsistencies"`
	Next            []string                   `json:"next"`
}

type refusal struct {
	Index   int     `json:"index"`
	Status  string  `json:"status"`
	Field   *string `json:"field"`
	Message string  `json:"message"`
}

type intervention struct {
	Disposition string   `json:"disposition"`
	Settled     bool     `json:"settled"`
	Possible    []string `json:"possible"`
	Side        string   `json:"side"`
	Deciding    []string `json:"deciding"`
	Rules       []string `json:"rules"`
	Cautions    []string `json:"cautions"`
}

var instruments, interventions []sacralmet.Term

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: vectors VECTORS.json")
		os.Exit(2)
	}
	count, differences, err := run(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
	fmt.Printf("Go: %d vectors, %d differences\n", count, differences)
	if count == 0 || differences != 0 {
		os.Exit(1)
	}
}

func run(path string) (count, differences int, err error) {
	if instruments, err = sacralmet.Terms("instrument"); err != nil {
		return
	}
	if interventions, err = sacralmet.Terms("intervention"); err != nil {
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return
	}
	var all file
	if err = json.Unmarshal(text, &all); err != nil {
		return
	}
	differences, err = compare("the file", all.Versions, sacralmet.LibraryVersions())
	for _, one := range all.Vectors {
		var more int
		if err == nil {
			more, err = runOne(one)
		}
		differences += more
	}
	return len(all.Vectors), differences, err
}

func runOne(text []byte) (int, error) {
	var given struct {
		ID     string          `json:"id"`
		Record [][2]string     `json:"record"`
		Facts  json.RawMessage // for languages whose values have no types
	}
	if err := json.Unmarshal(text, &given); err != nil {
		return 0, err
	}
	got, err := answer(given.ID, given.Record)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", given.ID, err)
	}
	got.Facts = given.Facts
	wanted, err := tree(text)
	if err != nil {
		return 0, err
	}
	return compare(given.ID, wanted, got)
}

// answer is the vector that the library gives for the record of another.
func answer(id string, entries [][2]string) (vector, error) {
	record := sacralmet.NewRecord()
	defer record.Close()
	got := vector{ID: id, Record: entries, Next: []string{}}
	var err error
	if got.Refused, err = enter(record, entries); err != nil {
		return got, err
	}
	assessment, err := record.Assess()
	if err != nil {
		return got, err
	}
	defer assessment.Close()
	if got.Scores, err = scores(record, assessment); err != nil {
		return got, err
	}
	got.Interventions = map[string]intervention{}
	for _, term := range interventions {
		if got.Interventions[term.Key], err = describe(assessment, term.Key); err != nil {
			return got, err
		}
	}
	got.Conflicts = assessment.Conflicts()
	got.Inconsistencies = assessment.Inconsistencies()
	for _, fact := range assessment.Next() {
		got.Next = append(got.Next, fact.Field)
	}
	return got, nil
}

func enter(record *sacralmet.Record, entries [][2]string) ([]refusal, error) {
	refused := []refusal{}
	for i, entry := range entries {
		err := record.Set(entry[0], entry[1])
		if err == nil {
			continue
		}
		var said *sacralmet.Error
		if !errors.As(err, &said) {
			return nil, err
		}
		one := refusal{Index: i, Status: said.Status, Message: err.Error()}
		if said.Field != "" {
			one.Field = &said.Field
		}
		refused = append(refused, one)
	}
	return refused, nil
}

func scores(record *sacralmet.Record, assessment *sacralmet.Assessment) (
	map[string]sacralmet.Score, error) {
	all := map[string]sacralmet.Score{}
	for _, term := range instruments {
		score, err := assessment.Score(term.Key)
		if err != nil {
			return nil, err
		}
		same, err := record.Score(term.Key)
		if err != nil {
			return nil, err
		}
		if fmt.Sprint(same) != fmt.Sprint(score) {
			return nil, errors.New("the record is scored unlike the assessment")
		}
		all[term.Key] = score
	}
	return all, nil
}

func describe(assessment *sacralmet.Assessment, key string) (intervention, error) {
	got, err := assessment.Disposition(key)
	if err != nil {
		return intervention{}, err
	}
	rules, err := assessment.Rules(key)
	if err != nil {
		return intervention{}, err
	}
	cautions, err := assessment.Cautions(key)
	if err != nil {
		return intervention{}, err
	}
	side := got.Side
	if side == "" {
		side = "none"
	}
	return intervention{got.Verdict, got.Settled, got.Possible, side, got.Deciding, rules,
		cautions}, nil
}

// compare says how many places differ, and names the first of them.
func compare(id string, wanted, got any) (int, error) {
	text, err := json.Marshal(got)
	if err != nil {
		return 0, err
	}
	given, err := tree(text)
	if err != nil {
		return 0, err
	}
	paths := differences("", wanted, given)
	for i := 0; i < len(paths) && i < 5; i++ {
		fmt.Printf("%s: %s differs\n", id, paths[i])
	}
	return len(paths), nil
}

// tree reads JSON with its numbers as they are written.
func tree(text []byte) (any, error) {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	err := decoder.Decode(&value)
	return value, err
}

// differences gives the path of each place that differs.
func differences(path string, wanted, got any) []string {
	switch wanted := wanted.(type) {
	case map[string]any:
		if got, ok := got.(map[string]any); ok {
			return memberDifferences(path, wanted, got)
		}
	case []any:
		if got, ok := got.([]any); ok && len(got) == len(wanted) {
			paths := []string{}
			for i := range wanted {
				paths = append(paths,
					differences(fmt.Sprintf("%s/%d", path, i), wanted[i], got[i])...)
			}
			return paths
		}
	default:
		switch got.(type) {
		case map[string]any, []any:
		default:
			if wanted == got {
				return nil
			}
		}
	}
	return []string{path}
}

func memberDifferences(path string, wanted, got map[string]any) []string {
	paths := []string{}
	for key, value := range wanted {
		if other, ok := got[key]; ok {
			paths = append(paths, differences(path+"/"+key, value, other)...)
		} else {
			paths = append(paths, path+"/"+key)
		}
	}
	for key := range got {
		if _, ok := wanted[key]; !ok {
			paths = append(paths, path+"/"+key)
		}
	}
	sort.Strings(paths)
	return paths
}
