package sacralmet;

/**
 * What the library says of a call that it refused. Its message is the library's one English
 * sentence; the call has changed nothing.
 */
public final class SacralmetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String status;
    private final String field;

    SacralmetException(int status, String field, String message) {
        super(message);
        this.status = Calls.smet_status_name(status);
        this.field = field;
    }

    /** The name of the status, such as {@code SMET_ERROR_CONTRADICTION}. */
    public String status() {
        return status;
    }

    /** The key of the field that it is about; null for none. */
    public String field() {
        return field;
    }

    /** Throws where a call that says why was refused. */
    static void check(int status, Structs.Error error) {
        if (status != 0) {
            throw new SacralmetException(status, Vocabulary.key("field", error.field),
                    error.text());
        }
    }

    /** Throws where a call that gives no more than its status was refused. */
    static void check(int status, String about) {
        if (status != 0) {
            throw new SacralmetException(status, null, sentence(status, about));
        }
    }

    /** What the library would say of a status by its name, about a field. */
    static SacralmetException about(String field, String status, String what) {
        int number = Vocabulary.number("status", status);
        String key = Vocabulary.number("field", field) < 0 ? null : field;
        return new SacralmetException(number, key, sentence(number, what));
    }

    private static String sentence(int status, String about) {
        return about + ": " + Calls.smet_status_text(status);
    }
}
