#include "content/content_version.h"
#include "core/abi_rule.h"

#include <sacralmet/version.h>

const char *smet_version(void)
{
    return SMET__VERSION;
}

uint32_t smet_version_number(void)
{
    return SMET_VERSION_MAJOR * 1000000u + SMET_VERSION_MINOR * 1000u + SMET_VERSION_PATCH;
}

const char *smet_abi_version(void)
{
    return SMET__ABI_VERSION;
}

int32_t smet_abi_serves(int32_t major, int32_t minor)
{
    return smet__abi_serves(SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR, major, minor);
}

const char *smet_content_version(void)
{
    return SMET__CONTENT_VERSION;
}

const char *smet_content_digest(void)
{
    return SMET__CONTENT_DIGEST;
}
