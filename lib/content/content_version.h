/*
 * The clock of the clinical content: its version, and the SHA-256 of the
 * catalogue that the tables give. A test compares the digest with the tables;
 * tools/update-digest.sh writes it. A changed digest asks for a new version and
 * a line in NEWS.
 */
#ifndef SMET_CONTENT_CONTENT_VERSION_H
#define SMET_CONTENT_CONTENT_VERSION_H

#define SMET__CONTENT_VERSION "1.0.0"
#define SMET__CONTENT_DIGEST "54fc8d4df8226232e442c1e42e64740242c555a10bd5e0fb390b25ee34cb299c"

#endif
