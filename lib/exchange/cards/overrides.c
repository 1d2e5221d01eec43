#include "exchange/cards/overrides.h"

const struct smet__override smet__overrides[SMET__OVERRIDE_COUNT] = {
    {"already_considered", "Already considered, done or under way"},
    {"facts_outdated", "The facts behind it are wrong or outdated"},
    {"does_not_apply", "Does not apply to this patient"},
    {"patient_preference", "The patient's goals or wishes are different"},
    {"clinical_judgment", "Clinical judgment differs"},
};
