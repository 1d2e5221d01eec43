#include "exchange/definitions/definition.h"

#include <stdio.h>
#include <string.h>

void smet__id_of(char id[SMET__ID_ROOM], const char *key)
{
    snprintf(id, SMET__ID_ROOM, "%s", key);
    for (char *c = id; *c != '\0'; c++)
        if (*c == '_')
            *c = '-';
}

/* Ids have small letters, capitals, digits and hyphens. */
static char upper(char c)
{
    return c >= 'a' ? (char)(c - 'a' + 'A') : c;
}

void smet__name_of(char name[SMET__CODE_ROOM], const char *id)
{
    int length = snprintf(name, SMET__CODE_ROOM, "Sacralmet");
    bool begins = true;
    for (; *id != '\0'; id++) {
        bool parts = *id == '-';
        /* Never: ids are shorter. */
        if (SMET__NEVER(length + 1 >= SMET__CODE_ROOM))
            break;
        if (!parts)
            name[length++] = begins ? upper(*id) : *id;
        begins = parts;
    }
    name[length] = '\0';
}

void smet__owned_code(char code[SMET__CODE_ROOM], const char *owner, const char *term)
{
    snprintf(code, SMET__CODE_ROOM, "%s.%s", owner, term);
}

void smet__canonical(char url[SMET__URL_ROOM], const char *arc, int32_t number)
{
    snprintf(url, SMET__URL_ROOM, "%s.%d", arc, (int)number);
}

json_t *smet__definition(struct smet__tree *tree, const struct smet__head *head)
{
    char name[SMET__CODE_ROOM];
    smet__name_of(name, head->id);
    json_t *object = json_object();
    smet__put_text(tree, object, "resourceType", head->type);
    smet__put_text(tree, object, "id", head->id);
    smet__put_text(tree, object, "url", head->url);
    smet__put_text(tree, object, "version", smet_content_version());
    smet__put_text(tree, object, "name", name);
    smet__put_text(tree, object, "title", head->title);
    smet__put_text(tree, object, "status", "active");
    smet__put_bool(tree, object, "experimental", true);
    smet__put_text(tree, object, "publisher", "libsacralmet");
    smet__put_said(tree, object, "description", head->description);
    return object;
}

json_t *smet__field_coding(struct smet__tree *tree, smet_field_t field)
{
    return smet__term_coding(tree, SMET__SYSTEM_FIELDS, SMET_VOCABULARY_FIELD, field);
}

json_t *smet__value_coding(struct smet__tree *tree, smet_field_t field, smet_value_t value)
{
    const char *owner = smet_term_key(SMET_VOCABULARY_FIELD, field);
    return smet__owned_coding(tree, SMET__SYSTEM_VALUES, owner, smet_value_key(field, value),
                              smet_value_label(field, value));
}
