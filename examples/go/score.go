package sacralmet

/*
#include <sacralmet/sacralmet.h>
*/
import "C"

// Score is the answer of one instrument: every total that some possible patient has.
type Score struct {
	Minimum  int      `json:"minimum"`
	Maximum  int      `json:"maximum"`
	Totals   []int    `json:"totals"`   // the possible totals, rising
	Bands    []string `json:"bands"`    // the possible bands, that of the least totals first
	Complete bool     `json:"complete"` // one total is left
	Decided  bool     `json:"decided"`  // one band is left
	Missing  []string `json:"missing"`  // fields that leave their item open, most influential first
}

func newCScore() C.struct_smet_score {
	var score C.struct_smet_score
	score.size = C.sizeof_struct_smet_score
	return score
}

func makeScore(score *C.struct_smet_score) Score {
	totals := []int{}
	for _, total := range bits(score.totals) {
		totals = append(totals, int(total))
	}
	return Score{
		Minimum:  int(score.minimum),
		Maximum:  int(score.maximum),
		Totals:   totals,
		Bands:    bandKeys(score),
		Complete: score.is_complete != 0,
		Decided:  score.is_decided != 0,
		Missing:  termKeys(C.SMET_VOCABULARY_FIELD, score.missing[:score.missing_count]),
	}
}

func bandKeys(score *C.struct_smet_score) []string {
	keys := []string{}
	for _, band := range bits(C.uint64_t(score.bands)) {
		var info C.struct_smet_band_info
		info.size = C.sizeof_struct_smet_band_info
		if C.smet_band_describe(score.instrument, band, &info) == C.SMET_OK {
			keys = append(keys, C.GoString(info.key))
		}
	}
	return keys
}
