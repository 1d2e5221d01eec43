// Package sacralmet asks libsacralmet, the clinical decision library on the management of
// sacral metastases: scores, and what the literature says of each intervention.
//
// Fields, values, instruments, interventions and rules go by their keys, which come from the
// library that is running: see [Terms], [Values] and [DescribeField].
//
// A [Record] or an [Assessment] may be read by any number of goroutines at a time; a record
// is written, and either is closed, by one while no other uses it. Both are freed when the
// collector finds them, but it does not see how much memory stands behind them: close them
// where there are many. Using what was closed is a mistake of the program, and panics.
package sacralmet

/*
#cgo pkg-config: libsacralmet
#include <sacralmet/sacralmet.h>
#include <stdlib.h>
*/
import "C"

import "strconv"

// The loader takes any library of the same first number. Before 1.0 its structs may differ.
func init() {
	if C.smet_abi_serves(C.SMET_ABI_VERSION_MAJOR, C.SMET_ABI_VERSION_MINOR) == 0 {
		panic("sacralmet: libsacralmet has the ABI " + C.GoString(C.smet_abi_version()) +
			"; this package was built for " + strconv.Itoa(C.SMET_ABI_VERSION_MAJOR) + "." +
			strconv.Itoa(C.SMET_ABI_VERSION_MINOR))
	}
}

// Versions of the library that is running.
type Versions struct {
	Release string `json:"release"` // of the library
	ABI     string `json:"abi"`     // of its binary interface
	Content string `json:"content"` // of the clinical content
	Digest  string `json:"digest"`  // SHA-256 of that content
}

// LibraryVersions says which library is running and which knowledge it holds.
func LibraryVersions() Versions {
	return Versions{
		Release: C.GoString(C.smet_version()),
		ABI:     C.GoString(C.smet_abi_version()),
		Content: C.GoString(C.smet_content_version()),
		Digest:  C.GoString(C.smet_content_digest()),
	}
}
