package sacralmet;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

/**
 * What is known of a patient: for each field, the values that are still possible. One thread
 * at a time may write a record; any number may read it while none writes.
 */
public final class Record implements AutoCloseable {
    private final Handle handle;

    /** Everything is unknown. */
    public Record() {
        this(Calls.smet_record_new());
    }

    private Record(Pointer record) {
        handle = new Handle(this, record, Calls::smet_record_free);
    }

    /** Makes another record with the same facts. */
    public Record copy() {
        return call(record -> new Record(Calls.smet_record_copy(record)));
    }

    /**
     * Enters what a text says of a field: {@code mechanical}, {@code S1|S2} or
     * {@code 40..50}. An empty text says nothing.
     */
    public Record set(String field, String text) {
        if (field.indexOf('\0') >= 0 || text.indexOf('\0') >= 0) {
            // The library reads a text up to its NUL, so one within would cut it short.
            throw SacralmetException.about(field, "SMET_ERROR_SYNTAX", "a NUL in the text");
        }
        return enter((record, error) -> Calls.smet_record_set_text(record, field, text, error));
    }

    /**
     * Enters one value, a number: it stands for the key that it is written with (2 is ESCC
     * grade 2), never for the number of an option.
     */
    public Record set(String field, int value) {
        return set(field, Integer.toString(value));
    }

    /** Leaves of a field's values only those with the given keys. */
    public Record narrow(String field, List<String> values) {
        int number = Vocabulary.field(field);
        int[] numbers = values.stream().mapToInt(value -> valueOf(field, number, value)).toArray();
        // No room at all would be NULL to the library.
        int[] room = numbers.length > 0 ? numbers : new int[1];
        return enter((record, error) -> Calls.smet_record_narrow(record, number, room,
                new Calls.Size(numbers.length), error));
    }

    /** Leaves of an integer field's values only those from one to another. */
    public Record narrow(String field, int minimum, int maximum) {
        int number = Vocabulary.field(field);
        return enter((record, error) ->
                Calls.smet_record_narrow_range(record, number, minimum, maximum, error));
    }

    /** Forgets what was entered in a field. */
    public Record clear(String field) {
        int number = Vocabulary.field(field);
        SacralmetException.check(call(record -> Calls.smet_record_clear(record, number)), field);
        return this;
    }

    /** Whether anything was entered in a field. */
    public boolean isEntered(String field) {
        int number = Vocabulary.field(field);
        return call(record -> Calls.smet_record_is_entered(record, number)) != 0;
    }

    /** The keys of the values that are still possible, as entered. */
    public List<String> values(String field) {
        int number = Vocabulary.field(field);
        return call(record -> Vocabulary.valueKeys(number, (room, capacity) ->
                Calls.smet_record_values(record, number, room, capacity)));
    }

    /** Scores the record with an instrument, such as {@code sins}. */
    public Score score(String instrument) {
        int number = Vocabulary.termOf("instrument", instrument);
        Structs.Score score = new Structs.Score();
        SacralmetException.check(call(record ->
                Calls.smet_record_score(record, number, score, null)), instrument);
        return Score.of(score);
    }

    /**
     * Says everything that the library has to say of the record. The assessment stays as it is
     * when the record changes.
     */
    public Assessment assess() {
        Structs.Error error = new Structs.Error();
        Pointer assessment = call(record -> Calls.smet_assess(record, error));
        if (assessment == null) {
            SacralmetException.check(error.status, error);
        }
        return new Assessment(assessment);
    }

    /** Frees the record at once. Closing it again does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    private interface Entry {
        int enter(Pointer record, Structs.Error error);
    }

    private Record enter(Entry entry) {
        Structs.Error error = new Structs.Error();
        SacralmetException.check(call(record -> entry.enter(record, error)), error);
        return this;
    }

    /** The record is not collected while the library reads it. */
    private <T> T call(Function<Pointer, T> call) {
        try {
            return call.apply(handle.pointer());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static int valueOf(String field, int number, String key) {
        int value = key.indexOf('\0') < 0 ? Calls.smet_value_find(number, key) : -1;
        if (value < 0) {
            throw SacralmetException.about(field, "SMET_ERROR_UNKNOWN_OPTION",
                    field + ": " + key);
        }
        return value;
    }
}
