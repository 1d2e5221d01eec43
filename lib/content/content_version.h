/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. A test compares the digest with the tables;
 * tools/update-digest.sh writes it. A changed digest asks for a new version and
 * a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "044b88eaa06349c54d6487402981a97e1b6e39e18d48f8b9ac9214aceff4e153"

#endif
