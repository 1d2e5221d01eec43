/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. tools/content-digest.py compares it with the
 * tables, as a test, and with --write writes it. A changed digest asks for a new
 * version and a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "17f110b5160bef65e5a73171892017d3b6f2252f962376217aa9d0dad296b9a1"

#endif
