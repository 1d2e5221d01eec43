/*
 * One type of set and its operations, for every definition of
 *
 *     SET        its name: struct smet_SET, smet__SET_add() and so on
 *     SET_COUNT  how many members there may be: 0 to SET_COUNT - 1
 *
 * Included by core/sets.h alone, once for each vocabulary, so without a guard.
 * Loops over words have a constant count: with one word, compilers leave no loop.
 */
#define SET_PASTE_(a, b, c) a##b##c
#define SET_PASTE(a, b, c) SET_PASTE_(a, b, c)
#define SET_TYPE struct SET_PASTE(smet_, SET, )
#define SET_FUNCTION(name) SET_PASTE(smet__, SET, name)
#define SET_WORDS (((SET_COUNT) + 63) / 64)

SET_TYPE {
    uint64_t word[SET_WORDS];
};

/* The word of a member; with one word, known to be the first. */
static inline int SET_FUNCTION(_word)(int32_t member)
{
    return SET_WORDS == 1 ? 0 : member >> 6;
}

static inline bool SET_FUNCTION(_has)(SET_TYPE set, int32_t member)
{
    return (set.word[SET_FUNCTION(_word)(member)] >> (member & 63) & 1) != 0;
}

static inline void SET_FUNCTION(_add)(SET_TYPE *set, int32_t member)
{
    set->word[SET_FUNCTION(_word)(member)] |= UINT64_C(1) << (member & 63);
}

static inline void SET_FUNCTION(_drop)(SET_TYPE *set, int32_t member)
{
    set->word[SET_FUNCTION(_word)(member)] &= ~(UINT64_C(1) << (member & 63));
}

static inline SET_TYPE SET_FUNCTION(_none)(void)
{
    return (SET_TYPE){{0}};
}

/* The set of one member. */
static inline SET_TYPE SET_FUNCTION(_of)(int32_t member)
{
    SET_TYPE set = {{0}};
    SET_FUNCTION(_add)(&set, member);
    return set;
}

/* The set of the first `count` members. */
static inline SET_TYPE SET_FUNCTION(_below)(int32_t count)
{
    SET_TYPE set;
    for (int w = 0; w < SET_WORDS; w++, count -= 64)
        set.word[w] = count <= 0 ? 0 : ~UINT64_C(0) >> (count >= 64 ? 0 : 64 - count);
    return set;
}

static inline SET_TYPE SET_FUNCTION(_and)(SET_TYPE a, SET_TYPE b)
{
    for (int w = 0; w < SET_WORDS; w++)
        a.word[w] &= b.word[w];
    return a;
}

static inline SET_TYPE SET_FUNCTION(_or)(SET_TYPE a, SET_TYPE b)
{
    for (int w = 0; w < SET_WORDS; w++)
        a.word[w] |= b.word[w];
    return a;
}

/* What is in `a` and not in `b`. */
static inline SET_TYPE SET_FUNCTION(_minus)(SET_TYPE a, SET_TYPE b)
{
    for (int w = 0; w < SET_WORDS; w++)
        a.word[w] &= ~b.word[w];
    return a;
}

static inline bool SET_FUNCTION(_any)(SET_TYPE set)
{
    uint64_t any = 0;
    for (int w = 0; w < SET_WORDS; w++)
        any |= set.word[w];
    return any != 0;
}

/* Whether there are two members or more. */
static inline bool SET_FUNCTION(_many)(SET_TYPE set)
{
    uint64_t before = 0, many = 0;
    for (int w = 0; w < SET_WORDS; w++) {
        many |= set.word[w] & (set.word[w] - 1);
        if (w > 0)
            many |= set.word[w] == 0 ? 0 : before;
        before |= set.word[w];
    }
    return many != 0;
}

/* Whether two sets have a member in common. */
static inline bool SET_FUNCTION(_meet)(SET_TYPE a, SET_TYPE b)
{
    return SET_FUNCTION(_any)(SET_FUNCTION(_and)(a, b));
}

/* Whether every member of `a` is one of `b`. */
static inline bool SET_FUNCTION(_within)(SET_TYPE a, SET_TYPE b)
{
    return !SET_FUNCTION(_any)(SET_FUNCTION(_minus)(a, b));
}

static inline bool SET_FUNCTION(_equal)(SET_TYPE a, SET_TYPE b)
{
    uint64_t unlike = 0;
    for (int w = 0; w < SET_WORDS; w++)
        unlike |= a.word[w] ^ b.word[w];
    return unlike == 0;
}

static inline int SET_FUNCTION(_size)(SET_TYPE set)
{
    int size = 0;
    for (int w = 0; w < SET_WORDS; w++)
        size += __builtin_popcountll(set.word[w]);
    return size;
}

/* The least member; -1 where there is none. */
static inline int32_t SET_FUNCTION(_first)(SET_TYPE set)
{
    for (int w = 0; w < SET_WORDS; w++)
        if (set.word[w] != 0)
            return w * 64 + __builtin_ctzll(set.word[w]);
    return -1;
}

/* The set of the numbers of a list. */
static inline SET_TYPE SET_FUNCTION(_from_list)(struct smet_list list)
{
    SET_TYPE set = {{0}};
    for (int i = 0; i < list.count; i++)
        SET_FUNCTION(_add)(&set, list.of[i]);
    return set;
}

/* Writes at most `capacity` members, rising; returns how many there are. */
static inline size_t SET_FUNCTION(_list)(SET_TYPE set, int32_t *members, size_t capacity)
{
    size_t count = 0;
    SMET__FOR_EACH(member, set) {
        if (count < capacity && members != NULL)
            members[count] = member;
        count++;
    }
    return count;
}

#undef SET_PASTE_
#undef SET_PASTE
#undef SET_TYPE
#undef SET_FUNCTION
#undef SET_WORDS
#undef SET
#undef SET_COUNT
