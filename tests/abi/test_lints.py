#!/usr/bin/env python3
"""tools/abi/api.py finds what a docstring leaves open: each kind of gap is made once, in a copy.

usage: test_lints.py SOURCE_ROOT

Skipped (77) without castxml or doxygen.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

# A header, what stands there, what is put in its place, and the complaint that must come.
GAPS = [
    ("record.h", r" \* @since 0\.1\n( \*/\nSMET_API smet_record \*smet_record_new)", r"\1",
     "smet_record_new(): @since is missing"),
    ("record.h", r"@since 0\.1(\n \*/\nSMET_API smet_record \*smet_record_copy)", r"@since 0.9\1",
     "smet_record_copy(): @since 0.9, but lib/symbols.txt says 0.1"),
    ("record.h", r"a record that the caller owns and gives", "a record and gives it",
     'smet_record_new(): @return must say one of "that the caller owns", "static", "borrowed"'),
    ("version.h.in", r", never NULL(\n \* @since 0\.1\n \*/\nSMET_API const char \*smet_version\()",
     r"\1", 'smet_version(): @return must say "never NULL", or "NULL when|where|for ..."'),
    ("record.h", r"@param\[in,out\] record the record; NULL is refused", "@param record the record",
     "smet_record_set_option(), parameter `record`: needs @param[in], @param[in,out] or @param[out]"),
    ("record.h", r"the field's key; NULL is refused", "the field's key",
     'smet_record_set_text(), parameter `field_key`: must say either "NULL is refused" or what '
     'NULL means ("may be NULL", "NULL is fine", "NULL: ...")'),
    ("record.h", r"@param\[out\] values room for `capacity` values", "@param[out] values room",
     'smet_record_values(): has a `capacity`, but of what? Say "room for `capacity` ..."'),
    ("score.h", r"@param\[in\] record the record; NULL", "@param[out] record the record; NULL",
     "smet_record_score(), parameter `record`: is [out], which its type, const smet_record *, is not"),
    ("score.h", r"::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,\n"
     r" \*         ::SMET_ERROR_STRUCT_SIZE, ", "::SMET_ERROR_UNKNOWN_TERM, ",
     "smet_record_score(): @return does not list SMET_OK"),
    ("score.h", "", "", "smet_record_score(): @return does not list SMET_ERROR_STRUCT_SIZE"),
    ("score.h", r"bit p is set when p points are possible; points lie from 0 to 63",
     "bit p is set when p points are possible",
     'struct smet_score_item, points: is a mask and states no bound ("from 0 to 63", '
     '"at most ...")'),
    ("score.h", r"bit b is set when a possible total lies in band b",
     "bit i is set when instrument i, of at most 8, says so",
     "struct smet_score, bands: is a mask over a vocabulary, which grows: fill an array"),
    ("assessment.h", r"@return how many there are; 0 for NULL or an unknown intervention",
     "@return bit r is set when rule r fires, from 0 to 63",
     "smet_assessment_rules(), @return: is a mask over a vocabulary, which grows: fill an array"),
    ("exchange.h", r"@param\[out\] text as for smet_record_write_json\(\)",
     "@param[out] text as for smet_record_new()",
     "smet_assessment_write_json(), parameter `text`: smet_record_new() has no parameter `text`"),
    ("terms.h", r"size_t smet_term_count\(", "int smet_term_count(",
     "smet_term_count(): int has no fixed width"),
    ("terms.h", r"int32_t smet_term_at\(", "struct smet_error smet_term_at(",
     "smet_term_at(): struct smet_error goes by value"),
    ("terms.h", r"SMET_API const char \*smet_term_label\([^;]*;", "",
     "smet_term_label: stands in lib/symbols.txt, but no public header declares it"),
    ("terms.h", r"SMET_API const char \*smet_term_key\(",
     "SMET_API void smet_new_name(void);\nSMET_API const char *smet_term_key(",
     "smet_new_name(): is declared, but lib/symbols.txt does not have it"),
]


def seed(include):
    """Makes every gap."""
    for header, there, instead, _ in GAPS:
        if not there:
            continue  # the gap above it leaves this open too
        path = os.path.join(include, "sacralmet", header)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text, count = re.subn(there, instead, text, count=1)
        if count != 1:
            sys.exit(f"{header} has nothing like {there}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def main(root):
    """Makes the gaps, asks, and compares."""
    for program in ("castxml", "doxygen"):
        if shutil.which(program) is None:
            print(f"{program} is missing: skipped")
            return 77
    with tempfile.TemporaryDirectory() as folder:
        include = os.path.join(folder, "include")
        shutil.copytree(os.path.join(root, "include"), include)
        seed(include)
        done = subprocess.run(
            [sys.executable, os.path.join(root, "tools", "abi", "api.py"), "check",
             "--include", include], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            universal_newlines=True)
    said = done.stdout.splitlines()
    missing = [complaint for *_, complaint in GAPS if complaint not in said]
    for complaint in missing:
        print(f"not said: {complaint}")
    if missing or done.returncode != 1:
        print(f"exit status {done.returncode}, said:\n{done.stdout}")
        return 1
    print(f"{len(GAPS)} gaps, each found")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
