package sacralmet_test

import (
	"fmt"
	"sacralmet"
)

// Assesses a patient of whom three facts are known.
func Example() {
	record := sacralmet.NewRecord()
	defer record.Close()
	facts := [][2]string{{"lesion_level", "S1"}, {"karnofsky", "40..50"}, {"pain", "mechanical"}}
	for _, fact := range facts {
		if err := record.Set(fact[0], fact[1]); err != nil {
			fmt.Println(err)
		}
	}
	sins, _ := record.Score("sins")
	fmt.Printf("SINS %d to %d\n", sins.Minimum, sins.Maximum)
	fmt.Println(record.Set("karnofsky", "85"))
	// Output:
	// SINS 6 to 18
	// karnofsky: 85 is not a multiple of 10 from 10 to 100.
}
