/**
 * @file
 * libsacralmet for C++: C++11 or later, this header and the C library alone.
 *
 * Objects own what they hold; a call that the library refuses throws
 * sacralmet::Error. Numbers are those of the C headers; their keys and labels
 * come from the library that is running. Const objects may be used by any number
 * of threads at once.
 */
#ifndef SACRALMET_HPP
#define SACRALMET_HPP

#include <sacralmet/sacralmet.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace sacralmet {

/** The key of a term; empty where there is no such term. */
inline std::string key(smet_vocabulary_t vocabulary, int32_t term)
{
    const char *text = smet_term_key(vocabulary, term);
    return text != nullptr ? text : "";
}

/** The label of a term, for people; empty where there is no such term. */
inline std::string label(smet_vocabulary_t vocabulary, int32_t term)
{
    const char *text = smet_term_label(vocabulary, term);
    return text != nullptr ? text : "";
}

/** What the library refused, and why. what() is its one English sentence. */
class Error : public std::runtime_error {
public:
    /** Of a call that says no more than its status. */
    explicit Error(smet_status_t status)
        : std::runtime_error(text_of(status)), status_(status), field_(SMET_FIELD_INVALID)
    {
    }

    /** Of a call that says why. */
    explicit Error(const smet_error &error)
        : std::runtime_error(error.message), status_(error.status), field_(error.field)
    {
    }

    /** One of `enum smet_status`. */
    smet_status_t status() const noexcept { return status_; }

    /** The name of the status, such as "SMET_ERROR_CONTRADICTION". */
    std::string status_name() const
    {
        const char *name = smet_status_name(status_);
        return name != nullptr ? name : "";
    }

    /** The field that it is about; SMET_FIELD_INVALID for none. */
    smet_field_t field() const noexcept { return field_; }

    /** The key of that field; empty for none. */
    std::string field_key() const { return key(SMET_VOCABULARY_FIELD, field_); }

private:
    static std::string text_of(smet_status_t status)
    {
        const char *text = smet_status_text(status);
        return text != nullptr ? text : "The call was refused.";
    }

    smet_status_t status_;
    smet_field_t field_;
};

/* What the header needs for itself. */
namespace detail {

/** A struct of the C headers that knows its size. */
template <typename Struct> Struct sized()
{
    Struct made = Struct();
    made.size = static_cast<uint32_t>(sizeof made);
    return made;
}

inline void check(smet_status_t status)
{
    if (status == SMET_ERROR_NO_MEMORY)
        throw std::bad_alloc();
    if (status != SMET_OK)
        throw Error(status);
}

inline void check(smet_status_t status, const smet_error &error)
{
    if (status == SMET_ERROR_NO_MEMORY)
        throw std::bad_alloc();
    if (status != SMET_OK)
        throw Error(error);
}

/**
 * Refuses a library of another ABI version than that of the headers: the loader
 * takes any of the same first number, and before 1.0 structs may differ.
 */
inline void check_library()
{
    static const bool serves =
        smet_abi_serves(SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR) != 0;
    if (!serves)
        throw std::runtime_error(std::string("libsacralmet has the ABI ") + smet_abi_version() +
                                 ", and the program was compiled for another");
}

/** What a function of the C headers writes into an array, however much it is. */
template <typename Element, typename Fill> std::vector<Element> list(Fill fill)
{
    std::vector<Element> elements(fill(nullptr, std::size_t(0)));
    if (!elements.empty())
        fill(elements.data(), elements.size());
    return elements;
}

/** The numbers of the bits that are set, rising. */
inline std::vector<int32_t> bits(uint64_t mask)
{
    std::vector<int32_t> numbers;
    for (int32_t bit = 0; bit < 64; bit++)
        if ((mask >> bit & 1) != 0)
            numbers.push_back(bit);
    return numbers;
}

/** Walks what a range gives for 0, 1, ... */
template <typename Range> class Iterator {
public:
    typedef std::input_iterator_tag iterator_category;
    typedef typename Range::value_type value_type;
    typedef std::ptrdiff_t difference_type;
    typedef const value_type *pointer;
    typedef value_type reference;

    Iterator(Range range, std::size_t index) : range_(range), index_(index) {}
    value_type operator*() const { return range_[index_]; }
    Iterator &operator++()
    {
        ++index_;
        return *this;
    }
    Iterator operator++(int)
    {
        Iterator before = *this;
        ++index_;
        return before;
    }
    bool operator==(const Iterator &other) const { return index_ == other.index_; }
    bool operator!=(const Iterator &other) const { return index_ != other.index_; }

private:
    Range range_;
    std::size_t index_;
};

} // namespace detail

/** One term of a vocabulary. */
struct Term {
    int32_t number;    /**< its number, which never changes */
    std::string key;   /**< the word in JSON and CSV */
    std::string label; /**< for people */
};

/** A vocabulary, to be walked: `for (Term field : Vocabulary(SMET_VOCABULARY_FIELD))`. */
class Vocabulary {
public:
    typedef Term value_type;
    typedef detail::Iterator<Vocabulary> const_iterator;

    explicit Vocabulary(smet_vocabulary_t vocabulary) : vocabulary_(vocabulary) {}
    std::size_t size() const { return smet_term_count(vocabulary_); }
    Term operator[](std::size_t index) const
    {
        int32_t number = smet_term_at(vocabulary_, index);
        return Term{number, sacralmet::key(vocabulary_, number),
                    sacralmet::label(vocabulary_, number)};
    }
    const_iterator begin() const { return const_iterator(*this, 0); }
    const_iterator end() const { return const_iterator(*this, size()); }

    /** The term with a key. Throws Error (SMET_ERROR_UNKNOWN_TERM) where there is none. */
    int32_t find(const std::string &key) const
    {
        int32_t number = smet_term_find(vocabulary_, key.c_str());
        /* Statuses are negative; -1 is no term of any vocabulary. */
        if (number == -1)
            throw Error(SMET_ERROR_UNKNOWN_TERM);
        return number;
    }

private:
    smet_vocabulary_t vocabulary_;
};

/** The values that a field can have, to be walked. */
class Values {
public:
    typedef Term value_type;
    typedef detail::Iterator<Values> const_iterator;

    explicit Values(smet_field_t field) : field_(field) {}
    std::size_t size() const { return smet_value_count(field_); }
    Term operator[](std::size_t index) const
    {
        smet_value_t value = smet_value_at(field_, index);
        const char *key = smet_value_key(field_, value);
        const char *label = smet_value_label(field_, value);
        return Term{value, key != nullptr ? key : "", label != nullptr ? label : ""};
    }
    const_iterator begin() const { return const_iterator(*this, 0); }
    const_iterator end() const { return const_iterator(*this, size()); }

private:
    smet_field_t field_;
};

/** What a field is: key, label, definition, bounds. */
inline smet_field_info describe_field(smet_field_t field)
{
    smet_field_info info = detail::sized<smet_field_info>();
    detail::check(smet_field_describe(field, &info));
    return info;
}

/** What a rule is: its verdict, its grade, its rationale. */
inline smet_rule_info describe_rule(smet_rule_t rule)
{
    smet_rule_info info = detail::sized<smet_rule_info>();
    detail::check(smet_rule_describe(rule, &info));
    return info;
}

/** What a band of an instrument is. */
inline smet_band_info describe_band(smet_instrument_t instrument, smet_band_t band)
{
    smet_band_info info = detail::sized<smet_band_info>();
    detail::check(smet_band_describe(instrument, band, &info));
    return info;
}

/** The answer of one instrument: every total that some possible patient has. */
class Score {
public:
    explicit Score(const smet_score &score) : score_(score) {}
    smet_instrument_t instrument() const { return score_.instrument; }
    int minimum() const { return score_.minimum; }
    int maximum() const { return score_.maximum; }
    /** Whether one total is left. */
    bool complete() const { return score_.is_complete != 0; }
    /** Whether one band is left. */
    bool decided() const { return score_.is_decided != 0; }
    /** The possible totals, rising. */
    std::vector<int32_t> totals() const { return detail::bits(score_.totals); }
    /** The possible bands, the one of the least totals first. */
    std::vector<smet_band_t> bands() const { return detail::bits(score_.bands); }
    /** Their keys. */
    std::vector<std::string> band_keys() const
    {
        std::vector<std::string> keys;
        for (smet_band_t band : bands())
            keys.push_back(describe_band(score_.instrument, band).key);
        return keys;
    }
    /** The fields that leave their item open, the most influential first. */
    std::vector<smet_field_t> missing() const
    {
        return std::vector<smet_field_t>(score_.missing, score_.missing + score_.missing_count);
    }
    const smet_score &c() const { return score_; }

private:
    smet_score score_;
};

/** A patient's record: for each field, the values that are still possible. */
class Record {
public:
    /** Everything is unknown. */
    Record() : record_(smet_record_new())
    {
        detail::check_library();
        if (!record_)
            throw std::bad_alloc();
    }

    Record(const Record &other) : record_(smet_record_copy(other.record_.get()))
    {
        if (!record_ && other.record_)
            throw std::bad_alloc();
    }

    Record(Record &&other) noexcept : record_(std::move(other.record_)) {}

    Record &operator=(Record other) noexcept
    {
        record_.swap(other.record_);
        return *this;
    }

    /** Enters what a text says of a field: `a`, `a|b` or `40..50`. */
    Record &set(const std::string &field_key, const std::string &text)
    {
        smet_error error = detail::sized<smet_error>();
        refuse_nul(field_key, field_key + text);
        detail::check(smet_record_set_text(record_.get(), field_key.c_str(), text.c_str(), &error),
                      error);
        return *this;
    }

    /** Enters one value. */
    Record &set(smet_field_t field, smet_value_t value)
    {
        smet_error error = detail::sized<smet_error>();
        detail::check(smet_record_set(record_.get(), field, value, &error), error);
        return *this;
    }

    /** Narrows a field to several values. */
    Record &narrow(smet_field_t field, const std::vector<smet_value_t> &values)
    {
        smet_error error = detail::sized<smet_error>();
        detail::check(
            smet_record_narrow(record_.get(), field, values.data(), values.size(), &error), error);
        return *this;
    }

    /** Narrows an integer field to a range. */
    Record &narrow_range(smet_field_t field, smet_value_t minimum, smet_value_t maximum)
    {
        smet_error error = detail::sized<smet_error>();
        detail::check(smet_record_narrow_range(record_.get(), field, minimum, maximum, &error),
                      error);
        return *this;
    }

    /** Forgets what was entered in a field. */
    Record &clear(smet_field_t field)
    {
        detail::check(smet_record_clear(record_.get(), field));
        return *this;
    }

    bool is_entered(smet_field_t field) const
    {
        return smet_record_is_entered(record_.get(), field) != 0;
    }

    bool is_possible(smet_field_t field, smet_value_t value) const
    {
        return smet_record_is_possible(record_.get(), field, value) != 0;
    }

    /** The values still possible, as entered, rising. */
    std::vector<smet_value_t> values(smet_field_t field) const
    {
        const smet_record *record = record_.get();
        return detail::list<smet_value_t>([=](smet_value_t *room, std::size_t capacity) {
            return smet_record_values(record, field, room, capacity);
        });
    }

    Score score(smet_instrument_t instrument) const
    {
        smet_score score = detail::sized<smet_score>();
        smet_error error = detail::sized<smet_error>();
        detail::check(smet_record_score(record_.get(), instrument, &score, &error), error);
        return Score(score);
    }

    /** For calls of the C headers; stays with this object. */
    smet_record *c() { return record_.get(); }
    const smet_record *c() const { return record_.get(); }

private:
    struct Free {
        void operator()(smet_record *record) const { smet_record_free(record); }
    };

    /* The C functions end their texts at NUL, so one within would cut the text short. */
    static void refuse_nul(const std::string &field_key, const std::string &text)
    {
        if (text.find('\0') == std::string::npos)
            return;
        smet_error error = detail::sized<smet_error>();
        error.status = SMET_ERROR_SYNTAX;
        error.field = smet_term_find(SMET_VOCABULARY_FIELD, field_key.c_str());
        std::string message = key(SMET_VOCABULARY_FIELD, error.field);
        message += message.empty() ? "There" : ": there";
        message += " is a NUL in the text.";
        message.copy(error.message, sizeof error.message - 1);
        throw Error(error);
    }

    std::unique_ptr<smet_record, Free> record_;
};

/** What is known of one intervention. */
class Disposition {
public:
    Disposition(const smet_assessment *assessment, const smet_disposition &disposition)
        : disposition_(disposition),
          deciding_(fields(smet_assessment_deciding, assessment, disposition.intervention)),
          alarming_(fields(smet_assessment_alarming, assessment, disposition.intervention))
    {
    }
    smet_intervention_t intervention() const { return disposition_.intervention; }
    /** The strongest verdict among the rules that fire. */
    smet_verdict_t verdict() const { return disposition_.disposition; }
    /** Its key, such as "recommended". */
    std::string verdict_key() const { return key(SMET_VOCABULARY_VERDICT, verdict()); }
    /** Whether nothing that is unknown can change it. */
    bool settled() const { return disposition_.is_settled != 0; }
    /** It and each stronger verdict that may come, the strongest first. */
    std::vector<smet_verdict_t> possible() const
    {
        return std::vector<smet_verdict_t>(disposition_.possible,
                                           disposition_.possible + disposition_.possible_count);
    }
    /** The side that is named; SMET_SIDE_INVALID for none. */
    smet_side_t side() const { return disposition_.side; }
    /** The fields, still open, that could change it. */
    const std::vector<smet_field_t> &deciding() const { return deciding_; }
    /** Of these, those that could still make it an emergency. */
    const std::vector<smet_field_t> &alarming() const { return alarming_; }
    const smet_disposition &c() const { return disposition_; }

private:
    template <typename List>
    static std::vector<smet_field_t> fields(List write, const smet_assessment *assessment,
                                            smet_intervention_t intervention)
    {
        return detail::list<smet_field_t>([=](smet_field_t *room, std::size_t capacity) {
            return write(assessment, intervention, room, capacity);
        });
    }

    smet_disposition disposition_;
    std::vector<smet_field_t> deciding_;
    std::vector<smet_field_t> alarming_;
};

/** A group of entered facts that contradict each other. */
struct Inconsistency {
    std::vector<smet_field_t> fields;
    std::string text; /**< what is wrong, and what the library does about it */
};

/** Everything that the library says of one record. Never changes. */
class Assessment {
public:
    explicit Assessment(const Record &record) : assessment_(assess(record)) {}

    Assessment(const Assessment &other)
        : assessment_(smet_assessment_copy(other.assessment_.get()))
    {
        if (!assessment_ && other.assessment_)
            throw std::bad_alloc();
    }

    Assessment(Assessment &&other) noexcept : assessment_(std::move(other.assessment_)) {}

    Assessment &operator=(Assessment other) noexcept
    {
        assessment_.swap(other.assessment_);
        return *this;
    }

    Disposition disposition(smet_intervention_t intervention) const
    {
        smet_disposition disposition = detail::sized<smet_disposition>();
        detail::check(smet_assessment_disposition(c(), intervention, &disposition));
        return Disposition(c(), disposition);
    }

    /** What there is to say, in the order of a reader: emergencies first. */
    std::vector<Disposition> dispositions() const
    {
        std::vector<Disposition> all;
        for (std::size_t i = 0; i < smet_assessment_disposition_count(c()); i++) {
            smet_disposition disposition = detail::sized<smet_disposition>();
            detail::check(smet_assessment_disposition_at(c(), i, &disposition));
            all.push_back(Disposition(c(), disposition));
        }
        return all;
    }

    /** The rules that fire or may fire on an intervention. */
    std::vector<smet_rule_t> rules(smet_intervention_t intervention) const
    {
        const smet_assessment *assessment = c();
        return detail::list<smet_rule_t>([=](smet_rule_t *room, std::size_t capacity) {
            return smet_assessment_rules(assessment, intervention, room, capacity);
        });
    }

    /** How a rule stands on an intervention that it speaks of. */
    smet_rule_state rule(smet_intervention_t intervention, smet_rule_t rule) const
    {
        smet_rule_state state = detail::sized<smet_rule_state>();
        detail::check(smet_assessment_rule(c(), intervention, rule, &state));
        return state;
    }

    /** The cautions to show with an intervention. */
    std::vector<smet_rule_t> cautions(smet_intervention_t intervention) const
    {
        const smet_assessment *assessment = c();
        return detail::list<smet_rule_t>([=](smet_rule_t *room, std::size_t capacity) {
            return smet_assessment_cautions(assessment, intervention, room, capacity);
        });
    }

    smet_truth_t finding(smet_finding_t finding) const
    {
        return smet_assessment_finding(c(), finding);
    }

    Score score(smet_instrument_t instrument) const
    {
        smet_score score = detail::sized<smet_score>();
        detail::check(smet_assessment_score(c(), instrument, &score));
        return Score(score);
    }

    /** The values of a field that are possible once linked fields were applied, rising. */
    std::vector<smet_value_t> values(smet_field_t field) const
    {
        const smet_assessment *assessment = c();
        return detail::list<smet_value_t>([=](smet_value_t *room, std::size_t capacity) {
            return smet_assessment_values(assessment, field, room, capacity);
        });
    }

    std::vector<smet_conflict_t> conflicts() const
    {
        const smet_assessment *assessment = c();
        return detail::list<smet_conflict_t>([=](smet_conflict_t *room, std::size_t capacity) {
            return smet_assessment_conflicts(assessment, room, capacity);
        });
    }

    std::vector<Inconsistency> inconsistencies() const
    {
        std::vector<Inconsistency> groups;
        const smet_assessment *assessment = c();
        for (std::size_t i = 0; i < smet_assessment_inconsistency_count(assessment); i++)
            groups.push_back(Inconsistency{
                detail::list<smet_field_t>([=](smet_field_t *room, std::size_t capacity) {
                    return smet_assessment_inconsistency_fields(assessment, i, room, capacity);
                }),
                smet_assessment_inconsistency_text(assessment, i)});
        return groups;
    }

    /** The facts that would settle most. */
    std::vector<smet_next_fact> next() const
    {
        std::vector<smet_next_fact> facts;
        for (std::size_t i = 0; i < smet_assessment_next_count(c()); i++) {
            facts.push_back(detail::sized<smet_next_fact>());
            detail::check(smet_assessment_next(c(), i, &facts.back()));
        }
        return facts;
    }

    /** For calls of the C headers; stays with this object. */
    const smet_assessment *c() const { return assessment_.get(); }

private:
    struct Free {
        void operator()(smet_assessment *assessment) const { smet_assessment_free(assessment); }
    };

    static smet_assessment *assess(const Record &record)
    {
        smet_error error = detail::sized<smet_error>();
        smet_assessment *assessment = smet_assess(record.c(), &error);
        if (assessment == nullptr)
            detail::check(error.status, error);
        return assessment;
    }

    std::unique_ptr<smet_assessment, Free> assessment_;
};

} // namespace sacralmet

#endif
