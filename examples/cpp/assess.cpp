/* Assesses one patient: three facts are known, the rest is not. */
#include "sacralmet.hpp"

#include <iostream>

int main()
{
    try {
        sacralmet::Record record;
        record.set("lesion_level", "S1").set("karnofsky", "40..50").set("pain", "mechanical");
        sacralmet::Score sins = record.score(SMET_INSTRUMENT_SINS);
        std::cout << "SINS " << sins.minimum() << " to " << sins.maximum() << '\n';
        for (const auto &next : sacralmet::Assessment(record).next())
            std::cout << "find out: " << sacralmet::key(SMET_VOCABULARY_FIELD, next.field) << '\n';
        record.set("karnofsky", "85");
    } catch (const sacralmet::Error &error) {
        std::cout << error.status_name() << ": " << error.what() << '\n';
    }
}
