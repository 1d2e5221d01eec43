/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. tools/content-digest.py compares it with the
 * tables, as a test, and with --write writes it. A changed digest asks for a new
 * version and a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "555bf7a62802a21ee39fc4fa5eabc22ff59904ef90a5f05494c78aba529244f1"

#endif
