package sacralmet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The words of the library, made when the first of them is asked for. */
final class Vocabulary {
    /** The vocabulary of vocabularies, the one number that cannot be asked for. */
    private static final int ALL = 18;

    private static final Map<String, Vocabulary> VOCABULARIES = everyOne();

    final List<Term> terms;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, String> keys = new LinkedHashMap<>();

    private Vocabulary(int vocabulary) {
        List<Term> list = new ArrayList<>();
        int count = Calls.smet_term_count(vocabulary).intValue();
        for (int i = 0; i < count; i++) {
            int term = Calls.smet_term_at(vocabulary, new Calls.Size(i));
            String key = Calls.smet_term_key(vocabulary, term);
            list.add(new Term(term, key, Calls.smet_term_label(vocabulary, term)));
            numbers.put(key, term);
            keys.put(term, key);
        }
        terms = Collections.unmodifiableList(list);
    }

    private static Map<String, Vocabulary> everyOne() {
        Map<String, Vocabulary> map = new LinkedHashMap<>();
        for (Term term : new Vocabulary(ALL).terms) {
            map.put(term.key(), new Vocabulary(term.number()));
        }
        return map;
    }

    static Vocabulary named(String key) {
        Vocabulary vocabulary = VOCABULARIES.get(key);
        if (vocabulary == null) {
            throw SacralmetException.about(null, "SMET_ERROR_UNKNOWN_TERM", key);
        }
        return vocabulary;
    }

    Map<String, Integer> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** The number of a term; -1 where there is no such key. */
    static int number(String vocabulary, String key) {
        return named(vocabulary).numbers.getOrDefault(key, -1);
    }

    /** The key of a term; null where there is no such number. */
    static String key(String vocabulary, int term) {
        return named(vocabulary).keys.get(term);
    }

    static List<String> keys(String vocabulary, int[] terms, int count) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(key(vocabulary, terms[i]));
        }
        return Collections.unmodifiableList(list);
    }

    static List<String> keys(String vocabulary, List<Integer> terms) {
        return terms.stream().map(term -> key(vocabulary, term)).toList();
    }

    /** The keys of what a function of the library writes into an array, however much it is. */
    static List<String> keys(String vocabulary, BiFunction<int[], Calls.Size, Calls.Size> fill) {
        int[] terms = list(fill);
        return keys(vocabulary, terms, terms.length);
    }

    static int[] list(BiFunction<int[], Calls.Size, Calls.Size> fill) {
        int[] numbers = new int[fill.apply(null, new Calls.Size(0)).intValue()];
        fill.apply(numbers, new Calls.Size(numbers.length));
        return numbers;
    }

    /** The numbers of the bits that are set, rising. */
    static List<Integer> bits(long mask) {
        List<Integer> numbers = new ArrayList<>();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((mask >>> bit & 1) != 0) {
                numbers.add(bit);
            }
        }
        return Collections.unmodifiableList(numbers);
    }

    /** The number of a field. */
    static int field(String key) {
        int field = number("field", key);
        if (field < 0) {
            throw SacralmetException.about(null, "SMET_ERROR_UNKNOWN_FIELD", key);
        }
        return field;
    }

    static int intervention(String key) {
        return termOf("intervention", key);
    }

    /** The number of a term that must be there. */
    static int termOf(String vocabulary, String key) {
        int term = number(vocabulary, key);
        if (term < 0) {
            throw SacralmetException.about(null, "SMET_ERROR_UNKNOWN_TERM", key);
        }
        return term;
    }

    static List<String> valueKeys(int field, BiFunction<int[], Calls.Size, Calls.Size> fill) {
        List<String> list = new ArrayList<>();
        for (int value : list(fill)) {
            list.add(Calls.smet_value_key(field, value));
        }
        return Collections.unmodifiableList(list);
    }
}
