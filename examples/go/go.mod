module sacralmet

go 1.19
