/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. A test compares the digest with the tables;
 * tools/update-digest.sh writes it. A changed digest asks for a new version and
 * a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "1fc64bafcabf5dc1e2e7b4a6a6842209e21d77a49358d7abbac7286e3a189f14"

#endif
