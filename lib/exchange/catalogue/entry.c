#include "exchange/catalogue/entry.h"

#include <stdlib.h>

json_t *smet__entry(struct smet__tree *tree, const char *key, int32_t number)
{
    json_t *object = json_object();
    smet__put_text(tree, object, "key", key);
    smet__put_number(tree, object, "number", number);
    return object;
}

void smet__put_condition(struct smet__tree *tree, json_t *object, smet__speaker speaker,
                         int32_t of)
{
    size_t room = speaker(of, NULL, 0) + 1;
    char *text = malloc(room);
    if (text == NULL) {
        tree->has_failed = true;
        return;
    }
    speaker(of, text, room);
    smet__put_text(tree, object, "condition", text);
    free(text);
}
