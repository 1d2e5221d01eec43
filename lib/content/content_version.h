/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. A test compares the digest with the tables;
 * tools/update-digest.sh writes it. A changed digest asks for a new version and
 * a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "e76d5b20e57ebe2a693a8f73f07e1133d02ad4f54f006700c965d23c81aab296"

#endif
