/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. tools/content-digest.py compares it with the
 * tables, as a test, and with --write writes it. A changed digest asks for a new
 * version and a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "1acf68fd9dd6dd347b5242cee624c1ce1f463b54b3bf957318e221d0e7495c05"

#endif
