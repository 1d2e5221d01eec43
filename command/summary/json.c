/*
 * A summary for programs.
 */
#include "shared/names.h"
#include "summary/summary.h"

#include <sacralmet/version.h>

/* A string of the library's; what JSON does not allow in one is escaped. */
static void add_string(struct text *out, const char *words)
{
    text_add(out, "\"");
    for (; *words != '\0'; words++) {
        if ((unsigned char)*words < ' ')
            text_add_format(out, "\\u%04x", (unsigned)(unsigned char)*words);
        else if (*words == '"' || *words == '\\')
            text_add_format(out, "\\%c", *words);
        else
            text_add_bytes(out, words, 1);
    }
    text_add(out, "\"");
}

static void add_member(struct text *out, const char *key, const char *words)
{
    text_add_format(out, "\"%s\": ", key);
    add_string(out, words);
}

static void add_count(struct text *out, const char *key, uint64_t count)
{
    text_add_format(out, ", \"%s\": %llu", key, (unsigned long long)count);
}

static void add_versions(struct text *out)
{
    text_add(out, "  \"versions\": {");
    add_member(out, "release", smet_version());
    text_add(out, ", ");
    add_member(out, "abi", smet_abi_version());
    text_add(out, ", ");
    add_member(out, "content", smet_content_version());
    text_add(out, ", ");
    add_member(out, "digest", smet_content_digest());
    text_add(out, "}");
}

static void add_band(struct text *out, const struct summary_instrument *own, uint32_t index)
{
    struct smet_band_info band = summary_band(own, index);
    text_add_format(out, "%s\n        {", index > 0 ? "," : "");
    add_member(out, "band", band.key);
    text_add(out, ", ");
    add_member(out, "label", band.label);
    add_count(out, "decided", own->decided_in[index]);
    add_count(out, "possible", own->possible_in[index]);
    text_add(out, "}");
}

static void add_field(struct text *out, const struct summary_instrument *own, smet_field_t field)
{
    text_add(out, "\n        {");
    add_member(out, "field", smet_term_key(SMET_VOCABULARY_FIELD, field));
    text_add(out, ", ");
    add_member(out, "label", field_label(field));
    add_count(out, "rows", own->missing[field]);
    add_count(out, "would_decide", own->would_decide[field]);
    text_add(out, "}");
}

static void add_missing(struct text *out, const struct summary_instrument *own)
{
    smet_field_t fields[SUMMARY_TERMS];
    size_t count = summary_missing(own, fields);
    for (size_t i = 0; i < count; i++) {
        text_add(out, i > 0 ? "," : "");
        add_field(out, own, fields[i]);
    }
    text_add(out, count > 0 ? "\n      ]" : "]");
}

static void add_instrument(struct text *out, const struct summary_instrument *own, uint64_t rows)
{
    text_add(out, "\n    {");
    add_member(out, "instrument", own->info.key);
    add_count(out, "rows", rows);
    add_count(out, "complete", own->complete);
    add_count(out, "decided", own->decided);
    add_count(out, "undecided", own->undecided);
    text_add(out, ",\n      \"bands\": [");
    for (uint32_t i = 0; i < own->info.band_count; i++)
        add_band(out, own, i);
    text_add(out, "\n      ],\n      \"missing\": [");
    add_missing(out, own);
    text_add(out, "\n    }");
}

void summary_write_json(const struct summary *summary, struct text *out)
{
    text_add(out, "{\n");
    add_versions(out);
    text_add_format(out, ",\n  \"rows\": %llu,\n  \"bad_rows\": %llu,\n  \"instruments\": [",
                    (unsigned long long)summary->table.rows,
                    (unsigned long long)summary->table.bad_rows);
    for (size_t i = 0; i < summary->instrument_count; i++) {
        text_add(out, i > 0 ? "," : "");
        add_instrument(out, &summary->instruments[i], summary_answered(summary));
    }
    text_add(out, "\n  ]\n}\n");
}
